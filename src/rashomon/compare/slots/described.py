"""People whom one report names and another only describes: "a spokesman for the force" and "Paul Vane, a spokesman"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import nearness
from rashomon.compare.slots.findings import Finding, Told, label, signed
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, read_statement
from rashomon.compare.slots.words import EMPTY, OFFICES, SPEAKERS
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_OFFICES = OFFICES | SPEAKERS


@dataclass(frozen=True, slots=True)
class _Person:
    statement: Statement
    words: Span  # name and role, or the description alone
    office: str
    own: frozenset[str]  # the other words of content of the role
    name: str | None


@signed
def find_described(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Holders of an office whom one report names, in sentences like those of a report that names nobody."""
    named: dict[str, list[_Person]] = {}
    for page in pages:
        for person in _named(page):
            named.setdefault(person.office, []).append(person)
    for page in pages:
        known = {p.office for same in named.values() for p in same if p.statement.page is page}
        for one in _described(page):
            if one.office not in known:
                yield from _compare(one, named.get(one.office, []), settings)


def _named(page: Page) -> Iterator[_Person]:
    for mention in page.reading.mentions:
        if mention.kind == "person" and mention.role is not None:
            tokens = page.words_in(mention.role)
            office = _office(tokens)
            sentence = page.sentence_at(mention.span.start)
            if office and sentence:
                words = Span(min(mention.role.start, mention.span.start), max(mention.role.end, mention.span.end))
                name = " ".join(mention.name.of(page.article.text).split())
                yield _Person(read_statement(page, sentence.span), words, office, _own(tokens, office), name)


def _described(page: Page) -> Iterator[_Person]:
    for said in page.reading.attributions:
        if said.kind != "unnamed" or said.source is None:
            continue
        tokens = page.words_in(said.source)
        office = _office(tokens)
        sentence = page.sentence_at(said.source.start)
        if office and sentence:
            yield _Person(read_statement(page, sentence.span), said.source, office, _own(tokens, office), None)


def _office(tokens: tuple[Token, ...]) -> str | None:
    return next((w for t in tokens if (w := fold(t.text)) in _OFFICES), None)


def _own(tokens: tuple[Token, ...], office: str) -> frozenset[str]:
    return frozenset(t.stem for t in tokens if fold(t.text) not in EMPTY and fold(t.text) != office)


def _compare(one: _Person, others: list[_Person], settings: DifferenceSettings) -> Iterator[Finding]:
    best: tuple[float, _Person] | None = None
    for other in others:
        near = nearness(one.statement.content, other.statement.content, one.statement.page.weights)
        fits = bool(one.own & other.own) or not one.own or not other.own
        if other.statement.page is not one.statement.page and fits and near >= settings.least_described:
            best = max(best or (near, other), (near, other), key=lambda x: x[0])
    if best is None or best[1].name is None:
        return
    near, other = best
    a, b = _told(one), _told(other)
    reason = f"One report names “{other.name}”, another only describes “{' '.join(a.text.split())}”."
    yield Finding("name", "precision", label(f"who is the {one.office}"), (a, b), round(0.4 + near / 3, 2), reason)


def _told(person: _Person) -> Told:
    page = person.statement.page
    return Told(page, person.words, person.name or "described", {"name": person.name} if person.name else None)
