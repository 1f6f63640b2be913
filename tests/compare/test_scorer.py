"""A learned line: the numbers shipped fit the features they are for."""

import numpy as np
import pytest

from rashomon.compare.pairs import PAIR_FEATURES
from rashomon.compare.scorer import LinearScorer, load_scorer


def test_weights_are_those_of_the_features_in_their_order():
    scorer = load_scorer()
    assert scorer.features == PAIR_FEATURES
    assert len(scorer.mean) == len(scorer.scale) == len(scorer.weights) == len(PAIR_FEATURES)
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
