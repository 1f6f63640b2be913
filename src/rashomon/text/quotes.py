"""Quotation marks: where a quoted stretch opens and closes, for every pair of marks that newspapers use."""

import re
from collections.abc import Iterator

from rashomon.model.span import Span

CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’"}
_WORD_BEFORE = re.compile(r"\w$")


def find_quoted_spans(text: str, within: Span) -> tuple[Span, ...]:
    """Quoted stretches inside `within`, marks included, outermost only, in order.

    A stretch that opens and never closes runs to the end of `within` where a paragraph may leave it open
    (a quotation continued in the next paragraph); a lone apostrophe is not a mark.
    """
    return tuple(_outermost(text, within))


def _outermost(text: str, within: Span) -> Iterator[Span]:
    at = within.start
    while at < within.end:
        close = _close_of(text, at, within)
        if close is None:
            at += 1
        else:
            yield Span(at, close)
            at = close


def _close_of(text: str, at: int, within: Span) -> int | None:
    """The end of the quotation that opens at `at`, its closing mark included; None where none opens there."""
    mark = text[at]
    if mark in "“„«‹":
        return _first(text, CLOSERS[mark], at + 1, within.end) or _left_open(text, mark, at, within)
    if mark in "\"”" and _opens(text, at):
        return _straight_close(text, at, within) or _left_open(text, mark, at, within)
    if mark in "'‘" and _opens(text, at):
        return _single_close(text, at, within)
    return None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in ".,!?;:%”\"’")) and bool(after) and not after.isspace()


def _first(text: str, marks: str, start: int, end: int) -> int | None:
    found = [place for mark in marks if (place := text.find(mark, start, end)) >= 0]
    return min(found) + 1 if found else None


def _straight_close(text: str, at: int, within: Span) -> int | None:
    closing = '"”' if text[at] == '"' else '”"'
    return _first(text, closing, at + 1, within.end)


def _single_close(text: str, at: int, within: Span) -> int | None:
    """A single mark closes only before a space or punctuation, so that "don't" and "dogs' food" stay whole."""
    closers = "'’" if text[at] == "'" else "’'"
    fallback = None
    for place in range(at + 2, within.end):
        if text[place] not in closers:
            continue
        before, after = text[place - 1], text[place + 1 : place + 2]
        if after.isalnum() or before.isspace():
            continue
        if before == "s" and after == " " and fallback is None:  # may be a possessive: "the dogs' food"
            fallback = place + 1
            continue
        return place + 1
    return fallback


def _left_open(text: str, mark: str, at: int, within: Span) -> int | None:
    """A paragraph may leave its quotation open only where it begins with one, or where much follows."""
    return within.end if not text[within.start : at].strip() and within.end - at > 2 else None
