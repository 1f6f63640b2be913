"""What the words of a sentence stand for: one name, number, date or utterance has one key however it is written."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.model.comparison import Utterance
from rashomon.model.joined import StoryReading
from rashomon.model.reading import Quantity, Reading, Sentence
from rashomon.model.span import Span
from rashomon.text.tokens import Token, find_tokens, fold, stem

SMALL_NUMBER = 100  # and below: such numbers stand in most reports for several things
PEOPLE = frozenset(
    "people person dead victim casualty man woman child passenger body death fatality resident citizen worker".split()
)  # reports call the same people by several of these
TermKind = Literal["word", "function", "name", "number", "date", "pair", "utterance"]
KINDS: tuple[TermKind, ...] = ("word", "function", "name", "number", "date", "pair", "utterance")


@dataclass(frozen=True, slots=True)
class Term:
    """What one word of a sentence stands for: the same name, number or date has one key however it is written."""

    start: int
    key: str
    kind: TermKind
    word: str  # folded, for its vector and rarity


def read_terms(story: StoryReading, utterances: tuple[Utterance, ...]) -> list[list[Term]]:
    """The terms of every sentence of the story, in order; neighbours that two articles hold together are terms too."""
    spelled, said = _spellings(story), _said(story, utterances)
    rows = [terms for n in range(len(story.readings)) for terms in _sentence_terms(story, n, spelled, said)]
    articles = [n for n, reading in enumerate(story.readings) for _ in sentences_of(reading)]
    kept = _pairs_of_two_articles(articles, rows)
    return [[*terms, *(pair for pair in _pairs(terms) if pair.key in kept)] for terms in rows]


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
            key = f"#{amount:.12g}{_counted(quantity)}"
            found.append((quantity.number, Term(quantity.number.start, key, "number", "")))
    found.sort(key=lambda f: (f[0].start, -f[0].end, f[1].key))
    kept: list[tuple[Span, Term]] = []
    for span, term in found:
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, term))
    return kept


def _counted(quantity: Quantity) -> str:
    """What a small number counts, so that "12 people" and "12 times" are two numbers; large ones tell enough alone."""
    if quantity.low is None or quantity.low > SMALL_NUMBER or quantity.unit == "percent":
        return ""
    if quantity.unit != "count":
        return " " + quantity.unit
    if quantity.role or quantity.head is None or quantity.head in PEOPLE:
        return ""
    return " " + quantity.head


def _pairs(terms: list[Term]) -> Iterator[Term]:
    """Neighbouring terms as one, where not both are function words."""
    for one, two in pairwise(terms):
        if not one.kind == two.kind == "function" and "utterance" not in (one.kind, two.kind):
            yield Term(one.start, f"{one.key} {two.key}", "pair", "")


def _pairs_of_two_articles(articles: list[int], rows: list[list[Term]]) -> set[str]:
    """Only pairs that two articles hold can join anything."""
    where: dict[str, int] = {}
    shared: set[str] = set()
    for article, terms in zip(articles, rows, strict=True):
        for pair in _pairs(terms):
            if where.setdefault(pair.key, article) != article:
                shared.add(pair.key)
    return shared
