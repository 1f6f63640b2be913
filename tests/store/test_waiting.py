"""What waits to be compared, and the marks by which a change is seen."""

import pytest
from tests.store.conftest import EVENING, NOON, place, save

from factories import TEXTS, find, make_article, make_comparison, make_empty, make_witness
from rashomon.model.kept import Skipped, SourceState
from rashomon.model.selector import Selector
from rashomon.model.story import Correction, StoryChange
from rashomon.store.opening import open_store


def correction(article="gull", story="ferry"):
    words = find("gull", "Sign up for our newsletter.")
    selector = Selector(article, words.start, words.end, words.text)
    return Correction("boilerplate", story, None, (), EVENING, "Ana", (selector,))


def test_stories_of_several_articles_wait_first_then_the_latest(store):
    days = {"a": "2025-03-01", "b": "2025-03-02", "c": "2025-03-09", "d": "2025-03-08", "e": "2025-03-05"}
    store.keep_all([make_article(id, f"Report {id}.", published=day) for id, day in days.items()], "feed", NOON)
    assert store.waiting_stories() == ()
    for story, articles in {"one": "c", "two": "ab", "three": "d", "four": "e"}.items():
        place(store, story, *articles)
    assert store.waiting_stories() == ("two", "one", "three", "four")
    assert store.waiting_stories(2) == ("two", "one") and store.count_waiting() == 4
    save(store, "one", make_empty(make_witness("c")))
    assert store.waiting_stories() == ("two", "three", "four")


def test_a_story_that_was_compared_waits_again_when_it_changes(ferry):
    assert ferry.waiting_stories() == ()
    changes = {
        "a report changed": lambda: ferry.keep(make_article("tern", "Other words."), "feed", EVENING),
        "a report came": lambda: (ferry.keep(make_article("d"), "feed", EVENING), place(ferry, "ferry", "d")),
        "a report went": lambda: place(ferry, "elsewhere", "d"),
        "it was corrected": lambda: numbers.append(ferry.correct(correction())),
        "that was undone": lambda: ferry.end_correction(numbers[-1], EVENING, "Ben"),
        "words of its reports were corrected": lambda: ferry.correct(correction(story="elsewhere")),
    }
    numbers = []
    for what, happens in changes.items():
        happens()
        assert "ferry" in ferry.waiting_stories(), what
        assert not ferry.listed_story("ferry").fresh
        save(ferry, "ferry", make_comparison(), EVENING)
        assert "ferry" not in ferry.waiting_stories(), what
        assert ferry.listed_story("ferry").fresh


def test_a_story_that_did_not_change_does_not_wait(ferry):
    ferry.keep_all([ferry.article(id) for id in TEXTS], "feed", EVENING)  # read again, the same
    place(ferry, "ferry", "gull", when=EVENING)
    ferry.keep(make_article("other"), "feed", EVENING)
    ferry.save_source_state(SourceState("feed", "feed"))
    place(ferry, "elsewhere", "other")
    assert ferry.waiting_stories() == ("elsewhere",)


def test_a_story_that_changed_while_it_was_compared_waits_on(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    digest = ferry.story_digest("ferry")
    ferry.keep(make_article("tern", "Other words yet."), "feed", EVENING)
    ferry.save_comparison("ferry", digest, '{"n": 1}', EVENING)
    assert ferry.waiting_stories() == ("ferry",)


def test_a_story_without_articles_does_not_wait(ferry):
    place(ferry, "elsewhere", *TEXTS)
    assert ferry.waiting_stories() == ("elsewhere",)


def test_a_story_that_cannot_be_compared_is_not_tried_until_it_changes(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    ferry.fail_comparison("ferry", ferry.story_digest("ferry"), "a fault of ours")
    one = ferry.listed_story("ferry")
    assert ferry.waiting_stories() == ()
    assert one.failure == "a fault of ours" and not one.fresh and one.figures.claims == 3
    ferry.keep(make_article("tern", "Other words yet."), "feed", EVENING)
    assert ferry.waiting_stories() == ("ferry",) and ferry.listed_story("ferry").failure is None


def test_a_failure_that_was_overcome_is_forgotten(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    ferry.fail_comparison("ferry", ferry.story_digest("ferry"), "a fault of ours")
    save(ferry, "ferry", make_comparison(), EVENING)
    one = ferry.listed_story("ferry")
    assert one.fresh and one.failure is None


def test_a_failure_of_a_former_state_is_none(ferry):
    digest = ferry.story_digest("ferry")
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    ferry.fail_comparison("ferry", digest, "a fault of ours")
    assert ferry.waiting_stories() == ("ferry",) and ferry.listed_story("ferry").failure is None


def test_a_mark_changes_with_whatever_is_shown(ferry):
    writes = (
        lambda: ferry.keep(make_article("d"), "feed", EVENING),
        lambda: place(ferry, "ferry", "d"),
        lambda: ferry.correct(correction()),
        lambda: save(ferry, "ferry", make_comparison(), EVENING),
    )
    marks = [ferry.mark()]
    for write in writes:
        write()
        marks.append(ferry.mark())
    assert len(set(marks)) == len(marks)
    ferry.search("ferry"), ferry.listed_stories(), ferry.story_digest("ferry")
    assert ferry.mark() == marks[-1]


def test_a_mark_stays_where_a_feed_is_read_again_that_brings_nothing_new(ferry):
    ferry.keep(make_article("d"), "feed", EVENING)
    before = ferry.mark()
    with ferry.transaction():
        ferry.keep(make_article("d"), "feed", EVENING)
        ferry.skip([Skipped("nowhere", "feed", "no such host", NOON)])
        ferry.save_source_state(SourceState("feed", "feed"))
    assert ferry.mark() == before
    with ferry.transaction():
        ferry.keep(make_article("e"), "feed", EVENING)
        ferry.save_source_state(SourceState("feed", "feed"))
    assert ferry.mark() != before


def test_a_storys_mark_changes_with_why_it_could_not_be_compared(ferry):
    marks = [ferry.mark("ferry")]
    for reason in ("the process ended", "it took too long"):
        ferry.fail_comparison("ferry", ferry.story_digest("ferry"), reason)
        marks.append(ferry.mark("ferry"))
    assert len(set(marks)) == 3


def test_a_mark_changes_with_what_another_process_writes(ferry, address):
    before = ferry.mark()
    with open_store(address) as other:
        assert other.mark() == before
        other.keep(make_article("d"), "feed", EVENING)
        assert ferry.mark() == other.mark() != before


def test_a_mark_stays_where_writing_failed(ferry):
    before = ferry.mark()
    with pytest.raises(ZeroDivisionError), ferry.transaction():
        ferry.keep(make_article("d"), "feed", EVENING)
        1 / 0  # noqa: B018
    assert ferry.mark() == before


def test_a_storys_mark_changes_with_what_its_page_shows_and_with_nothing_else(ferry):
    others = (
        lambda: ferry.keep(make_article("d"), "feed", EVENING),
        lambda: place(ferry, "elsewhere", "d"),
        lambda: ferry.save_source_state(SourceState("feed", "feed")),
    )
    before = ferry.mark("ferry")
    for write in others:
        write()
        assert ferry.mark("ferry") == before
    changes = (
        lambda: ferry.keep(make_article("tern", "Other words."), "feed", EVENING),
        lambda: save(ferry, "ferry", make_comparison(), NOON),
        lambda: save(ferry, "ferry", make_comparison(), EVENING),  # by another version of Rashomon, say
        lambda: ferry.correct(correction()),
        lambda: ferry.fail_comparison("ferry", ferry.story_digest("ferry"), "a fault of ours"),
        lambda: _pin(ferry),
    )
    marks = [before]
    for change in changes:
        change()
        marks.append(ferry.mark("ferry"))
    assert len(set(marks)) == len(marks)
    assert ferry.mark("gone") == "0"


def _pin(store):
    with store.transaction():
        store.correct(Correction("pin", "ferry", None, ("gull",), EVENING, "Ana"))
        store.place((), (StoryChange("ferry", "pinned", None, ("gull",), EVENING, "Ana", ""),), when=EVENING)
