"""Telephone numbers."""

import re

from rashomon.model.span import Span

_TELEPHONE = re.compile(r"(?<![\w.,$£€])[+(]?\d{1,5}\)?(?:[\s-]\d{2,7}){1,5}(?!\w|[.,]\d)")
_FEWEST_DIGITS, _LONGEST_TELEPHONE = 9, 20


def in_telephone(text: str, span: Span) -> bool:
    """True for figures of a telephone number: "2222" of "0845 125 2222"."""
    near = _TELEPHONE.finditer(text, max(0, span.start - _LONGEST_TELEPHONE), span.end + _LONGEST_TELEPHONE)
    return any(m.start() < span.end and span.start < m.end() and _calls(m.group()) for m in near)


def _calls(figures: str) -> bool:
    """True for as many digits as a number takes to be called, led or parted as such numbers are, and sums are not."""
    return sum(c.isdigit() for c in figures) >= _FEWEST_DIGITS and (figures[0] in "+(0" or "-" in figures)
