"""Looking for claims and quotations: those that have all the words, and those of one speaker."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, desc, func, or_, select

from rashomon.model.kept import ANYWHERE, Finding, FindingKind, Place, Title, Within
from rashomon.model.span import Evidence, Span
from rashomon.store import search_index
from rashomon.store.findings import WORDINGS, PlaceRow, moments_of, places_of, wordings_of
from rashomon.store.query import Phrase, find_places, read_query
from rashomon.store.rows import AnyRow, in_portions
from rashomon.store.search_index import FINDINGS
from rashomon.store.tables import articles, findings, key_of, stories, titles

_NEWEST = (desc(findings.c.moment), findings.c.number)


def find_findings(
    connection: Connection,
    written: str,
    kind: FindingKind | None,
    limit: int,
    offset: int,
    within: Within = ANYWHERE,
) -> tuple[Finding, ...]:
    """The claims and quotations of which one wording, with who says it, has all the words, newest first.

    Raises BadOption where there is no word.
    """
    phrases = read_query(written)
    query = {"query": search_index.query_of(phrases, connection.dialect.name)}
    wanted = select(findings).where(*_chosen(connection, query, kind, within))
    return _findings(connection, wanted.order_by(*_NEWEST).limit(limit).offset(offset), phrases, query, within)


def count_findings(connection: Connection, written: str, kind: FindingKind | None, within: Within = ANYWHERE) -> int:
    """How many claims and quotations `find_findings` finds in all."""
    query = {"query": search_index.query_of(read_query(written), connection.dialect.name)}
    wanted = select(func.count()).select_from(findings).where(*_chosen(connection, query, kind, within))
    counted: int = connection.execute(wanted, query).scalar_one()
    return counted


def _chosen(
    connection: Connection, query: dict[str, str], kind: FindingKind | None, within: Within
) -> list[ColumnElement[bool]]:
    dialect = connection.dialect.name
    matching = FINDINGS.matching(dialect).columns(number=Integer).subquery()
    chosen: list[ColumnElement[bool]] = [findings.c.number.in_(select(matching.c.number // WORDINGS))]
    if kind is not None:
        chosen.append(findings.c.kind == kind)
    if within.outlet is not None:  # one of a list in JSON, where no other string has it between its own marks
        find = func.instr if dialect == "sqlite" else func.strpos
        chosen.append(find(findings.c.printed_by, json.dumps(within.outlet)) > 0)
    if within.since is not None:
        told_again = _told_again(connection, chosen, query, within)
        numbers = bindparam("again", told_again, Integer, expanding=True, literal_execute=True)
        chosen.append(or_(findings.c.moment >= within.since, findings.c.number.in_(numbers)))
    if within.until is not None:
        chosen.append(findings.c.moment < within.until)
    return chosen


def _told_again(
    connection: Connection, chosen: Sequence[ColumnElement[bool]], query: dict[str, str], within: Within
) -> list[int]:
    """The numbers of those that were told before the bounds, and again within them: of stories that grew since."""
    wanted = select(findings).join(stories, stories.c.id == findings.c.story)
    wanted = wanted.where(*chosen, findings.c.moment < within.since, stories.c.last_moment >= within.since)
    reports = {row.number: {place.article for place in places_of(row)} for row in connection.execute(wanted, query)}
    moments = moments_of(connection, sorted(set().union(*reports.values())))
    inside = {id for id, moment in moments.items() if _is_within(moment, within)}
    return [number for number, named in reports.items() if named & inside]


def _is_within(moment: str, within: Within) -> bool:
    return (within.since is None or moment >= within.since) and (within.until is None or moment < within.until)


def find_quoted(connection: Connection, key: str, limit: int, offset: int) -> tuple[Finding, ...]:
    """All that is quoted of a speaker, newest first."""
    wanted = select(findings).where(findings.c.speaker == key).order_by(*_NEWEST).limit(limit).offset(offset)
    return _findings(connection, wanted, (), {}, ANYWHERE)


def _findings(
    connection: Connection, wanted: Select[Any], phrases: Sequence[Phrase], query: dict[str, str], within: Within
) -> tuple[Finding, ...]:
    rows = [(row, places_of(row)) for row in connection.execute(wanted, query)]
    printed = _printed(connection, [place.article for _, places in rows for place in places])
    asked_for = frozenset(
        id for id, one in printed.items() if _is_within(one.moment, within) and within.outlet in (None, one.outlet)
    )
    return tuple(_finding(row, places, phrases, printed, asked_for) for row, places in rows)


def _printed(connection: Connection, ids: Sequence[str]) -> dict[str, AnyRow]:
    """Outlet, date, moment and headline of each report's latest version, and its title where it has none."""
    asked = {key_of(id): id for id in ids}
    known = (
        articles.c.key,
        articles.c.outlet,
        articles.c.published,
        articles.c.moment,
        articles.c.headline,
        titles.c.kind,
        titles.c.words,
    )
    wanted = select(*known).outerjoin(titles, titles.c.article == articles.c.number)
    return {
        asked[bytes(row.key)]: row
        for some in in_portions(list(asked))
        for row in connection.execute(wanted.where(articles.c.key.in_(some)))
    }


def _finding(
    row: AnyRow,
    places: Sequence[PlaceRow],
    phrases: Sequence[Phrase],
    printed: dict[str, AnyRow],
    asked_for: frozenset[str],
) -> Finding:
    """The finding, shown by a place of the reports asked for where these have as many of the words."""
    best, words = _best(sorted(places, key=lambda place: place.article not in asked_for), phrases)
    shown = _place(best, printed)
    return Finding(
        kind=row.kind,
        story=row.story,
        item=row.item,
        article=shown.article,
        outlet=shown.outlet,
        published=shown.published,
        headline=shown.headline,
        speaker=shown.speaker,
        evidence=shown.evidence,
        words=words,
        also=tuple(_place(place, printed) for place in places if place is not best),
        outlets=row.outlets,
        origins=row.origins,
        key=row.speaker,
        title=shown.title,
    )


def _best(places: Sequence[PlaceRow], phrases: Sequence[Phrase]) -> tuple[PlaceRow, tuple[Span, ...]]:
    """The first place whose words have most of the phrases, and where they stand in the article."""
    best, most, words = places[0], 0, tuple[Span, ...]()
    for place in wordings_of(places).values() if phrases else ():
        found = find_places(phrases, place.text)
        kinds = len({number for _, number in found})
        if kinds > most:
            best, most = place, kinds
            words = tuple(Span(place.start + span.start, place.start + span.end) for span, _ in found)
    return best, words


def _place(place: PlaceRow, printed: dict[str, AnyRow]) -> Place:
    row = printed.get(place.article)
    evidence = Evidence(place.article, place.start, place.end, place.text)
    if row is None:
        return Place(place.article, None, None, None, place.speaker, evidence)
    title = Title(row.words, row.kind, place.article) if row.words and not row.headline else None
    return Place(place.article, row.outlet, row.published, row.headline, place.speaker, evidence, title)
