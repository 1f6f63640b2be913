"""Competing numbers on one axis."""

import math
from collections.abc import Mapping, Sequence

from rashomon.model.comparison import Value
from rashomon.render.page.over_time import Row, Scale, lay_over_time

NEAR = 0.05  # share of a value to which "about" is drawn on either side
LONGEST_AXIS = 12  # steps; more and the figures run into each other
# Things that are measured: figures in two of them share no axis, while "people" and "civilians" are both counted.
_SIZES = "percent fraction foot inch yard mile metre km km2 hectare acre lb kg tonne litre"
_TIMES = "year month week day hour minute second"
MEASURES = frozenset(f"{_SIZES} {_TIMES}".split())
_LOOK = {
    "exact": "exact",
    "about": "about",
    "at most": "upto",
    "less than": "upto",
    "at least": "vague",
    "more than": "vague",
    "range": "about",
    "vague": "vague",
}


def make_scale(values: Sequence[Value], published: Mapping[str, str | None] | None = None) -> Scale | None:
    """The scale of a difference in number; None where fewer than two values have a figure, or their units differ.

    Where two values with a figure are of reports published at different times, it is drawn over time too; `published`
    has the moments by report.
    """
    figures = [_figure(value) for value in values]
    known = [figure for figure in figures if figure is not None]
    units = {
        str((value.normal or {}).get("unit") or "")
        for value, figure in zip(values, figures, strict=True)
        if figure is not None
    }
    if len(set(known)) < 2 or not _comparable(units):
        return None
    looks = [_LOOK.get(str((value.normal or {}).get("bound")), "exact") for value in values]
    bars = any(look in ("upto", "vague") for look, figure in zip(looks, figures, strict=True) if figure is not None)
    top = max(f * (1 + NEAR) if look == "about" else f for f, look in zip(figures, looks, strict=True) if f is not None)
    low, high, step = _axis(min(known), max(top, max(known)), bars)
    rows = [
        _row(value.value, look, figure, low, high) for value, look, figure in zip(values, looks, figures, strict=True)
    ]
    steps = round((high - low) / step)
    ticks = tuple((100 * n / steps, _figure_text(low + n * step)) for n in range(steps + 1))
    unit = units.pop() if len(units) == 1 else ""
    return lay_over_time(Scale(tuple(rows), ticks, "" if unit == "count" else unit), values, published or {})


def _comparable(units: set[str]) -> bool:
    """True where the figures are of one unit, or all count things; a currency is three capitals."""
    return len(units) == 1 or not any(unit in MEASURES or (len(unit) == 3 and unit.isupper()) for unit in units)


def _figure(value: Value) -> float | None:
    number = (value.normal or {}).get("number")
    if (
        isinstance(number, bool)
        or not isinstance(number, int | float)
        or not math.isfinite(number)
        or abs(number) > 1e15
    ):
        return None
    return float(number)


def _axis(low: float, high: float, bars: bool) -> tuple[float, float, float]:
    """The ends and the step of the axis: from nought for bars, else from a step outside the values."""
    start = min(0.0, low) if bars else low
    step = _round_step((high - start) / 4)
    if low == int(low):
        step = max(1.0, step)  # things that are counted have no halves
    first = 0.0 if bars and low >= 0 else math.floor(start / step - 0.5) * step
    if low >= 0:
        first = max(0.0, first)
    last = math.ceil(high / step + 0.5) * step
    while (last - first) / step > LONGEST_AXIS:
        step = _round_step(step * 1.5)
        first, last = math.floor(first / step) * step, math.ceil(last / step) * step
    return first, last, step


def _round_step(rough: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not less."""
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)


def _row(name: str, look: str, figure: float | None, low: float, high: float) -> Row:
    if figure is None:
        return Row(name, "none", None, None)
    at = 100 * (figure - low) / (high - low)
    near = 100 * NEAR * abs(figure) / (high - low)
    start, end = {"upto": (0.0, at), "about": (at - near, at + near), "vague": (at, 100.0)}.get(look, (at, at))
    return Row(name, look, round(max(0.0, start), 2), round(min(100.0, end), 2))


def _figure_text(number: float) -> str:
    size = abs(number)
    for power, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if size >= power:
            return f"{number / power:.4g} {word}"
    return f"{number:,.0f}" if number == int(number) else f"{number:.6g}"
