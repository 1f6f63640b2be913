"""Competing numbers on one axis, and on another the time at which reports gave them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from rashomon.model.comparison import Value
from rashomon.render.page.times import Tick, TimeAxis, make_time_axis, published_of

APART = 11.0  # percent of the drawing's height, which is ten lines of text, that the words of one value take
MOST_OVER_TIME = 8  # values; the words of more do not fit


@dataclass(frozen=True, slots=True)
class Row:
    """One value: its words and its stretch of the axis in percent; no stretch where no figure is given.

    Over time, `moments` are the places in percent at which reports gave it (none where it is not known when), `told`
    says in words when, and `label` is the height of its words beside the drawing, in percent.
    """

    name: str
    look: str
    start: float | None
    end: float | None
    moments: tuple[float, ...] = ()
    told: str = ""
    label: float = 0.0

    @property
    def middle(self) -> float:
        """Where the figure itself stands, in percent of the axis."""
        start, end = self.start or 0.0, self.end or 0.0
        return {"upto": end, "vague": start}.get(self.look, (start + end) / 2)


@dataclass(frozen=True, slots=True)
class Scale:
    """All values on one axis, with its figures; on another the time, where `days` has its ticks."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    days: tuple[Tick, ...] = ()
    by_days: bool = False

    @property
    def drawn(self) -> tuple[Row, ...]:
        """The values that have a place in the drawing over time, the greatest first."""
        return tuple(sorted((row for row in self.rows if row.start is not None), key=lambda row: -row.label))

    @property
    def undrawn(self) -> tuple[str, ...]:
        """The values that have none, as no figure is given."""
        return tuple(row.name for row in self.rows if row.start is None)

    @property
    def label(self) -> str:
        """The scale in words."""
        rows = "; ".join(f"{row.name}, {row.told}" if row.told else row.name for row in self.rows)
        over = " and over the time of publication" if self.days else ""
        return f"{rows}, on one scale from {self.ticks[0][1]} to {self.ticks[-1][1]}{over}"


def lay_over_time(scale: Scale, values: Sequence[Value], published: Mapping[str, str | None]) -> Scale:
    """The scale with the time of each value; as it is where the time tells nothing, or the drawing would be crowded."""
    known = [
        published_of(published, (one.article for one in value.evidence)) if row.start is not None else ()
        for row, value in zip(scale.rows, values, strict=True)
    ]
    axis = make_time_axis(moment for moments in known for moment in moments)
    if axis is None:
        return scale
    timed = [tuple(sorted({axis.at[one] for one in moments if one in axis.at})) for moments in known]
    if len([one for one in timed if one]) < 2 or len(set(timed) - {()}) < 2 or len(timed) > MOST_OVER_TIME:
        return scale
    rows = [
        row if row.start is None else replace(row, moments=places, told=_told(axis, moments))
        for row, places, moments in zip(scale.rows, timed, known, strict=True)
    ]
    return replace(scale, rows=_set_apart(rows), days=axis.ticks, by_days=axis.by_days)


def _told(axis: TimeAxis, moments: Sequence[str]) -> str:
    """When a value was given, in words: the first time and the last."""
    ordered = sorted((one for one in moments if one in axis.at), key=lambda one: (axis.at[one], one))
    if not ordered:
        return "time of publication not known"
    first, last = (axis.show(one) for one in (ordered[0], ordered[-1]))
    return f"published {first}" if first == last else f"published {first} to {last}"


def _set_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with their words at the height of their marks, moved as little as keeps them off each other."""
    order = sorted((n for n, row in enumerate(rows) if row.start is not None), key=lambda n: (rows[n].middle, n))
    heaps: list[list[float]] = []  # words that touch: they stand around the mean of the heights they should have
    for place, n in enumerate(order):
        heaps.append([rows[n].middle - place * APART])
        while len(heaps) > 1 and fmean(heaps[-2]) > fmean(heaps[-1]):
            heaps[-2:] = [heaps[-2] + heaps[-1]]
    lowest = [fmean(heap) for heap in heaps for _ in heap]
    room = 100 - APART * (len(order) - 1)
    labels = {n: min(max(lowest[place], 0.0), room) + place * APART for place, n in enumerate(order)}
    return tuple(replace(row, label=round(labels[n], 2)) if n in labels else row for n, row in enumerate(rows))
