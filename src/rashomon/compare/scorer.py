"""A learned line: a hundred numbers, trained by scripts/train_joining.py on the labelled stories."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from rashomon.compare.vectors import Floats

_WEIGHTS = "joining_weights.json"


@dataclass(frozen=True, slots=True)
class LinearScorer:
    """Logistic regression: the probability is that of weights . (features - mean) / scale + bias."""

    features: tuple[str, ...]
    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def probability(self, features: Floats) -> Floats:
        """Features in the last axis -> probabilities, 0..1."""
        slope = self.weights / self.scale
        log_odds = features @ slope + np.float32(self.bias - float(self.mean @ slope))
        result: Floats = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
        return result


@lru_cache(maxsize=1)
def load_scorer() -> LinearScorer:
    """The line shipped with the package, for pairs of sentences; read once."""
    numbers = json.loads((resources.files("rashomon.compare") / _WEIGHTS).read_text(encoding="utf-8"))

    def row(key: str) -> Floats:
        return np.array(numbers[key], np.float32)

    return LinearScorer(
        tuple(str(f) for f in numbers["features"]), row("mean"), row("scale"), row("weights"), float(numbers["bias"][0])
    )
