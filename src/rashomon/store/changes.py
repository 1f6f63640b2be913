"""What changed between two versions of an article, word by word."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from rashomon.model.article import Article
from rashomon.model.kept import Edit, Part
from rashomon.model.span import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]|\n+")
_MOST_WORDS = 20_000  # of a version; longer ones are compared line by line
_MOST_LINES = 20_000  # of a version; longer ones are told as replaced between what begins and ends alike
_LINE = re.compile(r"[^\n]+")
_PARTS: tuple[Part, ...] = ("headline", "byline", "text")


def changes(old: Article, new: Article) -> tuple[Edit, ...]:
    """Every place in which two versions differ: headline, byline, then the text from its beginning.

    Words are compared; a change of spacing alone is none.
    """
    return tuple(edit for part in _PARTS for edit in _edits(part, getattr(old, part) or "", getattr(new, part) or ""))


def _edits(part: Part, old: str, new: str) -> Iterator[Edit]:
    if old == new:
        return
    pieces = _WORD
    old_spans, new_spans = _spans(pieces, old), _spans(pieces, new)
    if max(len(old_spans), len(new_spans)) > _MOST_WORDS:
        pieces = _LINE
        old_spans, new_spans = _spans(pieces, old), _spans(pieces, new)
    for old_place, new_place in _differing(_words(old, old_spans), _words(new, new_spans)):
        before, after = _stretch(old_spans, *old_place), _stretch(new_spans, *new_place)
        yield Edit(part, before, after, before.of(old) if before else "", after.of(new) if after else "")


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of the two lists that are not the same, by the shortest way from one to the other."""
    if max(len(old), len(new)) > _MOST_LINES:
        yield _between_ends(old, new)
        return
    held: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            if held:
                yield held[:2], held[2:]
            held = None
        elif held:  # a deletion and an insertion in one place are one exchange
            held = held[0], code.src_end, held[2], code.dest_end
        else:
            held = code.src_start, code.src_end, code.dest_start, code.dest_end
    if held:
        yield held[:2], held[2:]


def _between_ends(old: list[str], new: list[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return (head, len(old) - tail), (head, len(new) - tail)


def _spans(pieces: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*found.span()) for found in pieces.finditer(text)]


def _words(text: str, spans: list[Span]) -> list[str]:
    return ["\n" if word.startswith("\n") else word for word in (span.of(text) for span in spans)]


def _stretch(spans: list[Span], start: int, end: int) -> Span | None:
    return Span(spans[start].start, spans[end - 1].end) if start < end else None
