"""How likely a sentence says what a clause of another says."""

import numpy as np
from tests.compare.sentences import compared

from rashomon.compare.said import score_clauses
from rashomon.compare.trees import load_trees

LONG = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday, and its captain was questioned by police."
HIT = "On Tuesday the ferry Marlin hit the harbour wall of Port Ansel."
CHOIR = "A choir from Ellan sang in the cathedral."


def said(*texts: str) -> np.ndarray:
    """C x S, clauses and sentences in the order of the texts."""
    known = compared(*texts)
    return score_clauses(known.s, known.o, known.scores, load_trees()["said"])


def test_the_clause_that_a_sentence_says_is_likelier_than_the_other_of_its_sentence():
    found = said(LONG, HIT)
    assert found[0, 1] > 0.5 > found[1, 1]


def test_what_shares_nothing_is_not_looked_at():
    found = said(HIT, CHOIR)
    assert not found.any()


def test_no_clause_is_sought_in_its_own_article():
    assert not said(f"{HIT} {HIT}", CHOIR)[:, :2].any()
