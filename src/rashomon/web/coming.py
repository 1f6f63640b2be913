"""A small picture of when a story's reports came: a square a report, a column two hours, up to the end of a day."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rashomon.render.dates import show_date
from rashomon.render.edition import count

DAYS = 3  # of one picture: most of a story's reports come within them
HOURS = 2  # of one column
COLUMN = 6  # pixels; 36 columns stand beside a headline
HEIGHT = 24  # pixels; four squares at their full size
_GAP = 1  # pixel between two squares of full size
_PER_DAY = 24 // HOURS


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


def draw_coming(moments: tuple[str, ...], day: str, undated: int = 0, reports: int = 0) -> Coming:
    """The reports with these moments (UTC) in the days up to `day` ("2025-11-27").

    `undated` of them give no date; `reports` are all there are, where only some have a moment here.
    """
    first = date.fromordinal(max(date.fromisoformat(day).toordinal() - DAYS + 1, 1))
    start = datetime.combine(first, datetime.min.time(), UTC)
    timed: Counter[int] = Counter()
    dated: Counter[int] = Counter()
    outside: Counter[str] = Counter()
    for moment in moments:
        column = int((_moment(moment) - start).total_seconds() // (3600 * HOURS))
        if not 0 <= column < DAYS * _PER_DAY:
            outside["before" if column < 0 else "after"] += 1
        elif _has_hour(moment):
            timed[column] += 1
        else:
            dated[column + _PER_DAY // 2] += 1  # the middle of its day
    tallest = max((timed + dated).values(), default=0)
    step = min(float(COLUMN), HEIGHT / max(tallest, 1))
    return Coming(
        width=DAYS * _PER_DAY * COLUMN,
        height=HEIGHT,
        midnights="".join(f"M{at * _PER_DAY * COLUMN} 0v{HEIGHT}" for at in range(1, DAYS)),
        squares=_stack(timed, Counter(), step),
        open_squares=_stack(dated, timed, step),
        before=outside["before"],
        after=outside["after"],
        spoken=_spoken(moments, undated, max(reports, len(moments))),
    )


def _stack(counted: Counter[int], below: Counter[int], step: float) -> str:
    """A square a report, each `step` pixels above the last, on top of those that stand there already."""
    size = f"h{COLUMN - _GAP}v{_short(max(step - _GAP, step / 2))}h-{COLUMN - _GAP}z"
    return "".join(
        f"M{column * COLUMN} {_short(HEIGHT - step * (below[column] + at + 1))}{size}"
        for column in sorted(counted)
        for at in range(counted[column])
    )


def _spoken(moments: tuple[str, ...], undated: int, reports: int) -> str:
    """How many came, from when to when; of those that give no date it is known when they were kept."""
    if not moments:
        return "no report"
    first, last = _shown(moments[0]), _shown(moments[-1])
    when = first if first == last else f"{first} to {last}"
    if undated == reports:
        return f"{count(undated, 'report')}, no date given; kept {when}"
    told = f"{count(reports, 'report')}, {when}" if first == last else when
    return f"{told}; {undated} without a date, as kept" if undated else told


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
