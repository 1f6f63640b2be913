"""The page of a story, as it is served."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from lxml import html
from starlette.testclient import TestClient
from tests.factories import TEXTS, make_comparison
from tests.large_story import make_large
from tests.web.kept_story import keep_comparison, keep_story
from tests.web.reading_room import HERE

from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.correcting import merge_stories, move_article, split_story
from rashomon.web.app import make_app

NOW = "2026-01-19T12:00:00+00:00"


@pytest.fixture
def story(store: Store) -> str:
    return keep_story(store, make_comparison())


def read(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.text)


def test_the_page_is_the_comparison_with_every_report_whole(client: TestClient, story: str) -> None:
    page = read(client, f"/stories/{story}")
    assert [box.text_content() for box in page.xpath("//div[@class='tx']")] == list(TEXTS.values())
    assert page.xpath("string(//h1)") == "Ferry aground"
    figures = {one.get("data-figure"): one.text_content().split()[0] for one in page.xpath("//*[@data-figure]")}
    assert figures == {"reports": "3", "origins": "2", "claims": "3", "differences": "2"}


def test_ids_are_unique_and_every_link_has_its_target(client: TestClient, story: str) -> None:
    page = read(client, f"/stories/{story}")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {href[1:] for href in page.xpath("//a/@href | //use/@href") if href.startswith("#")}
    assert links <= set(ids)


def test_no_script_stands_in_the_page(client: TestClient, story: str) -> None:
    """As the policy forbids it."""
    page = read(client, f"/stories/{story}")
    assert all(script.get("src") and not (script.text or "").strip() for script in page.xpath("//script"))
    assert not [name for name in page.xpath("//@*") if getattr(name, "attrname", "").startswith("on")]


def test_a_filter_shows_a_part_says_so_and_goes_with_the_exports(client: TestClient, story: str) -> None:
    page = read(client, f"/stories/{story}?kind=number&outlet=")
    assert page.xpath("//*[@id='d-1']") and not page.xpath("//*[@id='d-2']")
    assert "Not shown: 1 of 2 differences" in page.xpath("string(//p[contains(@class, 'narrowed')])")
    assert page.xpath("//input[@name='kind'][@checked]/@value") == ["number"]
    exports = page.xpath("//p[@class='exports']/a[@download]/@href")
    assert [one.partition("&")[0] for one in exports] == [
        f"/stories/{story}/export.{suffix}?kind=number" for suffix in ("html", "md", "json", "csv")
    ]
    assert "Filtered: differences of kind number" in client.get(exports[1]).text


def test_an_unknown_filter_is_one_clear_line(client: TestClient, story: str) -> None:
    answer = client.get(f"/stories/{story}?kind=colour")
    assert answer.status_code == 422 and "no kind &#39;colour&#39;; there are number" in answer.text


def test_who_has_the_page_is_told_so(client: TestClient, store: Store, story: str) -> None:
    first = client.get(f"/stories/{story}")
    again = client.get(f"/stories/{story}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"/stories/{story}?kind=number", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200
    store.keep(replace(store.article("gull"), text=TEXTS["gull"] + "\n\nThe tide rose."), "tests", NOW)
    later = client.get(f"/stories/{story}", headers={"if-none-match": first.headers["etag"]})
    assert later.status_code == 200


def test_packed_and_plain_are_the_same(client: TestClient, story: str) -> None:
    plain = client.get(f"/stories/{story}", headers={"accept-encoding": "identity"})
    with client.stream("GET", f"/stories/{story}", headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain.content


def test_what_is_new_since_the_last_visit_is_marked(client: TestClient, store: Store, app: FastAPI, story: str) -> None:
    seen = read(client, f"/stories/{story}")
    assert not seen.xpath("//*[contains(@class, 'mk new')]") and not seen.xpath("//section[@id='new']")
    text = TEXTS["skua"] + "\n\nA diver was missing on Wednesday."
    article = replace(store.article("skua"), text=text)
    store.keep(article, "tests", "2025-03-07T09:00:00Z")
    comparison = make_comparison()
    reports = tuple(replace(one, text=text) if one.id == "skua" else one for one in comparison.articles)
    start = text.index("A diver")
    words = replace(comparison.claims[2].evidence[0], article="skua", start=start, end=len(text), text=text[start:])
    diver = replace(
        comparison.claims[2],
        id="c-4",
        wording=replace(comparison.claims[2].wording, article="skua", start=start, end=len(text), text=text[start:]),
        evidence=(words,),
    )
    keep_comparison(
        store, replace(comparison, articles=reports, claims=(*comparison.claims, diver)), "2025-03-07T10:00:00Z"
    )
    page = read(client, f"/stories/{story}")
    assert page.xpath("//*[@id='c-4']//a[@class='mk new']/text()") == ["new"]
    assert page.xpath("//section[@id='new']")
    assert read(TestClient(app, base_url=str(client.base_url)), f"/stories/{story}").xpath("//section[@id='new']") == []


def test_a_story_not_compared_yet_says_so_and_is_compared(client: TestClient, store: Store) -> None:
    mill = next(one.record.id for one in store.listed_stories() if one.figures is None)
    with client:
        page = read(client, f"/stories/{mill}")
        assert "Not compared yet" in page.text_content()
        assert page.xpath("//noscript/meta[@http-equiv='refresh']")
        client.app.state.house.jobs.job(f"compare-{mill}")  # type: ignore[attr-defined]


def test_a_story_that_went_on_shows_what_was_compared_and_says_what_comes(
    client: TestClient, store: Store, story: str
) -> None:
    listens = "string(//@data-events)"
    before = read(client, f"/stories/{story}").xpath(listens)
    article = replace(store.article("gull"), text=TEXTS["gull"] + "\n\nThe tide rose.")
    store.keep(article, "tests", "2025-03-07T09:00:00Z")
    page = read(client, f"/stories/{story}")
    assert "being compared anew" in page.xpath("string(//p[@role='status'][contains(@class, 'state')])")
    assert page.xpath("string(//div[@class='tx'])") == TEXTS["gull"]
    assert page.xpath(listens).startswith(f"/stories/{story}/events?seen=") and page.xpath(listens) != before


def test_words_of_a_report_that_look_like_a_gap_of_the_page_are_shown_as_they_stand(
    client: TestClient, store: Store
) -> None:
    comparison = make_comparison()
    first, *others = comparison.articles
    odd = replace(first, text=f"{first.text} <!--state--> <!--mark-->")
    page = read(client, f"/stories/{keep_story(store, replace(comparison, articles=(odd, *others)))}")
    assert page.xpath("string(//div[@class='tx'])") == odd.text


@pytest.mark.parametrize("compared", [True, False])
def test_a_comparison_that_failed_can_be_tried_again(
    client: TestClient, store: Store, story: str, compared: bool
) -> None:
    failed = story if compared else next(one.record.id for one in store.listed_stories() if one.figures is None)
    if compared:
        store.keep(replace(store.article("gull"), text=TEXTS["gull"] + "\n\nThe tide rose."), "tests", NOW)
    store.fail_comparison(failed, store.story_digest(failed), "the process ended before it was done")
    page = read(client, f"/stories/{failed}")
    assert "the process ended before it was done" in page.xpath("string(//*[@id='shown'])")
    (form,) = page.xpath("//form[.//button[normalize-space()='Try again']]")
    asked = client.post(form.get("action"), follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, f"/jobs/compare-{failed}")
    assert "It waits for its turn" in client.get(asked.headers["location"]).text


@pytest.mark.parametrize("page", ["", "/items/c-1", "/items/story", "/export.csv"])
def test_a_story_that_became_another_leads_there_for_now(
    client: TestClient, store: Store, story: str, ferry: str, page: str
) -> None:
    """A merge can be undone: no browser may remember it."""
    merge_stories(store, ferry, story, NOW, "anna")
    answer = client.get(f"/stories/{story}{page}?kind=number", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/stories/{ferry}{page}?kind=number")
    assert answer.headers["cache-control"] == "no-store"


def test_a_story_whose_reports_are_elsewhere_names_its_heirs(client: TestClient, store: Store, story: str) -> None:
    other = split_story(store, story, ["gull"], NOW, "anna")
    third = split_story(store, story, ["tern"], NOW, "anna")
    merge_stories(store, other, story, NOW, "anna")
    answer = client.get(f"/stories/{story}", follow_redirects=False)
    assert answer.status_code in (307, 410)
    assert client.get(f"/stories/{third}").status_code == 200


def test_heirs_that_went_on_are_named_as_they_are(client: TestClient, store: Store, story: str) -> None:
    keep_all_elsewhere = [split_story(store, story, [one], NOW, "anna") for one in ("gull", "tern")]
    first, second = keep_all_elsewhere
    move_article(store, "skua", second, NOW, "anna")
    gone = client.get(f"/stories/{story}")
    assert gone.status_code == 410 and first in gone.text and second in gone.text
    merge_stories(store, first, second, NOW, "anna")
    answer = client.get(f"/stories/{story}", follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (307, f"/stories/{first}")


def test_a_page_of_another_store_is_not_taken_for_this_one(story: str, client: TestClient, tmp_path: Path) -> None:
    """As after a store was begun anew at the same address."""
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304
    with open_store(tmp_path / "another.sqlite") as other:
        while int(other.mark()) < int(client.app.state.house.store.mark()):  # type: ignore[attr-defined]
            other.add_stories([])
        another = TestClient(make_app(other, lambda: NOW, folder=tmp_path), base_url=HERE)
        assert another.get("/", headers={"if-none-match": tag}).status_code == 200


def test_an_unknown_story_is_not_found(client: TestClient) -> None:
    answer = client.get("/stories/0123456789ab")
    assert answer.status_code == 404 and "0123456789ab" in answer.text


def test_a_story_of_many_reports_stays_light(client: TestClient, store: Store) -> None:
    """What is sent, packed as browsers ask for it, words of the reports and all."""
    story = keep_story(store, make_large(20, 300))
    with client.stream("GET", f"/stories/{story}", headers={"accept-encoding": "gzip"}) as answer:
        sent = sum(map(len, answer.iter_raw()))
    assets = re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get(f"/stories/{story}").text)
    files = sum(len(client.get(address).content) for address in assets)
    assert len(assets) >= 5
    assert sent + files < 500_000


def test_addresses_of_reports_found_on_the_web_are_short(client: TestClient, store: Store) -> None:
    story = keep_story(store, make_large(8, 12))
    page = read(client, f"/stories/{story}")
    labels = [one.text_content() for one in page.xpath("//nav[contains(@class, 'tabs')]/a")]
    assert labels[:4] == ["The Halven Courier", "The Halven Post", "The Halven Echo", "The Halven Herald"]
    anchors = [id for id in page.xpath("//aside//@id") if "." in id]
    assert anchors and max(map(len, anchors)) < 24
