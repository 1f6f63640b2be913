"""Tolls in sentences that no claim brings together: one stands in a headline here, another in a last line there."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding
from rashomon.compare.slots.numbers import compare_quantities, key_of, slot_of
from rashomon.compare.slots.statement import Page, Statement, likeness, read_statement
from rashomon.model.reading import Quantity
from rashomon.settings import DifferenceSettings

_Told = tuple[Statement, Quantity]


def find_tolls(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Counts of people of one fate, in the sentences of two reports that are most alike of those that give them."""
    slots: dict[tuple[str, ...], dict[str, list[_Told]]] = {}
    for page in pages:
        for quantity in page.reading.quantities:
            slot = slot_of(quantity)
            if slot is None or slot[0] != "role":
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
            pairs = [(likeness(a, b), a, p, b, q) for a, p in one for b, q in two if _apart(a, b)]
            best = max(pairs, key=lambda x: x[0], default=None)
            if best is not None and best[0] >= settings.least_alike:
                _, a, p, b, q = best
                finding = compare_quantities(slot, a, p, b, q)
                if finding:
                    yield finding


def _apart(a: Statement, b: Statement) -> bool:
    return bool(a.articles - b.articles) and bool(b.articles - a.articles)
