"""Numbers, dates and hours with the words around them, matched across the story whether or not a claim joins them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Generic, TypeVar

from rashomon.compare.slots.page import Page, sentence_key
from rashomon.compare.slots.statement import Statement, read_statement
from rashomon.compare.slots.words import EMPTY, MONTHS, NUMBER_WORDS, PEOPLE, WEEKDAYS
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold, stem

_Thing = TypeVar("_Thing")
HAPPENING = "to happen"  # stands for every verb that only says that something took place
_HAPPEN = frozenset(stem(w) for w in "happened occurred took taken place unfolded struck began started".split())
HARM = PEOPLE | frozenset(
    stem(w)
    for w in (
        "killed killing dead death died dying injured injuries wounded wounding hurt left missing toll casualties "
        "lost lives"
    ).split()
)  # in every toll, of whatever event
_DULL = EMPTY | MONTHS | WEEKDAYS | NUMBER_WORDS


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Generic[_Thing]):
    """Something read at one place, the slot it fills, and the telling words around it."""

    statement: Statement
    words: Span
    slot: tuple[str, ...]
    around: frozenset[str]
    thing: _Thing

    @property
    def page(self) -> Page:
        """The article."""
        return self.statement.page


@dataclass(frozen=True, slots=True)
class Match(Generic[_Thing]):
    """Two facts of one slot, each the other's nearest in its article, and how near they are (0..1)."""

    a: Fact[_Thing]
    b: Fact[_Thing]
    near: float


def read_fact(
    page: Page, words: Span, slot: tuple[str, ...], thing: _Thing, settings: DifferenceSettings
) -> Fact[_Thing] | None:
    """The fact in its sentence; None where the words stand in none."""
    sentence = page.sentence_at(words.start)
    if sentence is None:
        return None
    tokens = page.words_in(sentence.span)
    return Fact(read_statement(page, sentence.span), words, slot, words_around(tokens, words, settings), thing)


def words_around(tokens: tuple[Token, ...], words: Span, settings: DifferenceSettings) -> frozenset[str]:
    """The stems of the telling words within reach of the given ones, in their sentence."""
    before = [t for t in tokens if t.span.end <= words.start][-settings.words_around :]
    after = [t for t in tokens if t.span.start >= words.end][: settings.words_around]
    return frozenset(told_by(t) for t in (*before, *after) if is_telling(t) and t.stem not in HARM)


def is_telling(word: Token) -> bool:
    """True for a word that says what a number or a date beside it is of."""
    return fold(word.text) not in _DULL and not word.text[0].isdigit()


def told_by(word: Token) -> str:
    """Its stem; one for every verb that only says that something took place."""
    return HAPPENING if word.stem in _HAPPEN else word.stem


def nearness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words in common, as a share of the weight of the lighter of the two."""
    return weight(a & b, weights) / (min(weight(a, weights), weight(b, weights)) or 1.0)


def weight(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """What the words say, together."""
    return fsum(weights.get(w, 1.0) for w in words)  # exact, so that the order of a set does not matter


def match_facts(
    facts: Iterable[Fact[_Thing]],
    settings: DifferenceSettings,
    kinship: Callable[[_Thing, _Thing], float] | None = None,
) -> Iterator[Match[_Thing]]:
    """For each fact its nearest in every other article, where the two choose each other; copies count once.

    `kinship` says how many times likelier two things are to be one than any other two equally near.
    """
    slots: dict[tuple[str, ...], list[Fact[_Thing]]] = {}
    seen: set[tuple[tuple[str, ...], str, str]] = set()
    for fact in facts:
        sentence = sentence_key(fact.page.article.text, fact.statement.span)
        mark = (fact.slot, sentence, fact.words.of(fact.page.article.text))
        if mark not in seen:
            seen.add(mark)
            slots.setdefault(fact.slot, []).append(fact)
    for slot in sorted(slots):
        yield from _match(slots[slot], settings, kinship or (lambda _, __: 1.0))


def _match(
    facts: list[Fact[_Thing]], settings: DifferenceSettings, kinship: Callable[[_Thing, _Thing], float]
) -> Iterator[Match[_Thing]]:
    holders: dict[str, list[int]] = {}
    for n, fact in enumerate(facts):
        for word in sorted(fact.around):
            holders.setdefault(word, []).append(n)
    best: dict[tuple[int, int], tuple[float, float, int]] = {}
    for n, fact in enumerate(facts):
        for m in _candidates(n, fact, holders, settings):
            near = nearness(fact.around, facts[m].around, fact.page.weights)
            key, likely = (n, facts[m].page.number), near * kinship(fact.thing, facts[m].thing)
            if likely > best.get(key, (0.0, 0.0, 0))[0]:
                best[key] = (likely, near, m)
    for (n, _), (_, near, m) in sorted(best.items()):
        if n < m and best.get((m, facts[n].page.number), (0.0, 0.0, -1))[2] == n:
            yield Match(facts[n], facts[m], near)


def _candidates(n: int, fact: Fact[_Thing], holders: dict[str, list[int]], settings: DifferenceSettings) -> list[int]:
    """The facts of other reports that share a telling word with this one."""
    return sorted({m for w in fact.around if len(holders[w]) <= settings.commonest_word for m in holders[w]} - {n})
