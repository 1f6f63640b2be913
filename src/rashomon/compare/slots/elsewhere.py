"""Numbers and dates of one thing in sentences that no claim brings together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from rashomon.compare.slots.dates import can_be_one, compare_dates, days_of
from rashomon.compare.slots.facts import Fact, Match, match_facts, read_fact
from rashomon.compare.slots.findings import Finding, Told, signed, tell
from rashomon.compare.slots.numbers import compare_quantities
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import (
    CLOSE_FIGURES,
    are_far_sums,
    far_apart,
    middle_of,
    near_figures,
    of_one_measure,
    slot_of,
)
from rashomon.compare.slots.statement import Statement
from rashomon.model.reading import DateMention, Quantity
from rashomon.settings import DifferenceSettings

CLOSE_KIN = 1.6  # times
_Thing = TypeVar("_Thing", Quantity, DateMention)
_Compare = Callable[[Fact[_Thing], Fact[_Thing]], Finding | None]


@signed
def find_figures(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Numbers that stand among the same words in two reports, each the other's nearest, and part."""
    facts = [f for page in pages for q in page.quantities if (f := _of_number(page, q, settings))]
    yield from _parted(facts, _compare_numbers, _near_enough, settings, _kinship)


def _near_enough(match: Match[Quantity], settings: DifferenceSettings) -> bool:
    """True where the words around say that both count one thing; the same figure or a head noun needs fewer."""
    p, q = match.a.thing, match.b.thing
    if are_far_sums(p, q) and match.near < settings.least_far_figure:
        return False
    if len(match.a.around & match.b.around) >= settings.least_around:
        return match.near >= settings.least_number
    if near_figures(p, q):
        return match.near >= settings.least_same_figure
    return match.a.slot[0] == "count" and match.near >= settings.least_counted


def _kinship(p: Quantity, q: Quantity) -> float:
    """Of figures equally near by their words, those near each other as figures are the likelier to be of one thing."""
    x, y = middle_of(p), middle_of(q)
    close = x is not None and y is not None and abs(x - y) <= CLOSE_FIGURES * max(abs(x), abs(y))
    return CLOSE_KIN if close else 1.0


def _of_number(page: Page, quantity: Quantity, settings: DifferenceSettings) -> Fact[Quantity] | None:
    slot = slot_of(quantity)
    return read_fact(page, quantity.span, slot, quantity, settings) if slot and slot[0] != "role" else None


def _compare_numbers(a: Fact[Quantity], b: Fact[Quantity]) -> Finding | None:
    if not of_one_measure(a.thing, b.thing) or far_apart(a.thing, b.thing):
        return None
    finding = compare_quantities(a.slot, a.statement, a.thing, b.statement, b.thing)
    vague = "vague" in (a.thing.bound, b.thing.bound)
    return None if vague and finding and finding.relation != "precision" else finding


@signed
def find_days(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Dates that stand among the same words in two reports, each the other's nearest, and part."""
    facts = [f for page in pages for d in page.dates if (f := _of_date(page, d, settings))]
    yield from _parted(facts, _compare_days, _near_days, settings)


def _near_days(match: Match[DateMention], settings: DifferenceSettings) -> bool:
    if len(match.a.around & match.b.around) < settings.least_around:
        return False
    fitting = can_be_one(match.a.page, match.a.thing, match.b.page, match.b.thing)
    return match.near >= (settings.least_fitting_date if fitting else settings.least_date)


def _of_date(page: Page, mention: DateMention, settings: DifferenceSettings) -> Fact[DateMention] | None:
    return read_fact(page, mention.span, ("date",), mention, settings) if days_of(page, mention) else None


def _compare_days(a: Fact[DateMention], b: Fact[DateMention]) -> Finding | None:
    if _has(b.statement, a.thing) or _has(a.statement, b.thing):
        return None  # "between May and July" has both
    return compare_dates(a.statement, a.thing, b.statement, b.thing)


def _has(statement: Statement, date: DateMention) -> bool:
    return any(d.date == date.date and d.date for d in statement.dates)


def _parted(
    facts: Iterable[Fact[_Thing]],
    compare: _Compare[_Thing],
    near: Callable[[Match[_Thing], DifferenceSettings], bool],
    settings: DifferenceSettings,
    kinship: Callable[[_Thing, _Thing], float] | None = None,
) -> Iterator[Finding]:
    """The findings of facts near enough, each with the facts of other reports that say the same as either side."""
    found: list[tuple[Fact[_Thing], Fact[_Thing], Finding]] = []
    equals: dict[int, list[Fact[_Thing]]] = {}
    for match in match_facts(facts, settings, kinship):
        if _say_the_same(match.a.thing, match.b.thing):
            equals.setdefault(id(match.a), []).append(match.b)
            equals.setdefault(id(match.b), []).append(match.a)
            continue
        finding = compare(match.a, match.b) if near(match, settings) else None
        if finding:
            found.append((match.a, match.b, finding))
    for a, b, parted in found:
        yield _joined_by(parted, ((x, _beside(equals.get(id(x), []), y)) for x, y in ((a, b), (b, a))))


def _beside(equals: list[Fact[_Thing]], opposed: Fact[_Thing]) -> list[Fact[_Thing]]:
    """The facts that stand in a report other than the one opposed: what that one says as well parts nothing."""
    return [f for f in equals if opposed.page.number not in f.page.holders_of(f.words.start)]


def _joined_by(finding: Finding, equals: Iterable[tuple[Fact[_Thing], list[Fact[_Thing]]]]) -> Finding:
    """The finding, told also by the facts that say the same as one of its sides."""
    more: list[Told] = [told for side, others in equals for other in others for told in _told_as(finding, side, other)]
    return replace(finding, told=(*finding.told, *more))


def _say_the_same(x: _Thing, y: _Thing) -> bool:
    if isinstance(x, DateMention) and isinstance(y, DateMention):
        return x.date is not None and x.date == y.date and x.parts.unit == y.parts.unit
    return isinstance(x, Quantity) and isinstance(y, Quantity) and (x.low, x.high, x.bound) == (y.low, y.high, y.bound)


def _told_as(finding: Finding, side: Fact[_Thing], other: Fact[_Thing]) -> tuple[Told, ...]:
    value = next(t for t in finding.told if t.page is side.page and t.words == side.words)
    return tell(other.statement, other.words, value.key, value.normal)
