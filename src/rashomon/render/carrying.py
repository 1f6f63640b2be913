"""Marks carried over from one version of a text to another, wherever the words they lie on have stayed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rashomon.model.kept import Edit
from rashomon.model.span import Span
from rashomon.render.exchanges import Exchange, Piece, after, letters, make_pieces, skip_space
from rashomon.render.highlight import Mark
from rashomon.render.marked import Sense


def carry_marks(
    old: str, new: str, edits: Iterable[Edit], marks: Iterable[Mark[Sense]]
) -> tuple[tuple[Mark[Sense], ...], int]:
    """The marks at the same words of the newer text, and how many lay on words that did not stay whole.

    `edits` are all the places in which the texts differ, in order.
    """
    pieces = make_pieces(old, new, (Exchange(edit.old, edit.new) for edit in edits))
    moved = [(mark, _moved(old, new, pieces, mark.span)) for mark in marks]
    kept = tuple(Mark(span, _ending(mark.sense, span)) for mark, span in moved if span is not None)
    return kept, len(moved) - len(kept)


def _moved(old: str, new: str, pieces: Sequence[Piece], span: Span) -> Span | None:
    """Where the words of a span stand in the newer text; None where they were changed."""
    place = bisect_right(pieces, span.start, key=lambda piece: piece.old[0]) - 1
    if place < 0 or not pieces[place].same or span.end > pieces[place].old[1]:
        return None
    (old_start, _), (new_start, _), _ = pieces[place]
    start = skip_space(new, after(new, new_start, letters(old[old_start : span.start])))
    end = after(new, start, letters(span.of(old)))
    return Span(start, end) if start < end else None


def _ending(sense: Sense, span: Span) -> Sense:
    return sense._replace(ends=span.end) if sense.relation else sense
