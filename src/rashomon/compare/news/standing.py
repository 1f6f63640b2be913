"""Where the words of an earlier comparison stand now, and which words of the later one stood then."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from rashomon.compare.news.revisions import Pair, pair_sentences
from rashomon.model.comparison import Comparison
from rashomon.model.span import Span
from rashomon.settings import NewsSettings

Standing = Literal["stands", "revised", "gone"]


class Placed(Protocol):
    """Evidence of any kind."""

    @property
    def article(self) -> str:
        """The id of the report."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The one after its last."""


class Versions:
    """Two versions of one report: their sentence pairs, found by a place of either."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.pairs = pairs
        self._then = sorted((pair.before, at) for at, pair in enumerate(pairs) if pair.before is not None)
        self._now = sorted((pair.after, at) for at, pair in enumerate(pairs) if pair.after is not None)

    def over_then(self, one: Placed) -> list[Pair]:
        """The pairs whose former sentence shares a character with the place."""
        return [self.pairs[at] for at in _over(self._then, one)]

    def over_now(self, one: Placed) -> list[Pair]:
        """The pairs whose present sentence shares a character with the place."""
        return [self.pairs[at] for at in _over(self._now, one)]


def _over(sentences: list[tuple[Span, int]], one: Placed) -> Iterator[int]:
    first = bisect_right(sentences, one.start, key=lambda found: found[0].end)
    for span, at in sentences[first:]:
        if span.start >= one.end:
            return
        yield at


@dataclass(frozen=True, slots=True)
class Ground:
    """The reports of two comparisons laid over each other: the ids of those with the same text, and those changed."""

    kept: frozenset[str]
    changed: dict[str, Versions]

    def now(self, one: Placed) -> tuple[Standing, Span | None]:
        """What became of a place of the earlier comparison, and where it stands now."""
        if one.article in self.kept:
            return "stands", Span(one.start, one.end)
        versions = self.changed.get(one.article)
        over = [pair for pair in versions.over_then(one) if pair.after is not None] if versions else []
        if not over:
            return "gone", None
        heirs = [pair.after for pair in over if pair.after is not None]
        whole = Span(min(span.start for span in heirs), max(span.end for span in heirs))
        return "stands" if all(pair.same for pair in over) else "revised", _within(one, over, whole)

    def then(self, one: Placed) -> Standing:
        """Whether a place of the later comparison stood in the earlier one; "gone" is one that is new."""
        if one.article in self.kept:
            return "stands"
        versions = self.changed.get(one.article)
        over = [pair for pair in versions.over_now(one) if pair.before is not None] if versions else []
        if not over:
            return "gone"
        return "stands" if all(pair.same for pair in over) else "revised"


def _within(one: Placed, over: list[Pair], whole: Span) -> Span:
    """The place itself where its one sentence is the same, letter for letter; else its sentences as they stand now."""
    before, after = over[0].before, over[0].after
    if len(over) > 1 or not over[0].same or before is None or after is None or len(before) != len(after):
        return whole
    start, end = max(one.start, before.start), min(one.end, before.end)
    return Span(start - before.start + after.start, end - before.start + after.start)


def lay_over(before: Comparison, after: Comparison, settings: NewsSettings) -> Ground:
    """The two comparisons' reports, laid over each other."""
    now = {report.id: report.text for report in after.articles}
    then = {report.id: report.text for report in before.articles}
    kept = frozenset(id for id in then.keys() & now.keys() if then[id] == now[id])
    changed = {id: Versions(pair_sentences(then[id], now[id], settings)) for id in now if id in then and id not in kept}
    return Ground(kept, changed)
