"""How likely two clauses make one statement: the grain at which claims are joined."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.meanings import Nearness
from rashomon.compare.overlaps import Overlaps, best_in_article, hubs
from rashomon.compare.pairs import SURE, same_terms
from rashomon.compare.said import log_odds
from rashomon.compare.statements import Statements
from rashomon.compare.trees import Trees
from rashomon.compare.vectors import Floats

CLAUSE_PAIR_FEATURES = (
    "log odds of the sentences", "equal weight", "share of shorter", "share of longer", "rarest", "weight",
    "weight ratio", "meaning", "words sought least", "words sought most", "meaning margins", "meaning margin most",
    "meaning hubs", "sought margins", "sought margin most", "sought hubs", "covered least", "covered most",
    "equal share least", "equal share most", "terms least", "terms most", "clauses least", "clauses most", "firsts",
)  # fmt: skip
LEAST_SENTENCE = 0.025  # clauses of sentences less likely to share anything are not looked at
_AT_ONCE = 16_384  # pairs of clauses laid out together: their columns stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Compared:
    """What is known of sentences and clauses before clauses are compared two by two."""

    s: Statements
    o: Overlaps
    near: Nearness
    sought: Floats  # C x C: how near the words of the row's clause come to the nearest of the column's
    scores: Floats  # S x S: the probability that two sentences share a statement


def score_clause_pairs(k: Compared, trees: Trees) -> Floats:
    """C x C: the probability that two clauses make one statement; symmetric; 0 within an article."""
    one, two = likely_clause_pairs(k.s, k.scores)
    found = np.zeros(k.sought.shape, np.float32)
    of = PairFeatures(k)
    for start in range(0, len(one), _AT_ONCE):
        a, b = one[start : start + _AT_ONCE], two[start : start + _AT_ONCE]
        found[a, b] = found[b, a] = trees.probability(of.table(a, b))
    article = k.s.article[k.s.parents]
    for same in same_terms(k.s.clause_terms, article):
        found[np.ix_(same, same)] = np.where(article[same, None] == article[None, same], 0, SURE)
    return found


def likely_clause_pairs(s: Statements, scores: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Clauses of two articles whose sentences may share something, each pair once."""
    parent = s.parents
    article = s.article[parent]
    near = scores[np.ix_(parent, parent)] > LEAST_SENTENCE
    one, two = np.nonzero(near & (article[:, None] < article[None, :]))
    return one, two


class PairFeatures:
    """What two clauses have in common, and how they stand among all others; tables are made once for many pairs."""

    def __init__(self, k: Compared) -> None:
        self._k = k
        self._shared, self._rarest = _shared(k.s, k.o)
        self._weight = np.array([k.o.rare[terms].sum() for terms in k.s.clause_terms], np.float32)
        self._terms = np.array([len(terms) for terms in k.s.clause_terms], np.float32)
        self._clauses = np.array([len(held) for held in k.s.clauses], np.float32)[k.s.parents]
        self._first = np.isin(np.arange(len(k.s.parents)), k.s.first_clause).astype(np.float32)
        self._sought = np.minimum(k.sought, k.sought.T)
        self._standings = [_standing(k.s, table) for table in (k.near.clauses, self._sought)]

    def table(self, one: NDArray[np.intp], two: NDArray[np.intp]) -> Floats:
        """Pairs x F: the columns of CLAUSE_PAIR_FEATURES for the clauses at the same places of `one` and `two`."""
        k, parent, equal = self._k, self._k.s.parents, self._shared[one, two]
        shorter, longer = _ordered(self._weight, one, two)
        columns = [
            log_odds(k.scores[parent[one], parent[two]]), equal, equal / (shorter + 1e-6), equal / (longer + 1e-6),
            self._rarest[one, two], np.log1p(shorter * longer), np.log((longer + 1) / (shorter + 1)),
            k.near.clauses[one, two], self._sought[one, two], np.maximum(k.sought[one, two], k.sought[two, one]),
        ]  # fmt: skip
        for margin, hub in self._standings:
            forth, back = margin[one, two], margin[two, one]
            columns += [forth + back, np.maximum(forth, back), hub[one] + hub[two]]
        for table in (k.o.covered, k.o.exact):
            forth, back = table[one, parent[two]], table[two, parent[one]]
            columns += [np.minimum(forth, back), np.maximum(forth, back)]
        columns += [*_ordered(self._terms, one, two), *_ordered(self._clauses, one, two)]
        columns.append(self._first[one] + self._first[two])
        return np.stack(columns, axis=-1).astype(np.float32)


def _ordered(of: Floats, one: NDArray[np.intp], two: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """For each pair the lesser and the greater."""
    return np.minimum(of[one], of[two]), np.maximum(of[one], of[two])


def _standing(s: Statements, near: Floats) -> tuple[Floats, Floats]:
    """C x C: how far a pair falls short of the best of its row in that article; C: how near a row comes to many."""
    article = s.article[s.parents]
    apart = np.where(article[:, None] == article[None, :], np.float32(-1), near)
    return apart - best_in_article(apart, article), hubs(np.maximum(apart, 0))


def _shared(s: Statements, o: Overlaps) -> tuple[Floats, Floats]:
    """C x C: the weight of the terms that two clauses both hold, and that of the rarest of them."""
    holds = np.zeros((len(s.idf), len(s.clause_terms)), np.bool_)
    for c, terms in enumerate(s.clause_terms):
        holds[terms, c] = True
    shared = np.stack([o.rare[terms] @ holds[terms] for terms in s.clause_terms]).astype(np.float32)
    rarest = np.stack([_rarest(o.rare[terms], holds[terms]) for terms in s.clause_terms])
    return shared, rarest


def _rarest(weight: Floats, held: NDArray[np.bool_]) -> Floats:
    best: Floats = (weight[:, None] * held).max(axis=0, initial=0)
    return best
