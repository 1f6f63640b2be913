"""Learned lines: the numbers shipped fit the features they are for."""

import numpy as np
import pytest

from rashomon.compare.pairs import PAIR_FEATURES
from rashomon.compare.said import CLAUSE_FEATURES
from rashomon.compare.scorer import LinearScorer, load_scorers


@pytest.mark.parametrize(("name", "features"), [("pair", PAIR_FEATURES), ("clause", CLAUSE_FEATURES)])
def test_weights_are_those_of_the_features_in_their_order(name, features):
    scorer = load_scorers()[name]
    assert scorer.features == features
    assert len(scorer.mean) == len(scorer.scale) == len(scorer.weights) == len(features)
    assert (scorer.scale > 0).all()


def test_probability_is_that_of_the_log_odds():
    row = np.array([1.0, 2.0], np.float32)
    scorer = LinearScorer(("a", "b"), mean=row, scale=row, weights=row, bias=0.0)
    assert scorer.probability(np.array([1.0, 2.0], np.float32)) == pytest.approx(0.5)
    assert scorer.probability(np.array([2.0, 4.0], np.float32)) == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-6)


def test_odds_beyond_all_bounds_stay_probabilities():
    one = np.ones(1, np.float32)
    scorer = LinearScorer(("a",), mean=one, scale=one, weights=one, bias=0.0)
    found = scorer.probability(np.array([[-1e9], [1e9]], np.float32))
    assert (found >= 0).all() and (found <= 1).all() and found[0] < found[1]
