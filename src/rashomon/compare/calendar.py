"""Dates that one article alone cannot settle."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.compare.anchors import Anchors, find_anchors
from rashomon.model.reading import DateMention, DateParts, Reading
from rashomon.settings import DateSettings
from rashomon.text.almanac import WEEKDAYS, Anchor, resolve

_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})")


def resolve_dates(readings: tuple[Reading, ...], settings: DateSettings) -> tuple[Reading, ...]:
    """The readings with their dates resolved as far as the story allows: a missing year is borrowed, and said so."""
    anchors = find_anchors(readings, settings)
    orders = _orders(readings)
    resolved = tuple(_with_dates(reading, anchors.get(n), orders[n]) for n, reading in enumerate(readings))
    return _agreed(resolved, anchors, settings)


def _with_dates(reading: Reading, anchor: Anchor | None, month_first: bool | None) -> Reading:
    dates = (
        replace(m, date=(found := resolve(m.parts, anchor, month_first)).date, basis=found.basis) for m in reading.dates
    )
    return replace(reading, dates=tuple(dates))


def _orders(readings: Sequence[Reading]) -> list[bool | None]:
    """Whether each report writes the month first, by its own clear dates ("27/11"), else by those of all."""
    votes = [Counter(_votes(reading)) for reading in readings]
    story = _vote(sum(votes, Counter[bool]()))
    return [own if (own := _vote(vote)) is not None else story for vote in votes]


def _votes(reading: Reading) -> Iterator[bool]:
    for mention in reading.dates:
        found = _NUMERIC.search(mention.span.of(reading.article.text))
        if found and not mention.parts.swapped and found.group(1) != found.group(2):
            yield int(found.group(1)) == mention.parts.month


def _vote(votes: Counter[bool]) -> bool | None:
    return next(iter(votes)) if len(votes) == 1 else None


def _agreed(readings: tuple[Reading, ...], anchors: Anchors, settings: DateSettings) -> tuple[Reading, ...]:
    """Weekdays that may be of this week or the next, settled by the days the other reports give."""
    given = [Counter(m.date or "" for m in r.dates if m.date and not _is_open(m.parts)) for r in readings]
    told = Counter(day for counts in given for day in counts)
    return tuple(
        replace(reading, dates=tuple(_settled(m, anchors.get(n), told, given[n], settings) for m in reading.dates))
        for n, reading in enumerate(readings)
    )


def _is_open(parts: DateParts) -> bool:
    """True for a weekday alone whose tense nothing shows."""
    return parts.weekday is not None and parts.day is None and parts.tense is None and not parts.shift


def _settled(
    mention: DateMention, anchor: Anchor | None, told: Counter[str], own: Counter[str], settings: DateSettings
) -> DateMention:
    parts = mention.parts
    if anchor is None or mention.date is None or parts.weekday is None or parts.day is not None or parts.shift:
        return mention
    now = date.fromisoformat(mention.date)
    if told[mention.date] > (mention.date in own):
        return mention
    for other in _other_weeks(now, anchor.day):
        near = 0 <= (other - anchor.day).days <= settings.day_off
        behind = parts.tense == "past" and now > anchor.day
        if (parts.tense is None or near or behind) and told[other.isoformat()] > (other.isoformat() in own):
            basis = f"the {WEEKDAYS[other.weekday()]} that the other reports name, near {anchor.why}"
            return replace(mention, date=other.isoformat(), basis=basis)
    return mention


def _other_weeks(day: date, anchor: date) -> Iterator[date]:
    """The same weekday a week on or back, on the other side of the day of writing."""
    step = 7 if day <= anchor else -7
    if date.min + timedelta(days=7) < day < date.max - timedelta(days=7):
        yield day + timedelta(days=step)
