"""The other places of the story that give a value of a found difference for the same thing."""

from collections.abc import Hashable, Mapping
from dataclasses import replace

from rashomon.compare.slots.dates import days_of
from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, Told
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import key_of
from rashomon.model.reading import DateMention, Quantity
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings

_Thing = DateMention | Quantity
Places = Mapping[Hashable, list[tuple[Page, Span]]]  # where the story gives a number or a date, by its value
MOST_TOLD = 12  # places; a difference with more is told often enough


def read_places(pages: tuple[Page, ...]) -> Places:
    """Every place of a number or a date, by value, in order."""
    places: dict[Hashable, list[tuple[Page, Span]]] = {}
    for page in pages:
        things: list[_Thing] = [*page.reading.dates, *page.quantities]
        for thing in things:
            value = _value(page, thing)
            if value is not None:
                places.setdefault(value, []).append((page, thing.span))
    return places


def with_echoes(finding: Finding, places: Places, settings: DifferenceSettings) -> Finding:
    """The finding with every place that gives one of its numbers or dates among the words that stand by another."""
    if finding.kind not in ("number", "date") or finding.relation == "wording" or len(finding.told) > MOST_TOLD:
        return finding
    told = [(t, thing, _around(t.page, t.words, settings)) for t in finding.told if (thing := _thing_at(t))]
    more: list[Told] = []
    for value, given in {_value(t.page, thing): t for t, thing, _ in reversed(told)}.items():
        for page, words in places.get(value, [])[: settings.most_echoes]:
            known = any(t.page is page and t.words.overlap(words) for t in (*finding.told, *more))
            if not known and _of_one(page, words, given, told, settings):
                more.append(Told(page, words, given.key, given.normal))
    more.sort(key=lambda t: (t.page.number, t.words))
    return replace(finding, told=(*finding.told, *more)) if more else finding


def _thing_at(told: Told) -> _Thing | None:
    for kind in ("dates", "quantities"):
        for thing in told.page.found_in(kind, told.words):
            if isinstance(thing, DateMention | Quantity) and told.words == thing.span:
                return thing
    return None


def _value(page: Page, thing: _Thing) -> Hashable:
    """The same for what says the same; None for a date that could not be resolved."""
    if isinstance(thing, Quantity):
        return key_of(thing)
    return days_of(page, thing) if thing.date else None


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
