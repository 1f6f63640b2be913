"""The order of two happenings: one report has the first before the second, another after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import Fact, match_facts, read_fact
from rashomon.compare.slots.findings import Finding, Told, label, signed, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_SIDES = {"before": "before", "until": "before", "after": "after", "once": "after"}
_REACH = 5  # words of the second happening, from the joining word on
_LEAST = 2  # telling words that both must share of it


@dataclass(frozen=True, slots=True)
class _Turn:
    side: str  # "before" or "after"
    what: frozenset[str]  # stems of the happening that follows


@signed
def find_orders(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Happenings that one report puts before, another after, one and the same other."""
    facts = [fact for page in pages for fact in _read(page, settings)]
    for match in match_facts(facts, settings):
        a, b = match.a, match.b
        shared = a.thing.what & b.thing.what
        beside = (a.around & b.around) - shared
        if a.thing.side != b.thing.side and len(shared) >= _LEAST and beside and match.near >= settings.least_order:
            yield _finding(a, b)


def _read(page: Page, settings: DifferenceSettings) -> Iterator[Fact[_Turn]]:
    for n, token in enumerate(page.tokens):
        side = _SIDES.get(fold(token.text))
        following = _following(page, n) if side else []
        if side and following:
            words = Span(token.span.start, following[-1].span.end)
            what = frozenset(t.stem for t in following if fold(t.text) not in EMPTY)
            fact = read_fact(page, token.span, ("order",), _Turn(side, what), settings) if len(what) >= _LEAST else None
            if fact:
                yield Fact(fact.statement, words, fact.slot, fact.around, fact.thing)


def _following(page: Page, n: int) -> list[Token]:
    """The words after the joining word, to the next mark."""
    text, found = page.article.text, list[Token]()
    end = page.tokens[n].span.end
    for token in page.tokens[n + 1 : n + 1 + _REACH]:
        if text[end : token.span.start].strip(" "):
            break
        found.append(token)
        end = token.span.end
    return found


def _finding(a: Fact[_Turn], b: Fact[_Turn]) -> Finding:
    one, two = a.words.of(a.page.article.text), b.words.of(b.page.article.text)
    told = (Told(a.page, a.words, a.thing.side), Told(b.page, b.words, b.thing.side))
    return Finding(
        "order",
        "conflict",
        label(f"order: {topic(a.statement, b.statement)}"),
        told,
        0.6,
        f"One report says “{one}”, another “{two}”.",
    )
