"""Corrections in the store: each under its number, for the stories that its articles are in."""

from dataclasses import replace

import pytest

from factories import make_article
from rashomon.errors import NoSuchCorrection
from rashomon.model.selector import Selector
from rashomon.model.story import Correction, KeptCorrection, Membership

NOON, LATER = "2025-03-04T12:00:00+00:00", "2025-03-04T13:00:00+00:00"
PIN = Correction("pin", "f", None, ("gull",), NOON, "Ann")
PLACE = Selector("gull", 0, 7, "A ferry", "", " ran")
MARK = Correction("boilerplate", "f", None, ("gull",), NOON, "Ann", (PLACE,))


@pytest.fixture
def two(store):
    """A store of two stories, of one report each."""
    store.keep_all([make_article(), make_article("tern")], "feed", NOON)
    store.place([Membership("gull", "f", 1.0, "first"), Membership("tern", "g", 1.0, "first")], when=NOON)
    return store


def test_a_correction_comes_back_as_it_was_given(two):
    assert [two.correct(PIN), two.correct(MARK)] == [1, 2]
    assert two.kept_corrections() == (KeptCorrection(1, PIN), KeptCorrection(2, MARK))
    assert two.kept_correction(2) == KeptCorrection(2, MARK)
    assert two.corrections() == (PIN, MARK) and two.grouping_corrections() == (PIN,)
    with pytest.raises(NoSuchCorrection, match="3"):
        two.kept_correction(3)


def test_the_same_correction_twice_is_one(two):
    assert two.correct(MARK) == two.correct(MARK) == 1
    assert two.correct(replace(MARK, places=(replace(PLACE, end=3),))) == 2


def test_one_that_ended_holds_no_more_and_is_kept(two):
    two.correct(MARK)
    two.end_correction(1, LATER, "Ben")
    assert two.corrections() == () and two.readings_corrected("f") == ()
    assert two.kept_corrections("f") == (KeptCorrection(1, MARK, LATER, "Ben"),)


def test_one_from_another_store_stays_as_it_is_here(two):
    two.take_correction(MARK, LATER, "Ben")
    two.take_correction(MARK)
    assert two.kept_corrections() == (KeptCorrection(1, MARK, LATER, "Ben"),)


def test_words_are_corrected_in_the_story_their_article_is_in(two):
    two.correct(PIN)
    two.correct(MARK)
    assert two.readings_corrected("f") == (MARK,) and two.readings_corrected("g") == ()
    two.place([Membership("gull", "g", 1.0, "moved")], when=LATER)
    assert two.readings_corrected("g") == two.readings_corrected("f") == (MARK,)  # where it was made, it is missed
    assert [kept.number for kept in two.kept_corrections("g")] == [2]


def test_the_digest_of_a_story_tells_its_versions_and_then_its_corrections(two):
    plain, other = two.story_digest("f"), two.story_digest("g")
    two.correct(PIN)
    assert two.story_digest("f") == plain
    two.correct(MARK)
    corrected = two.story_digest("f")
    assert corrected.partition("-")[0] == plain != corrected and two.story_digest("g") == other
    two.end_correction(2, LATER, "Ben")
    assert two.story_digest("f") == plain


def test_any_words_come_back(two):
    odd = replace(MARK, by="\ud800\0 O'Hara", places=(replace(PLACE, exact='"\ud83d\0\u2028', article="é?:1"),))
    two.correct(odd)
    assert two.corrections() == (odd,)
