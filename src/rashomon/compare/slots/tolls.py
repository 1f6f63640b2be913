"""Tolls in sentences that no claim brings together: one stands in a headline here, another in a last line there."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.compare.slots.facts import HARM
from rashomon.compare.slots.findings import Finding, Told, signed
from rashomon.compare.slots.numbers import compare_quantities
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import key_of, normal, relation_of, slot_of, toll_leaps
from rashomon.compare.slots.statement import Statement, likeness, read_statement
from rashomon.model.reading import Quantity
from rashomon.settings import DifferenceSettings

_Told = tuple[Statement, Quantity]


@signed
def find_tolls(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Tolls, and round figures with what they round, in the sentences of two reports that are most alike."""
    slots: dict[tuple[str, ...], dict[str, list[_Told]]] = {}
    for page in pages:
        for quantity in page.quantities:
            slot = slot_of(quantity)
            if slot is None or slot[0] not in ("role", "count"):
                continue
            sentence = page.sentence_at(quantity.span.start)
            if sentence is not None:
                told = slots.setdefault(slot, {}).setdefault(key_of(quantity), [])
                if len(told) < settings.most_places:
                    told.append((read_statement(page, sentence.span), quantity))
    for slot in sorted(slots):
        yield from _compare(slot, list(slots[slot].values())[: settings.most_wordings], settings)


def _compare(slot: tuple[str, ...], values: list[list[_Told]], settings: DifferenceSettings) -> Iterator[Finding]:
    for n, one in enumerate(values):
        for two in values[n + 1 :]:
            pairs = [(_alike(a, b), a, p, b, q) for a, p in one for b, q in two if _apart(a, b)]
            best = max(pairs, key=lambda x: x[0], default=None)
            if best is None:
                continue
            alike, a, p, b, q = best
            if slot[0] == "role" and toll_leaps(p, q) and alike < settings.least_shared:
                continue
            if alike >= settings.least_alike if slot[0] == "role" else _rounded(p, q):
                finding = compare_quantities(slot, a, p, b, q)
                if finding:
                    more = [*_echoes(one, a, p, finding, settings), *_echoes(two, b, q, finding, settings)]
                    yield replace(finding, told=(*finding.told, *more))


def _echoes(
    value: list[_Told], first: Statement, quantity: Quantity, finding: Finding, settings: DifferenceSettings
) -> Iterator[Told]:
    """The other places that give the value in a sentence like the first."""
    for statement, other in value:
        if other is not quantity and likeness(statement, first) >= settings.least_kindred:
            yield Told(statement.page, other.span, key_of(quantity), normal(other))


def _alike(a: Statement, b: Statement) -> float:
    """The likeness of two sentences without the words that are in every toll."""
    one, two = a.content - HARM, b.content - HARM
    return len(one & two) / (min(len(one), len(two)) or 1)


def _rounded(p: Quantity, q: Quantity) -> bool:
    """True for a figure and the "about" that fits it: so near that both count the same, wherever they stand."""
    return {p.bound, q.bound} == {"about", "exact"} and p.low != q.low and relation_of(p, q) == "precision"


def _apart(a: Statement, b: Statement) -> bool:
    return bool(a.articles - b.articles) and bool(b.articles - a.articles)
