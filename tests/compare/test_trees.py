"""Boosted trees: a row's probability is that of the leaves its answers lead to."""

import numpy as np
import pytest

from rashomon.compare.clause_pairs import CLAUSE_PAIR_FEATURES
from rashomon.compare.said import CLAUSE_FEATURES
from rashomon.compare.trees import Trees, load_trees


def trees(leaf: list[list[float]], bias: float = 0.0) -> Trees:
    """Two levels: is the first feature above 1, is the second above 2."""
    rows = len(leaf)
    return Trees(
        ("a", "b"), np.array([[0, 1]] * rows), np.array([[1, 2]] * rows, np.float32), np.array(leaf, np.float32), bias
    )


@pytest.mark.parametrize(("row", "log_odds"), [((0, 0), -1), ((0, 3), -2), ((2, 0), 1), ((2, 3), 2), ((1, 2), -1)])
def test_the_answers_lead_to_a_leaf(row, log_odds):
    found = trees([[-1, -2, 1, 2]]).probability(np.array([row], np.float32))
    assert found[0] == pytest.approx(1 / (1 + np.exp(-log_odds)), abs=1e-6)


def test_leaves_of_several_trees_add_up():
    found = trees([[-1, -2, 1, 2], [0.5] * 4], bias=0.25).probability(np.array([[2, 3]], np.float32))
    assert found[0] == pytest.approx(1 / (1 + np.exp(-2.75)), abs=1e-6)


def test_no_rows_have_no_probabilities():
    assert trees([[0, 0, 0, 0]]).probability(np.zeros((0, 2), np.float32)).shape == (0,)


@pytest.mark.parametrize(("name", "features"), [("said", CLAUSE_FEATURES), ("joined", CLAUSE_PAIR_FEATURES)])
def test_the_trees_shipped_are_those_of_the_features_in_their_order(name, features):
    shipped = load_trees()[name]
    assert shipped.features == features
    assert shipped.asked.max() < len(features)
    assert shipped.leaf.shape == (len(shipped.asked), 2 ** shipped.asked.shape[1])
