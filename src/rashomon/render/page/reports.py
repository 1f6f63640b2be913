"""The reports' own texts, whole, with what stands on them underlined and every place that is linked to."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.comparison import Witness
from rashomon.model.span import Span
from rashomon.render.dates import show_date
from rashomon.render.edition import HARD, Edition, count, find_words
from rashomon.render.highlight import Mark, Segment, cut_segments
from rashomon.render.page.places import report_id, safe_id

_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


LONGEST_BOLD = 64  # characters; longer compared words carry their sign and are not bold


class Sense(NamedTuple):
    """What lies over a stretch of a report; the greatest is shown: compared words, most origins, shortest evidence."""

    hard: bool  # the words of a difference that cannot stand side by side
    origins: int
    closeness: int  # less the longer the evidence
    item: str
    relation: str
    ends: int
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look; `anchors` are the places that begin with it."""

    anchors: tuple[str, ...]
    text: str
    style: str  # "t1" to "t5" by origins, "k" for compared words, "lo" for left out; empty for none
    href: str
    sign: str  # the relation of a difference whose words end here
    number: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the line breaks before it."""

    breaks: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report."""

    id: str
    safe: str
    article: str  # its id
    label: str
    headline: str
    meta: tuple[str, ...]
    url: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    rest: str
    rest_anchors: tuple[str, ...]

    @property
    def high(self) -> int:
        """About how high it stands, in rem: lines of some fifty signs, and what parts its paragraphs."""
        signs = sum(len(piece.text) for paragraph in self.paragraphs for piece in paragraph.pieces)
        return round(6 + 1.62 * (signs / 52 + 0.9 * len(self.paragraphs)))


def make_reports(
    edition: Edition, cited: dict[str, set[tuple[int, int]]], numbers: dict[str, str]
) -> tuple[Report, ...]:
    """Every report in the order of the page, with an anchor for each place cited."""
    marks = _marks(edition, numbers)
    return tuple(_report(edition, one, marks.get(one.id, []), cited.get(one.id, set())) for one in edition.witnesses)


def _marks(edition: Edition, numbers: dict[str, str]) -> dict[str, list[Mark[Sense]]]:
    """What lies over each report: claims, the compared words of hard differences, and what was left out."""
    marks: dict[str, list[Mark[Sense]]] = {}
    for article, start, end, sense in (*_claim_marks(edition, numbers), *_difference_marks(edition, numbers)):
        marks.setdefault(article, []).append(Mark(Span(start, end), sense))
    for gone in edition.comparison.left_out:
        sense = Sense(False, 0, 0, "", "", gone.end, left_out=True)
        marks.setdefault(gone.article, []).append(Mark(Span(gone.start, gone.end), sense))
    return marks


def _claim_marks(edition: Edition, numbers: dict[str, str]) -> Iterator[tuple[str, int, int, Sense]]:
    for claim in edition.comparison.claims:
        for one in claim.evidence:
            sense = Sense(False, max(1, claim.origins), one.start - one.end, numbers[claim.id], "", one.end)
            yield one.article, one.start, one.end, sense


def _difference_marks(edition: Edition, numbers: dict[str, str]) -> Iterator[tuple[str, int, int, Sense]]:
    for difference in edition.comparison.differences:
        if difference.relation not in HARD:
            continue
        for value in difference.values:
            for one in value.evidence:
                start, end = find_words(value.value, one) or (one.start, one.end)
                bold = end - start <= LONGEST_BOLD
                sense = Sense(bold, 0, start - end, numbers[difference.id], difference.relation, end)
                yield one.article, start, end, sense


def _report(edition: Edition, witness: Witness, marks: list[Mark[Sense]], cited: set[tuple[int, int]]) -> Report:
    text, safe, url = witness.text, safe_id(witness.id), witness.url or ""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    anchors: dict[int, list[str]] = {}
    for start, end in sorted(cited):
        anchors.setdefault(_within(start, paragraphs, len(text)), []).append(f"{safe}.{start}-{end}")
    cuts = {edge for paragraph in paragraphs for edge in paragraph} | set(anchors)
    segments = cut_segments(text, marks, cuts)
    shown, at = [], 0
    pieces = iter(segments)
    for start, end in paragraphs:
        held = [segment for segment in _until(pieces, end) if segment.start >= start]
        look = tuple(_piece(segment, anchors, len(edition.origins)) for segment in held)
        shown.append(Paragraph(text[at:start], look))
        at = end
    left = tuple(name for place, names in sorted(anchors.items()) if place >= at for name in names)
    return Report(
        id=report_id(witness.id),
        safe=safe,
        article=witness.id,
        label=edition.label(witness.id),
        headline=witness.headline or f"Report {edition.label(witness.id)}",
        meta=tuple(_meta(edition, witness)),
        url=url if url.startswith(("http://", "https://")) else "",
        language=witness.language or "",
        paragraphs=tuple(shown),
        rest=text[at:],
        rest_anchors=left,
    )


def _within(start: int, paragraphs: list[tuple[int, int]], length: int) -> int:
    """Where an anchor stands: at its place, or at the next paragraph where that is a line break."""
    at = bisect.bisect_right(paragraphs, (start, length + 1)) - 1
    if at >= 0 and start < paragraphs[at][1]:
        return start
    return paragraphs[at + 1][0] if at + 1 < len(paragraphs) else length


def _until(segments: Iterator[Segment[Sense]], end: int) -> Iterable[Segment[Sense]]:
    for segment in segments:
        yield segment
        if segment.end >= end:
            return


def _piece(segment: Segment[Sense], anchors: dict[int, list[str]], of: int) -> Piece:
    here = tuple(anchors.get(segment.start, ()))
    lying = [sense for sense in segment.senses if not sense.left_out]
    style = " lo" if len(lying) < len(segment.senses) else ""
    if not lying:
        return Piece(here, segment.text, style.strip(), "", "", "")
    best = max(lying)
    origins = max(sense.origins for sense in lying)
    style = f"t{thickness(origins, of)}{' k' if best.hard else ''}{style}"
    if segment.text.isspace():  # between two sentences of one look: no words that could be opened
        return Piece(here, segment.text, f"{style} w", "", "", "")
    ending = max((sense for sense in lying if sense.relation and sense.ends == segment.end), default=None)
    return Piece(
        here,
        segment.text,
        style,
        f"#{best.item}",
        ending.relation if ending else "",
        ending.item[2:] if ending else "",
    )


def thickness(origins: int, of: int) -> int:
    """1 for one origin alone, then 2 to 5 by the share of all origins."""
    if origins <= 1 or of <= 1:
        return 1
    return min(5, origins) if of <= 5 else min(5, 2 + round(3 * (origins - 2) / max(1, of - 2)))


def _meta(edition: Edition, witness: Witness) -> Iterable[str]:
    if not witness.outlet or witness.outlet != edition.label(witness.id):
        yield witness.outlet or "outlet not known"
    yield show_date(witness.published) if witness.published else "publication date not known"
    if witness.modified:
        yield f"changed {show_date(witness.modified)}"
    if witness.byline:
        yield witness.byline
    if witness.credits:
        yield f"credited to {', '.join(witness.credits)}"
    yield count(len(witness.text.split()), "word")
    number = edition.origin_of[witness.id]
    if len(edition.origins[number].articles) > 1:
        yield f"origin: {edition.origin_label(number)}"
