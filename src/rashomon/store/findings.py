"""The claims and quotations of each story's last comparison: a row each, and the words of each of its wordings."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from rashomon.model.comparison import Comparison, QuotedSpeaker
from rashomon.model.kept import FindingKind
from rashomon.store import search_index
from rashomon.store.keeping import moment_of
from rashomon.store.rows import AnyRow, in_portions, next_number
from rashomon.store.search_index import FINDINGS, Entry
from rashomon.store.speakers import speaker_key
from rashomon.store.tables import articles, findings, key_of

WORDINGS = 4096  # of one finding that can be told apart in the index; a claim has as many reports at most


class PlaceRow(NamedTuple):
    """A place as a row holds it: `speaker` is who is credited there, by name or in a report's words."""

    article: str
    start: int
    end: int
    text: str
    speaker: str | None


def places_of(row: AnyRow) -> list[PlaceRow]:
    """The places of a finding."""
    return [PlaceRow(*place) for place in json.loads(row.places)]


def put_findings(connection: Connection, story: str, when: str, comparison: Comparison) -> tuple[str, ...]:
    """What the comparison found can be looked for; the keys of those who are quoted in it."""
    first = next_number(connection, findings)
    known = _Known(connection, comparison, when)
    rows = [
        {"number": number, "story": story, **row}
        for number, row in enumerate((*_claims(comparison, known), *_quotations(comparison, known)), first)
    ]
    if rows:
        connection.execute(findings.insert(), rows)
        entries = [
            entry for row in rows for entry in _entries(row, [PlaceRow(*one) for one in json.loads(row["places"])])
        ]
        search_index.add(connection, entries, FINDINGS)
    return tuple(row["speaker"] for row in rows if row["speaker"])


def clear_findings(connection: Connection, stories: Sequence[str]) -> tuple[str, ...]:
    """Nothing of these stories is found any more; the keys of those who were quoted in them."""
    keys: list[str] = []
    for some in in_portions(stories):
        rows = connection.execute(select(findings).where(findings.c.story.in_(some))).all()
        entries = [entry for row in rows for entry in _entries(row._asdict(), places_of(row))]
        search_index.remove(connection, entries, FINDINGS)
        connection.execute(delete(findings).where(findings.c.story.in_(some)))
        keys += [row.speaker for row in rows if row.speaker]
    return tuple(keys)


def wordings_of(places: Iterable[PlaceRow]) -> dict[str, PlaceRow]:
    """The first place of each wording, by its words."""
    first: dict[str, PlaceRow] = {}
    for place in places:
        first.setdefault(place.text, place)
    return first


def _entries(row: Mapping[str, Any], places: Iterable[PlaceRow]) -> Iterator[Entry]:
    """What the index has of a finding: each wording by itself, under the names of who says it."""
    for at, place in enumerate(list(wordings_of(places).values())[:WORDINGS]):
        who = dict.fromkeys(filter(None, (place.speaker, row["name"], row["described"])))
        yield row["number"] * WORDINGS + at, " ".join(who), place.text


def _claims(comparison: Comparison, known: "_Known") -> Iterator[dict[str, Any]]:
    for claim in comparison.claims:
        places = [
            PlaceRow(one.article, one.start, one.end, one.text, one.attribution.speaker if one.attribution else None)
            for one in claim.evidence
        ]
        if proven := known.proven(places):
            counts = {"outlets": claim.outlets, "origins": claim.origins}
            nobody = {"speaker": None, "name": None, "described": None}
            yield known.row("claim", claim.id, proven) | counts | nobody


def _quotations(comparison: Comparison, known: "_Known") -> Iterator[dict[str, Any]]:
    for utterance in comparison.quotations:
        speaker = utterance.speaker
        places = [
            PlaceRow(one.article, one.start, one.end, one.text, speaker.name or speaker.description)
            for one in utterance.variants
        ]
        if proven := known.proven(places):
            yield known.row("quotation", utterance.id, proven) | known.said_by(speaker)


class _Known:
    """What a comparison and the store know of the reports and names that findings mention."""

    def __init__(self, connection: Connection, comparison: Comparison, when: str) -> None:
        self._witnesses = {witness.id: witness for witness in comparison.articles}
        self._origins = {article: origin.id for origin in comparison.origins for article in origin.articles}
        self._names = {name.canonical: name for name in comparison.names}
        self._moments = {id: moment_of(one.published, when) for id, one in self._witnesses.items()}
        self._moments |= moments_of(connection, self._witnesses)

    def proven(self, places: Iterable[PlaceRow]) -> list[PlaceRow]:
        """Those of the places whose words are those of a report: what was imported may say anything."""
        return [
            place
            for place in places
            if (witness := self._witnesses.get(place.article)) and place.text == witness.text[place.start : place.end]
        ]

    def row(self, kind: FindingKind, item: str, places: Sequence[PlaceRow]) -> dict[str, Any]:
        """What a row says of the places."""
        named = list(dict.fromkeys(place.article for place in places))
        witnesses = [self._witnesses[article] for article in named]
        outlets = list(dict.fromkeys(witness.outlet or witness.id for witness in witnesses))
        return {
            "kind": kind,
            "item": item,
            "moment": min(self._moments[article] for article in named),
            "outlets": len(outlets),
            "origins": len({self._origins.get(article, article) for article in named}),
            "places": json.dumps(places),
            "printed_by": json.dumps(outlets),
        }

    def said_by(self, speaker: QuotedSpeaker) -> dict[str, Any]:
        """Who is quoted; with a key only where that is the name of a person or a body."""
        name = self._names.get(speaker.name) if speaker.name else None
        place = name is not None and name.kind == "place"
        return {
            "speaker": speaker_key(speaker.name) if speaker.named and not place else None,
            "name": speaker.name,
            "described": speaker.description or (name.role if name else None),
        }


def moments_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """When each of these reports came, in UTC, as far as the store keeps them."""
    asked = {key_of(id): id for id in ids}
    wanted = select(articles.c.key, articles.c.moment)
    return {
        asked[bytes(row.key)]: row.moment
        for some in in_portions(list(asked))
        for row in connection.execute(wanted.where(articles.c.key.in_(some)))
    }
