"""A comparison as an outline of sections, entries and quoted words: what terminal and Markdown both print."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.render.edition import AnyEvidence, Edition, count

Runs = tuple[tuple[str, bool], ...]  # words in order, each run with whether it is set off


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of reports, with every place where these very words stand."""

    runs: Runs
    places: tuple[AnyEvidence, ...]
    label: str = ""  # ours: a form, a date; not words of a report


@dataclass(frozen=True, slots=True)
class Group:
    """Quoted words under one head: a value that competes, or a speaker."""

    head: str
    note: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section."""

    label: str  # its id
    title: str
    note: str = ""
    relation: str = ""  # where it has one; says its sign and colour
    groups: tuple[Group, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `empty` is its one plain line where it has no entry, `shown` how many a short showing prints."""

    title: str
    note: str
    entries: tuple[Entry, ...]
    empty: str
    shown: int = 12


def quote(evidence: Iterable[AnyEvidence], runs: Runs | None = None, label: str = "") -> Quoted:
    """Evidence of the same words as one quotation, whole or in the runs given."""
    places = tuple(evidence)
    return Quoted(runs or ((places[0].text, False),), places, label)


def set_off(evidence: AnyEvidence, place: tuple[int, int] | None) -> Runs:
    """The words of a piece of evidence with those at `place` set off."""
    if place is None or place == (evidence.start, evidence.end):
        return ((evidence.text, False),)
    start, end = place[0] - evidence.start, place[1] - evidence.start
    runs = ((evidence.text[:start], False), (evidence.text[start:end], True), (evidence.text[end:], False))
    return tuple(run for run in runs if run[0].strip())


def behind(edition: Edition, articles: Iterable[str]) -> str:
    """What stands behind: "2 origins, 3 reports"; the reports are named only where they are more than the origins."""
    named = set(articles)
    origins, reports = len(edition.origins_of(named)), len(named)
    return count(origins, "origin") + (f", {count(reports, 'report')}" if reports > origins else "")
