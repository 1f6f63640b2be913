"""The lines of a text, as the rules for furniture look at them."""

import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.model.span import Span
from rashomon.text.sentences import find_paragraph_spans, trim

_END = re.compile(r"[.!?…:;,][\"”’'»*_)\]]{0,3}$")
_BRACKET_AT_END = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]$")
_STARTS = re.compile(r"(?:^|[.!?…]+[\"”’')\]]*\s*|[|)\]>—–_-]+\s+|\()[\s\"“‘'*_—–|-]*")
_LONG_WORD = 12  # characters
_ENDLESS = 20_000  # characters; no paragraph is longer
_NEAR_THE_END = 1200  # characters
_BULLET = re.compile(r"(?:[-–—*•·▪●►>+]|\(?\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True)
class Line:
    """One line, white space trimmed; `number` counts the lines of the text that hold a word."""

    number: int
    span: Span
    words_of: str

    @cached_property
    def words(self) -> int:
        """How many words it has; an endless word counts as several, so that lengths in words bound characters too."""
        return max(self.words_of.count(" ") + 1, len(self.words_of) // _LONG_WORD)

    @cached_property
    def ended(self) -> bool:
        """True where it ends as a sentence of prose does; a bracket after the full stop does not count."""
        text = self.words_of
        if text.endswith((")", "]")) and not text.endswith((".)", "!)", "?)")):
            text = _BRACKET_AT_END.sub("", text) or text
        return bool(_END.search(text[-5:]))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its sentences and brackets begin, without their marks; in an endless line only those near its end."""
        first = len(self.words_of) - _NEAR_THE_END if len(self.words_of) > _ENDLESS else 0
        found = (match.end() for match in _STARTS.finditer(self.words_of, first))
        return tuple(dict.fromkeys((first, *found)))

    @property
    def listed(self) -> bool:
        """True where it is an item of a list."""
        return bool(_BULLET.match(self.words_of))

    def part(self, start: int, end: int | None = None) -> Span | None:
        """A stretch of the line, trimmed, as a span of the text; None where it is empty."""
        return trim_in(self, start, len(self.words_of) if end is None else end)


def trim_in(line: Line, start: int, end: int) -> Span | None:
    """The stretch `start..end` of the line's words without white space at its ends, as a span of the text."""
    inner = trim(line.words_of, start, end)
    return Span(line.span.start + inner.start, line.span.start + inner.end) if inner else None


def find_lines(text: str) -> tuple[Line, ...]:
    """The lines of the text that hold anything but white space, in order."""
    return tuple(Line(n, span, span.of(text)) for n, span in enumerate(find_paragraph_spans(text)))
