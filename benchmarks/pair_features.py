"""Two sentences beside each other, in numbers: what Rashomon's joining sees of them, then what their letters show.

Each sentence is read as an article of one sentence. Of the features that joining uses, those are left out that say how
a pair stands among all pairs of a story, or where in its article a sentence stands: a pair alone has neither.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from rashomon.compare.meanings import find_nearness, read_meanings
from rashomon.compare.overlaps import find_overlaps
from rashomon.compare.pairs import PAIR_FEATURES, features_of
from rashomon.compare.statements import Statements, tabulate
from rashomon.compare.vectors import Floats
from rashomon.extract.mentions import find_mentions
from rashomon.extract.quantities import find_quantities
from rashomon.model.article import Article
from rashomon.model.joined import StoryReading
from rashomon.model.reading import Masthead, Reading, Sentence
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.text.clauses import find_clause_spans
from rashomon.text.tokens import find_tokens

AMONG_OTHERS = (
    "row margin", "column margin", "best both ways", "distance", "earlier", "hub", "utterances shared",
    "meaning margins", "meaning margin most",
)  # fmt: skip
AT_ONCE = 40  # pairs; every sentence of a batch is laid on every other, which costs its square
NEGATIONS = frozenset("not no never none nor without deny refus fail reject n't cannot".split())  # stems
_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")

Pair = tuple[str, str]


def pair_table(pairs: Sequence[Pair]) -> Floats:
    """A row a pair: the columns of PAIR_FEATURES. A word is as rare as it is in all the pairs."""
    read = StoryReading(tuple(_readings(pairs)), ())
    whole = tabulate(read, ())
    texts = [article.text for article in read.articles]
    tables = []
    for start in range(0, len(pairs), AT_ONCE):
        numbers = np.arange(start, min(start + AT_ONCE, len(pairs)))
        part, count = part_of(whole, np.concatenate([2 * numbers, 2 * numbers + 1])), len(numbers)
        near = find_nearness(read_meanings(texts, part.places, part.clauses))
        laid = features_of(part, find_overlaps(part), near, slice(0, count))
        tables.append(laid[np.arange(count), count + np.arange(count)])
    return np.concatenate(tables)


def alone(table: Floats) -> Floats:
    """The columns that a pair has by itself."""
    return table[:, [n for n, name in enumerate(PAIR_FEATURES) if name not in AMONG_OTHERS]]


def _readings(pairs: Sequence[Pair]) -> Iterator[Reading]:
    settings = Settings()
    for number, text in enumerate(text for pair in pairs for text in pair):
        whole = Span(0, len(text))
        article, sentences = Article(str(number), text), (Sentence(whole, 0, find_clause_spans(text, whole)),)
        yield Reading(
            article,
            Masthead(),
            sentences=sentences,
            mentions=find_mentions(article, sentences, settings.names),
            quantities=find_quantities(article, sentences),
        )


def part_of(s: Statements, rows: NDArray[np.intp]) -> Statements:
    """The table of some of the sentences, in the order asked for; rarity stays that of the whole table."""
    held = np.unique(np.concatenate([s.terms[row] for row in rows]))
    after = [*s.first_clause[1:], len(s.clause_terms)]
    clauses = [s.clause_terms[n] for row in rows for n in range(s.first_clause[row], after[row])]
    counts = [len(s.clauses[row]) for row in rows]
    return replace(
        s,
        places=tuple(s.places[row] for row in rows),
        clauses=tuple(s.clauses[row] for row in rows),
        article=np.arange(len(rows)),
        terms=tuple(np.searchsorted(held, s.terms[row]) for row in rows),
        clause_terms=tuple(np.searchsorted(held, terms) for terms in clauses),
        first_clause=np.cumsum([0, *counts[:-1]]),
        kind=s.kind[held],
        idf=s.idf[held],
        rarity=s.rarity[held],
        vectors=s.vectors[held],
        position=s.position[rows],
        quoted=s.quoted[rows],
    )


def surface_table(pairs: Sequence[Pair]) -> Floats:
    """A row a pair: overlaps of runs of words, of letters, of numbers and of capitals; what is left over."""
    return np.array([list(_surface(one, two)) for one, two in pairs], np.float32)


def _surface(one: str, two: str) -> Iterator[float]:
    words = [[token.stem for token in find_tokens(text, Span(0, len(text)))] for text in (one, two)]
    yield from _run_overlaps(words[0], words[1], (1, 2, 3, 4))
    yield from _run_overlaps(one.casefold(), two.casefold(), (3, 5))
    common = LCSseq.similarity(*words)
    yield from (_share(common, min(map(len, words))), _share(common, max(map(len, words))))
    yield from (ratio(one, two) / 100 for ratio in (fuzz.token_set_ratio, fuzz.partial_ratio, fuzz.ratio))
    yield from _number_agreement(set(_NUMBER.findall(one)), set(_NUMBER.findall(two)))
    capitals = [{t.text for t in find_tokens(text, Span(0, len(text))) if t.text[0].isupper()} for text in (one, two)]
    yield _share(len(capitals[0] & capitals[1]), min(map(len, capitals)))
    yield len(capitals[0] ^ capitals[1])
    over = sorted((len(set(words[0]) - set(words[1])), len(set(words[1]) - set(words[0]))))
    yield from (*over, abs(len(words[0]) - len(words[1])), len(one) + len(two))
    yield float(NEGATIONS.isdisjoint(words[0]) != NEGATIONS.isdisjoint(words[1]))


def _run_overlaps(one: Sequence[str], two: Sequence[str], lengths: Sequence[int]) -> Iterator[float]:
    """For runs of each length: the share of each sentence's runs that the other has, the lesser first."""
    for length in lengths:
        runs = [Counter(zip(*(words[n:] for n in range(length)), strict=False)) for words in (one, two)]
        both = (runs[0] & runs[1]).total()
        yield from sorted(_share(both, run.total()) for run in runs)


def _number_agreement(one: set[str], two: set[str]) -> Iterator[float]:
    yield from (len(one & two), len(one ^ two))
    yield from map(float, (one == two, bool(one - two and two - one), one <= two or two <= one))


def _share(part: float, whole: float) -> float:
    return part / max(1, whole)
