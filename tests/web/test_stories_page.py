"""The stories of the day: by day and origins, with what parts, and what is new to this reader."""

import pytest
from starlette.testclient import TestClient
from tests.web.reading_room import HERE, NOW, figure, having, keep, of_story, page, words

from rashomon.model.article import Article
from rashomon.settings import GroupingSettings, Settings, StreamSettings, WebSettings
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story
from rashomon.web.app import make_app


def test_the_latest_day_stands_first_and_its_stories_by_origins(client, store):
    shown = page(client)
    assert [words(one) for one in shown.iter("h2")] == ["Monday, 19 January 2026", "Sunday, 4 January 2026"]
    listed = store.listed_stories()
    assert [one.get("data-of") for one in having(shown, "story")] == [one.record.id for one in listed[:2]]
    assert [one.figures.origins for one in listed[:2]] == sorted(
        (one.figures.origins for one in listed[:2]), reverse=True
    )


def test_a_story_is_counted_by_origins_and_by_what_parts(client, store, ferry):
    line = of_story(page(client), ferry)
    figures = store.listed_story(ferry).figures
    assert figure(line, "origins")[0].text == str(figures.origins)
    assert words(figure(line, "reports")[0]) == "3 reports"
    for relation, number in figures.parts:
        told = figure(line, relation)
        assert (f" {number} " in f" {words(told[0])} ") if number else not told
    assert next(line.iter("a")).get("href") == f"/stories/{ferry}"


def test_a_story_that_one_report_tells_stands_apart_and_is_said_so(client):
    alone = page(client).xpath('//*[@class="alone"]/li')
    assert [words(one) for one in alone] == ["Flour mill burns in Oldacre 4 Jan 2026"]


def test_of_reports_without_a_date_the_day_that_their_words_tell_of_is_named(client, store):
    told = "A barge with 40 tonnes of grain sank off Port Harrow on 2 January 2026"
    keep(store, Article("auk/barge", f"{told}, and two men drowned, police said."))
    keep(store, Article("tern/barge", f"{told}. Two men drowned, and one was saved, police said."))
    story = store.story_of("auk/barge")
    assert "no date given" in words(of_story(page(client), story)) and "tell of" not in words(
        of_story(page(client), story)
    )
    compare_story(store, story, NOW, Settings())
    assert "; the words tell of 2 January 2026" in words(of_story(page(client), story))


def test_a_story_not_compared_yet_is_said_to_be(client, store):
    late = Article("late", "A barge sank off Port Harrow, police said.", headline="Barge sinks", published="2026-01-19")
    twin = Article("twin", "A barge sank off Port Harrow, police said. It was empty.", published="2026-01-19")
    keep(store, late, twin)
    line = of_story(page(client), store.story_of("late"))
    assert "not compared yet" in words(line) and not figure(line, "origins")


def test_a_picture_shows_each_report_and_says_the_same_in_words(client, ferry):
    came = having(of_story(page(client), ferry), "came")[0]
    assert having(came, "sq")[0].get("d").count("M") == 3
    assert words(came) == "18 Jan 2026, 20:00 to 19 Jan 2026, 07:30"


def test_one_day_has_the_stories_with_a_report_of_it(client, ferry):
    shown = page(client, "/?day=2026-01-18")
    assert ferry in [one.get("data-of") for one in having(shown, "story")]
    ways = {words(one): one.get("href") for one in shown.xpath('//nav[@class="turn"]//a')}
    assert ways == {"Earlier day": "/?day=2026-01-17", "Next day": "/?day=2026-01-19", "All stories": "/"}
    assert words(page(client, "/?day=2026-01-10").find(".//main")).endswith("No report of that day is kept.")


def test_what_is_no_day_is_said_to_be_none(client):
    answer = client.get("/?day=yesterday")
    assert answer.status_code == 422 and "write it as 2025-11-27" in answer.text


def test_words_find_the_stories_that_have_them(client, ferry):
    assert [one.get("data-of") for one in page(client, "/?words=captain+Marlin").xpath("//*[@data-of]")] == [ferry]
    assert "No story has" in words(page(client, "/?words=zeppelin").find(".//main"))


def test_pages_of_a_long_list_lead_to_each_other(store, tmp_path):
    app = make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(stories_shown=2))
    client = TestClient(app, base_url=HERE)
    first = page(client)
    assert len(first.xpath("//*[@data-of]")) == 2
    second = page(client, first.xpath('//nav[@class="turn"]//a')[-1].get("href"))
    assert len(second.xpath("//*[@data-of]")) == 1
    assert [one.get("href") for one in second.xpath('//nav[@class="turn"]//a')] == ["/"]


def test_a_story_with_reports_that_came_since_it_was_read_is_marked(client, store, ferry, cable_car):
    client.get(f"/stories/{ferry}")
    assert not having(page(client), "new")
    more = Article(
        "auk.example/marlin",
        "The ferry Marlin ran aground off Port Halven on Sunday and 15 people were hurt, the coast guard said.",
        published="2026-01-19T09:00:00+00:00",
    )
    keep(store, more)
    assert store.story_of(more.id) == ferry
    shown = page(client)
    assert len(having(shown, "new")) == 1 and having(of_story(shown, ferry), "new")


def test_a_story_that_was_opened_since_the_last_visit_is_marked(store, tmp_path):
    clock = iter(f"2026-01-19T{hour}:00:00+00:00" for hour in ("12", "14", "14", "16"))
    client = TestClient(make_app(store, lambda: next(clock), folder=tmp_path), base_url=HERE)
    assert not having(page(client), "new")
    late = Article("late", "A barge sank off Port Harrow, police said.", headline="Barge sinks", published="2026-01-19")
    open_stream(store, GroupingSettings(), StreamSettings(), NOW).keep([late], "feed", "2026-01-19T13:00:00+00:00")
    for _ in range(2):  # loaded again, it is still new
        marked = having(of_story(page(client), store.story_of("late")), "new")
        assert [words(one) for one in marked] == ["new since your last visit"]
    assert not having(page(client), "new")


def test_an_empty_store_says_how_to_begin(empty_store, tmp_path):
    client = TestClient(make_app(empty_store, lambda: NOW, folder=tmp_path), base_url=HERE)
    shown = page(client)
    assert "No report is kept yet" in words(shown)
    assert shown.xpath('//*[@class="welcome"]//a[@href="/add"]')


def test_the_same_store_is_the_same_page(client):
    assert client.get("/").content == client.get("/").content


def test_the_words_that_compete_stand_under_the_headline_and_lead_to_their_evidence(client, store, ferry):
    apart = having(of_story(page(client), ferry), "apart")[0]
    assert [words(one) for one in apart.iter("q")] == ["Twelve people", "14 people"]
    way = next(apart.iter("a")).get("href")
    story, _, item = way.partition("#")
    assert story == f"/stories/{ferry}" and f'id="{item}"' in client.get(story).text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_that_there_are_have_a_page(client, day):
    assert client.get(f"/?day={day}").status_code == 200


def test_a_story_without_headline_is_called_as_its_page_is(client, store):
    report = Article("bare", "A barge sank off Port Harrow on Friday, and two people drowned, police said.")
    open_stream(store, GroupingSettings(), StreamSettings(), NOW).keep([report], "pasted", NOW)
    story = store.story_of("bare")
    compare_story(store, story, NOW, Settings())
    (line,) = [of_story(page(client), story)]
    assert words(line).startswith("A barge sank off Port Harrow on Friday, and two people drowned, police said.")
    assert "words of a report; no headline given" in words(line)
    (heading,) = page(client, f"/stories/{story}").iter("h1")
    assert words(heading) in words(line)
    found = page(client, "/search?q=drowned")
    assert words(next(found.iter("h3"))).startswith("A barge sank off Port Harrow")
