"""How likely two clauses make one statement."""

import numpy as np
import pytest
from tests.compare.sentences import compared

from rashomon.compare.clause_pairs import score_clause_pairs
from rashomon.compare.trees import load_trees

STRUCK = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday morning."
HIT = "On Tuesday the Marlin, a ferry, hit the wall of the harbour at Port Ansel."
CHOIR = "A choir from Ellan sang on the quay of Port Ansel until the evening."
LONG = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday, and its captain was questioned by police."


def likeness(*texts: str) -> np.ndarray:
    """C x C, clauses in the order of the texts."""
    return score_clause_pairs(compared(*texts), load_trees()["joined"])


def test_one_statement_in_other_words_is_likelier_than_another_of_the_same_place():
    found = likeness(STRUCK, f"{HIT} {CHOIR}")
    *hit, choir = found[0, 1:]  # the first sentence has several clauses
    assert min(hit) > 0.5 > choir


def test_likeness_is_symmetric_and_nothing_within_an_article():
    found = likeness(f"{STRUCK} {CHOIR}", f"{HIT} {CHOIR}", LONG)
    assert (found == found.T).all() and not np.diag(found).any()
    assert found[0, 1] == 0


def test_the_same_words_are_sure():
    assert likeness(CHOIR, CHOIR)[0, 1] == pytest.approx(0.99)


def test_of_a_sentence_with_two_statements_the_clause_that_says_it_is_likeliest():
    found = likeness(STRUCK, LONG)
    assert found.shape == (3, 3)
    assert found[0, 1] > found[0, 2]
