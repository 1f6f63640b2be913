"""When reports were published, on one axis."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rashomon.render.dates import MONTHS, show_date

MINUTE, HOUR, DAY = 60, 3600, 86_400
STEPS = tuple(
    [n * MINUTE for n in (1, 5, 10, 30)]
    + [n * HOUR for n in (1, 2, 3, 6, 12)]
    + [n * DAY for n in (1, 2, 4, 7, 14, 30, 60, 120, 365)]
)
MOST_STEPS = 4  # more, and their figures run into each other on a phone
_DAY_LONG = len("2025-11-27")
_FIRST = date(1970, 1, 1).toordinal()
_EARLIEST, _LATEST = ((day.toordinal() - _FIRST) * DAY for day in (date.min, date.max))


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment on the axis: its place in percent, the time or day, and under it the day or year where that changes.

    On a phone only every second one is shown, and `lean` is the day or year where it changes among these.
    """

    at: float
    shown: str
    under: str
    lean: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Moments on one axis: `at` has the place of each in percent. By days where not all give a time, else in UTC."""

    at: dict[str, float]
    ticks: tuple[Tick, ...]
    by_days: bool

    def show(self, moment: str) -> str:
        """A moment in words, as finely as the axis has it: "4 March 2025, 10:30 UTC"."""
        if self.by_days:
            return show_date(moment)
        known = datetime.fromisoformat(moment).astimezone(UTC)
        return f"{show_date(known.date().isoformat())}, {known:%H:%M} UTC"


def make_time_axis(published: Iterable[str]) -> TimeAxis | None:
    """The axis for moments in ISO 8601; None where fewer than two of them differ.

    What cannot be read has no place on it. A time without a zone could be any of a day's length apart, so that only its
    day is known.
    """
    moments = {iso: moment for iso in published if (moment := _read(iso)) is not None}
    by_days = any(not isinstance(moment, datetime) for moment in moments.values())
    seconds = {iso: _seconds(iso, moment, by_days) for iso, moment in moments.items()}
    if len(set(seconds.values())) < 2:
        return None
    low, high = min(seconds.values()), max(seconds.values())
    steps = [step for step in STEPS if step >= DAY or not by_days]
    step = next((one for one in steps if high - low <= MOST_STEPS * one), -(-(high - low) // (MOST_STEPS * DAY)) * DAY)
    first, last = max(low // step * step, _EARLIEST), min(-(-high // step) * step, _LATEST)
    at = {iso: round(100 * (moment - first) / (last - first), 2) for iso, moment in seconds.items()}
    return TimeAxis(at, tuple(_ticks(first, last, step)), by_days)


def _read(iso: str) -> datetime | date | None:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment.date() if len(iso) <= _DAY_LONG or moment.tzinfo is None else moment


def _seconds(iso: str, moment: datetime | date, by_days: bool) -> int:
    """Seconds since 1970 of a moment, or of the beginning of its day as its own zone has it."""
    if by_days:
        return (date.fromisoformat(iso[:_DAY_LONG]).toordinal() - _FIRST) * DAY
    assert isinstance(moment, datetime)
    return int(moment.timestamp())


def _ticks(first: int, last: int, step: int) -> Iterable[Tick]:
    below: list[str] = []
    for moment in range(first, last + 1, step):
        known = date.fromordinal(_FIRST + moment // DAY)
        day = f"{known.day} {MONTHS[known.month - 1][:3]}"
        time = f"{moment % DAY // HOUR:02}:{moment % HOUR // MINUTE:02}"
        shown, under = (day, str(known.year)) if step >= DAY else (time, day)
        before, leaner = (below[-back] if len(below) >= back else "" for back in (1, 2))
        at = round(100 * (moment - first) / (last - first), 2)
        yield Tick(at, shown, "" if under == before else under, "" if under == leaner else under)
        below.append(under)


def published_of(known: Mapping[str, str | None], articles: Iterable[str]) -> tuple[str, ...]:
    """When the reports that are dated were published, each moment once, in order of the reports."""
    return tuple(dict.fromkeys(moment for article in articles if (moment := known.get(article))))
