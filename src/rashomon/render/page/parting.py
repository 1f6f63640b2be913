"""Where they part: face-offs for what cannot stand side by side, a synopsis for what can."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.comparison import Difference, Value
from rashomon.model.span import Evidence
from rashomon.render.edition import HARD, RELATIONS, Edition, find_words, sureness
from rashomon.render.outline import behind
from rashomon.render.page.columns import Columns, make_columns
from rashomon.render.page.lines import Line, make_lines
from rashomon.render.page.over_time import Scale
from rashomon.render.page.places import Links, Place
from rashomon.render.page.scale import make_scale
from rashomon.render.page.strips import Strip, Strips

WIDEST_SYNOPSIS = 6  # columns
LONGEST_CELL = 160  # characters of a report in one cell
TOLD = {
    "precision": "one is rounder or vaguer; both can hold",
    "wording": "the same thing in materially different words",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that compete."""

    speaker: str
    words: str
    size: str
    strip: Strip
    behind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FaceOff:
    """One difference, all its values side by side, those with the most origins first."""

    id: str
    relation: str
    kind: str
    about: str
    sides: tuple[Side, ...]
    scale: Scale | None
    reason: str
    sureness: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a column of the synopsis has: the words, and where they stand."""

    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SynopsisRow:
    """One difference of the synopsis: a cell a column."""

    off: FaceOff
    cells: tuple[tuple[str, tuple[Reading, ...]], ...]
    listed: tuple[tuple[Strip, tuple[Reading, ...]], ...]  # by value, where there are no columns


@dataclass(frozen=True, slots=True)
class Synopsis:
    """The differences of one relation, in which all values can hold."""

    relation: str
    told: str
    columns: Columns
    rows: tuple[SynopsisRow, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """The section."""

    face_offs: tuple[FaceOff, ...]
    synopses: tuple[Synopsis, ...]


def make_parting(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str]) -> Parting:
    """All differences; `numbers` are the addresses of the items on the page by their ids."""
    differences = edition.comparison.differences
    hard = sorted((one for one in differences if one.relation in HARD), key=lambda one: RELATIONS.index(one.relation))
    columns = make_columns(edition, WIDEST_SYNOPSIS, apart=True)
    synopses = []
    for relation in RELATIONS[len(HARD) :]:
        rows = tuple(
            _row(edition, links, strips, numbers, columns, one) for one in differences if one.relation == relation
        )
        if rows:
            synopses.append(Synopsis(relation, TOLD[relation], columns, rows))
    return Parting(tuple(_face_off(edition, links, strips, numbers, one) for one in hard), tuple(synopses))


def _face_off(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str], one: Difference) -> FaceOff:
    values = sorted(one.values, key=lambda value: -len(edition.origins_of(e.article for e in value.evidence)))
    return FaceOff(
        id=numbers[one.id],
        relation=one.relation,
        kind=one.kind,
        about=one.about,
        sides=tuple(_side(edition, links, strips, value, len(values)) for value in values),
        scale=make_scale(one.values, edition.published) if one.kind == "number" else None,
        reason=one.reason,
        sureness=sureness(one.confidence),
        claims=tuple(numbers[claim] for claim in one.claims if claim in numbers),
    )


def _row(
    edition: Edition, links: Links, strips: Strips, numbers: dict[str, str], columns: Columns, one: Difference
) -> SynopsisRow:
    off = _face_off(edition, links, strips, numbers, one)
    if columns.columns:
        cells = tuple((c.label, tuple(_readings(edition, links, c.articles, one.values))) for c in columns.columns)
        return SynopsisRow(off, cells, ())
    listed = []
    for value in one.values:
        articles = tuple(dict.fromkeys(place.article for place in value.evidence))
        listed.append((strips.draw(articles), tuple(_readings(edition, links, articles, (value,)))))
    return SynopsisRow(off, (), tuple(listed))


def _side(edition: Edition, links: Links, strips: Strips, value: Value, among: int) -> Side:
    articles = {one.article for one in value.evidence}
    return Side(
        speaker=value.speaker or "",
        words=value.value,
        size=_size(value.value, among),
        strip=strips.draw(articles),
        behind=behind(edition, articles),
        lines=make_lines(edition, links, value.evidence, value.value, context=True),
    )


def _size(words: str, among: int) -> str:
    """The style of a competing value: the shorter the larger, and none large where many stand beside each other."""
    if among > 3 or len(words) >= 44:
        return ""
    return "s" if len(words) < 24 else "m"


def _readings(edition: Edition, links: Links, articles: tuple[str, ...], values: Iterable[Value]) -> Iterable[Reading]:
    """The words that one column's reports have, each wording once."""
    found: dict[str, dict[str, Evidence]] = {}
    for value in values:
        for one in value.evidence:
            if one.article in articles:
                found.setdefault(_words(value, one), {}).setdefault(one.article, one)
    for words, places in found.items():
        yield Reading(words, tuple(links.place(places[article]) for article in edition.in_order(places)))


def _words(value: Value, one: Evidence) -> str:
    """The compared words as this report has them; all its evidence, if short enough, where they are not found in it."""
    place = find_words(value.value, one)
    if place:
        return one.text[place[0] - one.start : place[1] - one.start]
    return one.text if len(one.text) <= LONGEST_CELL else one.text[:LONGEST_CELL].rpartition(" ")[0] + " …"
