from dataclasses import replace

import pytest
from tests.stream.conftest import FRIDAY, GULL, MILL, MONDAY, TERN, TUESDAY, opened

from rashomon.errors import BadOption
from rashomon.model.selector import Selector
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_to_json
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story, new_since_last, new_since_moment
from rashomon.stream.correcting import correct_story, move_article, undo

LATER = replace(GULL, text=GULL.text.replace("The Marlin was built in 1961.", "An inquiry was opened."))
SETTINGS = Settings()


def test_a_story_is_compared_as_its_articles_are(store, stream):
    made = compare_story(store, store.story_of(GULL.id), TUESDAY, SETTINGS)
    assert comparison_to_json(made) == comparison_to_json(compare_articles([GULL, TERN]))


def test_a_comparison_is_kept_and_made_once(store, stream, monkeypatch):
    story = store.story_of(GULL.id)
    made = compare_story(store, story, TUESDAY, SETTINGS)
    monkeypatch.setattr("rashomon.stream.comparing.compare_articles", lambda *_, **__: 1 / 0)
    assert compare_story(store, story, FRIDAY, SETTINGS) == made
    assert store.last_comparison(story)[1] == TUESDAY


def test_other_settings_ask_for_another_comparison(store, stream):
    story = store.story_of(GULL.id)
    compare_story(store, story, TUESDAY, SETTINGS)
    other = replace(SETTINGS, news=replace(SETTINGS.news, look_ahead=3))
    assert compare_story(store, story, FRIDAY, other).made_by.settings["news"]["look_ahead"] == 3


def test_new_since_the_last_comparison_is_what_came_and_changed(store):
    run = opened(store)
    run.keep([GULL], "feed.example", MONDAY)
    story = store.story_of(GULL.id)
    first = compare_story(store, story, MONDAY, SETTINGS)
    assert new_since_last(store, story, first, SETTINGS) is None
    run.keep([LATER, TERN], "feed.example", TUESDAY)
    for when in (TUESDAY, FRIDAY):  # asked again, it tells the same
        made = compare_story(store, story, when, SETTINGS)
        news = new_since_last(store, story, made, SETTINGS)
        assert news is not None and news.since == MONDAY
        assert news.came == (TERN.id,)
        assert [one.after.text for one in news.revisions if one.after] == ["An inquiry was opened."]


def test_new_since_a_moment_needs_no_comparison_of_then(store):
    run = opened(store)
    run.keep([GULL], "feed.example", MONDAY)
    run.keep([LATER, TERN], "feed.example", TUESDAY)
    story = store.story_of(GULL.id)
    made = compare_story(store, story, FRIDAY, SETTINGS)
    news = new_since_moment(store, story, made, "2025-05-06", SETTINGS)
    assert news.came == (TERN.id,) and news.revisions
    assert new_since_moment(store, story, made, "2025-05-07", SETTINGS).empty
    assert new_since_moment(store, story, made, "2025-05-05T09:00:00+00:00", SETTINGS).came == (TERN.id,)
    with pytest.raises(BadOption, match="2025-05-04"):
        new_since_moment(store, story, made, "2025-05-04", SETTINGS)


def mark(store, article, words):
    """A reader's word that some words of an article are boilerplate."""
    start = article.text.index(words)
    place = Selector(article.id, start, start + len(words), words)
    return correct_story(store, "boilerplate", store.story_of(article.id), [place], TUESDAY, "Ann")


def test_a_comparison_heeds_the_corrections_of_its_story(store, stream):
    story = store.story_of(GULL.id)
    before = compare_story(store, story, TUESDAY, SETTINGS)
    number = mark(store, GULL, "The Marlin was built in 1961.")
    made = compare_story(store, story, FRIDAY, SETTINGS)
    assert [one.text for one in made.left_out] == ["The Marlin was built in 1961."] and made.corrected[0].carried_out
    assert compare_story(store, store.story_of(MILL.id), FRIDAY, SETTINGS).corrected == ()
    undo(store, number, FRIDAY, "Ann")
    assert compare_story(store, story, FRIDAY, SETTINGS) == before != made


def test_a_comparison_is_made_anew_only_where_corrections_changed(store, stream, monkeypatch):
    story = store.story_of(GULL.id)
    before = compare_story(store, story, TUESDAY, SETTINGS)
    number = mark(store, GULL, "The Marlin was built in 1961.")
    made = compare_story(store, story, TUESDAY, SETTINGS)
    monkeypatch.setattr("rashomon.stream.comparing.compare_articles", lambda *_, **__: 1 / 0)
    assert compare_story(store, story, FRIDAY, SETTINGS) == made
    undo(store, number, FRIDAY, "Ann")
    assert compare_story(store, story, FRIDAY, SETTINGS) == before


def test_a_correction_goes_where_its_article_goes(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    mark(store, GULL, "The Marlin was built in 1961.")
    move_article(store, GULL.id, mill, FRIDAY, "Ann")
    assert compare_story(store, mill, FRIDAY, SETTINGS).corrected[0].carried_out
    (left,) = compare_story(store, ferry, FRIDAY, SETTINGS).corrected
    assert not left.carried_out and left.reason == f"{GULL.id} is no longer in the story"


def test_a_correction_is_no_news_of_the_reports(store):
    run = opened(store)
    run.keep([GULL], "feed.example", MONDAY)
    story = store.story_of(GULL.id)
    compare_story(store, story, MONDAY, SETTINGS)
    mark(store, GULL, "The Marlin was built in 1961.")
    assert new_since_last(store, story, compare_story(store, story, TUESDAY, SETTINGS), SETTINGS) is None
    run.keep([TERN], "feed.example", TUESDAY)
    news = new_since_last(store, story, compare_story(store, story, FRIDAY, SETTINGS), SETTINGS)
    assert news is not None and news.since == TUESDAY and news.came == (TERN.id,)


def test_the_corrections_of_a_story_hold_for_its_later_versions(store):
    run = opened(store)
    run.keep([GULL, TERN], "feed.example", MONDAY)
    mark(store, GULL, "Twelve people were hurt, the coast guard said.")
    run.keep([replace(LATER, text="Late news. " + LATER.text)], "feed.example", TUESDAY)
    made = compare_story(store, store.story_of(GULL.id), FRIDAY, SETTINGS)
    assert made.corrected[0].carried_out and made.corrected[0].places[0].start > GULL.text.index("Twelve")


def test_what_a_reader_took_for_boilerplate_was_not_withdrawn_by_its_outlet(store):
    run = opened(store)
    run.keep([GULL], "feed.example", MONDAY)
    story = store.story_of(GULL.id)
    compare_story(store, story, MONDAY, SETTINGS)
    mark(store, GULL, "The Marlin was built in 1961.")
    run.keep([replace(GULL, text=GULL.text.replace("on Sunday", "on Sunday night") + " It sank.")], "feed", TUESDAY)
    made = compare_story(store, story, FRIDAY, SETTINGS)
    news = new_since_last(store, story, made, SETTINGS)
    assert made.corrected[0].carried_out and news is not None
    assert {(one.change, one.after and one.after.text) for one in news.revisions} == {
        ("revised", "The ferry Marlin ran aground off Port Halven on Sunday night."),
        ("added", "It sank."),
    }
