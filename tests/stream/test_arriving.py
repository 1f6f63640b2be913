from dataclasses import replace

import pytest
from tests.stream.conftest import FRIDAY, GULL, MILL, MONDAY, OATS, TERN, TUESDAY, opened

from rashomon.cluster.signature import Signature
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.stream.arriving import open_stream
from rashomon.stream.correcting import merge_stories
from rashomon.stream.regrouping import regroup


def test_reports_of_one_event_come_into_one_story(store, stream):
    assert store.story_of(GULL.id) == store.story_of(TERN.id) != store.story_of(MILL.id) == store.story_of(OATS.id)
    assert next(store.unplaced(), None) is None
    assert all(one.reason for one in store.memberships())


def test_a_report_of_a_later_run_finds_its_story(store):
    opened(store).keep([GULL, MILL], "feed.example", MONDAY)
    before = store.story_of(GULL.id)
    arrival = opened(store).keep([TERN], "feed.example", TUESDAY)
    assert [(one.article, one.story) for one in arrival.placed] == [(TERN.id, before)]
    assert store.story(before).articles == 2


def test_the_same_report_again_changes_nothing(store, stream):
    memberships = list(store.memberships())
    arrival = stream.keep([GULL, GULL], "feed.example", TUESDAY)
    assert [one.outcome for one in arrival.kept] == ["same", "same"]
    assert not arrival.placed and list(store.memberships()) == memberships


def test_a_changed_report_stays_in_its_story_with_a_new_signature(store, stream):
    before, signed = store.story_of(GULL.id), {article: bytes for article, _, bytes in store.signatures()}
    arrival = stream.keep([replace(GULL, text=GULL.text.replace("coast guard", "harbour master"))], "feed", TUESDAY)
    assert [(one.outcome, one.version) for one in arrival.kept] == [("changed", 2)]
    after = {article: bytes for article, _, bytes in store.signatures()}
    assert store.story_of(GULL.id) == before
    assert {article for article in after if after[article] != signed[article]} == {GULL.id}
    assert "harbour" in Signature.from_bytes(after[GULL.id]).words


def test_what_a_killed_run_kept_is_placed_by_the_next(store):
    store.keep_all([GULL, MILL, TERN], "feed.example", MONDAY)
    opened(store, TUESDAY)
    assert next(store.unplaced(), None) is None
    assert store.story_of(GULL.id) == store.story_of(TERN.id) != store.story_of(MILL.id)


def test_placing_what_is_unplaced_twice_is_placing_it_once(store):
    store.keep_all([GULL, MILL, TERN], "feed.example", MONDAY)
    open_stream(store, GroupingSettings(), StreamSettings(batch=1), TUESDAY)
    memberships = list(store.memberships())
    open_stream(store, GroupingSettings(), StreamSettings(), FRIDAY)
    assert list(store.memberships()) == memberships and len(memberships) == 3


def test_a_batch_that_fails_leaves_nothing_behind(store, monkeypatch):
    stream = opened(store)
    with monkeypatch.context() as broken:
        broken.setattr(store, "place", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            stream.keep([GULL], "feed.example", MONDAY)
    assert list(store.articles()) == []
    stream.keep([TERN, GULL], "feed.example", TUESDAY)
    assert store.story_of(GULL.id) == store.story_of(TERN.id)


def test_a_correction_made_meanwhile_is_heeded(store):
    stream = opened(store)
    stream.keep([GULL, MILL], "feed.example", MONDAY)
    merge_stories(store, store.story_of(GULL.id), store.story_of(MILL.id), TUESDAY, "Ann")
    stream.keep([OATS, TERN], "feed.example", TUESDAY)
    assert len(store.stories()) == 1


def test_articles_outside_the_window_stay_where_they_are(store, stream):
    short = open_stream(store, GroupingSettings(), StreamSettings(window=1), TUESDAY)
    memberships = list(store.memberships())
    assert [one.outcome for one in short.keep([GULL], "feed.example", FRIDAY).kept] == ["same"]
    assert list(store.memberships()) == memberships


def test_a_run_that_goes_on_holds_no_more_than_its_window(store):
    run = open_stream(store, GroupingSettings(), StreamSettings(window=10), MONDAY)
    for number in range(30):
        run.keep([replace(MILL, id=f"{number}", headline=f"Mill {number} burns")], "feed.example", MONDAY)
        assert run.held <= 12  # the window, a tenth more, and the batch just kept
    assert len(list(store.memberships())) == 30


def test_signatures_of_another_version_are_read_anew(store, stream):
    store.place((), when=TUESDAY, signatures={GULL.id: b"\xff" * 40, MILL.id: b""})
    owl = replace(TERN, id="owl.example/ferry")
    opened(store).keep([owl], "feed.example", FRIDAY)
    assert store.story_of(owl.id) == store.story_of(GULL.id)
    assert regroup(store, GroupingSettings(), FRIDAY) == 0
