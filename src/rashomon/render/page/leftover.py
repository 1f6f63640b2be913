"""Left out, apart and unresolved: so that nothing vanishes."""

from dataclasses import dataclass

from rashomon.render.edition import Edition
from rashomon.render.page.lines import Line, make_lines
from rashomon.render.page.marks import tell_corrected
from rashomon.render.page.places import Links, Place


@dataclass(frozen=True, slots=True)
class Leftover:
    """One thing that is not compared, or not settled: what it is, why, and the words."""

    id: str
    what: str
    reason: str
    lines: tuple[Line, ...]
    report: Place | None = None


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The section."""

    apart: tuple[Leftover, ...]
    left_out: tuple[Leftover, ...]
    unresolved: tuple[Leftover, ...]
    corrected: tuple[Leftover, ...]


def make_leftovers(edition: Edition, links: Links) -> Leftovers:
    """What is not compared, what could not be settled, and what readers corrected: each with its reason."""
    comparison = edition.comparison
    apart = tuple(
        Leftover("", "another event", one.reason, (), links.report_place(one.article)) for one in comparison.apart
    )
    left_out = tuple(
        Leftover(f"x-{number}", one.reason, "", make_lines(edition, links, (one,)))
        for number, one in zip(edition.numbers("left_out"), comparison.left_out, strict=True)
    )
    unresolved = tuple(
        Leftover(f"y-{number}", one.what, one.reason, make_lines(edition, links, one.evidence, context=True))
        for number, one in zip(edition.numbers("unresolved"), comparison.unresolved, strict=True)
    )
    corrected = tuple(
        Leftover(f"k-{number}", tell_corrected(one), one.reason, make_lines(edition, links, one.places))
        for number, one in enumerate(comparison.corrected, 1)
    )
    return Leftovers(apart, left_out, unresolved, corrected)
