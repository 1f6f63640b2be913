"""A small picture of when the reports of a story came: a square a report, a column an hour, up to the end of a day."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rashomon.render.dates import show_date
from rashomon.render.edition import count

DAYS = 3  # of one picture: most of a story's reports come within them
HOUR = 3  # pixels a column; 72 columns stand beside a headline
HEIGHT = 24  # pixels; eight squares at their full size
_GAP = 0.6  # pixels between two squares


@dataclass(frozen=True, slots=True)
class Coming:
    """The picture as paths. `squares` are reports whose hour is known, `open_squares` those of which only the day is;
    `before` came earlier than the picture shows, `after` later. `spoken` says the same in words.
    """

    width: int
    height: int
    midnights: str
    squares: str
    open_squares: str
    before: int
    after: int
    spoken: str


def draw_coming(moments: tuple[str, ...], day: str) -> Coming:
    """The reports with these moments (UTC) in the days up to `day` ("2025-11-27")."""
    start = datetime.combine(date.fromisoformat(day) - timedelta(days=DAYS - 1), datetime.min.time(), UTC)
    timed: Counter[int] = Counter()
    dated: Counter[int] = Counter()
    outside: Counter[str] = Counter()
    for moment in moments:
        hour = int((_moment(moment) - start).total_seconds() // 3600)
        if not 0 <= hour < DAYS * 24:
            outside["before" if hour < 0 else "after"] += 1
        elif _has_hour(moment):
            timed[hour] += 1
        else:
            dated[hour + 12] += 1  # the middle of its day
    tallest = max([timed[hour] + dated[hour] for hour in timed | dated], default=0)
    step = min(float(HOUR), HEIGHT / max(tallest, 1))
    return Coming(
        width=DAYS * 24 * HOUR,
        height=HEIGHT,
        midnights="".join(f"M{at * 24 * HOUR} 0v{HEIGHT}" for at in range(1, DAYS)),
        squares=_columns(timed, {}, step),
        open_squares=_columns(dated, timed, step),
        before=outside["before"],
        after=outside["after"],
        spoken=_spoken(moments),
    )


def _columns(counted: Counter[int], below: dict[int, int], step: float) -> str:
    """A square a report, on top of those that stand there already."""
    size = _short(max(step - _GAP, 0.3))
    width = _short(HOUR - _GAP)
    return "".join(
        f"M{hour * HOUR} {_short(HEIGHT - step * (below.get(hour, 0) + at + 1))}h{width}v{size}h-{width}z"
        for hour in sorted(counted)
        for at in range(counted[hour])
    )


def _spoken(moments: tuple[str, ...]) -> str:
    """How many came, from when to when."""
    if not moments:
        return "no report"
    first, last = _shown(moments[0]), _shown(moments[-1])
    return f"{count(len(moments), 'report')}, {first}" if first == last else f"{first} to {last}"


def _shown(moment: str) -> str:
    day = show_date(moment, short=True)
    return f"{day}, {_moment(moment):%H:%M}" if _has_hour(moment) else day


def _has_hour(moment: str) -> bool:
    return len(moment) > len("2025-11-27")


def _moment(moment: str) -> datetime:
    told = datetime.fromisoformat(moment)
    return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
