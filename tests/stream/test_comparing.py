from dataclasses import replace

import pytest
from tests.stream.conftest import FRIDAY, GULL, MONDAY, TERN, TUESDAY, opened

from rashomon.errors import BadOption
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_to_json
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story, new_since_last, new_since_moment

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
