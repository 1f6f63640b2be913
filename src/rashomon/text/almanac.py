"""The calendar: what the words of a date come to, given the day from which they are reckoned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.model.reading import DateParts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A date without its year is looked for on the side that the tense shows; the other side must be this many times nearer.
_UNLIKELY = {None: (1, 3), "past": (1, 20), "future": (3, 1)}  # weights of days before and after
# "said Friday" in a report dated Thursday: far oftener the date runs a day behind (another zone) than the news is
# six days old, as 20 of 24 such places in a sample of 315 reports showed.
_DAY_BEHIND = 6
_FARTHEST = 12  # years: how far from the day of writing a weekday may fix the year of "Thursday (November 27)"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which a report reckons, and how we know it ("published 2025-11-28")."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date as YYYY-MM-DD, YYYY-MM or YYYY, None where it cannot be told; `basis` says how or why not."""

    date: str | None
    basis: str


def resolve(parts: DateParts, anchor: Anchor | None, month_first: bool | None = None) -> Resolved:
    """What the words come to. `month_first` settles "3/4"; None leaves it to the anchor."""
    if parts.swapped:
        return _resolve_swapped(parts, anchor, month_first)
    if parts.year is not None:
        return _given(parts)
    if parts.years_back is not None and anchor:
        return _given_back(parts, anchor)
    if anchor is None:
        return Resolved(None, "the words give no year and no date of publication is known")
    if parts.month is not None:
        return _without_year(parts, anchor)
    if parts.weekday is not None:
        return _on_weekday(parts, anchor)
    if parts.unit is not None:
        return _shifted(parts, anchor)
    return Resolved(None, "the words give no date")


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def moved(day: date, days: int) -> date | None:
    """The day so many days on, None where the calendar ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _given(parts: DateParts) -> Resolved:
    year, month, day = parts.year or 0, parts.month, parts.day
    if month is None:
        return Resolved(f"{year:04d}", "the words give the year")
    if day is None:
        return Resolved(f"{year:04d}-{month:02d}", "the words give month and year")
    found = day_of(year, month, day)
    if found is None:
        return Resolved(None, "there is no such day")
    if parts.weekday is not None and found.weekday() != parts.weekday:
        there, said = WEEKDAYS[found.weekday()], WEEKDAYS[parts.weekday]
        return Resolved(found.isoformat(), f"the words give the date; they say {said}, but that day was a {there}")
    return Resolved(found.isoformat(), "the words give the whole date")


def _given_back(parts: DateParts, anchor: Anchor) -> Resolved:
    year = anchor.day.year - (parts.years_back or 0)
    if not 1 <= year <= 9999:
        return Resolved(None, "the year lies outside the calendar")
    given = _given(DateParts(year=year, month=parts.month, day=parts.day))
    return Resolved(given.date, f"{parts.years_back} years before {anchor.why}")


def _resolve_swapped(parts: DateParts, anchor: Anchor | None, month_first: bool | None) -> Resolved:
    day_first = DateParts(parts.year, parts.month, parts.day, parts.weekday, tense=parts.tense)
    month, day = parts.swapped or (1, 1)
    other = DateParts(parts.year, month, day, parts.weekday, tense=parts.tense)
    if month_first is not None:
        found = resolve(other if month_first else day_first, anchor)
        return Resolved(
            found.date, f"{found.basis}; read {'month' if month_first else 'day'} first as elsewhere in these reports"
        )
    if anchor:
        near = [
            r
            for r in (resolve(day_first, anchor), resolve(other, anchor))
            if r.date and _days_off(r.date, anchor) <= 45
        ]
        if len(near) == 1:
            return Resolved(near[0].date, f"{near[0].basis}; of both readings the one near {anchor.why}")
    return Resolved(None, "day and month may stand in either order")


def _days_off(found: str, anchor: Anchor) -> int:
    return abs((date.fromisoformat(found) - anchor.day).days) if len(found) == 10 else 999


def _without_year(parts: DateParts, anchor: Anchor) -> Resolved:
    month, day = parts.month or 1, parts.day
    if day is None:
        years = [y for y in range(anchor.day.year - 1, anchor.day.year + 2) if 1 <= y <= 9999]
        year = min(years, key=lambda y: _cost(_months_between(y, month, anchor.day), parts))
        return Resolved(f"{year:04d}-{month:02d}", f"year from {anchor.why}")
    for reach, weekday in ((1, parts.weekday), (_FARTHEST, parts.weekday), (1, None)):
        days = [d for d in _same_days(anchor.day.year, reach, month, day) if weekday is None or d.weekday() == weekday]
        if days:
            found = min(days, key=lambda d: _cost((d - anchor.day).days, parts))
            return Resolved(found.isoformat(), _year_basis(parts, weekday, reach, anchor))
    return Resolved(None, "there is no such day near " + anchor.why)


def _year_basis(parts: DateParts, weekday: int | None, reach: int, anchor: Anchor) -> str:
    if parts.weekday is None:
        return f"year from {anchor.why}"
    name = WEEKDAYS[parts.weekday]
    if weekday is None:
        return f"year from {anchor.why}; they say {name}, but that day was none"
    return (
        f"year from {anchor.why}" if reach == 1 else f"the year nearest to {anchor.why} in which that day was a {name}"
    )


def _same_days(year: int, reach: int, month: int, day: int) -> Iterator[date]:
    """That day of each year, years apart from `year` by `reach` at most; the 29th of February may be four years off."""
    for other in range(year - max(reach, 4 if (month, day) == (2, 29) else 0), year + reach + 1):
        if found := day_of(other, month, day):
            yield found


def _months_between(year: int, month: int, day: date) -> int:
    return (year - day.year) * 12 + month - day.month


def _cost(distance: int, parts: DateParts) -> tuple[int, int]:
    before, after = _UNLIKELY[parts.tense]
    return (-distance * before if distance < 0 else distance * after), distance


def _on_weekday(parts: DateParts, anchor: Anchor) -> Resolved:
    back = (anchor.day.weekday() - (parts.weekday or 0)) % 7
    name = WEEKDAYS[parts.weekday or 0]
    choices = [-back, 7 - back] if back else [0]
    if parts.shift:  # "last Friday" is not today, "next Friday" not yesterday
        offset = -(back or 7) if parts.shift < 0 else 7 - back
    elif parts.tense == "past":
        offset = 1 if back == _DAY_BEHIND else -back
    elif parts.tense == "future":
        offset = choices[-1]
    else:
        offset = min(choices, key=lambda d: _cost(d, parts))
    found = moved(anchor.day, offset + parts.days_on)
    side = "on" if not offset else "before" if offset < 0 else "after"
    where = f"the {name} {side} {anchor.why}" if offset else f"the {name} of {anchor.why}"
    return Resolved(found.isoformat() if found else None, where)


def _shifted(parts: DateParts, anchor: Anchor) -> Resolved:
    basis = f"reckoned from {anchor.why}"
    if parts.unit == "day":
        return _iso(moved(anchor.day, parts.shift), basis)
    if parts.unit == "year":
        year = anchor.day.year + parts.shift
        return (
            Resolved(f"{year:04d}", basis)
            if 1 <= year <= 9999
            else Resolved(None, "the year lies outside the calendar")
        )
    if parts.unit == "month":
        return _month(anchor.day.year * 12 + anchor.day.month - 1 + parts.shift, basis)
    return _week(parts, anchor, basis)


def _iso(day: date | None, basis: str) -> Resolved:
    return Resolved(day.isoformat(), basis) if day else Resolved(None, "the day lies outside the calendar")


def _month(months: int, basis: str) -> Resolved:
    year, month = divmod(months, 12)
    return (
        Resolved(f"{year:04d}-{month + 1:02d}", basis) if 1 <= year <= 9999 else Resolved(None, "outside the calendar")
    )


def _week(parts: DateParts, anchor: Anchor, basis: str) -> Resolved:
    """A week or a weekend is given as its month, and only where its days (Monday to Friday, or both) lie in one."""
    monday = moved(anchor.day, -anchor.day.weekday() + 7 * parts.shift)
    weekend = parts.unit == "weekend"
    first, last = (moved(monday, n) if monday else None for n in ((5, 6) if weekend else (0, 4)))
    if not first or not last:
        return Resolved(None, "outside the calendar")
    if (first.year, first.month) != (last.year, last.month):
        return Resolved(None, f"a {parts.unit} over the end of a month, {basis}")
    return Resolved(
        f"{first:%Y-%m}" if first.year > 999 else f"{first.year:04d}-{first.month:02d}", f"a {parts.unit}, {basis}"
    )
