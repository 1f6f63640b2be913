"""Quotations against the Gender Gap Tracker's labelled articles.

    python -m benchmarks.quotations [--errors] [--data PATH]

A prediction matches a gold quotation when it covers more than the given share of it (0.3 and 0.8), one to one, the
largest overlap first. A prediction longer than twice the gold matches nothing; a gold without a span is left out.
Speaker accuracy over the matched: any overlap with the gold speaker's words, or neither has any.
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.extract.attributions import find_attributions
from rashomon.extract.mentions import find_mentions
from rashomon.extract.quotations import find_quotations
from rashomon.model.article import Article
from rashomon.model.reading import Attribution, Sentence
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.text.clauses import find_clause_spans
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[2] / "shared"))
DATA = SHARED / "bench" / "quotations" / "gendergap-dev.jsonl.gz"
OVERLAPS = (0.3, 0.8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what was missed or wrong")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    raw = options.data.read_bytes()
    text = (gzip.decompress(raw) if options.data.suffix == ".gz" else raw).decode("utf-8")
    articles = [json.loads(line) for line in text.splitlines() if line.strip()]
    read = [(a, list(predictions(a))) for a in articles]
    for overlap in OVERLAPS:
        report(read, overlap, options.errors and overlap == OVERLAPS[0])


def predictions(article: dict[str, Any]) -> Iterator[tuple[Span, Span | None]]:
    """The outermost attributed stretches of an article and the words that name who."""
    read = Article(id=str(article["id"]), text=article["text"])
    settings = Settings()
    left_out: tuple[Any, ...] = ()
    sentences = tuple(
        Sentence(span, number, find_clause_spans(read.text, span))
        for number, paragraph in enumerate(find_paragraph_spans(read.text, [gone.span for gone in left_out]))
        for span in find_sentence_spans(read.text, paragraph)
    )
    mentions = find_mentions(read, sentences, settings.names)
    quotations = find_quotations(read, sentences, mentions, settings.quotations)
    found = find_attributions(read, sentences, mentions, quotations)
    for one in found:
        if one.speaker is None and one.hedged:
            continue
        if not any(_inside(one, other) for other in found):
            yield one.span, one.source


def _inside(one: Attribution, other: Attribution) -> bool:
    return other.span != one.span and other.span.holds(one.span) and not (other.speaker is None and other.hedged)


def report(read: list[tuple[dict[str, Any], list[tuple[Span, Span | None]]]], overlap: float, errors: bool) -> None:
    gold_count = found_count = matched = right = 0
    for article, found in read:
        gold = [q for q in article["quotes"] if q["quote_span"]]
        tied = tie([Span(*q["quote_span"]) for q in gold], [f[0] for f in found], overlap)
        gold_count, found_count, matched = gold_count + len(gold), found_count + len(found), matched + len(tied)
        for g, f in tied.items():
            ok = same_speaker(gold[g]["speaker_span"], found[f][1])
            right += ok
            if errors and not ok:
                said = found[f][1]
                print(
                    article["id"],
                    "SPEAKER",
                    gold[g]["speaker"],
                    "|",
                    said and said.of(article["text"]),
                    "|",
                    gold[g]["quote"][:90],
                )
        if errors:
            list_errors(article, gold, found, tied)
    p, r = matched / max(1, found_count), matched / max(1, gold_count)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    speaker = right / max(1, matched)
    print(f"overlap {overlap}: P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  speaker {speaker:.3f}  ({gold_count} quotations)")


def list_errors(
    article: dict[str, Any], gold: list[Any], found: list[tuple[Span, Span | None]], tied: dict[int, int]
) -> None:
    text = article["text"]
    for n, q in enumerate(gold):
        if n not in tied:
            start, end = q["quote_span"]
            print(
                article["id"],
                "MISSED",
                text[max(0, start - 60) : start],
                "[[",
                text[start:end],
                "]]",
                text[end : end + 60],
            )
    for n, (span, _) in enumerate(found):
        if n not in tied.values():
            print(
                article["id"],
                "WRONG",
                text[max(0, span.start - 60) : span.start],
                "[[",
                span.of(text),
                "]]",
                text[span.end : span.end + 60],
            )


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


def same_speaker(gold: list[int] | None, found: Span | None) -> bool:
    if gold is None or found is None:
        return gold is None and found is None
    return Span(*gold).overlap(found) > 0


if __name__ == "__main__":
    main()
