"""Clauses: the pieces of a sentence that each can carry a statement of their own."""

import re
from bisect import bisect_left
from itertools import pairwise

from rashomon.model.span import Span
from rashomon.text.sentences import trim

# Where a clause may end: the mark or the joining word begins the next piece, a comma stays with the piece before it.
_CUT = re.compile(
    r"""(?<=[,;:—–])\s+ | (?<=[.!?])\s+ | (?<=[.!?][”"’])\s+ | \s+(?=[—–-]\s) | (?<=[,])["”’']\s+ | \s+(?=\()
      | \s+(?=(?:and|but|or|while|who|whom|whose|which|that|where|when|after|before|because|although|though|if|unless
               |until|since|as|amid|amidst|following|including|saying|adding|insisting|warning|with|to)\b)""",
    re.VERBOSE,
)
_WORD = re.compile(r"\S+")
SHORTEST_CLAUSE = 6  # words; shorter pieces seldom hold a statement (as the design notes on joining found)


def find_clause_spans(text: str, sentence: Span, shortest: int = SHORTEST_CLAUSE) -> tuple[Span, ...]:
    """The sentence cut into clauses of at least `shortest` words; one span where it cannot be cut."""
    words = [m.start() for m in _WORD.finditer(text, sentence.start, sentence.end)]
    cuts, last = [sentence.start], 0
    for place in (m.end() for m in _CUT.finditer(text, sentence.start, sentence.end)):
        here = bisect_left(words, place)
        if here - last >= shortest and len(words) - here >= shortest:
            cuts.append(place)
            last = here
    edges = [*cuts, sentence.end]
    pieces = (trim(text, a, b) for a, b in pairwise(edges))
    return tuple(piece for piece in pieces if piece)
