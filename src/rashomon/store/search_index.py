"""The index of words in either database: FTS5 and tsvector, fed with the same words."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text
from sqlalchemy.sql.elements import TextClause

from rashomon.store.query import Phrase
from rashomon.store.search_words import words_of

Entry = tuple[int, str | None, str]  # number of the article, headline, text

_GAP = 10  # positions between headline and text in a tsvector, so that no phrase reaches from one into the other
_LAST_PLACE = 16_383  # in a tsvector; words after it share it
_MOST_PLACES = 256  # of one word in a tsvector
_ADD = {
    "sqlite": text("INSERT INTO searched (rowid, headline, words) VALUES (:number, :headline, :words)"),
    "postgresql": text(
        "INSERT INTO searched (article, words) VALUES (:number, CAST(:words AS tsvector)) "
        "ON CONFLICT (article) DO UPDATE SET words = excluded.words"
    ),
}
_REMOVE = text("INSERT INTO searched (searched, rowid, headline, words) VALUES ('delete', :number, :headline, :words)")
MATCHING = {
    "sqlite": text("SELECT rowid AS number FROM searched WHERE searched MATCH :query"),
    "postgresql": text("SELECT article AS number FROM searched WHERE words @@ CAST(:query AS tsquery)"),
}


def add(connection: Connection, entries: Sequence[Entry]) -> None:
    """The words of these articles, which were not in the index, are found."""
    if entries:
        rows = _sqlite_rows(entries) if connection.dialect.name == "sqlite" else _postgresql_rows(entries)
        connection.execute(_ADD[connection.dialect.name], rows)


def replace(connection: Connection, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """The words of these articles' newer versions are found, those of the older no longer."""
    if before and connection.dialect.name == "sqlite":
        connection.execute(_REMOVE, _sqlite_rows(before))  # without content, FTS5 must be told what it indexed
    add(connection, after)


def query_of(phrases: Iterable[Phrase], dialect: str) -> str:
    """The same question in the database's own words."""
    return " AND ".join(map(_match, phrases)) if dialect == "sqlite" else " & ".join(map(_tsquery, phrases))


def matching(dialect: str) -> TextClause:
    """Selects the numbers of the articles that match :query."""
    return MATCHING[dialect]


def _match(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + ("*" if phrase.open_ended else "")


def _tsquery(phrase: Phrase) -> str:
    joined = " <-> ".join(f"'{word}'" for word in phrase.words)
    return f"({joined}{':*' if phrase.open_ended else ''})"


def _sqlite_rows(entries: Sequence[Entry]) -> list[dict[str, object]]:
    return [
        {"number": number, "headline": " ".join(words_of(headline)), "words": " ".join(words_of(body))}
        for number, headline, body in entries
    ]


def _postgresql_rows(entries: Sequence[Entry]) -> list[dict[str, object]]:
    return [{"number": number, "words": _tsvector(headline, body)} for number, headline, body in entries]


def _tsvector(headline: str | None, body: str) -> str:
    """A tsvector written out: 'word':1,7 'other':2."""
    places: dict[str, list[int]] = {}
    at = 0
    for words in (words_of(headline), words_of(body)):
        for word in words:
            at += 1
            places.setdefault(word, []).append(min(at, _LAST_PLACE))
        at += _GAP
    return " ".join(f"'{word}':{','.join(map(str, found[:_MOST_PLACES]))}" for word, found in places.items())
