"""One report's text, whole, with everything that the comparison of its story has of it marked in its place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.comparison import Comparison
from rashomon.model.span import Span
from rashomon.render.edition import HARD, Edition, find_words
from rashomon.render.highlight import Mark, Segment, cut_segments
from rashomon.render.page.reports import LONGEST_BOLD, thickness
from rashomon.text.sentences import find_paragraph_spans

ASKED = "here"  # the anchor of the words that the reader's address tells
Anchors = dict[int, list[str]]


class Sense(NamedTuple):
    """What lies over a stretch; the greatest is shown: compared words, most origins, then the shortest evidence."""

    hard: bool  # the words of a difference that cannot stand side by side
    origins: int
    closeness: int  # less the longer the evidence
    item: str
    relation: str = ""  # of a difference
    ends: int = 0  # where the words of that difference end
    left_out: bool = False
    asked: bool = False  # the words that the reader's address tells


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look.

    `anchors` are the places that begin with it; `item` is what it is evidence for, empty for none and for mere space;
    `sign` is the relation of a difference whose words end here, `parted` that difference.
    """

    anchors: tuple[str, ...]
    text: str
    style: str  # "t1" to "t5" by origins, "k" for compared words, "lo" for left out; empty for none
    item: str
    sign: str
    parted: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the white space before it."""

    breaks: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in paragraphs; all their breaks and pieces and then the rest, joined, are the text."""

    paragraphs: tuple[Paragraph, ...]
    rest: str


def find_senses(edition: Edition, article: str) -> tuple[Mark[Sense], ...]:
    """Every place of a report that is evidence for something, or is left out."""
    comparison = edition.comparison
    found = (*_claims(comparison, article), *_quotations(edition, article), *_differences(comparison, article))
    left_out = (
        Mark(Span(gone.start, gone.end), Sense(False, 0, 0, "", left_out=True))
        for gone in comparison.left_out
        if gone.article == article
    )
    return (*found, *left_out)


def _claims(comparison: Comparison, article: str) -> Iterator[Mark[Sense]]:
    for claim in comparison.claims:
        for one in claim.evidence:
            if one.article == article:
                sense = Sense(False, max(1, claim.origins), one.start - one.end, claim.id)
                yield Mark(Span(one.start, one.end), sense)


def _quotations(edition: Edition, article: str) -> Iterator[Mark[Sense]]:
    for utterance in edition.comparison.quotations:
        origins = len(edition.origins_of(one.article for one in utterance.variants))
        for one in utterance.variants:
            if one.article == article:
                yield Mark(Span(one.start, one.end), Sense(False, max(1, origins), one.start - one.end, utterance.id))


def _differences(comparison: Comparison, article: str) -> Iterator[Mark[Sense]]:
    for difference in comparison.differences:
        if difference.relation not in HARD:
            continue
        for value in difference.values:
            for one in value.evidence:
                if one.article == article:
                    start, end = find_words(value.value, one) or (one.start, one.end)
                    sense = Sense(end - start <= LONGEST_BOLD, 0, start - end, difference.id, difference.relation, end)
                    yield Mark(Span(start, end), sense)


def mark_text(
    text: str, marks: Iterable[Mark[Sense]] = (), cited: Iterable[Span] = (), asked: Span | None = None, of: int = 1
) -> MarkedText:
    """The text with its marks, an anchor `a.START-END` at each place cited, and the words asked for set off.

    `of` is the number of origins in the story. Marks reach over paragraphs; pieces do not.
    """
    paragraphs = find_paragraph_spans(text)
    anchors: Anchors = {}
    starts = [paragraph.start for paragraph in paragraphs]
    for span in sorted(set(cited)):
        anchors.setdefault(_standing(span.start, starts, paragraphs), []).append(f"a.{span.start}-{span.end}")
    if asked:
        anchors.setdefault(_standing(asked.start, starts, paragraphs), []).append(ASKED)
    given = [*marks, *([Mark(asked, Sense(False, 0, 0, "", asked=True))] if asked else [])]
    edges = {edge for paragraph in paragraphs for edge in (paragraph.start, paragraph.end)}
    segments = iter(cut_segments(text, given, edges | anchors.keys()))
    made, at = [], 0
    for paragraph in paragraphs:
        held = [segment for segment in _until(segments, paragraph.end) if segment.start >= paragraph.start]
        made.append(Paragraph(text[at : paragraph.start], tuple(_piece(one, anchors, of) for one in held)))
        at = paragraph.end
    return MarkedText(tuple(made), text[at:])


def _standing(start: int, starts: list[int], paragraphs: Sequence[Span]) -> int:
    """Where an anchor stands: at its place, or at the next paragraph where that is white space between two."""
    at = bisect_right(starts, start)
    if at and start < paragraphs[at - 1].end:
        return start
    return starts[at] if at < len(starts) else start


def _until(segments: Iterator[Segment[Sense]], end: int) -> Iterator[Segment[Sense]]:
    for segment in segments:
        yield segment
        if segment.end >= end:
            return


def _piece(segment: Segment[Sense], anchors: Anchors, of: int) -> Piece:
    here = tuple(anchors.get(segment.start, ()))
    asked = any(sense.asked for sense in segment.senses)
    lying = [sense for sense in segment.senses if sense.item]
    gone = "lo" if any(sense.left_out for sense in segment.senses) else ""
    if not lying:
        return Piece(here, segment.text, gone, "", "", "", asked)
    best = max(lying)
    looks = f"t{thickness(max(sense.origins for sense in lying), of)}", "k" if best.hard else "", gone
    ending = max((sense for sense in lying if sense.relation and sense.ends == segment.end), default=None)
    item = "" if segment.text.isspace() else best.item  # no link without a name
    sign, parted = (ending.relation, ending.item) if ending else ("", "")
    return Piece(here, segment.text, " ".join(filter(None, looks)), item, sign, parted, asked)
