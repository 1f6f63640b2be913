"""How likely two sentences of different articles share a statement: features of the pair, weighed by a learned line."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import FUNCTION_WEIGHT, KINDS, Statements
from rashomon.compare.vectors import Floats

PAIR_FEATURES = (
    "cosine", "vector cosine", "plain vector cosine", "shared of shorter", "shared of longer", "rare cosine",
    "rare shared", "rare shared of shorter", "rarest shared", "names shared", "numbers shared", "numbers unshared",
    "dates shared", "pairs shared", "words shared", "words alike", "words alike least", "words alike most",
    "alike both", "alike least", "alike most", "best clauses", "row margin", "column margin", "best both ways",
    "length", "length ratio", "distance", "earlier", "quoted", "hub", "utterances shared",
)  # fmt: skip


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
    shared = {name: np.empty((len(s.terms), len(s.terms)), np.float32) for name in weights}
    squares = {name: weights[name] ** 2 for name in ("plain", "rare")}
    cosines = {name: np.empty_like(shared["plain"]) for name in squares}
    rarest = np.zeros_like(shared["plain"])
    words_alike = np.zeros_like(shared["plain"])
    for n, terms in enumerate(s.terms):
        here = holds[terms].astype(np.float32)
        for name, weight in weights.items():
            shared[name][n] = weight[terms] @ here
        for name, square in squares.items():
            cosines[name][n] = square[terms] @ here
        if len(terms):
            rarest[n] = (weights["rare"][terms, None] * here).max(axis=0)
            words_alike[n] = weights["word"][terms] @ soft[terms] ** 2
    for name, square in squares.items():
        length = np.sqrt(np.array([square[t].sum() for t in s.terms], np.float32)) + np.float32(1e-6)
        cosines[name] /= length[:, None] * length[None, :]
    vector_cosine = _vector_cosines(s, weights["plain"])
    return Overlaps(
        cosine=cosines["plain"],
        rare_cosine=cosines["rare"],
        vector_cosine=vector_cosine,
        plain_vector_cosine=_vector_cosines(s, np.ones_like(s.idf)),
        shared=shared,
        rarest=rarest,
        covered=covered,
        exact=exact,
        alike=_by_sentence(s, covered, weights["rare"]),
        words_alike=words_alike,
        total={name: np.array([weight[t].sum() for t in s.terms], np.float32) for name, weight in weights.items()},
        holds=holds,
        rare=weights["rare"],
        hub=_hubs(s, (cosines["plain"] + vector_cosine) / 2),
    )


def score_pairs(s: Statements, o: Overlaps, scorer: LinearScorer) -> Floats:
    """S x S: the probability that two sentences share a statement; 0 for two of one article; symmetric."""
    scores = np.zeros_like(o.cosine)
    for rows in article_rows(s):
        scores[rows] = scorer.probability(features_of(s, o, rows))
    scores[s.article[:, None] == s.article[None, :]] = 0
    return (scores + scores.T) / 2


def article_rows(s: Statements) -> list[slice]:
    """The rows of each article that has a sentence."""
    starts = np.flatnonzero(np.diff(s.article, prepend=-1))
    return [slice(int(a), int(b)) for a, b in zip(starts, [*starts[1:], len(s.article)], strict=True)]


def features_of(s: Statements, o: Overlaps, rows: slice) -> Floats:
    """The features (n x S x F) of the sentences of one article with all sentences; symmetric in the pair."""
    base = (o.cosine[rows] + o.vector_cosine[rows]) / 2
    row_margin, column_margin = base - _best_of_article(s, base), base - base.max(axis=0, keepdims=True)
    total = o.total["plain"]
    shorter, longer = np.minimum(total[rows, None], total), np.maximum(total[rows, None], total)
    rare = o.total["rare"]
    alike, back = o.alike[rows], o.alike[:, rows].T
    word, word_back = o.words_alike[rows], o.words_alike[:, rows].T
    word_total = o.total["word"] + 2
    found, found_back = word / word_total[rows, None], word_back / word_total
    clause = np.sqrt(_best_clause(s, o.covered, rows) * _best_clause_back(s, o.covered, rows))
    words = np.array([len(t) for t in s.terms], np.float32)
    numbers = o.total["number"]
    columns = [
        o.cosine[rows], o.vector_cosine[rows], o.plain_vector_cosine[rows],
        o.shared["plain"][rows] / (shorter + 1e-6), o.shared["plain"][rows] / (longer + 1e-6), o.rare_cosine[rows],
        o.shared["rare"][rows], o.shared["rare"][rows] / (np.minimum(rare[rows, None], rare) + 1e-6), o.rarest[rows],
        o.shared["name"][rows], o.shared["number"][rows],
        numbers[rows, None] + numbers - 2 * o.shared["number"][rows], o.shared["date"][rows], o.shared["pair"][rows],
        np.sqrt(word * word_back), found + found_back, np.minimum(found, found_back), np.maximum(found, found_back),
        alike + back, np.minimum(alike, back), np.maximum(alike, back), clause,
        row_margin, column_margin, (row_margin + column_margin > -1e-6).astype(np.float32),
        np.log1p(words[rows, None] * words), np.abs(np.log((words[rows, None] + 1) / (words + 1))),
        np.abs(s.position[rows, None] - s.position), np.minimum(s.position[rows, None], s.position),
        s.quoted[rows, None].astype(np.float32) + s.quoted, o.hub[rows, None] + o.hub,
        o.shared["utterance"][rows],
    ]  # fmt: skip
    return np.stack([np.broadcast_to(c, base.shape) for c in columns], axis=-1).astype(np.float32)


def _holds(s: Statements) -> NDArray[np.bool_]:
    """V x S: which sentence holds which term."""
    holds = np.zeros((len(s.idf), len(s.terms)), np.bool_)
    for n, terms in enumerate(s.terms):
        holds[terms, n] = True
    return holds


def _soft_presence(s: Statements, holds: NDArray[np.bool_]) -> Floats:
    """V x S: how near the nearest word of the sentence comes to the term, 0..1; 1 where it is the term itself."""
    soft = holds.astype(np.float32)
    worded = np.flatnonzero(s.vectors.any(axis=1))
    vectors = s.vectors[worded]
    for rows in article_rows(s):
        filled = [n for n in range(rows.start, rows.stop) if len(s.terms[n])]
        if filled:
            starts = np.cumsum([0, *(len(s.terms[n]) for n in filled[:-1])])
            near = vectors @ s.vectors[np.concatenate([s.terms[n] for n in filled])].T
            found = np.clip(np.maximum.reduceat(near, starts, axis=1), 0, 1)
            here = np.ix_(worded, np.array(filled, np.intp))
            soft[here] = np.maximum(soft[here], found)
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


def _best_of_article(s: Statements, base: Floats) -> Floats:
    """For each row the best value in each column's article, at every column of that article."""
    starts = np.array([rows.start for rows in article_rows(s)])
    best = np.maximum.reduceat(base, starts, axis=1)
    return np.repeat(best, np.diff([*starts, base.shape[1]]), axis=1)


def _best_clause(s: Statements, covered: Floats, rows: slice) -> Floats:
    """For the sentences of `rows` and every sentence: the best covered clause of the row's sentence."""
    first = s.first_clause[rows]
    last = len(covered) if rows.stop >= len(s.first_clause) else int(s.first_clause[rows.stop])
    best: Floats = np.maximum.reduceat(covered[first[0] : last], first - first[0], axis=0)
    return best


def _best_clause_back(s: Statements, covered: Floats, rows: slice) -> Floats:
    """The same the other way round: the best clause of the column's sentence, covered by the row's."""
    best: Floats = np.maximum.reduceat(covered[:, rows], s.first_clause, axis=0).T
    return best


def _hubs(s: Statements, base: Floats) -> Floats:
    """The mean of the ten highest values of each row in other articles."""
    base[s.article[:, None] == s.article[None, :]] = 0
    count = min(10, base.shape[1])
    nearest = np.partition(base, base.shape[1] - count, axis=1)[:, -count:]
    mean: Floats = nearest.mean(axis=1)
    return mean
