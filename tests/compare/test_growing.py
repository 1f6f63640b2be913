"""Groups grown from likely pairs: what comes in, what stays out, and that one clause may be in two."""

import numpy as np

from rashomon.compare.growing import grow_groups
from rashomon.settings import ClaimSettings

SETTINGS = ClaimSettings(seed=0.5, member=0.4, second=0.6, least=0.2, same_group=0.9)


def grown(articles: list[int], *likely: tuple[int, int, float]) -> list[tuple[int, ...]]:
    """The groups of clauses of these articles, of which only the pairs given are likely."""
    scores = np.zeros((len(articles), len(articles)), np.float32)
    for one, two, probability in likely:
        scores[one, two] = scores[two, one] = probability
    return sorted(grow_groups(scores, np.array(articles, np.intp), SETTINGS))


def test_a_likely_pair_is_a_group():
    assert grown([0, 1, 2], (0, 1, 0.9)) == [(0, 1)]


def test_an_unlikely_pair_is_none():
    assert grown([0, 1], (0, 1, 0.45)) == []


def test_a_clause_joins_where_it_fits_the_members_on_average():
    assert grown([0, 1, 2], (0, 1, 0.9), (0, 2, 0.7), (1, 2, 0.3)) == [(0, 1, 2)]


def test_a_clause_that_fits_one_member_alone_stays_out():
    assert (0, 1, 2) not in grown([0, 1, 2], (0, 1, 0.9), (0, 2, 0.95), (1, 2, 0.1))


def test_one_clause_may_be_in_two_groups():
    assert grown([0, 1, 2], (0, 1, 0.9), (0, 2, 0.9)) == [(0, 1), (0, 2)]


def test_a_second_clause_of_an_article_needs_more():
    assert grown([0, 1, 1], (0, 1, 0.9), (0, 2, 0.55)) == [(0, 1)]
    assert grown([0, 1, 1], (0, 1, 0.9), (0, 2, 0.8)) == [(0, 1, 2)]


def test_a_group_inside_a_larger_one_falls_away():
    groups = grown([0, 1, 2, 3], (0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.8), (0, 3, 0.8), (1, 3, 0.8), (2, 3, 0.8))
    assert groups == [(0, 1, 2, 3)]


def test_nothing_grows_from_nothing():
    assert grown([0, 0, 1]) == []
