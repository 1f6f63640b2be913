"""The sentences of a story as a table of weighted words, ready to be compared with each other."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.terms import KINDS, Term, read_terms, sentences_of
from rashomon.compare.vectors import Floats, load_vectors
from rashomon.model.comparison import Utterance
from rashomon.model.joined import Place, StoryReading
from rashomon.model.span import Span

FUNCTION_WEIGHT = 0.3  # of a content word's; "not", "by" and "from" still tell a little


@dataclass(frozen=True, slots=True)
class Statements:
    """S sentences, C clauses, V terms; sentences are in story order, so those of one article stand together."""

    places: tuple[Place, ...]  # S
    clauses: tuple[tuple[Span, ...], ...]  # S, then the clauses of each
    article: NDArray[np.intp]  # S: the article of each sentence
    terms: tuple[NDArray[np.intp], ...]  # S: the terms of each sentence, each once
    clause_terms: tuple[NDArray[np.intp], ...]  # C: the same of each clause
    first_clause: NDArray[np.intp]  # S: number of each sentence's first clause
    kind: NDArray[np.intp]  # V: index into KINDS
    idf: Floats  # V: rarity in the story
    rarity: Floats  # V: rarity in the language, 0..1
    vectors: Floats  # V x d, unit length; zero for numbers and dates: these match only themselves
    position: Floats  # S: 0 at the top of the article to 1 at its end
    quoted: NDArray[np.bool_]  # S: holds words in quotation marks

    @property
    def parents(self) -> NDArray[np.intp]:
        """C: the sentence of each clause."""
        return np.repeat(np.arange(len(self.clauses)), [len(held) for held in self.clauses])


def tabulate(story: StoryReading, utterances: tuple[Utterance, ...]) -> Statements:
    """The table of all sentences of the story, with the utterances that they quote or report."""
    read = [(n, sentence) for n, reading in enumerate(story.readings) for sentence in sentences_of(reading)]
    places = tuple(Place(n, sentence.span) for n, sentence in read)
    clauses = tuple(sentence.clauses for _, sentence in read)
    rows = read_terms(story, utterances)
    first = {term.key: term for terms in reversed(rows) for term in reversed(terms)}
    vocabulary = list(dict.fromkeys(term.key for terms in rows for term in terms))
    number = {key: n for n, key in enumerate(vocabulary)}
    indexed = tuple(_unique(number[t.key] for t in terms) for terms in rows)
    kinds, idf, rarity, vectors = _weights([first[key] for key in vocabulary], indexed)
    return Statements(
        places=places,
        clauses=clauses,
        article=np.array([place.article for place in places], np.intp),
        terms=indexed,
        clause_terms=_clause_terms(rows, clauses, number),
        first_clause=np.cumsum([0, *(len(held) for held in clauses[:-1])]).astype(np.intp),
        kind=kinds,
        idf=idf,
        rarity=rarity,
        vectors=vectors,
        position=_positions(story),
        quoted=np.array([_holds_quote(story, place) for place in places], np.bool_),
    )


def _clause_terms(
    rows: list[list[Term]], clauses: tuple[tuple[Span, ...], ...], number: dict[str, int]
) -> tuple[NDArray[np.intp], ...]:
    return tuple(
        _unique(iter(terms)) for row, held in zip(rows, clauses, strict=True) for terms in _by_clause(row, held, number)
    )


def _by_clause(terms: list[Term], clauses: tuple[Span, ...], number: dict[str, int]) -> list[list[int]]:
    starts = [clause.start for clause in clauses]
    found: list[list[int]] = [[] for _ in clauses]
    for term in terms:
        n = bisect_right(starts, term.start) - 1
        if n >= 0 and term.start < clauses[n].end:
            found[n].append(number[term.key])
    return found


def _weights(terms: list[Term], rows: tuple[NDArray[np.intp], ...]) -> tuple[NDArray[np.intp], Floats, Floats, Floats]:
    """Kind, rarity in the story, rarity in the language and vector of each term."""
    table = load_vectors()
    return (
        np.array([KINDS.index(t.kind) for t in terms], np.intp),
        _idf(rows, len(terms)),
        np.array([table.rarity(t.word) if t.kind in ("word", "name") else 1.0 for t in terms], np.float32),
        table.vectors([t.word if t.kind in ("word", "function", "name") else "" for t in terms]),
    )


def _idf(rows: tuple[NDArray[np.intp], ...], count: int) -> Floats:
    """log((S + 1) / (sentences that hold it + 1/2)), after Sparck Jones 1972."""
    held = np.bincount(np.concatenate(rows), minlength=count) if rows else np.zeros(count)
    return np.array([math.log((len(rows) + 1) / (times + 0.5)) for times in held.tolist()], np.float32)


def _unique(terms: Iterator[int]) -> NDArray[np.intp]:
    return np.array(sorted(set(terms)), np.intp)


def _positions(story: StoryReading) -> Floats:
    counts = [len(sentences_of(reading)) for reading in story.readings]
    return np.array([k / max(1, count - 1) for count in counts for k in range(count)], np.float32)


def _holds_quote(story: StoryReading, place: Place) -> bool:
    words = place.span.of(story.articles[place.article].text)
    return any(mark in words for mark in '"“”«')
