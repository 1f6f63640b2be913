"""What the sentences of a story share: in words, in like words, in meaning."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.statements import FUNCTION_WEIGHT, Statements
from rashomon.compare.terms import KINDS
from rashomon.compare.vectors import Floats

HUB = 10  # of the values of a row
MOST_WORDS_PAIRED = 8000  # words; a table of all their pairs takes 256 MB


@dataclass(frozen=True, slots=True)
class Overlaps:
    """What the sentences share, S x S or C x S: row by row, how much of it is found in the column's sentence."""

    cosine: Floats
    rare_cosine: Floats
    vector_cosine: Floats
    plain_vector_cosine: Floats
    shared: dict[str, Floats]  # S x S sums of weights of the terms both hold
    rarest: Floats  # S x S: the weight of the rarest of them
    covered: Floats  # C x S: share of the clause's weight found in the sentence, like words counting in part
    exact: Floats  # C x S: the same, only terms that are equal
    rarest_of_clause: Floats  # C x S: the weight of the rarest term that both hold
    alike: Floats  # S x S: `covered` of whole sentences
    words_alike: Floats  # S x S: weight of ordinary words of the row found alike in the column
    total: dict[str, Floats]  # S: the weights of all terms of a sentence
    holds: NDArray[np.bool_]  # V x S: which sentence holds which term
    rare: Floats  # V: the weights behind `covered` and `exact`
    hub: Floats  # S: how near a sentence comes to its nearest in other articles; a hub is near to everything


def weigh(s: Statements) -> dict[str, Floats]:
    """The weights of terms that the features sum: by rarity in the story, in the language, and by kind."""
    kind = {name: s.kind == n for n, name in enumerate(KINDS)}
    unpaired = np.where(kind["pair"] | kind["utterance"], 0, 1)
    plain = s.idf * np.where(kind["function"], FUNCTION_WEIGHT, 1) * unpaired
    rare = s.idf * s.rarity**2 * np.where(kind["function"], 0, 1) * unpaired
    return {
        "plain": plain.astype(np.float32),
        "rare": rare.astype(np.float32),
        "name": (s.idf * kind["name"]).astype(np.float32),
        "number": kind["number"].astype(np.float32),
        "date": kind["date"].astype(np.float32),
        "pair": kind["pair"].astype(np.float32),
        "utterance": kind["utterance"].astype(np.float32),
        "word": (rare * kind["word"]).astype(np.float32),
    }


def find_overlaps(s: Statements) -> Overlaps:
    """Everything the features are made of, in one pass over clauses and one over sentences."""
    weights = weigh(s)
    holds = _holds(s)
    soft = _soft_presence(s, holds)
    covered, exact = _clause_coverage(s, weights["rare"], holds, soft)
    sums = _sums(s, {**weights, "plain squared": weights["plain"] ** 2, "rare squared": weights["rare"] ** 2}, holds)
    cosine = _cosine(sums.pop("plain squared"))
    vector_cosine = _vector_cosines(s, weights["plain"])
    return Overlaps(
        cosine=cosine,
        rare_cosine=_cosine(sums.pop("rare squared")),
        vector_cosine=vector_cosine,
        plain_vector_cosine=_vector_cosines(s, np.ones_like(s.idf)),
        shared=sums,
        rarest=_rarest(s.terms, weights["rare"], holds),
        covered=covered,
        exact=exact,
        rarest_of_clause=_rarest(s.clause_terms, weights["rare"], holds),
        alike=_by_sentence(s, covered, weights["rare"]),
        words_alike=np.stack([weights["word"][terms] @ soft[terms] ** 2 for terms in s.terms]),
        total={name: np.array([weight[t].sum() for t in s.terms], np.float32) for name, weight in weights.items()},
        holds=holds,
        rare=weights["rare"],
        hub=_hubs(s, (cosine + vector_cosine) / 2),
    )


def _sums(s: Statements, weights: dict[str, Floats], holds: NDArray[np.bool_]) -> dict[str, Floats]:
    """By the name of the weight, S x S: that weight of the terms that two sentences both hold."""
    together = np.stack(list(weights.values()))
    rows = np.stack([together[:, terms] @ holds[terms].astype(np.float32) for terms in s.terms], axis=1)
    return {name: rows[n] for n, name in enumerate(weights)}


def _cosine(squares: Floats) -> Floats:
    """The cosine of sentences, from the sums of the squared weights that they share."""
    length = np.sqrt(np.diag(squares)) + np.float32(1e-6)
    cosine: Floats = squares / (length[:, None] * length[None, :])
    return cosine


def _rarest(rows: tuple[NDArray[np.intp], ...], weight: Floats, holds: NDArray[np.bool_]) -> Floats:
    """Rows x S: the weight of the rarest term of the row that the sentence holds too."""
    return np.stack([(weight[terms, None] * holds[terms]).max(axis=0, initial=0) for terms in rows])


def article_rows(s: Statements) -> list[slice]:
    """The rows of each article that has a sentence."""
    starts = np.flatnonzero(np.diff(s.article, prepend=-1))
    return [slice(int(a), int(b)) for a, b in zip(starts, [*starts[1:], len(s.article)], strict=True)]


def _holds(s: Statements) -> NDArray[np.bool_]:
    """V x S: which sentence holds which term."""
    holds = np.zeros((len(s.idf), len(s.terms)), np.bool_)
    for n, terms in enumerate(s.terms):
        holds[terms, n] = True
    return holds


def _soft_presence(s: Statements, holds: NDArray[np.bool_]) -> Floats:
    """V x S: how near the nearest word of the sentence comes to the term, 0..1; 1 where it is the term itself."""
    worded = np.flatnonzero(s.vectors.any(axis=1))
    number = np.full(len(s.idf), -1, np.intp)
    number[worded] = np.arange(len(worded))
    vectors = s.vectors[worded]
    # Each pair of words once, not once a sentence, unless the words are so many that the table would not fit.
    near = np.clip(vectors @ vectors.T, 0, 1) if len(worded) <= MOST_WORDS_PAIRED else None
    found = np.zeros((len(s.terms), len(worded)), np.float32)
    for n, terms in enumerate(s.terms):
        own = number[terms]
        own = own[own >= 0]
        if len(own):
            rows = np.clip(vectors[own] @ vectors.T, 0, 1) if near is None else near[own]
            found[n] = rows.max(axis=0)
    soft = holds.astype(np.float32)
    soft[worded] = np.maximum(soft[worded], found.T)
    return soft


def _clause_coverage(s: Statements, weight: Floats, holds: NDArray[np.bool_], soft: Floats) -> tuple[Floats, Floats]:
    covered = np.zeros((len(s.clause_terms), len(s.terms)), np.float32)
    exact = np.zeros_like(covered)
    for n, terms in enumerate(s.clause_terms):
        w = weight[terms]
        if w.sum() > 0:
            share = w / w.sum()
            covered[n] = share @ soft[terms]
            exact[n] = share @ holds[terms]
    return covered, exact


def _by_sentence(s: Statements, covered: Floats, weight: Floats) -> Floats:
    """Clause coverage averaged over each sentence, by the weight of its clauses."""
    own = np.array([weight[t].sum() for t in s.clause_terms], np.float32)
    total = np.add.reduceat(covered * own[:, None], s.first_clause, axis=0)
    return total / (np.add.reduceat(own, s.first_clause)[:, None] + np.float32(1e-6))


def _vector_cosines(s: Statements, weight: Floats) -> Floats:
    sums = np.stack([weight[t] @ s.vectors[t] for t in s.terms])
    sums /= np.sqrt((sums**2).sum(axis=1, keepdims=True)) + np.float32(1e-6)
    product: Floats = sums @ sums.T
    return product


def _hubs(s: Statements, base: Floats) -> Floats:
    base[s.article[:, None] == s.article[None, :]] = 0
    return hubs(base)


def hubs(near: Floats) -> Floats:
    """The mean of the highest values of each row: what comes near to so many is near to everything."""
    count = min(HUB, near.shape[1])
    nearest = np.partition(near, near.shape[1] - count, axis=1)[:, -count:]
    mean: Floats = nearest.mean(axis=1)
    return mean


def best_in_article(near: Floats, article: NDArray[np.intp]) -> Floats:
    """For each row the best value in each column's article, at every column of that article (one number a column)."""
    starts = np.flatnonzero(np.diff(article, prepend=-1))
    best = np.maximum.reduceat(near, starts, axis=1)
    return np.repeat(best, np.diff([*starts, len(article)]), axis=1)
