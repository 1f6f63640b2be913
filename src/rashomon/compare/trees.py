"""Boosted trees, learned by scripts/train_joining.py: each asks the same question of all that reach a level.

Such trees (oblivious: Prokhorenkova et al. 2018) are read without a branch: the answers are the bits of the leaf's
number.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.vectors import Floats

_WEIGHTS = "joining_trees.npz"
PARTS = ("features", "asked", "border", "leaf", "bias")  # of each in that file, after its name


@dataclass(frozen=True, slots=True)
class Trees:
    """T trees of D levels; a row's log odds are the sum of its leaves and `bias`."""

    features: tuple[str, ...]
    asked: NDArray[np.intp]  # T x D: the feature of each level, the highest bit of the leaf's number first
    border: Floats  # T x D: the answer is whether the feature is above it
    leaf: Floats  # T x 2^D
    bias: float

    def probability(self, features: Floats) -> Floats:
        """N x features -> N probabilities, 0..1."""
        columns = np.ascontiguousarray(features.T)
        log_odds = np.full(len(features), self.bias, np.float32)
        for asked, border, leaf in zip(self.asked.tolist(), self.border, self.leaf, strict=True):
            number = np.zeros(len(features), np.uint8)
            for feature, least in zip(asked, border, strict=True):
                number += number
                number += (columns[feature] > least).view(np.uint8)
            log_odds += leaf.take(number, mode="clip")  # each number is a leaf's; to check it would cost twice the time
        result: Floats = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
        return result


@lru_cache(maxsize=1)
def load_trees() -> dict[str, Trees]:
    """The trees shipped with the package, by what they tell: "said" and "joined"; read once."""
    with resources.as_file(resources.files("rashomon.compare") / _WEIGHTS) as path, np.load(path) as stored:
        return {name: _trees({key: stored[f"{name} {key}"] for key in PARTS}) for name in ("said", "joined")}


def _trees(part: dict[str, NDArray[Any]]) -> Trees:
    features = tuple(str(name) for name in part["features"])
    return Trees(features, part["asked"].astype(np.intp), part["border"], part["leaf"], float(part["bias"]))
