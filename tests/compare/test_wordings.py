"""How alike two wordings are."""

import pytest

from rashomon.compare.wordings import CUT, SAME, compare_wordings, read_wording

WHOLE = "We heard a loud bang and then the lights went out"


def likeness(one: str, two: str) -> float:
    return compare_wordings(read_wording(one), read_wording(two))


def test_the_same_words_are_the_same_however_they_are_printed():
    assert likeness(WHOLE, WHOLE.upper() + "…") == SAME


def test_a_piece_of_a_wording_is_a_cut():
    assert likeness(WHOLE, "then the lights went out") == CUT


def test_changed_words_lie_between():
    assert 0.5 < likeness(WHOLE, "We heard a very loud noise, and the lights all went off") < CUT


@pytest.mark.parametrize("other", ["Nobody told us where the boats were kept", "", "…"])
def test_other_words_are_not_alike(other):
    assert likeness(WHOLE, other) < 0.3


def test_likeness_has_no_direction():
    other = "The lights went out after we heard a bang"
    assert likeness(WHOLE, other) == pytest.approx(likeness(other, WHOLE))
