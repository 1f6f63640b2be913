"""Comparing what waits: in which order, how it is stopped, and what a story that cannot be compared does not stop."""

from dataclasses import replace

import pytest
from tests.stream.conftest import FRIDAY, GULL, MILL, MONDAY, TUESDAY, opened

from rashomon.errors import StoreFull
from rashomon.settings import Settings
from rashomon.stream.standing import Compared, compare_waiting

SETTINGS = Settings()


@pytest.fixture
def stories(store, stream):
    """The stories of the ferry and of the mill, of two reports each; the ferry's came later."""
    return [store.story_of(GULL.id), store.story_of(MILL.id)]


def test_all_that_waits_is_compared_the_latest_first(store, stories):
    assert list(compare_waiting(store, MONDAY, SETTINGS)) == [Compared(story) for story in stories]
    assert store.waiting_stories() == ()
    assert all(one.fresh and one.figures.when == MONDAY for one in store.listed_stories())
    assert list(compare_waiting(store, TUESDAY, SETTINGS)) == []


def test_each_is_kept_as_soon_as_it_is_made(store, stories):
    run = compare_waiting(store, MONDAY, SETTINGS)
    next(run)
    assert store.listed_story(stories[0]).fresh
    run.close()
    assert store.waiting_stories() == (stories[1],)


def test_no_more_than_asked_are_compared_and_the_next_run_goes_on(store, stories):
    assert [one.story for one in compare_waiting(store, MONDAY, SETTINGS, most=1)] == stories[:1]
    assert [one.story for one in compare_waiting(store, MONDAY, SETTINGS, most=9)] == stories[1:]


def test_it_stops_between_two_stories(store, stories):
    done = []
    for one in compare_waiting(store, MONDAY, SETTINGS, stop=lambda: bool(done)):
        done.append(one.story)
    assert done == stories[:1]


def test_a_story_that_cannot_be_compared_stops_no_other_and_is_not_tried_again(store, stories, monkeypatch):
    from rashomon.stream import comparing

    def compare(articles, **known):
        articles = list(articles)
        if GULL.id in [one.id for one in articles]:
            raise ZeroDivisionError("no reports an hour")
        return made(articles, **known)

    made = comparing.compare_articles
    monkeypatch.setattr(comparing, "compare_articles", compare)
    assert list(compare_waiting(store, MONDAY, SETTINGS)) == [
        Compared(stories[0], "ZeroDivisionError: no reports an hour"),
        Compared(stories[1]),
    ]
    assert list(compare_waiting(store, TUESDAY, SETTINGS)) == []
    assert store.listed_story(stories[0]).failure == "ZeroDivisionError: no reports an hour"
    monkeypatch.undo()
    opened(store).keep([replace(GULL, text=GULL.text + " It was raining.")], "feed.example", FRIDAY)
    assert list(compare_waiting(store, FRIDAY, SETTINGS)) == [Compared(stories[0])]


def test_a_comparison_that_cannot_be_read_is_made_anew(store, stories):
    """As another program, or a damaged export, may have left it."""
    for story, text in zip(stories, ("{", '{"format": "rashomon.comparison/1"}'), strict=True):
        store.save_comparison(story, store.story_digest(story), text, MONDAY)
    assert list(compare_waiting(store, TUESDAY, SETTINGS)) == [Compared(story) for story in stories]
    assert all(one.fresh for one in store.listed_stories())


def test_a_store_that_fails_stops_all(store, stories, monkeypatch):
    def full(*_):
        raise StoreFull("no room left")

    monkeypatch.setattr(type(store), "save_comparison", full)
    with pytest.raises(StoreFull):
        list(compare_waiting(store, MONDAY, SETTINGS))
    monkeypatch.undo()
    assert store.waiting_stories() == tuple(stories) and store.listed_story(stories[0]).failure is None


def test_a_story_that_grows_meanwhile_is_compared_once_and_waits(store, stories, monkeypatch):
    from rashomon.stream import comparing

    def compare(articles, **known):
        comparison = made(articles, **known)
        number = len(store.versions(GULL.id))
        opened(store).keep([replace(GULL, text=f"{GULL.text} It rained {number} times.")], "feed.example", FRIDAY)
        return comparison

    made = comparing.compare_articles
    monkeypatch.setattr(comparing, "compare_articles", compare)
    assert [one.story for one in compare_waiting(store, MONDAY, SETTINGS)] == stories
    assert store.waiting_stories() == tuple(stories[:1])
