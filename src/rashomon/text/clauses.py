"""Clauses: the pieces of a sentence that each can carry a statement of their own."""

import re
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
SHORTEST_CLAUSE = 6  # words; shorter pieces seldom hold a statement (as the design notes on joining found)


def find_clause_spans(text: str, sentence: Span, shortest: int = SHORTEST_CLAUSE) -> tuple[Span, ...]:
    """The sentence cut into clauses of at least `shortest` words; one span where it cannot be cut."""
    cuts = [sentence.start]
    places = [m.end() for m in _CUT.finditer(text, sentence.start, sentence.end)]
    for place in places:
        if _words(text, cuts[-1], place) >= shortest and _words(text, place, sentence.end) >= shortest:
            cuts.append(place)
    edges = [*cuts, sentence.end]
    pieces = (trim(text, a, b) for a, b in pairwise(edges))
    return tuple(piece for piece in pieces if piece)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
