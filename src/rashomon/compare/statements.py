"""The sentences of a story as a table of weighted words, ready to be compared with each other."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.vectors import Floats, load_vectors
from rashomon.model.comparison import Utterance
from rashomon.model.joined import Place, StoryReading
from rashomon.model.reading import Reading, Sentence
from rashomon.model.span import Span
from rashomon.text.tokens import Token, find_tokens, fold, stem

TermKind = Literal["word", "function", "name", "number", "date", "pair", "utterance"]
KINDS: tuple[TermKind, ...] = ("word", "function", "name", "number", "date", "pair", "utterance")
FUNCTION_WEIGHT = 0.3  # of a content word's; "not", "by" and "from" still tell a little


@dataclass(frozen=True, slots=True)
class Term:
    """What one word of a sentence stands for: the same name, number or date has one key however it is written."""

    start: int
    key: str
    kind: TermKind
    word: str  # folded, for its vector and rarity


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


def tabulate(story: StoryReading, utterances: tuple[Utterance, ...]) -> Statements:
    """The table of all sentences of the story, with the utterances that they quote or report."""
    read = [(n, sentence) for n, reading in enumerate(story.readings) for sentence in sentences_of(reading)]
    places = [Place(n, sentence.span) for n, sentence in read]
    clauses = [sentence.clauses for _, sentence in read]
    spelled = _spellings(story)
    said = _said(story, utterances)
    rows = [terms for n in range(len(story.readings)) for terms in _sentence_terms(story, n, spelled, said)]
    kept = _pairs_of_two_articles(places, rows)
    rows = [[*terms, *(p for p in _pairs(terms) if p.key in kept)] for terms in rows]
    number: dict[str, int] = {}
    first: list[Term] = []
    for terms in rows:
        for term in terms:
            if term.key not in number:
                number[term.key] = len(number)
                first.append(term)
    indexed = tuple(_unique(number[t.key] for t in terms) for terms in rows)
    cut = [
        _unique(number[t.key] for t in terms if clause.start <= t.start < clause.end)
        for terms, held in zip(rows, clauses, strict=True)
        for clause in held
    ]
    sizes = [len(held) for held in clauses]
    table = load_vectors()
    own = [t.kind in ("word", "function", "name") for t in first]
    return Statements(
        places=tuple(places),
        clauses=tuple(clauses),
        article=np.array([place.article for place in places], np.intp),
        terms=indexed,
        clause_terms=tuple(cut),
        first_clause=np.cumsum([0, *sizes[:-1]]).astype(np.intp),
        kind=np.array([KINDS.index(t.kind) for t in first], np.intp),
        idf=_idf(indexed, len(first)),
        rarity=np.array([table.rarity(t.word) if t.kind in ("word", "name") else 1.0 for t in first], np.float32),
        vectors=_stacked(
            [table.vector(t.word) if o else None for t, o in zip(first, own, strict=True)], table.dimensions
        ),
        position=_positions(story),
        quoted=np.array([_holds_quote(story, place) for place in places], np.bool_),
    )


def sentences_of(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of the report, then those of captions that state something."""
    return (*reading.sentences, *reading.captions)


def _said(story: StoryReading, utterances: tuple[Utterance, ...]) -> dict[str, list[Term]]:
    """For each article the places of what is quoted in other articles too, in order: one key an utterance."""
    said: dict[str, list[Term]] = {article.id: [] for article in story.articles}
    for utterance in utterances:
        if len({variant.article for variant in utterance.variants}) > 1:
            for variant in utterance.variants:
                said[variant.article].append(Term(variant.start, '"' + utterance.id, "utterance", ""))
    return {id: sorted(terms, key=lambda t: (t.start, t.key)) for id, terms in said.items()}


def _sentence_terms(
    story: StoryReading, n: int, spelled: dict[str, str], said: dict[str, list[Term]]
) -> Iterator[list[Term]]:
    """For each sentence of article `n` its terms in order; the words of a number or date give one term."""
    reading = story.readings[n]
    amounts, names = _amounts(reading), [mention.name for mention in reading.mentions]
    quoted = said[reading.article.id]
    for sentence in sentences_of(reading):
        here = [term for term in quoted if sentence.span.start <= term.start < sentence.span.end]
        yield [*_terms(reading.article.text, sentence.span, amounts, names, spelled), *here]


def _terms(
    text: str, span: Span, amounts: list[tuple[Span, Term]], names: list[Span], spelled: dict[str, str]
) -> Iterator[Term]:
    at = bisect_right(amounts, span.start, key=lambda a: a[0].end)
    name = bisect_right(names, span.start, key=lambda n: n.end)
    said = -1
    for token in find_tokens(text, span):
        start = token.span.start
        while at < len(amounts) and amounts[at][0].end <= start:
            at += 1
        while name < len(names) and names[name].end <= start:
            name += 1
        if at < len(amounts) and amounts[at][0].start < token.span.end:
            if said != at:
                said = at
                yield amounts[at][1]
            continue
        named = name < len(names) and names[name].start <= start
        if token.text[0].isdigit() and text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1].isalpha():
            named = True  # the number of a name: "Apollo-11"
        yield _term(token, named, spelled)


def _term(token: Token, named: bool, spelled: dict[str, str]) -> Term:
    plain = fold(token.text)
    if token.text[0].isdigit() and not named:
        return Term(token.span.start, "#" + token.text.replace(",", ""), "number", plain)
    if plain in FUNCTION_WORDS and not (named and token.text[0].isupper()):
        return Term(token.span.start, token.stem, "function", plain)
    if named:
        return Term(token.span.start, stem(spelled.get(plain, plain)), "name", spelled.get(plain, plain))
    return Term(token.span.start, token.stem, "word", plain)


def _spellings(story: StoryReading) -> dict[str, str]:
    """Folded last words of names that are written in several ways -> the folded last word of the name's usual form."""
    spelled: dict[str, str] = {}
    for name in story.names:
        usual = [fold(word) for word in name.canonical.split()]
        for variant in name.variants:
            last = fold(variant.text.split()[-1])
            if usual and last not in usual and len(last) > 3 and last not in FUNCTION_WORDS:
                spelled.setdefault(last, usual[-1])
    return spelled


def _amounts(reading: Reading) -> list[tuple[Span, Term]]:
    """The numbers and dates of an article in order, none over another; the first to begin wins, then the longest."""
    found: list[tuple[Span, Term]] = []
    for date in reading.dates:
        if date.date:
            found.append((date.span, Term(date.span.start, "@" + date.date, "date", "")))
    for quantity in reading.quantities:
        amount = quantity.low if quantity.low is not None else quantity.high
        if amount is not None and quantity.bound != "vague":
            found.append((quantity.number, Term(quantity.number.start, f"#{amount:.12g}", "number", "")))
    found.sort(key=lambda f: (f[0].start, -f[0].end, f[1].key))
    kept: list[tuple[Span, Term]] = []
    for span, term in found:
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, term))
    return kept


def _pairs(terms: list[Term]) -> Iterator[Term]:
    """Neighbouring terms as one, where not both are function words."""
    for one, two in pairwise(terms):
        if not one.kind == two.kind == "function" and "utterance" not in (one.kind, two.kind):
            yield Term(one.start, f"{one.key} {two.key}", "pair", "")


def _pairs_of_two_articles(places: list[Place], rows: list[list[Term]]) -> set[str]:
    """Only pairs that two articles hold can join anything."""
    where: dict[str, int] = {}
    shared: set[str] = set()
    for place, terms in zip(places, rows, strict=True):
        for pair in _pairs(terms):
            if where.setdefault(pair.key, place.article) != place.article:
                shared.add(pair.key)
    return shared


def _idf(rows: tuple[NDArray[np.intp], ...], count: int) -> Floats:
    """log((S + 1) / (sentences that hold it + 1/2)), after Sparck Jones 1972."""
    held = Counter(int(term) for row in rows for term in row)
    return np.array([math.log((len(rows) + 1) / (held[n] + 0.5)) for n in range(count)], np.float32)


def _unique(terms: Iterator[int]) -> NDArray[np.intp]:
    return np.array(sorted(set(terms)), np.intp)


def _stacked(vectors: list[Floats | None], dimensions: int) -> Floats:
    table = np.zeros((len(vectors), dimensions), np.float32)
    for row, vector in enumerate(vectors):
        if vector is not None:
            table[row] = vector
    return table


def _positions(story: StoryReading) -> Floats:
    counts = [len(sentences_of(reading)) for reading in story.readings]
    return np.array([k / max(1, count - 1) for count in counts for k in range(count)], np.float32)


def _holds_quote(story: StoryReading, place: Place) -> bool:
    words = place.span.of(story.articles[place.article].text)
    return any(mark in words for mark in '"“”«')
