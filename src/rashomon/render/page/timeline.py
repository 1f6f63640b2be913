"""The timeline: the calendar dates the reports give, ruled day by day."""

from dataclasses import dataclass
from datetime import date

from rashomon.model.comparison import Happening
from rashomon.render.dates import show_date, weekday
from rashomon.render.edition import Edition
from rashomon.render.page.lines import Line, make_lines
from rashomon.render.page.places import Links
from rashomon.render.page.strips import Strip, Strips

NEAR = 7  # days; a longer gap is drawn as a break


@dataclass(frozen=True, slots=True)
class Day:
    """One date, after `gap` days drawn empty or a break."""

    id: str
    date: str
    shown: str
    weekday: str
    strip: Strip
    lines: tuple[Line, ...]
    claims: tuple[str, ...]
    gap: tuple[str, ...]
    broken: bool


def make_timeline(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str]) -> tuple[Day, ...]:
    """Every date, in order."""
    days: list[Day] = []
    before: tuple[int, Happening] | None = None
    for number, happening in zip(edition.numbers("timeline"), edition.comparison.timeline, strict=True):
        gap = _empty_days(before[1], happening) if before else ()
        if before and number > before[0] + 1:
            gap = None  # dates between them are not shown
        days.append(
            Day(
                id=f"t-{number}",
                date=happening.date,
                shown=show_date(happening.date, short=True),
                weekday=weekday(happening.date),
                strip=strips.draw(one.article for one in happening.evidence),
                lines=make_lines(edition, links, happening.evidence, context=True),
                claims=tuple(numbers[claim] for claim in happening.claims if claim in numbers),
                gap=gap or (),
                broken=gap is None,
            )
        )
        before = number, happening
    return tuple(days)


def _empty_days(before: Happening, after: Happening) -> tuple[str, ...] | None:
    """The days between two dates within a week, as shown; None for a break."""
    try:
        first, last = date.fromisoformat(before.date), date.fromisoformat(after.date)
    except ValueError:
        return None
    between = (last - first).days - 1
    if between > NEAR - 1:
        return None
    return tuple(str(date.fromordinal(first.toordinal() + n + 1).day) for n in range(max(0, between)))


def event_date(edition: Edition) -> tuple[str, int] | None:
    """The day that most origins give, then most reports, then the latest; with how many reports give it."""
    best: tuple[int, int, str] | None = None
    for happening in edition.comparison.timeline:
        if len(happening.date) == len("2025-11-27"):
            articles = {one.article for one in happening.evidence}
            rank = (len(edition.origins_of(articles)), len(articles), happening.date)
            best = max(best or rank, rank)
    return (show_date(best[2]), best[1]) if best else None
