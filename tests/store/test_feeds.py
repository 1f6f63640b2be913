"""Sources and what was skipped on the way."""

from dataclasses import replace

from rashomon.model.kept import Skipped, SourceState

NOON, EVENING = "2025-03-04T12:00:00+00:00", "2025-03-04T18:00:00+00:00"
GULL = SourceState("https://gull.example/feed", "feed", 'W/"1"', "Tue, 04 Mar 2025", NOON, EVENING)


def test_a_source_never_read_is_unknown(store):
    assert store.source_state("https://gull.example/feed") is None


def test_the_last_state_of_a_source_stands(store):
    store.save_source_state(GULL)
    failed = replace(GULL, failures=2, last_error="timed out after 20 s")
    store.save_source_state(failed)
    assert store.source_state(GULL.url) == failed
    assert store.sources() == (failed,)


def test_sources_are_told_by_when_they_are_due(store):
    tern = SourceState("https://tern.example/feed", "feed", next_due=NOON)
    skua = SourceState("skua.jsonl", "file")
    for state in (GULL, tern, skua):
        store.save_source_state(state)
    assert store.sources() == (skua, tern, GULL)
    assert store.sources(due=NOON) == (tern,)


def test_what_is_skipped_for_one_reason_stands_once(store):
    robots = Skipped("https://gull.example/a", GULL.url, "robots.txt forbids it", NOON)
    slow = replace(robots, reason="no answer in 20 s")
    store.skip([robots, slow, replace(robots, when=EVENING)])
    store.skip([slow, Skipped("b.pdf", "folder", "a PDF", NOON)])
    assert list(store.skipped(GULL.url)) == [robots, slow]
    assert len(list(store.skipped())) == 3


def test_a_source_that_is_forgotten_is_followed_no_more(store):
    store.save_source_state(GULL)
    store.forget_source(GULL.url)
    assert store.source_state(GULL.url) is None and store.sources() == ()
    store.forget_source(GULL.url)  # nothing is left to forget
