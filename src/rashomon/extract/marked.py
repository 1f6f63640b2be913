"""What a reader says is furniture, and what is not: it holds whatever the rules say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.reading import LeftOut
from rashomon.model.span import Span
from rashomon.text.sentences import trim

MARKED = "a reader marked it as boilerplate"


def heed_marks(text: str, found: tuple[LeftOut, ...], marks: Sequence[tuple[Span, bool]]) -> tuple[LeftOut, ...]:
    """The stretches that are not part of the report once readers' marks are heeded, trimmed, in order and disjoint.

    A mark says of a stretch whether it is boilerplate; of several marks on the same words the last holds.
    """
    for span, boilerplate in marks:
        kept = [piece for gone in found for piece in _beside(text, gone, span)]
        marked = trim(text, span.start, span.end) if boilerplate else None
        if marked is not None:
            kept.append(LeftOut(marked, MARKED))
        found = tuple(sorted(kept, key=lambda gone: gone.span))
    return found


def _beside(text: str, gone: LeftOut, span: Span) -> Iterator[LeftOut]:
    """What is left of a stretch on both sides of another."""
    if not gone.span.overlap(span):
        yield gone
        return
    for start, end in ((gone.span.start, span.start), (span.end, gone.span.end)):
        piece = trim(text, start, end) if start < end else None
        if piece is not None:
            yield replace(gone, span=piece)
