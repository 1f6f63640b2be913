"""The index of words in either database: FTS5 and tsvector, fed with the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text
from sqlalchemy.sql.elements import TextClause

from rashomon.store.query import Phrase
from rashomon.store.search_words import words_of

Entry = tuple[int, str | None, str]  # number, head, text: words of both are found, no phrase reaches into the other


@dataclass(frozen=True, slots=True)
class Index:
    """A table of words. `number` is PostgreSQL's name for what SQLite calls rowid; `head` is SQLite's for the head."""

    table: str
    number: str
    head: str

    def adding(self, dialect: str) -> TextClause:
        """Adds the words of :number."""
        if dialect == "sqlite":
            return text(f"INSERT INTO {self.table} (rowid, {self.head}, words) VALUES (:number, :head, :words)")
        return text(
            f"INSERT INTO {self.table} ({self.number}, words) VALUES (:number, CAST(:words AS tsvector)) "
            f"ON CONFLICT ({self.number}) DO UPDATE SET words = excluded.words"
        )

    def removing(self, dialect: str) -> TextClause:
        """Takes the words of :number out; without content, FTS5 must be told what it indexed."""
        if dialect == "sqlite":
            return text(
                f"INSERT INTO {self.table} ({self.table}, rowid, {self.head}, words) "
                "VALUES ('delete', :number, :head, :words)"
            )
        return text(f"DELETE FROM {self.table} WHERE {self.number} = :number")

    def matching(self, dialect: str) -> TextClause:
        """Selects the numbers that match :query."""
        if dialect == "sqlite":
            return text(f"SELECT rowid AS number FROM {self.table} WHERE {self.table} MATCH :query")
        return text(f"SELECT {self.number} AS number FROM {self.table} WHERE words @@ CAST(:query AS tsquery)")


ARTICLES = Index("searched", "article", "headline")  # by the article's number; the head is its headline
FINDINGS = Index("searched_findings", "wording", "speaker")  # by finding and wording; the head is who says it

_GAP = 10  # positions between headline and text in a tsvector, so that no phrase reaches from one into the other
_LAST_PLACE = 16_383  # in a tsvector; words after it share it
_MOST_PLACES = 256  # of one word in a tsvector


def add(connection: Connection, entries: Sequence[Entry], index: Index = ARTICLES) -> None:
    """These words, which were not in the index, are found."""
    if entries:
        dialect = connection.dialect.name
        connection.execute(index.adding(dialect), _rows(dialect, entries))


def remove(connection: Connection, entries: Sequence[Entry], index: Index = ARTICLES) -> None:
    """These words, which were in the index, are found no longer."""
    if entries:
        dialect = connection.dialect.name
        connection.execute(index.removing(dialect), _rows(dialect, entries))


def replace(connection: Connection, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """The words of these articles' newer versions are found, those of the older no longer."""
    if connection.dialect.name == "sqlite":  # PostgreSQL puts the newer in the place of the older
        remove(connection, before)
    add(connection, after)


def query_of(phrases: Iterable[Phrase], dialect: str) -> str:
    """The same question in the database's own words."""
    return " AND ".join(map(_match, phrases)) if dialect == "sqlite" else " & ".join(map(_tsquery, phrases))


def _match(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + ("*" if phrase.open_ended else "")


def _tsquery(phrase: Phrase) -> str:
    joined = " <-> ".join(f"'{word}'" for word in phrase.words)
    return f"({joined}{':*' if phrase.open_ended else ''})"


def _rows(dialect: str, entries: Sequence[Entry]) -> list[dict[str, object]]:
    if dialect == "sqlite":
        return [
            {"number": number, "head": " ".join(words_of(head)), "words": " ".join(words_of(body))}
            for number, head, body in entries
        ]
    return [{"number": number, "words": _tsvector(head, body)} for number, head, body in entries]


def _tsvector(head: str | None, body: str) -> str:
    """A tsvector written out: 'word':1,7 'other':2."""
    places: dict[str, list[int]] = {}
    at = 0
    for words in (words_of(head), words_of(body)):
        for word in words:
            at += 1
            places.setdefault(word, []).append(min(at, _LAST_PLACE))
        at += _GAP
    return " ".join(f"'{word}':{','.join(map(str, found[:_MOST_PLACES]))}" for word, found in places.items())
