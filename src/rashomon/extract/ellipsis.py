"""Numbers that leave their noun or unit to a neighbour: "12 people died in the town and 5 in the port"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.reading import Quantity

# "two-, three- and five-door", "30 million of the 90 million crowns", "two million 500ml cans"
_LEANS_FORWARD = re.compile(r"-?,?\s(?:and\s|or\s|of\s(?:the|its|their)\s)?|-?,\s?", re.IGNORECASE)
_ENDS = re.compile(
    r"[.,;)]|\s(?:in|at|on|from|by|for|of|with|were|was|are|is|as|last|this|to|after|during|last|among|while|when|and|but)\b|$"
)
_JOINS = re.compile(
    r"(?<!\w)(?:and|while|but|or|to|from|with|of|including|against|compared|than)(?!\w)|,", re.IGNORECASE
)
_FARTHEST = 90  # characters between a number and the one it leans on
_MOST_UNLIKE = 12  # times: "12 people ... and 5 in the port" are of one order of size, an index and a share are not


def share_units(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, those without a noun or unit given that of the neighbour they lean on."""
    shared = list(quantities)
    for n in range(len(shared) - 2, -1, -1):
        gap = text[shared[n].span.end : shared[n + 1].span.start]
        if _is_open(shared[n]) and _LEANS_FORWARD.fullmatch(gap):
            shared[n] = replace(shared[n], unit=shared[n + 1].unit, head=shared[n + 1].head)
    for n in range(1, len(shared)):
        if _is_open(shared[n]) and _follows(text, shared[n - 1], shared[n]):
            shared[n] = replace(shared[n], unit=shared[n - 1].unit, head=shared[n - 1].head, role=shared[n].role)
    return shared


def _is_open(quantity: Quantity) -> bool:
    return quantity.unit == "count" and quantity.head is None and quantity.bound != "vague"


def _follows(text: str, first: Quantity, second: Quantity) -> bool:
    """True where the second number goes on in the words of the first and is of its order of size."""
    gap = text[first.span.end : second.span.start]
    if len(gap) > _FARTHEST or not _JOINS.search(gap) or any(mark in gap for mark in ";:—–."):
        return False
    if first.unit in ("year-old", "fraction") or not _ENDS.match(text, second.span.end):
        return False
    a, b = _size(first), _size(second)
    return a > 0 and b > 0 and max(a, b) / min(a, b) <= _MOST_UNLIKE


def _size(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0
