"""How likely two sentences of different articles share a statement: features of the pair, weighed by a learned line."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.meanings import Nearness
from rashomon.compare.overlaps import Overlaps, article_rows, best_in_article
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import Statements
from rashomon.compare.vectors import Floats

SURE = 0.99  # of sentences with the same words, however plain
MANY_TERMS = 4  # "he said on Monday" may stand anywhere
PAIR_FEATURES = (
    "cosine", "vector cosine", "plain vector cosine", "shared of shorter", "shared of longer", "rare cosine",
    "rare shared", "rare shared of shorter", "rarest shared", "names shared", "numbers shared", "numbers unshared",
    "dates shared", "pairs shared", "words shared", "words alike", "words alike least", "words alike most",
    "alike both", "alike least", "alike most", "best clauses", "row margin", "column margin", "best both ways",
    "length", "length ratio", "distance", "earlier", "quoted", "hub", "utterances shared", "meaning",
    "meaning by weight", "nearest clauses", "meaning margins", "meaning margin most",
)  # fmt: skip


def score_pairs(s: Statements, o: Overlaps, near: Nearness, scorer: LinearScorer) -> Floats:
    """S x S: the probability that two sentences share a statement; 0 for two of one article; symmetric."""
    scores = np.zeros_like(o.cosine)
    for rows in article_rows(s):
        scores[rows] = scorer.probability(features_of(s, o, near, rows))
    scores = (scores + scores.T) / 2
    for same in same_terms(s.terms, s.article):
        scores[np.ix_(same, same)] = SURE
    scores[s.article[:, None] == s.article[None, :]] = 0
    return scores


def same_terms(rows: tuple[NDArray[np.intp], ...], article: NDArray[np.intp]) -> Iterator[NDArray[np.intp]]:
    """The rows, of two articles or more, that hold the same terms, at least MANY_TERMS of them."""
    found: dict[bytes, list[int]] = {}
    for n, terms in enumerate(rows):
        if len(terms) >= MANY_TERMS:
            found.setdefault(terms.tobytes(), []).append(n)
    for same in found.values():
        if article[same[0]] != article[same[-1]]:  # rows are in the order of the articles
            yield np.array(same, np.intp)


def features_of(s: Statements, o: Overlaps, near: Nearness, rows: slice) -> Floats:
    """The features (n x S x F) of the sentences of one article with all sentences; symmetric in the pair."""
    base = (o.cosine[rows] + o.vector_cosine[rows]) / 2
    row_margin, column_margin = base - best_in_article(base, s.article), base - base.max(axis=0, keepdims=True)
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
    matter = near.matter[rows]
    apart, apart_back = matter - best_in_article(matter, s.article), matter - matter.max(axis=0, keepdims=True)
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
        o.shared["utterance"][rows], near.sentences[rows], matter, near.nearest[rows],
        apart + apart_back, np.maximum(apart, apart_back),
    ]  # fmt: skip
    return np.stack([np.broadcast_to(c, base.shape) for c in columns], axis=-1).astype(np.float32)


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
