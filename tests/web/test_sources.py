"""Where reports come from: how each source fares, and why something failed."""

from tests.web.reading_room import FEED, NOW, page, words

from rashomon.model.kept import Skipped, SourceState


def row(shown, name: str):
    """The row of a source."""
    (found,) = [one for one in shown.iter("tr") if one.find("th") is not None and name in words(one.find("th"))]
    return found


def test_a_feed_that_fares_well_says_when_and_how_much(client, store):
    store.save_source_state(SourceState(FEED, "feed", last_read=NOW, next_due="2026-01-19T12:30:00+00:00"))
    shown = page(client, "/sources")
    cells = [words(cell) for cell in row(shown, FEED)]
    assert cells[1:4] == ["3", "19 January 2026, 12:00 UTC", "19 January 2026, 12:30 UTC"]
    assert cells[4].startswith("read well")


def test_a_feed_that_fails_stands_first_with_the_reason(client, store):
    store.save_source_state(SourceState("https://auk.example/feed", "feed", last_read=NOW))
    store.save_source_state(
        SourceState("https://zebra.example/feed", "feed", failures=2, last_error="the server answered 503")
    )
    shown = page(client, "/sources")
    assert "1 list could not be read" in words(shown)
    first = shown.xpath("//tbody/tr")[0]
    assert "zebra" in words(first) and "failed 2 times: the server answered 503" in words(first)


def test_what_was_skipped_is_listed_with_why(client, store):
    store.save_source_state(SourceState(FEED, "feed", last_read=NOW))
    store.skip(Skipped(f"https://gull.example/{number}", FEED, "holds no report", NOW) for number in range(7))
    told = words(row(page(client, "/sources"), FEED))
    assert "7 skipped" in told and "https://gull.example/6: holds no report" in told
    assert "the last 5 of 7" in told


def test_files_and_pages_are_told_apart_from_feeds(client, store):
    store.save_source_state(SourceState(FEED, "feed", last_read=NOW))
    shown = page(client, "/sources")
    assert [words(one) for one in shown.iter("h2")] == ["Feeds and other lists", "Files, and what was pasted"]
    assert words(row(shown, "demo.jsonl").find("td")) == "8"


def test_a_feed_is_followed_no_more_and_its_reports_stay(client, store, ferry):
    store.save_source_state(SourceState(FEED, "feed", last_read=NOW, next_due=NOW))
    answer = client.post("/sources/forget", data={"url": FEED}, follow_redirects=False)
    assert answer.status_code == 303 and store.source_state(FEED) is None and store.sources(due=NOW) == ()
    assert store.story(ferry).articles == 3
    shown = page(client, "/sources")
    assert "Other addresses" in [words(one) for one in shown.iter("h2")] and words(row(shown, FEED).find("td")) == "3"
    assert client.post("/sources/forget", data={"url": FEED}).status_code == 422


def test_a_store_that_read_nothing_says_so(empty_store, tmp_path):
    from starlette.testclient import TestClient
    from tests.web.reading_room import HERE

    from rashomon.web.app import make_app

    shown = page(TestClient(make_app(empty_store, lambda: NOW, folder=tmp_path), base_url=HERE), "/sources")
    assert "Nothing was read yet." in words(shown)
