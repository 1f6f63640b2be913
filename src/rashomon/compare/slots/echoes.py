"""The other places of the story that give a value of a found difference for the same thing."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.compare.slots.dates import days_of
from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, Told
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import relation_of
from rashomon.model.reading import DateMention, Quantity
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings

_Thing = DateMention | Quantity


def with_echoes(finding: Finding, pages: tuple[Page, ...], settings: DifferenceSettings) -> Finding:
    """The finding with every place that gives one of its numbers or dates among the words that stand by another."""
    if finding.kind not in ("number", "date") or finding.relation == "wording" or len(finding.told) > MOST_TOLD:
        return finding
    told = [(t, thing, _around(t.page, t.words, settings)) for t in finding.told if (thing := _thing_at(t))]
    more: list[Told] = []
    for page in pages:
        for thing in _things(page, finding):
            if any(t.page is page and t.words.overlap(thing.span) for t in (*finding.told, *more)):
                continue
            key = next((t for t, given, _ in told if _equal(t.page, given, page, thing)), None)
            if key is not None and _of_one(page, thing.span, key, told, settings):
                more.append(Told(page, thing.span, key.key, key.normal))
    return replace(finding, told=(*finding.told, *more)) if more else finding


MOST_TOLD = 12  # places; a difference with more is told often enough


def _things(page: Page, finding: Finding) -> Iterator[_Thing]:
    yield from page.dates if finding.kind == "date" else page.quantities


def _thing_at(told: Told) -> _Thing | None:
    for kind in ("dates", "quantities"):
        for thing in told.page.found_in(kind, told.words):
            if isinstance(thing, DateMention | Quantity) and told.words == thing.span:
                return thing
    return None


def _equal(a: Page, x: _Thing, b: Page, y: _Thing) -> bool:
    if isinstance(x, DateMention) and isinstance(y, DateMention):
        days = days_of(a, x)
        return days is not None and days == days_of(b, y) and bool(x.date)
    return isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit == y.unit and relation_of(x, y) is None


def _of_one(
    page: Page,
    words: Span,
    value: Told,
    told: list[tuple[Told, _Thing, frozenset[str]]],
    settings: DifferenceSettings,
) -> bool:
    """True where the words around share enough with those around another value of the finding."""
    around = _around(page, words, settings)
    return any(
        len(around & other) >= settings.least_around and nearness(around, other, page.weights) >= settings.least_echo
        for t, _, other in told
        if t.key != value.key and t.page is not page
    )


def _around(page: Page, words: Span, settings: DifferenceSettings) -> frozenset[str]:
    sentence = page.sentence_at(words.start)
    return words_around(page.words_in(sentence.span), words, settings) if sentence else frozenset()
