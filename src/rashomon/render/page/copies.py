"""Who copied whom: each origin as a tree of bars, and the longest runs of words that reports share."""

from dataclasses import dataclass

from rashomon.model.comparison import Origin, Witness
from rashomon.render.dates import show_date
from rashomon.render.edition import Edition
from rashomon.render.page.places import Links, Place, report_id
from rashomon.render.reuse import CommonRun, longest_runs, make_stretches

WIDEST_TRIANGLE = 12  # reports; more are listed, the longest runs first


@dataclass(frozen=True, slots=True)
class Leaf:
    """One report of an origin: its length on the scale of all, and the stretches that another has, in words."""

    label: str
    href: str
    note: str
    words: int
    percent: float
    share: int
    bars: tuple[tuple[int, int, bool], ...]  # start, length, shared


@dataclass(frozen=True, slots=True)
class Tree:
    """One origin with more than one report."""

    name: str
    reports: int
    original: str
    reason: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The longest run of the same words in two reports."""

    places: tuple[Place, Place]
    words: int
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class TriangleRow:
    """A report, and its longest run with each that follows; None where a cell is not of the triangle."""

    label: str
    cells: tuple[Run | str | None, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """The section."""

    trees: tuple[Tree, ...]
    alone: tuple[tuple[str, str], ...]  # a report of its own origin, and why
    triangle: tuple[TriangleRow, ...]
    heads: tuple[str, ...]
    runs: tuple[Run, ...]  # across origins, where there is no triangle


def make_copies(edition: Edition, links: Links) -> Copies:
    """The trees of all origins with copies; the triangle of runs where there are none."""
    shared = make_stretches(edition)
    longest = max((len(one.text.split()) for one in edition.witnesses), default=1) or 1
    trees = tuple(
        _tree(edition, number, origin, shared, longest)
        for number, origin in enumerate(edition.origins)
        if len(origin.articles) > 1
    )
    alone = tuple((origin.articles[0], origin.reason) for origin in edition.origins if len(origin.articles) == 1)
    runs = longest_runs(edition, across_only=True)
    if trees or not 1 < len(edition.witnesses) <= WIDEST_TRIANGLE:
        return Copies(trees, alone, (), (), tuple(_run(links, run) for run in runs))
    return Copies(
        (), alone, _triangle(edition, links, runs), tuple(edition.label(one.id) for one in edition.witnesses[1:]), ()
    )


def _tree(
    edition: Edition, number: int, origin: Origin, shared: dict[str, list[tuple[int, int]]], longest: int
) -> Tree:
    leaves = tuple(
        _leaf(
            edition,
            edition.witnesses[edition.place[article]],
            shared.get(article, []),
            longest,
            article == origin.original,
        )
        for article in origin.articles
    )
    return Tree(edition.origin_label(number), len(leaves), origin.original or "", origin.reason, leaves)


def _leaf(edition: Edition, witness: Witness, shared: list[tuple[int, int]], longest: int, original: bool) -> Leaf:
    words = len(witness.text.split())
    bars: list[tuple[int, int, bool]] = []
    at = 0
    for start, end in shared:
        first = len(witness.text[:start].split())
        length = len(witness.text[start:end].split())
        if first > at:
            bars.append((at, first - at, False))
        first = max(first, at)
        bars.append((first, length, True))
        at = first + length
    if at < words:
        bars.append((at, words - at, False))
    share = round(100 * sum(length for _, length, is_shared in bars if is_shared) / max(1, words))
    note = ", ".join(filter(None, (show_date(witness.published or ""), "taken as the original" if original else "")))
    return Leaf(
        edition.label(witness.id),
        f"#{report_id(witness.id)}",
        note,
        words,
        round(100 * words / longest, 1),
        min(100, share),
        tuple(bars),
    )


def _run(links: Links, run: CommonRun) -> Run:
    a, b = run.passage.a, run.passage.b
    places = (links.place(a), links.place(b))
    return Run(places, run.words, " ".join(a.text.split()), run.passage.quoted)


def _triangle(edition: Edition, links: Links, runs: list[CommonRun]) -> tuple[TriangleRow, ...]:
    found = {frozenset((run.passage.a.article, run.passage.b.article)): run for run in runs}
    ids = [one.id for one in edition.witnesses]
    rows = []
    for at, article in enumerate(ids[:-1]):
        cells: list[Run | str | None] = [None] * at
        for other in ids[at + 1 :]:
            run = found.get(frozenset((article, other)))
            cells.append(_run(links, run) if run else "")
        rows.append(TriangleRow(edition.label(article), tuple(cells)))
    return tuple(rows)
