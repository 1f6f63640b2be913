"""Small closed lists of English words by what they can carry, from `words.toml`."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

from rashomon.text.tokens import fold, stem

_LISTS: dict[str, Any] = tomllib.loads(
    resources.files("rashomon.compare.slots").joinpath("words.toml").read_text(encoding="utf-8")
)


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in _LISTS[name].split())


def _by_first(phrases: list[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(phrase.split()) for phrase in phrases):
        found.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(same) for first, same in found.items()})


WEEKDAYS = _words("weekdays")
MONTHS = _words("months")
NUMERALS = MappingProxyType(
    {w: n for n, w in enumerate(_LISTS["units"].split())} | {w: 10 * n for n, w in enumerate(_LISTS["tens"].split(), 3)}
)
NUMBER_WORDS = (frozenset(NUMERALS) - {"one"}) | _words("scales")
TIMES_OF_DAY = _words("times_of_day")
EMPTY = _words("empty")
REPORTING = _stems("reporting")
ROUGHLY = _words("roughly")
NEGATIONS = _words("negations")
DENIALS = _stems("denials")
DENYING: Mapping[str, tuple[tuple[str, ...], ...]] = _by_first(_LISTS["denying"])  # phrases by their first word
HEDGES = _words("hedges")
HOLDING = _stems("holding")
PEOPLE = _stems("people")
OFFICES = _words("offices")
FORMER = _words("former")
KIN = _words("kin")
STYLES = _words("styles")
PLACE_PREPOSITIONS = _words("place_prepositions")
SITES = _stems("sites")
OUTSIDE = _words("outside")
NEARBY = _words("nearby")
INSIDE = _words("inside")
ENTRANCES = _words("entrances")
SPEAKERS = _words("speakers")
DETAIL_PREPOSITIONS = _words("detail_prepositions")


def is_negation(word: str) -> bool:
    """True for "not", "never" and "don’t"."""
    plain = fold(word).replace("’", "'")
    return plain in NEGATIONS or plain.endswith("n't")
