"""How sure a difference is: the share of its like that careful readers held right, learned from labelled stories."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from rashomon.compare.slots.findings import Finding
from rashomon.model.comparison import Difference, Value

_WEIGHTS = "sureness.toml"  # written by scripts/train_sureness.py
_WORD = re.compile(r"\w{3,}")


def with_sureness(finding: Finding, difference: Difference) -> Difference:
    """The difference with its confidence, 0..1, as learned; the finder's own guess is one of the things it rests on."""
    weights = _weights()
    log_odds = sum(weights.get(name, 0.0) * value for name, value in sureness_features(finding, difference).items())
    return replace(difference, confidence=round(1 / (1 + math.exp(-log_odds)), 2))


def sureness_features(finding: Finding, difference: Difference) -> dict[str, float]:
    """What the confidence rests on, by name: which rule found what, how many reports tell it, and how alike."""
    one, two = (_widest(value) for value in difference.values[:2])
    mine, theirs = set(_WORD.findall(one.lower())), set(_WORD.findall(two.lower()))
    shared = len(mine & theirs)
    reports = len({place.article for value in difference.values for place in value.evidence})
    return {
        "always": 1.0,
        f"found as {finding.finder}": 1.0,
        f"{difference.relation} of {difference.kind}": 1.0,
        "the finder's guess": 4 * (finding.confidence - 0.5),
        "reports that tell it": min(reports, 6) / 2,
        "values that compete": min(len(difference.values), 4) / 2,
        "claims it lies in": min(len(difference.claims), 4) / 4,
        "no claim holds it": float(not difference.claims),
        "words in common, of all": 3 * shared / max(1, len(mine | theirs)),
        "words in common, of the fewer": 2 * shared / max(1, min(len(mine), len(theirs))),
        "words of the longest value": max(len(value.value.split()) for value in difference.values) / 5,
        "shortness of the evidence": 1 - min(len(one), len(two), 300) / 300,
    }


def _widest(value: Value) -> str:
    return max((place.text for place in value.evidence), key=len)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return tomllib.loads((resources.files("rashomon.compare.slots") / _WEIGHTS).read_text(encoding="utf-8"))
