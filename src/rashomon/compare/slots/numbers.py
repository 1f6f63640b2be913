"""Numbers of one slot: the same thing counted or measured by two reports."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, label, tell, topic
from rashomon.compare.slots.statement import Page, Statement, likeness, pairs_of
from rashomon.compare.slots.wordings import family_of
from rashomon.compare.slots.words import PEOPLE
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import Quantity
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import stem


def _load_measures() -> dict[str, tuple[str, float]]:
    """For each unit what it measures, and how many of the first unit of that kind it holds."""
    text = resources.files("rashomon.compare.slots").joinpath("measures.toml").read_text(encoding="utf-8")
    return {unit: (kind, size) for kind, units in tomllib.loads(text).items() for unit, size in units.items()}


MEASURES = _load_measures()
UPDATE_CUE = re.compile(
    r"\b(?:toll|r[io]se[sn]? to|risen|climbed to|so far|as of|updated?|revised?|rais(?:ed|es|ing) (?:the|its|to)"
    r"|lowered|initial(?:ly)?|previous(?:ly)?|earlier (?:said|put|reported|estimate)"
    r"|first (?:reported|said|put|thought)|corrected"
    r"|correction|originally|now (?:known|stands?|says?|said|put|believed)|jumped to|grown to)\b",
    re.IGNORECASE,
)
# What a vague word can stretch to, as a share of the figure given.
ROUND_SHARE = 0.125
LEAP = 4  # times; from a report to the next a toll seldom grows more
FEW = 1000  # people or things, from which a count may be many times another
FARTHEST = 12  # times the smaller of two figures that measure something; farther apart they measure two things
MOVED_BESIDE = 60  # code points on either side of a number in which "has risen" is said of it
FEWEST_OPEN = 100  # from "hundreds" on a vague number has no upper end
TOLLS = frozenset({"killed", "injured", "missing", "rescued", "arrested", "displaced", "trapped", "ill"})


def find_numbers(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Quantities of one slot, in statements of one claim, that cannot be equal or are told more and less exactly."""
    slots = [_slots(s) for s in statements]
    for n, m in pairs_of(statements):
        close = likeness(statements[n], statements[m])
        for slot in [k for k in slots[n] if k in slots[m]]:
            for p, q in _pairs(slots[n][slot], slots[m][slot]):
                if not _one_thing(p, q) and (close < settings.least_kindred or far_apart(p, q)):
                    continue
                if p.role and toll_leaps(p, q) and close < settings.least_shared:
                    continue
                finding = compare_quantities(slot, statements[n], p, statements[m], q)
                if finding is None:
                    continue
                if finding.relation == "precision" or _of_one(statements[n], p, statements[m], q, settings):
                    yield finding


def _of_one(a: Statement, p: Quantity, b: Statement, q: Quantity, settings: DifferenceSettings) -> bool:
    """True where the words around two numbers of a claim share one that says that both count one thing."""
    one, two = words_around(a.tokens, p.span, settings), words_around(b.tokens, q.span, settings)
    return nearness(one, two, a.page.weights) >= settings.least_joined_number


def compare_quantities(slot: tuple[str, ...], a: Statement, p: Quantity, b: Statement, q: Quantity) -> Finding | None:
    """How two quantities of a slot part; None where they do not, or where an article gives both."""
    if not of_one_measure(p, q) or relation_of(p, q) is None or _gives(b.page, slot, p) or _gives(a.page, slot, q):
        return None
    return _finding(a, p, b, q)


def _one_thing(p: Quantity, q: Quantity) -> bool:
    """True where the words themselves say that both count the same."""
    counted = p.unit == "count" and q.unit == "count"
    return bool(p.role and p.role == q.role) or bool(counted and p.head and q.head and stem(p.head) == stem(q.head))


def toll_leaps(p: Quantity, q: Quantity) -> bool:
    """True where one toll is so many times the other that they are rather of two events."""
    a, b = _middle(p), _middle(q)
    return a is not None and b is not None and max(a, b) > LEAP * min(a, b)


def _apart(p: Quantity, q: Quantity) -> bool:
    """True where one figure is more than twice the other: "at least two" and "32" may be of two events."""
    a, b = _middle(p), _middle(q)
    return a is not None and b is not None and max(abs(a), abs(b)) > 2 * min(abs(a), abs(b))


def far_apart(p: Quantity, q: Quantity) -> bool:
    """True for sums, measures or small counts too far apart to be two accounts of one."""
    a, b = _middle(p), _middle(q)
    if a is not None and b is not None and p.unit == "count" and max(abs(a), abs(b)) >= FEW:
        return False  # early counts of many people may be wrong by any measure
    return a is not None and b is not None and max(abs(a), abs(b)) > FARTHEST * min(abs(a), abs(b))


def _gives(page: Page, slot: tuple[str, ...], wanted: Quantity) -> bool:
    """True where an article gives the value somewhere for the same thing: then it knows both and does not disagree."""
    counted = _counted(wanted)
    return any(
        relation_of(q, wanted) is None
        for q in page.quantities
        if slot_of(q) == slot or (counted is not None and _counted(q) == counted)
    )


def _counted(q: Quantity) -> str | None:
    """What is counted, whatever is said to have happened to it; people of every kind are one."""
    if q.unit != "count" or not q.head or not q.head.split():
        return None
    head = stem(q.head.split()[-1])
    return "people" if head in PEOPLE else family_of(head) or head


def _slots(statement: Statement) -> dict[tuple[str, ...], list[Quantity]]:
    found: dict[tuple[str, ...], list[Quantity]] = {}
    for quantity in statement.quantities:
        slot = slot_of(quantity)
        if slot:
            held = found.setdefault(slot, [])
            if not any(relation_of(quantity, other) is None for other in held):  # "12 feet (3.7 metres)" is one value
                held.append(quantity)
    return found


def slot_of(quantity: Quantity) -> tuple[str, ...] | None:
    """What a number answers: what happened to those counted, what is counted, or what is measured and how."""
    if quantity.role:
        return ("role", quantity.role)
    if quantity.unit in MEASURES:
        return ("measure", MEASURES[quantity.unit][0])
    if quantity.unit == "count":
        counted = _counted(quantity)
        return ("count", counted) if counted else None
    return ("unit", quantity.unit)


def _pairs(mine: list[Quantity], theirs: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """What competes, equal values aside: the same figure with another bound, and the one that is left on each side."""
    mine, theirs = _without_equals(mine, theirs), _without_equals(theirs, mine)
    for p in tuple(mine):
        q = next((q for q in theirs if near_figures(p, q)), None)
        if q is not None:
            mine, theirs = [x for x in mine if x is not p], [x for x in theirs if x is not q]
            yield p, q
    if len(mine) == 1 and len(theirs) == 1:
        yield mine[0], theirs[0]


def _without_equals(mine: list[Quantity], theirs: list[Quantity]) -> list[Quantity]:
    return [q for q in mine if not any(relation_of(q, other) is None for other in theirs)]


def _finding(a: Statement, p: Quantity, b: Statement, q: Quantity) -> Finding:
    relation = relation_of(p, q) or "precision"
    if (relation == "conflict" and is_update(a, b, p, q)) or _has_risen(a, p, b, q):
        relation = "update"
    told = (*tell(a, p.span, key_of(p), normal(p)), *tell(b, q.span, key_of(q), normal(q)))
    return Finding(
        "number", relation, _about(a, p, b, q), told, _sureness(p, q, relation), _reason(a, p, b, q, relation)
    )


def relation_of(p: Quantity, q: Quantity) -> DifferenceRelation | None:
    """None where both say the same; precision where both can hold; conflict where they cannot."""
    (low_p, high_p), (low_q, high_q) = _reach(p), _reach(q)
    if p.bound == q.bound and _close(low_p, low_q) and _close(high_p, high_q):
        return None
    if MEASURES.get(p.unit) != MEASURES.get(q.unit) and p.bound == q.bound == "exact" and near_figures(p, q):
        return None  # "12 feet" and "3.7 metres"
    if p.bound == q.bound and p.bound in ("at least", "at most", "more than", "less than"):
        return "conflict"  # two floors, or two ceilings, are two counts
    return "precision" if max(low_p, low_q) <= min(high_p, high_q) else "conflict"


def of_one_measure(p: Quantity, q: Quantity) -> bool:
    """True where both have one unit, or units of one kind."""
    return p.unit == q.unit or (
        p.unit in MEASURES and q.unit in MEASURES and MEASURES[p.unit][0] == MEASURES[q.unit][0]
    )


def _reach(q: Quantity) -> tuple[float, float]:
    """The values the words allow, in the first unit of what is measured."""
    scale = MEASURES.get(q.unit, ("", 1.0))[1]
    low = q.low if q.low is not None else (0.0 if q.high is not None else float("-inf"))
    high = q.high if q.high is not None else float("inf")
    if q.bound == "vague" and low >= FEWEST_OPEN:
        high = float("inf")  # "thousands" may be tens of thousands, "millions" hundreds of them
    if q.bound == "about" and low == high:
        slack = _slack(abs(low))
        low, high = low - slack, high + slack
    return low * scale, high * scale


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


def near_figures(p: Quantity, q: Quantity) -> bool:
    """True for figures within a twenty-fifth of each other."""
    a, b = _middle(p), _middle(q)
    return a is not None and b is not None and abs(a - b) <= 0.04 * max(abs(a), abs(b))


def _middle(q: Quantity) -> float | None:
    given = q.low if q.low is not None else q.high
    return None if given is None else given * MEASURES.get(q.unit, ("", 1.0))[1]


def is_update(a: Statement, b: Statement, p: Quantity, q: Quantity) -> bool:
    """True where the later report may revise the earlier: a toll, or words beside a number that say it moved."""
    if _at_one_time(a.page, b.page):
        return False
    toll = p.role in TOLLS and q.role in TOLLS
    if toll and p.bound == q.bound == "at least":
        return True
    unknown = a.page.published is None or b.page.published is None or a.page.published == b.page.published
    return (toll and not unknown) or _moved(a, p) or _moved(b, q)


def _has_risen(a: Statement, p: Quantity, b: Statement, q: Quantity) -> bool:
    """True for a toll that a later report puts higher, though the earlier one's "at least" leaves room for it."""
    if p.role not in TOLLS or q.role not in TOLLS or near_figures(p, q) or "vague" in (p.bound, q.bound):
        return False
    first, last = a.page.published, b.page.published
    x, y = _middle(p), _middle(q)
    if first is None or last is None or x is None or y is None:
        return False
    return x < y if first < last else y < x if last < first else False


def _moved(statement: Statement, quantity: Quantity) -> bool:
    text, span = statement.page.article.text, quantity.span
    start, end = max(statement.span.start, span.start - MOVED_BESIDE), min(statement.span.end, span.end + MOVED_BESIDE)
    return bool(UPDATE_CUE.search(text, start, max(start, end)))


def _at_one_time(a: Page, b: Page) -> bool:
    """True where both were published in the same minute, so that neither is the later."""
    return a.published is not None and a.published == b.published and len(a.published) > len("2024-01-01")


def key_of(q: Quantity) -> str:
    """The same for two quantities that say the same."""
    return f"{q.low}|{q.high}|{q.bound}|{q.unit}"


def normal(q: Quantity) -> dict[str, Any]:
    """The number as the contract gives it; the lower end where there is a range."""
    given = q.low if q.low is not None else q.high
    figure = None if given is None else float(f"{given:.12g}")
    return {"number": figure, "unit": (q.head or q.unit) if q.unit == "count" else q.unit, "bound": q.bound}


def _about(a: Statement, p: Quantity, b: Statement, q: Quantity) -> str:
    if p.role:
        return p.role
    if p.head or q.head:
        return label(p.head or q.head or "")
    measured = MEASURES[p.unit][0] if p.unit in MEASURES else p.unit
    return label(f"{measured}: {topic(a, b, p.span)}")


def _sureness(p: Quantity, q: Quantity, relation: DifferenceRelation) -> float:
    sure = 0.6 + (0.15 if p.role and p.role == q.role else 0.0) + (0.15 if p.head and p.head == q.head else 0.0)
    return sure - (0.05 if relation == "update" else 0.0)


def _reason(a: Statement, p: Quantity, b: Statement, q: Quantity, relation: DifferenceRelation) -> str:
    x, y = p.span.of(a.page.article.text), q.span.of(b.page.article.text)
    x, y = " ".join(x.split()), " ".join(y.split())
    if relation == "precision":
        inner, outer = (x, y) if _width(p) <= _width(q) else (y, x)
        return f"“{inner}” is within “{outer}”; both can hold."
    if relation == "update":
        return f"“{x}” and “{y}” count the same thing at different times of reporting."
    return f"“{x}” and “{y}” count the same thing and cannot both be exact."


def _width(q: Quantity) -> float:
    low, high = _reach(q)
    return high - low
