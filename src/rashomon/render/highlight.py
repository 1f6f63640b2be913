"""Text and marks to segments: the one place where marks that overlap are laid over each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from rashomon.model.span import Span

Sense = TypeVar("Sense")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Sense]):
    """A stretch of a text and what it means there."""

    span: Span
    sense: Sense


@dataclass(frozen=True, slots=True)
class Segment(Generic[Sense]):
    """A stretch over which the same marks lie, in the order they were given."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]


def cut_segments(text: str, marks: Iterable[Mark[Sense]], cuts: Iterable[int] = ()) -> tuple[Segment[Sense], ...]:
    """The text cut wherever a mark begins or ends, and at `cuts`; the segments' texts joined are the text.

    Marks beyond the end of the text are cut off at it.
    """
    given = [mark for mark in marks if mark.span.start < len(text)]
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, mark in enumerate(given):
        starts.setdefault(mark.span.start, []).append(number)
        ends.setdefault(min(mark.span.end, len(text)), []).append(number)
    edges = sorted({0, len(text), *starts, *ends, *(cut for cut in cuts if 0 < cut < len(text))})
    on: set[int] = set()
    segments = []
    for start, end in pairwise(edges):
        on.difference_update(ends.get(start, ()))
        on.update(starts.get(start, ()))
        segments.append(Segment(start, end, text[start:end], tuple(given[n].sense for n in sorted(on))))
    return tuple(segments)
