"""Sources: when they were read, what came of them, what was skipped and why."""

import pytest
from tests.store.conftest import EVENING, NOON

from factories import make_article
from rashomon.model.kept import Skipped, SourceHealth, SourceState

FEED = "https://gull.example/feed"


def test_a_source_has_its_articles_and_what_was_skipped(store):
    state = SourceState(FEED, "feed", last_read=NOON, next_due=EVENING)
    store.save_source_state(state)
    store.keep_all([make_article("a"), make_article("b")], FEED, NOON)
    store.keep(make_article("a", "Other words."), FEED, EVENING)
    skipped = [Skipped(f"https://gull.example/{n}", FEED, "no text in it", NOON) for n in range(7)]
    store.skip(skipped)
    assert store.source_health() == (SourceHealth(state, 2, 7, tuple(skipped[:1:-1])),)


def test_those_that_fail_come_first_and_then_by_address(store):
    failing = SourceState("https://z.example", "feed", failures=2, last_error="404")
    for state in (SourceState("https://b.example", "feed"), failing, SourceState("https://a.example", "sitemap")):
        store.save_source_state(state)
    assert [one.state.url for one in store.source_health()] == [
        "https://z.example",
        "https://a.example",
        "https://b.example",
    ]


def test_a_page_counts_with_the_list_that_led_to_it(store):
    store.save_source_state(SourceState(FEED, "feed"))
    for address in ("https://gull.example/ferry", "https://gull.example/given"):
        store.save_source_state(SourceState(address, "page", last_read=NOON))
    store.keep(make_article("a"), FEED, NOON)
    store.keep(make_article("b"), "https://gull.example/given", NOON)
    found = {one.state.url: (one.state.kind, one.articles) for one in store.source_health()}
    assert found == {FEED: ("feed", 1), "https://gull.example/given": ("page", 1)}


def test_a_file_is_known_by_its_path_and_its_address(store):
    store.save_source_state(SourceState("file:///data/a%20b.jsonl", "file", last_read=NOON))
    store.keep(make_article("a"), "/data/a b.jsonl", NOON)
    (one,) = store.source_health()
    assert (one.state.kind, one.articles) == ("file", 1)


@pytest.mark.parametrize("written", ["b/a.jsonl", "./b/a.jsonl", "../b/a.jsonl", "a.jsonl"])
def test_a_file_is_one_source_wherever_it_was_named_from(store, written):
    state = SourceState("file:///data/b/a.jsonl", "file", last_read=NOON)
    store.save_source_state(state)
    store.save_source_state(SourceState("file:///data/other/ba.jsonl", "file", last_read=NOON))
    store.keep_all([make_article("a"), make_article("b")], written, NOON)
    store.keep_all([make_article("b", "Other words."), make_article("c")], "/data/b/a.jsonl", EVENING)
    odd = [Skipped(f"{name}:{n}", name, "no text", NOON) for n in range(4) for name in (written, "/data/b/a.jsonl")]
    store.skip(odd)
    other, one = sorted(store.source_health(), key=lambda health: health.articles)
    assert (other.state.url, other.articles) == ("file:///data/other/ba.jsonl", 0)
    assert one == SourceHealth(state, 3, 8, tuple(odd[:2:-1]))


def test_a_name_that_may_be_of_two_files_stands_for_itself(store):
    for folder in ("a", "b"):
        store.save_source_state(SourceState(f"file:///{folder}/today.jsonl", "file", last_read=NOON))
    store.keep(make_article("a"), "today.jsonl", NOON)
    found = {one.state.url: one.articles for one in store.source_health()}
    assert found == {"file:///a/today.jsonl": 0, "file:///b/today.jsonl": 0, "today.jsonl": 1}


def test_what_has_no_state_is_told_as_well(store):
    store.keep(make_article("a"), "pasted by a reader", NOON)
    store.skip([Skipped("nowhere", "https://gone.example", "no such host", NOON)])
    found = {one.state.url: (one.state.kind, one.articles, one.skipped) for one in store.source_health()}
    assert found == {"https://gone.example": ("other", 0, 1), "pasted by a reader": ("other", 1, 0)}


def test_nothing_collected_is_no_source(store):
    assert store.source_health() == ()
