"""How likely a clause says what a sentence says, and what another clause says: the grain at which claims are joined."""

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.overlaps import Overlaps
from rashomon.compare.pairs import SURE, same_terms
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import Statements
from rashomon.compare.vectors import Floats

CLAUSE_FEATURES = (
    "log odds of the sentences", "covered", "equal", "sentence covered", "above the sentence",
    "equal share of the sentence", "rarest", "equal weight", "words", "clauses", "share of the sentence", "first",
    "weight not covered",
)  # fmt: skip
CLAUSE_PAIR_FEATURES = (
    "log odds of the sentences", "log odds of clause in sentence", "log odds of sentence in clause", "lesser log odds",
    "equal weight", "share of shorter", "share of longer", "rarest", "weight", "weight ratio",
)  # fmt: skip
LEAST_SENTENCE = 0.05  # clauses of sentences less likely to share anything are not looked at


def score_clauses(s: Statements, o: Overlaps, scores: Floats, scorer: LinearScorer) -> Floats:
    """C x S: the probability that the sentence says what the clause says; 0 where the two sentences share nothing."""
    found = np.zeros((len(s.clause_terms), len(s.terms)), np.float32)
    clauses, others = np.nonzero(scores[parents(s)] > LEAST_SENTENCE)
    if len(clauses):
        found[clauses, others] = scorer.probability(clause_features(s, o, scores, clauses, others))
    return found


def score_clause_pairs(s: Statements, o: Overlaps, scores: Floats, said: Floats, scorer: LinearScorer) -> Floats:
    """C x C: the probability that two clauses make one statement; symmetric; `said` is what `score_clauses` gave."""
    one, two = likely_clause_pairs(s, scores)
    found = np.zeros((len(said), len(said)), np.float32)
    if len(one):
        found[one, two] = found[two, one] = scorer.probability(clause_pair_features(s, o, scores, said, one, two))
    article = s.article[parents(s)]
    for same in same_terms(s.clause_terms, article):
        found[np.ix_(same, same)] = np.where(article[same, None] == article[None, same], 0, SURE)
    return found


def likely_clause_pairs(s: Statements, scores: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Clauses of two articles whose sentences may share something, each pair once."""
    parent = parents(s)
    article = s.article[parent]
    near = scores[np.ix_(parent, parent)] > LEAST_SENTENCE
    one, two = np.nonzero(near & (article[:, None] < article[None, :]))
    return one, two


def clause_features(
    s: Statements, o: Overlaps, scores: Floats, clauses: NDArray[np.intp], others: NDArray[np.intp]
) -> Floats:
    """What (pairs x F) each of `clauses` has in common with the sentence at the same place of `others`."""
    parent = parents(s)
    sizes = np.bincount(parent, minlength=len(s.terms))
    weight = np.array([o.rare[t].sum() for t in s.clause_terms], np.float32)
    worded = np.array([(o.rare[t] > 0).sum() for t in s.clause_terms], np.float32)
    whole_words = np.maximum(np.bincount(parent, worded, minlength=len(s.terms)), 1)
    own, words, member = weight[clauses], worded[clauses], parent[clauses]
    covered, equal, whole = o.covered[clauses, others], o.exact[clauses, others], o.alike[member, others]
    columns = [
        log_odds(scores[member, others]), covered, equal, whole, covered - whole,
        equal * own / (o.total["rare"][others] + 1e-6), o.rarest_of_clause[clauses, others], equal * own, words,
        sizes[member], words / whole_words[member], clauses == s.first_clause[member], own * (1 - covered),
    ]  # fmt: skip
    return np.stack(columns, axis=-1).astype(np.float32)


def clause_pair_features(
    s: Statements, o: Overlaps, scores: Floats, said: Floats, one: NDArray[np.intp], two: NDArray[np.intp]
) -> Floats:
    """What (pairs x F) two clauses have in common, and how likely each is said in the other's sentence."""
    parent = parents(s)
    shared, rarest = _shared(s, o)
    weight = np.array([o.rare[t].sum() for t in s.clause_terms], np.float32)
    shorter, longer = np.minimum(weight[one], weight[two]), np.maximum(weight[one], weight[two])
    forth, back = log_odds(said[one, parent[two]]), log_odds(said[two, parent[one]])
    equal = shared[one, two]
    columns = [
        log_odds(scores[parent[one], parent[two]]), forth + back, np.maximum(forth, back), np.minimum(forth, back),
        equal, equal / (shorter + 1e-6), equal / (longer + 1e-6), rarest[one, two],
        np.log1p(weight[one] * weight[two]), np.abs(np.log((weight[one] + 1) / (weight[two] + 1))),
    ]  # fmt: skip
    return np.stack(columns, axis=-1).astype(np.float32)


def parents(s: Statements) -> NDArray[np.intp]:
    """C: the sentence of each clause."""
    return np.repeat(np.arange(len(s.terms)), [len(held) for held in s.clauses])


def log_odds(probability: Floats) -> Floats:
    """log(p / (1 - p)), kept within 7 of zero."""
    p = np.clip(probability, 1e-3, 1 - 1e-3)
    odds: Floats = np.log(p / (1 - p))
    return odds


def _rarest(weight: Floats, held: NDArray[np.bool_]) -> Floats:
    best: Floats = (weight[:, None] * held).max(axis=0, initial=0)
    return best


def _shared(s: Statements, o: Overlaps) -> tuple[Floats, Floats]:
    """C x C: the weight of the terms that two clauses both hold, and that of the rarest of them."""
    holds = np.zeros((len(s.idf), len(s.clause_terms)), np.bool_)
    for c, terms in enumerate(s.clause_terms):
        holds[terms, c] = True
    shared = np.stack([o.rare[terms] @ holds[terms] for terms in s.clause_terms]).astype(np.float32)
    rarest = np.stack([_rarest(o.rare[terms], holds[terms]) for terms in s.clause_terms])
    return shared, rarest
