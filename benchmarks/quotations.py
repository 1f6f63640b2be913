"""Quotations against the Gender Gap Tracker's labelled articles.

    python -m benchmarks.quotations [--errors] [--data FILE ...]

A prediction matches a gold quotation when it covers more than the given share of it (0.3 and 0.8), one to one, the
largest overlap first. A prediction longer than twice the gold matches nothing; a gold without a span is left out.
Speaker accuracy over the matched: any overlap with the gold speaker's words, or neither has any.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus import BadData, Row
from benchmarks.figures import Benchmark, precision_recall_f1, run
from rashomon.model.article import Article
from rashomon.model.reading import Attribution
from rashomon.model.span import Span
from rashomon.pipeline import read_closely
from rashomon.settings import Settings

OVERLAPS = (0.3, 0.8)  # of the gold's length
AROUND = 60  # characters shown on both sides of an error


@dataclass(frozen=True, slots=True)
class Found:
    """What Rashomon takes for said, and the words that name who said it."""

    span: Span
    source: Span | None


def measure(rows: list[Row], errors: bool) -> dict[str, float]:
    """Precision, recall, F1 and speaker accuracy at each overlap; the errors are those of the first."""
    read = [(row, list(predictions(row))) for row in rows]
    figures: dict[str, float] = {}
    for overlap in OVERLAPS:
        figures |= _at(overlap, read, errors and overlap == OVERLAPS[0])
    return figures


def predictions(row: Row) -> Iterator[Found]:
    """The outermost attributed stretches of an article and the words that name who."""
    found = read_closely(Article(id=str(row.get("id", "")), text=row["text"]), Settings()).attributions
    for one in found:
        if not _by_nobody(one) and not any(_inside(one, other) for other in found):
            yield Found(one.span, one.source)


def _by_nobody(one: Attribution) -> bool:
    """ "Reportedly": hedged, but said by no one."""
    return one.speaker is None and one.hedged


def _inside(one: Attribution, other: Attribution) -> bool:
    return other.span != one.span and other.span.holds(one.span) and not _by_nobody(other)


def _at(overlap: float, read: list[tuple[Row, list[Found]]], errors: bool) -> dict[str, float]:
    wanted = told = matched = right = 0
    for row, found in read:
        gold = [quote for quote in row["quotes"] if quote["quote_span"]]
        tied = tie([gold_span(row, quote) for quote in gold], [one.span for one in found], overlap)
        speakers = [g for g, f in tied.items() if same_speaker(_gold_speaker(row, gold[g]), found[f].source)]
        wanted, told = wanted + len(gold), told + len(found)
        matched, right = matched + len(tied), right + len(speakers)
        if errors:
            _list_errors(row, gold, found, tied, speakers)
    what = f"overlap > {overlap}"
    return precision_recall_f1(matched, told, wanted, what) | {f"speaker ({what})": right / max(1, matched)}


def gold_span(row: Row, quote: Row, key: str = "quote_span") -> Span:
    """The place of a gold quotation, or of its speaker. Raises BadData where it is no place in the text."""
    try:
        start, end = quote[key]
        span = Span(start, end)
        if end <= len(row["text"]):
            return span
    except (TypeError, ValueError):
        pass
    raise BadData(f"article {row.get('id', '')!r}: {key} {quote[key]!r} is no [start, end] in its text")


def tie(gold: list[Span], found: list[Span], overlap: float) -> dict[int, int]:
    """Gold to found, one to one, the largest overlap first."""
    edges = sorted(
        (-(g.overlap(f) / len(g)), i, k)
        for i, g in enumerate(gold)
        for k, f in enumerate(found)
        if g.overlap(f) / len(g) > overlap and len(f) <= 2 * len(g)
    )
    tied: dict[int, int] = {}
    for _, i, k in edges:
        if i not in tied and k not in tied.values():
            tied[i] = k
    return tied


def _gold_speaker(row: Row, quote: Row) -> Span | None:
    return gold_span(row, quote, "speaker_span") if quote["speaker_span"] else None


def same_speaker(gold: Span | None, found: Span | None) -> bool:
    """Whether the words that name the speaker overlap, or neither has any."""
    if gold is None or found is None:
        return gold is None and found is None
    return gold.overlap(found) > 0


def _list_errors(row: Row, gold: list[Row], found: list[Found], tied: dict[int, int], speakers: list[int]) -> None:
    for n, quote in enumerate(gold):
        if n not in tied:
            _tell(row, "MISSED", gold_span(row, quote))
        elif n not in speakers:
            said = found[tied[n]].source
            words = said.of(row["text"]) if said else None
            _tell(row, f"SPEAKER {words!r}, gold {quote.get('speaker')!r}", gold_span(row, quote))
    for k, one in enumerate(found):
        if k not in tied.values():
            _tell(row, "WRONG", one.span)


def _tell(row: Row, what: str, span: Span) -> None:
    text = row["text"]
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    line = f"{row.get('id', '')} {what}: {before} [[ {span.of(text)} ]] {after}"
    print(" ".join(line.split()), file=sys.stderr)


BENCHMARK = Benchmark(
    "quotations",
    __doc__,
    ("bench/quotations/gendergap-dev.jsonl.gz",),
    {"text": str, "quotes": ("quote_span", "speaker_span")},
    measure,
)


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds or the data is absent; 1 where one does not; 2 where the data is unusable."""
    return run(BENCHMARK, argv)


if __name__ == "__main__":
    sys.exit(main())
