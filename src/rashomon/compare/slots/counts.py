"""Numbers as their sentences mean them: tolls that a verb shows, bounds that a "not" turns round, parts of a whole."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.model.reading import Quantity, Reading, Role

_REACH = 90  # code points before a figure in which the toll it belongs to is named
_MOVED = (
    r"(?:(?:has|have|had|now|was|were|is|been|later|since|then|further)\s+){0,3}"
    r"(?:r[io]sen?|risen|climb\w*|jump\w*|increas\w+|soar\w*|gr[eo]wn?|reach\w*|st[oa]nds?|stood|rais\w+|put|hit|pass\w*"
    r"|revised|lowered|fell|fallen|dropped|at|to|of|was|is)"
    r"(?:\s+(?:to|at|up|by|down|officials|now|least|from \w+|as high as)){0,3}\s+$"
)
_TOLL = re.compile(
    r"\b(?:(?P<killed>death toll|(?:number|count|total) of (?:the )?(?:victims|dead|deaths|fatalities"
    r"|people killed|those killed))"
    r"|(?P<injured>(?:number|count|total) of (?:the )?(?:injured|wounded|injuries|people injured|people hurt))"
    r"|(?P<missing>(?:number|count|total) of (?:the )?(?:missing|people missing))"
    r"|(?P<toll>toll))\b(?P<between>[^.;!?]{0,70})$",
    re.IGNORECASE,
)
_TOLL_MOVED = re.compile(_MOVED, re.IGNORECASE)
_PART = re.compile(r"\b(?:of|among) (?:the|those|them|whom|these|his|her|their|its)\b", re.IGNORECASE)
_NO_CROWD = re.compile(r"[\s]*(?:of\b|more\b|[,.;:)%-]|$)", re.IGNORECASE)
_NOT = re.compile(r"(?:\bnot|n[’']t|\bnever|\bno)\s+$", re.IGNORECASE)


def read_counts(text: str, reading: Reading) -> Iterator[Quantity]:
    """The quantities of an article; "rose to 14" after "death toll" counts the killed, "not above 45" is at most 45."""
    for quantity in reading.quantities:
        before = text[max(0, quantity.span.start - _REACH) : quantity.span.start]
        if quantity.bound == "more than" and _NOT.search(before):
            quantity = replace(quantity, bound="at most", low=None, high=quantity.low)
        if quantity.role and _PART.search(quantity.span.of(text)):
            continue  # "two of the injured" counts a part of those counted elsewhere
        if _of_people(quantity, text):
            quantity = replace(quantity, head="people")
        role = None if quantity.role or quantity.head or quantity.unit != "count" else _toll(before)
        yield replace(quantity, role=role, head="people") if role else quantity


def _of_people(quantity: Quantity, text: str) -> bool:
    """True for "thousands celebrated", "dozens were hurt": a round crowd with a verb and no noun."""
    if quantity.bound != "vague" or quantity.unit != "count" or quantity.head:
        return False
    return not _NO_CROWD.match(text, quantity.span.end)


def _toll(before: str) -> Role | None:
    named = _TOLL.search(before)
    if named is None or not _TOLL_MOVED.search(" " + named["between"].lstrip() if named["between"] else ""):
        return None
    return "injured" if named["injured"] else "missing" if named["missing"] else "killed"
