"""Numbers that leave their noun or unit to a neighbour: "12 people died in the town and 5 in the port"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.extract.ages import OLDEST
from rashomon.extract.nouns import singular
from rashomon.model.reading import Quantity
from rashomon.text.units import match_unit

# "two-, three- and five-door", "30 million of the 90 million crowns", "two million 500ml cans"
_LEANS_FORWARD = re.compile(
    r"-?,?\s(?:and\s|or\s|of\s(?:the|its|their|his|her|our|these|those)\s)?|-?,\s?", re.IGNORECASE
)
_ENDS = re.compile(
    r"[.,;)]|\s(?:in|at|on|from|by|for|of|with|were|was|are|is|as|last|this|to|after|during|last|among|while|when|and|but)\b|$"
)
_JOINS = re.compile(
    r"(?<!\w)(?:and|while|but|or|to|from|with|of|including|against|compared|than)(?!\w)|,", re.IGNORECASE
)
# "fell 62 points to close at 7,425", "was 16,369 up 58 points": how far an index moved, and where it stands
_STANDS_AT = re.compile(r"(?<!\w)(?:to|at)\s$", re.IGNORECASE)
_MOVED = re.compile(r",?\s\(?(?:up|down|plus|minus)\s(?:by\s)?", re.IGNORECASE)
_A_NOUN_OR = re.compile(r"(?<!\w)(?:an?|another|one|the\snext)\s([^\W\d_]+)\sor\s$", re.IGNORECASE)
_AND_AGED = (", ", " and ", ", and ", " or ", " to ")
_LEAST_INDEX = 5  # times: an index stands at so many times the points by which it moves in a day
_FARTHEST = 90  # characters between a number and the one it leans on
_MOST_UNLIKE = 12  # times: "12 people ... and 5 in the port" are of one order of size, an index and a share are not


def share_units(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, those without a noun or unit given that of the neighbour they lean on."""
    shared = list(quantities)
    for n in range(len(shared) - 2, -1, -1):
        if _is_open(shared[n]):
            shared[n] = _leaning_forward(text, shared[n], shared[n + 1])
    for n in range(len(shared)):
        if _is_open(shared[n]):
            shared[n] = _leaning_back(text, shared, n)
    return shared


def _leaning_forward(text: str, one: Quantity, after: Quantity) -> Quantity:
    """The number with the unit and noun of the next, where the words between say that they share them."""
    gap = text[one.span.end : after.span.start]
    if _MOVED.fullmatch(gap) and _may_be_index(one, after):
        return replace(one, head=after.head)
    if not _LEANS_FORWARD.fullmatch(gap) or ("," in gap and not _alike_in_size(one, after) and after.unit != "count"):
        return one
    if not gap.strip() and after.head and after.unit not in ("count", "fraction"):
        return replace(one, head=after.head)  # "two million 500ml cans" are cans
    return replace(one, unit=after.unit, head=after.head)


def _leaning_back(text: str, shared: Sequence[Quantity], n: int) -> Quantity:
    one = shared[n]
    if noun := _A_NOUN_OR.search(text, max(0, one.span.start - _FARTHEST), one.span.start):
        unit = match_unit(text, noun.start(1), noun.end(1), False)
        return replace(one, unit=unit[0], bound="about") if unit else replace(one, head=singular(noun.group(1)))
    if n and _is_next_age(text, shared[n - 1], one):
        return replace(one, unit="year-old")
    if n and _follows(text, shared[n - 1], one):
        return replace(one, unit=shared[n - 1].unit, head=shared[n - 1].head)
    if sum_before := _converted_alike(text, shared, n):
        return replace(one, unit=sum_before.unit)
    stands = _STANDS_AT.search(text, max(0, one.span.start - 4), one.span.start)
    moved = next((q for q in reversed(shared[:n]) if _may_be_index(one, q)), None) if stands else None
    return replace(one, head=moved.head) if moved else one


def _is_next_age(text: str, first: Quantity, second: Quantity) -> bool:
    """True for the rest of "aged four, six and nine"."""
    gap = text[first.span.end : second.span.start]
    last = text[first.span.end - 1]
    plain = first.unit == "year-old" and first.head is None and last.isalnum() and last != "d"  # not "20 years old"
    return plain and gap in _AND_AGED and 0 < _size(second) <= OLDEST and bool(_ENDS.match(text, second.span.end))


def _may_be_index(index: Quantity, move: Quantity) -> bool:
    """True where the second number may be the points by which an index moved to the first."""
    return move.unit == "count" and move.head == "point" and _size(index) > _LEAST_INDEX * _size(move)


def _converted_alike(text: str, shared: Sequence[Quantity], n: int) -> Quantity | None:
    """The sum before, converted in brackets as this number is: "2,400 crowns ($22) for one and 2,300 ($21) for two"."""
    if n + 1 >= len(shared) or n < 2 or not _is_converted(text, shared[n], shared[n + 1]):
        return None
    into = shared[n + 1].unit
    pairs = pairwise(shared[:n])
    return next(
        (a for a, b in pairs if b.unit == into != a.unit and a.head is None and _is_converted(text, a, b)), None
    )


def _is_converted(text: str, one: Quantity, other: Quantity) -> bool:
    return text[one.span.end : other.span.start] == " (" and text[other.span.end : other.span.end + 1] == ")"


def _alike_in_size(one: Quantity, other: Quantity) -> bool:
    a, b = _size(one), _size(other)
    return a > 0 and b > 0 and max(a, b) / min(a, b) <= _MOST_UNLIKE


def _is_open(quantity: Quantity) -> bool:
    return quantity.unit == "count" and quantity.head is None and quantity.bound != "vague"


def _follows(text: str, first: Quantity, second: Quantity) -> bool:
    """True where the second number goes on in the words of the first and is of its order of size."""
    gap = text[first.span.end : second.span.start]
    if len(gap) > _FARTHEST or not _JOINS.search(gap) or any(mark in gap for mark in ";:—–."):
        return False
    if first.unit in ("year-old", "fraction") or not _ENDS.match(text, second.span.end):
        return False
    return _alike_in_size(first, second)


def _size(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0
