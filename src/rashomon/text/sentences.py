"""Sentences: never across a paragraph, never ending inside an open quotation."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from rashomon.model.span import Span
from rashomon.text.quotes import find_quoted_spans

_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A full stop with no space behind it, as pasted and scraped text has it: "earlier this week.The satellite".
_GLUED = re.compile(r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z])|(?<=[a-z]{2}[.!?][\"”’])(?=[A-Z][a-z])")
LONGEST_SENTENCE = 4000  # code points; longer runs are cut at spaces, so that hostile text costs no more than prose


def find_paragraph_spans(text: str, leave_out: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Lines of the text that hold a word, white space trimmed, without the stretches in `leave_out`."""
    gaps = sorted(leave_out)
    found: list[Span] = []
    first = 0  # the gaps before it end before the line
    for match in _PARAGRAPH.finditer(text):
        line = Span(*match.span())
        while first < len(gaps) and gaps[first].end <= line.start:
            first += 1
        found += _around(text, line, gaps, first)
    return tuple(found)


def find_sentence_spans(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, trimmed, in order; they cover every word of it."""
    starts = {paragraph.start + start for start, _ in _tokenizer().span_tokenize(paragraph.of(text)) if start > 0}
    glued = {m.start() for m in _GLUED.finditer(text, paragraph.start, paragraph.end)}
    cuts = sorted(starts | glued)
    held = find_quoted_spans(text, paragraph)
    kept = [c for c in cuts if not _inside(c, held)]
    edges = [paragraph.start, *kept, paragraph.end]
    pieces = (trim(text, a, b) for a, b in pairwise(edges))
    return tuple(short for piece in pieces if piece for short in _bounded(text, piece))


def trim(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _inside(place: int, spans: tuple[Span, ...]) -> bool:
    """True where one of the spans, disjoint and in order, begins before the place and ends after it."""
    before = bisect_left(spans, place, key=lambda span: span.start)
    return before > 0 and place < spans[before - 1].end


def _around(text: str, line: Span, gaps: list[Span], first: int) -> Iterator[Span]:
    at = line.start
    for number in range(first, len(gaps)):
        gap = gaps[number]
        if gap.start >= line.end:
            break
        if gap.end <= at:
            continue
        if gap.start > at and (piece := trim(text, at, gap.start)):
            yield piece
        at = max(at, gap.end)
    if at < line.end and (piece := trim(text, at, line.end)):
        yield piece


def _bounded(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while span.end - at > LONGEST_SENTENCE:
        space = text.rfind(" ", at + 1, at + LONGEST_SENTENCE)
        cut = space if space > at else at + LONGEST_SENTENCE
        if piece := trim(text, at, cut):
            yield piece
        at = cut
    if piece := trim(text, at, span.end):
        yield piece


class _Tokenizer(Protocol):
    def span_tokenize(self, text: str) -> Iterable[tuple[int, int]]: ...


@lru_cache(maxsize=1)
def _tokenizer() -> _Tokenizer:
    from nupunkt import load_default_model  # here: reading needs it, showing a stored comparison does not

    tokenizer: _Tokenizer = load_default_model()
    return tokenizer
