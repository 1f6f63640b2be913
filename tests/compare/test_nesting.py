"""Claims within claims: what is kept of the closer ones, and which wider claim holds each."""

import pytest

from rashomon.compare.nesting import find_wider, with_closer
from rashomon.model.joined import JoinedClaim, Place
from rashomon.model.span import Span


def claim(**spans: tuple[int, int]) -> JoinedClaim:
    """Reports a, b, c, ... with the place of each."""
    return JoinedClaim(tuple(Place("abcd".index(report), Span(*span)) for report, span in spans.items()))


WIDE = claim(a=(0, 40), b=(0, 40), c=(0, 40))
CLOSE = claim(a=(20, 40), b=(20, 40))


def test_what_fewer_reports_tell_alike_is_a_claim_of_its_own():
    assert with_closer((WIDE,), (CLOSE,)) == (WIDE, CLOSE)


@pytest.mark.parametrize(
    "closer",
    [
        pytest.param(claim(a=(5, 30), b=(5, 30), c=(5, 30)), id="the reports of a claim that it touches"),
        pytest.param(claim(a=(5, 30)), id="one report"),
    ],
)
def test_what_a_claim_tells_already_is_left_out(closer):
    assert with_closer((WIDE,), (closer,)) == (WIDE,)


def test_of_two_closer_claims_of_the_same_reports_that_touch_the_first_is_kept():
    assert with_closer((WIDE,), (CLOSE, claim(a=(30, 40), b=(30, 40)))) == (WIDE, CLOSE)


def test_a_claim_of_the_same_reports_elsewhere_is_another():
    elsewhere = claim(a=(60, 80), b=(60, 80))
    assert with_closer((WIDE,), (CLOSE, elsewhere)) == (WIDE, CLOSE, elsewhere)


def test_a_claim_knows_the_wider_one_that_holds_it():
    assert find_wider((WIDE, CLOSE)) == (None, 0)


def test_of_several_wider_claims_it_is_that_of_fewest_reports():
    widest = claim(a=(0, 40), b=(0, 40), c=(0, 40), d=(0, 40))
    assert find_wider((widest, WIDE, CLOSE)) == (None, 0, 1)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(claim(a=(35, 70), b=(20, 40)), id="less than half of a place is in it"),
        pytest.param(claim(a=(20, 40), d=(20, 40)), id="a report that it lacks"),
        pytest.param(claim(a=(20, 40), b=(20, 40), c=(20, 40)), id="just its reports"),
        pytest.param(claim(a=(20, 40)), id="one place, which no other report shares"),
    ],
)
def test_no_other_claim_is_within_it(other):
    assert find_wider((WIDE, other)) == (None, None)
