"""What the passages say of two reports: their longest common run, and how much of a report another has."""

from dataclasses import dataclass

from rashomon.model.comparison import Passage
from rashomon.render.edition import Edition


@dataclass(frozen=True, slots=True)
class CommonRun:
    """The longest run of the same words in two reports; `words` is its length."""

    passage: Passage
    words: int


def longest_runs(edition: Edition, across_only: bool = False) -> list[CommonRun]:
    """One run for each two reports that share any, the longest first; with `across_only`, only across origins."""
    best: dict[tuple[str, str], CommonRun] = {}
    for passage in edition.comparison.passages:
        a, b = passage.a.article, passage.b.article
        if a not in edition.place or b not in edition.place:
            continue
        if across_only and edition.origin_of[a] == edition.origin_of[b]:
            continue
        first, second = sorted((a, b), key=edition.place.__getitem__)
        run = CommonRun(passage, len(passage.a.text.split()))
        if (first, second) not in best or run.words > best[first, second].words:
            best[first, second] = run
    return sorted(best.values(), key=lambda run: (-run.words, *_where(edition, run)))


def _where(edition: Edition, run: CommonRun) -> tuple[int, int]:
    a, b = edition.place[run.passage.a.article], edition.place[run.passage.b.article]
    return min(a, b), max(a, b)


def make_stretches(edition: Edition) -> dict[str, list[tuple[int, int]]]:
    """For each report the stretches whose words stand in another of its origin; in order, none touching the next."""
    found: dict[str, list[tuple[int, int]]] = {}
    origin_of = edition.origin_of
    for passage in edition.comparison.passages:
        if origin_of.get(passage.a.article, -1) == origin_of.get(passage.b.article, -2):
            for side in (passage.a, passage.b):
                found.setdefault(side.article, []).append((side.start, side.end))
    return {article: _merged(sorted(stretches)) for article, stretches in found.items()}


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
