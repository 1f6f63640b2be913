"""The clause that says it: which words of a sentence stand behind a claim it shares."""

import numpy as np

from rashomon.compare.growing import Group
from rashomon.compare.pairs import Overlaps
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import Statements
from rashomon.compare.vectors import Floats
from rashomon.model.span import Span

CLAUSE_FEATURES = (
    "log odds of the sentences", "covered", "equal", "sentence covered", "above the sentence", "covered back",
    "rarest", "equal weight", "words", "clauses", "share of the sentence", "first", "weight not covered",
)  # fmt: skip


def narrow(
    s: Statements, o: Overlaps, scores: Floats, group: Group, scorer: LinearScorer, threshold: float
) -> tuple[Span, ...]:
    """For each sentence of the group the stretch from its first to its last clause that some other member says too."""
    return tuple(_stretch(s, member, clause_support(s, o, scores, group, member, scorer), threshold) for member in group)


def clause_support(
    s: Statements, o: Overlaps, scores: Floats, group: Group, member: int, scorer: LinearScorer
) -> Floats:
    """For each clause of `member` the highest probability that a member of another article says it too."""
    others = [m for m in group if s.article[m] != s.article[member]]
    if len(s.clauses[member]) == 1 or not others:
        return np.ones(len(s.clauses[member]), np.float32)
    best: Floats = scorer.probability(clause_features(s, o, scores, member, others)).max(axis=1)
    return best


def clause_features(s: Statements, o: Overlaps, scores: Floats, member: int, others: list[int]) -> Floats:
    """clauses x others x F: what each clause of `member` has in common with each other sentence."""
    first, count = int(s.first_clause[member]), len(s.clauses[member])
    rows = slice(first, first + count)
    rare = o.rare
    covered, equal = o.covered[rows][:, others], o.exact[rows][:, others]
    own = np.array([rare[t].sum() for t in s.clause_terms[rows]], np.float32)[:, None]
    words = np.array([(rare[t] > 0).sum() for t in s.clause_terms[rows]], np.float32)[:, None]
    whole = o.alike[member, others][None, :]
    odds = np.clip(scores[member, others], 1e-4, 1 - 1e-4)[None, :]
    columns = [
        np.log(odds / (1 - odds)), covered, equal, whole, covered - whole, _covered_back(s, rare, rows, member, others),
        _rarest(s, rare, rows, others), equal * own, words, np.float32(count), words / max(1.0, float(words.sum())),
        (np.arange(count) == 0).astype(np.float32)[:, None], own * (1 - covered),
    ]  # fmt: skip
    return np.stack([np.broadcast_to(c, covered.shape) for c in columns], axis=-1).astype(np.float32)


def _covered_back(s: Statements, rare: Floats, rows: slice, member: int, others: list[int]) -> Floats:
    """The best share of a clause of the other sentence that the clause covers with equal terms."""
    found = np.zeros((rows.stop - rows.start, len(others)), np.float32)
    for c in range(rows.start, rows.stop):
        mine = set(s.clause_terms[c].tolist())
        for k, other in enumerate(others):
            first = int(s.first_clause[other])
            for theirs in s.clause_terms[first : first + len(s.clauses[other])]:
                total = float(rare[theirs].sum())
                both = [t for t in theirs.tolist() if t in mine]
                if total > 0 and both:
                    found[c - rows.start, k] = max(found[c - rows.start, k], float(rare[both].sum()) / total)
    return found


def _rarest(s: Statements, rare: Floats, rows: slice, others: list[int]) -> Floats:
    found = np.zeros((rows.stop - rows.start, len(others)), np.float32)
    for k, other in enumerate(others):
        theirs = set(s.terms[other].tolist())
        for c in range(rows.start, rows.stop):
            found[c - rows.start, k] = max((float(rare[t]) for t in s.clause_terms[c].tolist() if t in theirs), default=0.0)
    return found


def _stretch(s: Statements, member: int, support: Floats, threshold: float) -> Span:
    clauses = s.clauses[member]
    kept = [n for n, value in enumerate(support) if value >= threshold] or [int(support.argmax())]
    return Span(clauses[kept[0]].start, clauses[kept[-1]].end)
