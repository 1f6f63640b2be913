"""Two amounts that are one: the ends of a range."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.amounts import Amount
from rashomon.extract.counted import find_head
from rashomon.extract.figures import scale_of
from rashomon.extract.hedges import find_range_opening
from rashomon.model.span import Span

# "A 6-10 record", "a 52-48 vote": two sides of one score, not the ends of a range.
_SCORED = frozenset({"record", "win", "victory", "lead", "defeat", "loss", "draw", "tie", "vote", "score", "decision"})
_SCORED |= {
    "ruling",
    "majority",
    "start",
    "upset",
    "triumph",
    "margin",
    "rout",
    "thrashing",
    "aggregate",
    "favourite",
    "favorite",
}
_TO = re.compile(
    r"\s(?P<word>to|and|or)\s(?:about\s|around\s|as\s(?:many|much|high)\sas\s|up\sto\s|the\s|an?\s)?", re.IGNORECASE
)
_DASH = re.compile(r"\s?[-–—]\s?")
_SUSPENDED = re.compile(r"-?\s(?:and|or|to)\s")


def join_ranges(text: str, amounts: Sequence[Amount], sentence: Span) -> list[Amount]:
    """The amounts with "10-12", "10 to 12" and "between 10 and 12" joined; scores ("2-1") are left out."""
    joined: list[Amount] = []
    for amount in amounts:
        if not joined:
            if not _is_tail(text, amount, None):
                joined.append(amount)
            continue
        first = joined[-1]
        link = _link(text, first, amount, sentence)
        if link == "range":
            joined[-1] = _range(text, first, amount, sentence)
        elif link == "score":
            joined[-1] = replace(amount, bound="vague", unit="score")
        else:
            if link == "list":
                joined[-1] = replace(first, unit=amount.unit)
            elif link == "change":
                joined[-1] = _scaled_alike(text, first, amount)
            if not _is_tail(text, amount, joined[-1]):
                joined.append(amount)
    return [a for a in joined if a.unit != "score"]


def _link(text: str, first: Amount, second: Amount, sentence: Span) -> str | None:
    """How two amounts that stand together belong: "range", "score", "list" (one unit for both), or not at all."""
    gap = text[first.end : second.start]
    if first.bound == "range" or len(gap) > 16:
        return None
    a, b = first.figure.low, second.figure.high
    if _DASH.fullmatch(gap):
        plain = first.unit is None and second.unit in (None, "fraction")
        head = find_head(text, second.end, sentence.end) if plain else None
        if b <= a or (plain and (head is None or head[0] in _SCORED)):
            return "score" if first.unit is None else None
        return "range"
    if (found := _TO.fullmatch(gap)) and b > a and _alike(first.unit, second.unit):
        opening = find_range_opening(text, first.start, sentence.start)
        word, opened = found.group("word").lower(), opening[0] if opening else None
        if (word == "to" and opened != "from") or (word == "and" and opened == "between"):
            return "range"
        if opened == "from":
            return "change"
        return "list" if word == "or" and first.unit is None and second.unit else None
    if _SUSPENDED.fullmatch(gap) and first.unit is None and second.unit:
        return "list"
    return None


def _alike(first: str | None, second: str | None) -> bool:
    """True where a unit may be that of both ends of a range: "$200,000 to $3 million a season"."""
    return first is None or first == second or str(second).startswith(f"{first} per ")


def _is_tail(text: str, amount: Amount, before: Amount | None) -> bool:
    """True for the "2" of "ISO 3888-2", whose first part was no amount."""
    at = amount.start
    return at > 1 and text[at - 1] in "-–" and text[at - 2].isdigit() and (before is None or before.end != at - 1)


def _scaled_alike(text: str, first: Amount, second: Amount) -> Amount:
    """The first of "from $89 to $93 billion" is in billions as well."""
    scale = scale_of(text, second.figure)
    low = first.figure.low
    if first.figure.scaled or not second.figure.scaled or low * scale > second.figure.high:
        return first
    return replace(
        first, unit=first.unit or second.unit, figure=replace(first.figure, low=low * scale, high=low * scale)
    )


def _range(text: str, first: Amount, second: Amount, sentence: Span) -> Amount:
    low = _scaled_alike(text, first, second).figure.low
    opening = find_range_opening(text, first.start, sentence.start)
    start = opening[1] if opening and opening[0] in ("between", "range") else first.start
    figure = replace(second.figure, start=first.figure.start, low=low, kind="digits")
    number = Span(first.number.start, second.number.end)
    return Amount(figure, start, second.end, second.unit, number, "range")
