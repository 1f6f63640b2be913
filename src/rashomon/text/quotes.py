"""Quotation marks: where a quoted stretch opens and closes, for every pair of marks that newspapers use."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.span import Span

# Marks of one family may close each other: newspapers print `"..."`, `“...”`, `”...”` and `"...”`.
_FAMILY = dict.fromkeys(('"', "“", "”", "„", "''", "``", "＂"), "double") | dict.fromkeys("'‘’‚`´", "single")
_FAMILY |= {"«": "angle", "»": "angle", "‹": "angle", "›": "angle"}
_MARK = re.compile(r"''|``|[\"“”„＂'‘’‚`´«»‹›]")
_ONLY_OPENS = frozenset("“„«‹")
_CLIPPED = re.compile(  # words that begin with an apostrophe
    r"['‘’`´](?:\d0s|\d\ds?|em|tis|twas|til|till|cause|bout|round|cos|coz|ere|nuff|un|ave|ello|im|er|n|neath|gainst)\b",
    re.IGNORECASE,
)
_DEEPEST = 24  # marks looked at for a nested pair; more are no newspaper's
_CAPTIONS_BETWEEN = 6  # lines; so many may stand between two paragraphs of one quotation, the last of them the second
_NEXT_LINE = re.compile(r"\s*(\S[^\n]{0,400})(?=\n|$)")
_SHORT_LEFT_OPEN = 2  # code points; less than this left open is a stray mark


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    firm: bool  # a closing mark that cannot be an apostrophe


def find_quoted_spans(text: str, within: Span) -> tuple[Span, ...]:
    """Quoted stretches inside `within`, marks included, outermost only, in order.

    A stretch that opens and never closes runs to the end of `within` where a paragraph may leave it open
    (a quotation continued in the next paragraph, or one that follows a colon); a lone apostrophe is not a mark.
    """
    return tuple(_outermost(text, within))


def strip_marks(text: str, quoted: Span) -> Span | None:
    """The words inside the marks of a quoted stretch, without white space; None where there are none."""
    first = _MARK.match(text, quoted.start)
    start = first.end() if first else quoted.start
    end = quoted.end
    family = _FAMILY[first.group()] if first else ""
    for width in (2, 1):
        if first and _FAMILY.get(text[end - width : end]) == family and end - width >= start:
            end -= width
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _outermost(text: str, within: Span) -> Iterator[Span]:
    marks = [_mark(text, m, within) for m in _MARK.finditer(text, within.start, within.end)]
    closers = {f: [i for i, m in enumerate(marks) if m.family == f and m.closes] for f in ("double", "single", "angle")}
    at = 0
    while at < len(marks):
        last = _closing(marks, at, closers) if marks[at].opens else None
        last_open = _restarts(text, marks, at, last)
        if last_open is not None:
            yield Span(marks[at].start, _trimmed_end(text, marks[last_open].start))
            at = last_open
        elif last is not None:
            yield Span(marks[at].start, marks[last].end)
            at = last + 1
        elif marks[at].opens and _may_stay_open(text, marks[at], within):
            yield Span(marks[at].start, within.end)
            return
        else:
            at += 1


def _restarts(text: str, marks: list[_Mark], at: int, last: int | None) -> int | None:
    """The mark that opens the quotation anew before it was closed, as where joined paragraphs each began with one."""
    if marks[at].family != "double" or not marks[at].opens:
        return None
    for n in range(at + 1, min(len(marks) if last is None else last, at + _DEEPEST)):
        mark = marks[n]
        if mark.family == "double" and mark.opens and not mark.closes:
            lead = text[max(marks[at].end, mark.start - 4) : mark.start].rstrip()
            return n if lead and lead[-1] in ".!?…" and text[mark.start - 1].isspace() else None
        if mark.family == "double" and mark.closes:
            return None
    return None


def _trimmed_end(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _mark(text: str, found: re.Match[str], within: Span) -> _Mark:
    sign, start, end = found.group(), found.start(), found.end()
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    family = _FAMILY[sign]
    free_before = not (before.isalnum() or before in ".,!?;:%…)]”\"’'»")  # nothing that a mark could close
    opens = sign in _ONLY_OPENS or (free_before and not after.isspace() and sign != "»" and sign != "›")
    closes = (not before.isspace() or sign in "”»›") and not (sign in "„«‹" or (sign == "“" and not after.isspace()))
    if family == "double":
        opens = opens and not (before.isdigit() and sign in ('"', "''"))  # 7'6"
        return _Mark(start, end, family, opens, closes, True)
    if family == "angle":
        return _Mark(start, end, family, sign in "«‹", sign in "»›", True)
    opens = opens and sign != "´" and (after.isalnum() or after in '[(£$€“"…') and not _CLIPPED.match(text, start)
    closes = not before.isspace() and not after.isalnum()
    firm = closes and not (before in "sS" and after == " ")  # "the dogs' food" may be a possessive
    return _Mark(start, end, family, opens, closes, firm)


def _closing(marks: list[_Mark], at: int, closers: dict[str, list[int]]) -> int | None:
    """The number of the mark that closes the one numbered `at`."""
    if marks[at].family == "single":
        return _single_closing(marks, at)
    nested = _balanced(marks, at)
    if nested is not None:
        return nested
    following = closers[marks[at].family]
    n = bisect_left(following, at + 1)
    return following[n] if n < len(following) else None


def _balanced(marks: list[_Mark], at: int) -> int | None:
    """The closing mark with every pair of the same family inside it matched."""
    depth = 0
    for n in range(at + 1, min(len(marks), at + _DEEPEST)):
        mark = marks[n]
        if mark.family != marks[at].family:
            continue
        if mark.opens and not mark.closes:
            depth += 1
        elif mark.closes:
            if depth == 0:
                return n
            depth -= 1
    return None


def _single_closing(marks: list[_Mark], at: int) -> int | None:
    """A single mark closes before a space or punctuation; a possessive only where nothing firmer follows."""
    doubtful = None
    doubles = 0
    for n in range(at + 1, min(len(marks), at + 2 * _DEEPEST)):
        mark = marks[n]
        if mark.family == "double":
            doubles += 1
            continue
        if mark.family != "single":
            continue
        if mark.closes and doubles % 2 == 0:
            if mark.firm:
                return n
            doubtful = n if doubtful is None else doubtful
        elif mark.opens and doubles == 0:
            break
    return doubtful


def _may_stay_open(text: str, mark: _Mark, within: Span) -> bool:
    """A paragraph may leave its quotation open where it begins with one, or where a comma or a colon leads to it."""
    if within.end - mark.end <= _SHORT_LEFT_OPEN:
        return False
    lead = text[max(within.start, mark.start - 3) : mark.start].rstrip()
    if mark.family == "single":
        return not lead and _next_begins_quoted(text, mark, within)
    return not lead or lead[-1] in ":," or _next_begins_quoted(text, mark, within)


def _next_begins_quoted(text: str, mark: _Mark, within: Span) -> bool:
    """Whether the next paragraph begins with an opening mark, as a continued quotation does; captions do not count."""
    if "\n" not in text[within.end : within.end + 12]:
        return False
    at = within.end
    for _ in range(_CAPTIONS_BETWEEN):
        found = _NEXT_LINE.match(text, at)
        if found is None:
            return False
        if _FAMILY.get(found.group(1)[0]) == mark.family:
            return True
        if found.group(1)[-1] in ".!?”\"'’":
            return False
        at = found.end()
    return False
