"""How alike the wordings of two quotations are."""

import re
from dataclasses import dataclass

import numpy as np

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.vectors import Floats, load_vectors
from rashomon.text.tokens import fold, stem

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_NEAR = 0.45  # cosine; two words further apart share nothing
_WHOLE = 0.95  # coverage; all of the shorter wording's words stand in the longer
_LEAST = 0.3  # coverage of the longer wording; less is one phrase in common
SAME, CUT, HELD = 1.0, 0.95, 0.9  # likeness of the same words, of a cut, of words all found in the other


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a stretch: all of them in order, and those that matter with weight and vector."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    weights: Floats
    vectors: Floats


def read_wording(text: str) -> Wording:
    """The wording of a stretch of text."""
    table = load_vectors()
    words = tuple(fold(w) for w in _WORD.findall(text))
    matter = tuple(w for w in dict.fromkeys(words) if w not in FUNCTION_WORDS) or tuple(dict.fromkeys(words))
    vectors = table.vectors(matter)
    weights = np.array([0.15 + table.rarity(w) for w in matter], np.float32)
    return Wording(words, tuple(stem(w) for w in matter), weights, vectors)


def is_within(a: Wording, b: Wording) -> bool:
    """Whether the words of one stand, one after another, in the other."""
    short, long = sorted((a.words, b.words), key=len)
    return bool(short) and f" {' '.join(short)} " in f" {' '.join(long)} "


def coverage(a: Wording, b: Wording) -> float:
    """The share of a's words, by weight, that b says in the same or nearly the same words, 0..1."""
    if not len(a.weights) or not len(b.weights):
        return 0.0
    near = a.vectors @ b.vectors.T
    near = np.where(near < _NEAR, 0.0, near)
    known = {s: n for n, s in enumerate(b.stems)}
    best = near.max(axis=1)
    for n, s in enumerate(a.stems):
        if s in known:
            best[n] = 1.0
    return float((a.weights * best).sum() / a.weights.sum())


def compare_wordings(a: Wording, b: Wording) -> float:
    """How surely the two word one utterance, 0..1: 1 the same words, 0.95 one cut out of the other, less if altered."""
    if a.words == b.words and a.words:
        return SAME
    fewest = min(len(a.weights), len(b.weights))
    if is_within(a, b) and (fewest >= 2 or min(len(a.words), len(b.words)) >= 3):
        return CUT
    if fewest < 2:
        return 0.0
    less, more = sorted((coverage(a, b), coverage(b, a)))
    if more >= _WHOLE:
        return HELD
    return 0.5 * (less + more) if less >= _LEAST else 0.0
