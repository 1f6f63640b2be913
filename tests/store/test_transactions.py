"""All or nothing, and one writer at a time."""

import threading

import pytest

from factories import make_article
from rashomon.model.kept import SourceState
from rashomon.model.story import Membership
from rashomon.store.opening import open_store

NOON = "2025-03-04T12:00:00+00:00"


class Stopped(Exception):
    """Raised by a test in the middle of its work."""


def test_what_is_written_together_is_there_together(store):
    with store.transaction():
        store.keep(make_article(), "feed", NOON)
        store.place([Membership("gull", "ferry", 1.0, "")], when=NOON)
        store.save_source_state(SourceState("feed", "feed", last_read=NOON))
    assert store.story_of("gull") == "ferry" and store.source_state("feed")


def test_an_error_undoes_all_that_was_written_with_it(store):
    store.keep(make_article("tern"), "feed", NOON)
    with pytest.raises(Stopped), store.transaction():
        store.keep(make_article(), "feed", NOON)
        store.keep(make_article("tern", "Changed."), "feed", NOON)
        with store.transaction():
            store.place([Membership("gull", "ferry", 1.0, "")], when=NOON)
        raise Stopped
    assert [one.id for one in store.articles()] == ["tern"]
    assert len(store.versions("tern")) == 1
    assert store.stories() == () and store.search("changed") == ()


def test_what_is_written_is_read_inside_and_not_outside_before_the_end(store, address):
    with open_store(address) as other:
        with store.transaction():
            store.keep(make_article(), "feed", NOON)
            assert store.article("gull") == make_article() and len(store.search("ferry")) == 1
            assert list(other.articles()) == []
        assert [one.id for one in other.articles()] == ["gull"]


def test_many_writers_keep_each_article_once(address):
    articles = [make_article(f"a-{number}", f"Report {number}.") for number in range(40)]
    outcomes = []

    def write() -> None:
        with open_store(address) as store:
            for start in range(0, 40, 10):
                outcomes.extend(one.outcome for one in store.keep_all(articles[start : start + 10], "feed", NOON))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert sorted(outcomes) == ["new"] * 40 + ["same"] * 120
    with open_store(address) as store:
        assert len(list(store.articles())) == 40


def test_a_reader_in_the_middle_sees_what_comes_after(store):
    store.keep_all([make_article(f"a-{number:03}", "Report.") for number in range(300)], "feed", NOON)
    reader = store.articles()
    first = next(reader)
    store.keep(make_article("last"), "feed", NOON)
    ids = [first.id, *(one.id for one in reader)]
    assert len(ids) == len(set(ids)) == 301 and ids[-1] == "last"
