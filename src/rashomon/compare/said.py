"""How likely a sentence says what a clause of another says: which words of a claim stand behind it."""

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.overlaps import Overlaps
from rashomon.compare.statements import Statements
from rashomon.compare.trees import Trees
from rashomon.compare.vectors import Floats

CLAUSE_FEATURES = (
    "log odds of the sentences", "covered", "equal", "sentence covered", "above the sentence",
    "equal share of the sentence", "rarest", "equal weight", "words", "clauses", "share of the sentence", "first",
    "weight not covered",
)  # fmt: skip
LIKELY = 0.05  # clauses of sentences less likely to share anything are not looked at


def score_clauses(s: Statements, o: Overlaps, scores: Floats, trees: Trees) -> Floats:
    """C x S: the probability that the sentence says what the clause says; 0 where the two sentences share nothing."""
    found = np.zeros((len(s.clause_terms), len(s.terms)), np.float32)
    clauses, others = np.nonzero(scores[s.parents] > LIKELY)
    if len(clauses):
        found[clauses, others] = trees.probability(clause_features(s, o, scores, clauses, others))
    return found


def clause_features(
    s: Statements, o: Overlaps, scores: Floats, clauses: NDArray[np.intp], others: NDArray[np.intp]
) -> Floats:
    """What (pairs x F) each of `clauses` has in common with the sentence at the same place of `others`."""
    parent = s.parents
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


def log_odds(probability: Floats) -> Floats:
    """log(p / (1 - p)), kept within 7 of zero."""
    p = np.clip(probability, 1e-3, 1 - 1e-3)
    odds: Floats = np.log(p / (1 - p))
    return odds
