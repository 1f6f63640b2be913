"""How two quantities stand to each other: whether they count one thing, and whether both can hold."""

from typing import Any

from rashomon.compare.slots.wordings import family_of
from rashomon.compare.slots.words import PEOPLE
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import Quantity
from rashomon.text.tokens import stem
from rashomon.text.units import in_base_unit, measure_of

# What a vague word can stretch to, as a share of the figure given.
ROUND_SHARE = 0.125
LEAP = 4  # times; from a report to the next a toll seldom grows more
FEW = 1000  # people or things, from which a count may be many times another
CLOSE_FIGURES = 0.15  # of the larger of two figures, within which the one may correct or round the other
FARTHEST = 12  # times the smaller of two figures that measure something; farther apart they measure two things
_ROUGH_UNITS = frozenset(("decade", "century"))
FEWEST_OPEN = 100  # from "hundreds" on a vague number has no upper end


def slot_of(quantity: Quantity) -> tuple[str, ...] | None:
    """What a number answers: what happened to those counted, what is counted, or what is measured and how."""
    if quantity.role:
        return ("role", quantity.role)
    if measure := measure_of(quantity.unit):
        return ("measure", measure.dimension)
    if quantity.unit == "count":
        counted = counted_in(quantity)
        return ("count", counted) if counted else None
    return ("unit", quantity.unit)


def counted_in(q: Quantity) -> str | None:
    """What is counted, whatever is said to have happened to it; people of every kind are one."""
    if q.unit != "count" or not q.head or not q.head.split():
        return None
    head = stem(q.head.split()[-1])
    return "people" if head in PEOPLE else family_of(head) or head


def relation_of(p: Quantity, q: Quantity) -> DifferenceRelation | None:
    """None where both say the same; precision where both can hold; conflict where they cannot."""
    (low_p, high_p), (low_q, high_q) = _reach(p), _reach(q)
    if p.bound == q.bound and _close(low_p, low_q) and _close(high_p, high_q):
        return None
    if measure_of(p.unit) != measure_of(q.unit) and p.bound == q.bound == "exact" and near_figures(p, q):
        return None  # "12 feet" and "3.7 metres"
    if p.bound == q.bound and p.bound in ("at least", "at most", "more than", "less than"):
        return "conflict"  # two floors, or two ceilings, are two counts
    return "precision" if max(low_p, low_q) <= min(high_p, high_q) else "conflict"


def of_one_measure(p: Quantity, q: Quantity) -> bool:
    """True where both have one unit, or units of one kind."""
    one, other = measure_of(p.unit), measure_of(q.unit)
    return p.unit == q.unit or (one is not None and other is not None and one.dimension == other.dimension)


def near_figures(p: Quantity, q: Quantity) -> bool:
    """True for figures within a twenty-fifth of each other."""
    a, b = middle_of(p), middle_of(q)
    return a is not None and b is not None and abs(a - b) <= 0.04 * max(abs(a), abs(b))


def are_far_sums(p: Quantity, q: Quantity) -> bool:
    """True for two sums or measures that are not near each other: a story tells many, and they may be of two things."""
    a, b = middle_of(p), middle_of(q)
    if p.unit in ("count", "year-old") or a is None or b is None or "vague" in (p.bound, q.bound):
        return False
    if _bounded(p) and _bounded(q) and can_both_hold(p, q):
        return False
    return abs(a - b) > CLOSE_FIGURES * max(abs(a), abs(b))


def can_both_hold(p: Quantity, q: Quantity) -> bool:
    """True where one figure can be the other, told more and less exactly."""
    (low_p, high_p), (low_q, high_q) = _reach(p), _reach(q)
    return max(low_p, low_q) <= min(high_p, high_q)


def _bounded(q: Quantity) -> bool:
    """True for a figure with an end on either side, which fits few others."""
    return q.low is not None and q.high is not None


def toll_leaps(p: Quantity, q: Quantity) -> bool:
    """True where one toll is so many times the other that they are rather of two events."""
    a, b = middle_of(p), middle_of(q)
    return a is not None and b is not None and max(a, b) > LEAP * min(a, b)


def far_apart(p: Quantity, q: Quantity) -> bool:
    """True for sums, measures or small counts too far apart to be two accounts of one."""
    a, b = middle_of(p), middle_of(q)
    if a is not None and b is not None and p.unit == "count" and max(abs(a), abs(b)) >= FEW:
        return False  # early counts of many people may be wrong by any measure
    return a is not None and b is not None and max(abs(a), abs(b)) > FARTHEST * min(abs(a), abs(b))


def middle_of(q: Quantity) -> float | None:
    """The figure to compare it by, in the base unit of what is measured: the lower end where one is given."""
    given = q.low if q.low is not None else q.high
    return None if given is None else in_base_unit(given, q.unit)


def _reach(q: Quantity) -> tuple[float, float]:
    """The values the words allow, in the base unit of what is measured."""
    low = q.low if q.low is not None else (0.0 if q.high is not None else float("-inf"))
    high = q.high if q.high is not None else float("inf")
    if q.bound == "vague" and low >= FEWEST_OPEN:
        high = float("inf")  # "thousands" may be tens of thousands, "millions" hundreds of them
    if q.bound == "about" and low == high:
        slack = _slack(abs(low))
        low, high = low - slack, high + slack
    if q.unit in _ROUGH_UNITS and q.bound == "exact" and low == high:
        low, high = low - 0.5, high + 0.5  # "two decades" may be 21 years
    return in_base_unit(low, q.unit), in_base_unit(high, q.unit)


def _slack(figure: float) -> float:
    """How far "about" reaches: half a unit of the last figure that is no rounding nought, at most a share of it."""
    if figure == 0 or figure != figure or figure == float("inf"):
        return 0.0
    digits = f"{figure:.9e}".split("e")
    given = len(digits[0].rstrip("0").replace(".", ""))
    unit = 10.0 ** (int(digits[1]) - given + 1)
    return min(unit / 2, figure * ROUND_SHARE)


def _close(x: float, y: float) -> bool:
    return x == y or abs(x - y) <= 1e-9 * max(abs(x), abs(y))


def width_of(q: Quantity) -> float:
    """How much room its words leave, in the base unit of what is measured."""
    low, high = _reach(q)
    return high - low


def key_of(q: Quantity) -> str:
    """The same for two quantities that say the same."""
    return f"{q.low}|{q.high}|{q.bound}|{q.unit}"


def normal(q: Quantity) -> dict[str, Any]:
    """The number as the contract gives it; the lower end where there is a range."""
    given = q.low if q.low is not None else q.high
    figure = None if given is None else float(f"{given:.12g}")
    return {"number": figure, "unit": (q.head or q.unit) if q.unit == "count" else q.unit, "bound": q.bound}
