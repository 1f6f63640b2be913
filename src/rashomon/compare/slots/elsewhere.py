"""Numbers and dates of one thing in sentences that no claim brings together."""

from collections.abc import Iterator

from rashomon.compare.slots.dates import compare_dates
from rashomon.compare.slots.facts import Fact, match_facts, read_fact
from rashomon.compare.slots.findings import Finding
from rashomon.compare.slots.numbers import compare_quantities, of_one_measure, slot_of
from rashomon.compare.slots.statement import Page
from rashomon.model.reading import DateMention, Quantity
from rashomon.settings import DifferenceSettings


def find_figures(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Numbers that stand among the same words in two reports, each the other's nearest, and part."""
    facts = (f for page in pages for q in page.quantities if (f := _of_number(page, q, settings)))
    for match in match_facts(facts, settings):
        a, b = match.a, match.b
        if match.near >= settings.least_number and of_one_measure(a.thing, b.thing):
            finding = compare_quantities(a.slot, a.statement, a.thing, b.statement, b.thing)
            if finding:
                yield finding


def _of_number(page: Page, quantity: Quantity, settings: DifferenceSettings) -> Fact[Quantity] | None:
    slot = slot_of(quantity)
    return read_fact(page, quantity.span, slot, quantity, settings) if slot and slot[0] != "role" else None


def find_days(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Dates that stand among the same words in two reports, each the other's nearest, and part."""
    facts = (f for page in pages for d in page.reading.dates if (f := _of_date(page, d, settings)))
    for match in match_facts(facts, settings):
        a, b = match.a, match.b
        if match.near >= settings.least_date:
            finding = compare_dates(a.statement, a.thing, b.statement, b.thing)
            if finding:
                yield finding


def _of_date(page: Page, mention: DateMention, settings: DifferenceSettings) -> Fact[DateMention] | None:
    return read_fact(page, mention.span, ("date",), mention, settings) if mention.date else None
