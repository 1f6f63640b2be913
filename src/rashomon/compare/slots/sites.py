"""Buildings and grounds without a name: "a local hospital" against "the regional hospital", outside or inside."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import Fact, match_facts, read_fact
from rashomon.compare.slots.findings import Finding, signed, tell
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY, ENTRANCES, INSIDE, NEARBY, OUTSIDE, SITES
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_REACH = 5  # words before the noun in which its preposition is looked for
_FURTHER = 4  # words before that in which "the entrance to" is


@dataclass(frozen=True, slots=True)
class _Site:
    where: str  # "outside", "near", "entrance" or "in"
    kind: frozenset[str]  # what tells it from others of its kind: "regional"


@signed
def find_sites(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Sites of one kind among the same words, of which one is told otherwise, or is outside here and inside there."""
    facts = [f for page in pages for f in _read(page, settings)]
    for match in match_facts(facts, settings):
        a, b = match.a, match.b
        same = bool(a.thing.kind & b.thing.kind)
        if match.near < (settings.least_same_site if same else settings.least_site):
            continue
        if a.thing.where != b.thing.where:
            yield _finding(a, b, "precision", "where at the", match.near)
        elif a.thing.kind != b.thing.kind and not a.thing.kind & b.thing.kind:
            yield _finding(a, b, "precision", "which", match.near)


def _read(page: Page, settings: DifferenceSettings) -> Iterator[Fact[_Site]]:
    tokens, text = page.tokens, page.article.text
    for n, token in enumerate(tokens):
        if token.stem not in SITES:
            continue
        first = _first_of(tokens, n, text)
        if first is None:
            continue
        where = _where(tokens, first)
        own = tokens[first + 1 : n]
        kind = frozenset(t.stem for t in own if fold(t.text) not in EMPTY)
        words = Span(tokens[first].span.start, token.span.end)
        site = _Site(where, kind)
        fact = read_fact(page, words, ("site", token.stem), site, settings)
        if fact:
            yield fact


def _first_of(tokens: tuple[Token, ...], n: int, text: str) -> int | None:
    """The preposition that leads to the noun, if nothing but its own words stands between."""
    for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
        if text[tokens[k].span.end : tokens[k + 1].span.start].strip(" -"):
            return None
        if fold(tokens[k].text) in OUTSIDE | NEARBY | INSIDE:
            inner = tokens[k + 2 : n]  # an article further in begins another phrase: "to destroy the compound"
            return None if any(fold(t.text) in EMPTY for t in inner) else k
    return None


def _where(tokens: tuple[Token, ...], first: int) -> str:
    preposition = fold(tokens[first].text)
    before = {fold(t.text) for t in tokens[max(0, first - _FURTHER) : first]}
    if preposition == "to" and before & ENTRANCES:
        return "entrance"
    if preposition in NEARBY or (preposition == "to" and before & {"close", "next", "adjacent"}):
        return "near"
    return "outside" if preposition in OUTSIDE else "in"


def _finding(a: Fact[_Site], b: Fact[_Site], relation: DifferenceRelation, question: str, near: float) -> Finding:
    one, two = (" ".join(f.words.of(f.page.article.text).split()) for f in (a, b))
    told = (*tell(a.statement, a.words, fold(one)), *tell(b.statement, b.words, fold(two)))
    reason = f"“{one}” in one report, “{two}” in another."
    confidence = round(min(0.8, 0.35 + near / 2), 2)
    return Finding("place", relation, f"{question} {one.split()[-1].lower()}", told, confidence, reason)
