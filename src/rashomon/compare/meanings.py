"""How near clauses come in meaning: the words of one sought among those of the other, each read where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.contexts import load_encoder, word_inputs
from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.side_by_side import work_side_by_side
from rashomon.compare.vectors import Floats, load_vectors
from rashomon.model.joined import Place
from rashomon.model.span import Span
from rashomon.text.tokens import Token, find_tokens, fold

COMMON_WEIGHT = 0.3  # of the commonest word; the rarest has 1
_AT_ONCE = 300  # sentences that one process reads; fewer are read sooner than another process is started


@dataclass(frozen=True, slots=True)
class Meanings:
    """The W words that carry matter, clause after clause; a clause without one has one that is like nothing."""

    vectors: Floats  # W x d, length one
    weights: Floats  # W
    words: NDArray[np.intp]  # C: how many words each clause has
    clauses: NDArray[np.intp]  # S: how many clauses each sentence has


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near clauses and sentences come: cosines of the means of their words."""

    clauses: Floats  # C x C
    sentences: Floats  # S x S
    matter: Floats  # S x S: the same, each word by its weight
    nearest: Floats  # S x S: their nearest clauses


def read_meanings(texts: Sequence[str], places: Sequence[Place], clauses: Sequence[tuple[Span, ...]]) -> Meanings:
    """What the words of sentences mean, from the texts of the articles, where each sentence stands, and its clauses."""
    parts = [slice(start, start + _AT_ONCE) for start in range(0, len(places), _AT_ONCE)]
    read = work_side_by_side(lambda part: _read(texts, places[part], clauses[part]), parts)
    return Meanings(*(np.concatenate([getattr(part, field.name) for part in read]) for field in fields(Meanings)))


def _read(texts: Sequence[str], places: Sequence[Place], clauses: Sequence[tuple[Span, ...]]) -> Meanings:
    words = [find_tokens(texts[place.article], place.span) for place in places]
    inputs = [word_inputs(texts[place.article], held) for place, held in zip(places, words, strict=True)]
    found = [_by_clause(*one) for one in zip(words, clauses, load_encoder().read(inputs), strict=True)]
    vectors, weights, counts = (np.concatenate(rows) for rows in zip(*found, strict=True))
    return Meanings(vectors, weights, counts, np.array([len(held) for held in clauses], np.intp))


def _by_clause(
    words: tuple[Token, ...], clauses: tuple[Span, ...], vectors: Floats
) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """The vectors and weights of a sentence's words, and how many each clause has."""
    folded = [fold(word.text) for word in words]
    kept = [n for n, word in enumerate(folded) if word not in FUNCTION_WORDS]
    clause = np.searchsorted([c.start for c in clauses[1:]], [words[n].span.start for n in kept], side="right")
    empty = np.setdiff1d(np.arange(len(clauses)), clause)
    order = np.argsort(np.concatenate([clause, empty]), kind="stable")
    weights = np.array([*(_weight(folded[n]) for n in kept), *np.ones(len(empty))], np.float32)
    filled = np.vstack([vectors[kept], np.zeros((len(empty), vectors.shape[1]), np.float32)])
    counts = np.bincount(np.concatenate([clause, empty]), minlength=len(clauses))
    return filled[order], weights[order], counts


def _weight(word: str) -> float:
    return COMMON_WEIGHT + (1 - COMMON_WEIGHT) * load_vectors().rarity(word)


def find_nearness(m: Meanings) -> Nearness:
    """How near all clauses and sentences come."""
    first = _starts(m.clauses)
    clauses = np.add.reduceat(m.vectors, _starts(m.words), axis=0)
    sentences = _unit(np.add.reduceat(clauses, first, axis=0))
    matter = _unit(np.add.reduceat(m.vectors * m.weights[:, None], _starts(m.words)[first], axis=0))
    clauses = _unit(clauses)
    each = clauses @ clauses.T
    nearest = np.maximum.reduceat(np.maximum.reduceat(each, first, axis=0), first, axis=1)
    return Nearness(each, sentences @ sentences.T, matter @ matter.T, nearest)


def seek_words(m: Meanings, likely: NDArray[np.bool_]) -> Floats:
    """C x C: how near, by weight, the words of the row's clause come to the nearest of the column's, each in its place.

    Only of sentences that are `likely` (S x S) to share something; 0 elsewhere.
    """
    found = np.zeros((len(m.words),) * 2, np.float32)
    of_clause = np.repeat(np.arange(len(m.clauses)), m.clauses)
    of_word = np.repeat(of_clause, m.words)
    first = _starts(m.words)
    for n, start in enumerate(_starts(m.clauses)):
        words, clauses = likely[of_word, n], likely[of_clause, n]
        if clauses.any():
            own = slice(start, start + m.clauses[n])
            begin, end = first[own.start], first[own.stop - 1] + m.words[own.stop - 1]
            near = m.vectors[begin:end] @ m.vectors[words].T
            nearest = np.stack([part.max(axis=0) for part in np.split(near, first[own][1:] - begin)])
            found[clauses, own] = _means(nearest, m.weights[words], _starts(m.words[clauses])).T
    return found


def _means(rows: Floats, weights: Floats, starts: NDArray[np.intp]) -> Floats:
    """Along each row, the mean by weight of every run that begins at one of `starts`."""
    means: Floats = np.add.reduceat(rows * weights, starts, axis=1) / np.add.reduceat(weights, starts)
    return means


def _starts(counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where each begins, of runs of so many."""
    return np.cumsum(counts) - counts


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / (np.sqrt((rows * rows).sum(axis=1, keepdims=True)) + np.float32(1e-9))
    return unit
