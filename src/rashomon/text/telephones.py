"""Telephone numbers."""

import re

from rashomon.model.span import Span

# For a pattern that is written out: with a country's code, with a nought before, in several parts, and short ones of
# North America. Three figures after three are a sum in thousands, "300 000 000".
TELEPHONE = r"""(?<![\w.,$£€])(?:
    \+\d{1,3}(?:[\s-]\(?\d{1,5}\)?){2,5}(?!\w)
  | \(?0\d{2,4}\)?[\s-]\d{5,7}(?!\w)
  | (?![1-9]\d{0,2}(?:\s\d{3})+(?![\s-]?\d))\(?\d{1,4}\)?(?:[\s-]\d{3,4}){2,4}(?![\w,]|\.\d)
  | \d{3}-\d{4}(?!\w)
)"""
_TELEPHONE = re.compile(TELEPHONE, re.VERBOSE)
_LONGEST = 25  # code points


def in_telephone(text: str, span: Span) -> bool:
    """True for figures of a telephone number: "2222" of "0845 125 2222"."""
    near = _TELEPHONE.finditer(text, max(0, span.start - _LONGEST), span.end + _LONGEST)
    return any(m.start() < span.end and span.start < m.end() for m in near)
