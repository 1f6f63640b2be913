"""Two wordings of one statement, word by word: where one has other words than the other between words they share."""

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.compare.slots.statement import Statement
from rashomon.model.span import Span
from rashomon.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of `a` that stand where `b` has others. Either side may be empty, not both.

    `left` and `right` count the words that both share just before and just after; `at` is the place of either side
    among the words of its statement.
    """

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    left: int
    right: int
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two statements lie on each other; `shared` is the part of the shorter one's words that both have in order."""

    first: Statement
    second: Statement
    shared: float
    substitutions: tuple[Substitution, ...]


def align(first: Statement, second: Statement, least: float = 0.0) -> Alignment:
    """The statements laid on each other by the longest common sequence of word stems.

    Where they share less than `least` of the shorter one's words, nothing of it is given.
    """
    a, b = first.tokens, second.tokens
    if not a or not b:
        return Alignment(first, second, 0.0, ())
    one, two = [t.stem for t in a], [t.stem for t in b]
    if LCSseq.similarity(one, two) < least * min(len(a), len(b)):
        return Alignment(first, second, 0.0, ())
    matches = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end) for op in LCSseq.opcodes(one, two) if op.tag == "equal"
    ]
    common = sum(hi - lo for lo, hi, _, _ in matches)
    return Alignment(first, second, common / min(len(a), len(b)), tuple(_gaps(a, b, matches)))


def _gaps(a: tuple[Token, ...], b: tuple[Token, ...], matches: list[tuple[int, int, int, int]]) -> list[Substitution]:
    gaps, at_a, at_b, left = [], 0, 0, 0
    for lo_a, hi_a, lo_b, hi_b in [*matches, (len(a), len(a), len(b), len(b))]:
        if lo_a > at_a or lo_b > at_b:
            gaps.append(Substitution(a[at_a:lo_a], b[at_b:lo_b], left, hi_a - lo_a, (at_a, at_b)))
            left = 0
        left += hi_a - lo_a
        at_a, at_b = hi_a, hi_b
    return gaps


def stretch(tokens: tuple[Token, ...]) -> Span:
    """The span from the first word to the last."""
    return Span(tokens[0].span.start, tokens[-1].span.end)
