"""Keeping articles: a new one, the same again, or a new version; nothing that was kept is ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, select, update

from rashomon.model.article import Article
from rashomon.model.kept import Kept, Outcome
from rashomon.store import search_index
from rashomon.store.reading import LATEST
from rashomon.store.revisions import raise_revisions_of
from rashomon.store.rows import Row, in_portions, next_number
from rashomon.store.tables import articles, key_of, versions
from rashomon.store.titles import clear_titles


@dataclass(slots=True)
class _Record:
    """What is known of an article while a batch is kept."""

    number: int
    version: int
    digest: bytes
    first_seen: str
    version_before: int  # in the store; 0 where the article is new in this batch
    newest: Article | None = None


def keep_all(connection: Connection, given: Sequence[Article], source: str, fetched: str) -> tuple[Kept, ...]:
    """Keeps articles in the order given, and says what became of each."""
    records = _records(connection, given)
    upcoming = next_number(connection, articles)
    kept: list[Kept] = []
    new_versions: list[Row] = []
    for article in given:
        key, digest = key_of(article.id), content_digest(article)
        record = records.get(key)
        if record is None:
            records[key] = record = _Record(upcoming, 0, b"", fetched, 0)
            upcoming += 1
        outcome: Outcome = "same" if record.digest == digest else "changed" if record.version else "new"
        if outcome != "same":
            record.version, record.digest, record.newest = record.version + 1, digest, article
            new_versions.append(_version_row(record, source, fetched))
        kept.append(Kept(article.id, outcome, record.version))
    _write(connection, records.values(), new_versions)
    return tuple(kept)


def content_digest(article: Article) -> bytes:
    """16 bytes by which two versions are told apart: of headline, byline and text. Dates play no part, since many
    pages are stamped anew at every visit.
    """
    return key_of(article.headline, article.byline, article.text)


def moment_of(published: str | None, otherwise: str) -> str:
    """A date of publication in UTC, so that moments sort as text; a bare day sorts before the times of that day."""
    if not published:
        return otherwise
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return otherwise
    if len(published) <= len("2025-11-27") or moment.tzinfo is None:
        return published
    try:
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:  # the first and last hours of the calendar
        return published


def _records(connection: Connection, given: Iterable[Article]) -> dict[bytes, _Record]:
    wanted = select(articles.c.key, articles.c.number, articles.c.latest, articles.c.digest, articles.c.first_seen)
    keys = list({key_of(article.id): None for article in given})
    return {
        bytes(row.key): _Record(row.number, row.latest, bytes(row.digest), row.first_seen, row.latest)
        for some in in_portions(keys)
        for row in connection.execute(wanted.where(articles.c.key.in_(some)))
    }


def _write(connection: Connection, records: Iterable[_Record], new_versions: list[Row]) -> None:
    touched = [(record, record.newest) for record in records if record.newest is not None]
    if not touched:
        return
    new = [_article_row(record, article) for record, article in touched if not record.version_before]
    changed = [_article_row(record, article) for record, article in touched if record.version_before]
    indexed = _indexed(connection, [row["number"] for row in changed])
    if new:
        connection.execute(articles.insert(), new)
    if changed:
        connection.execute(_UPDATE, [{f"new_{name}": row[name] for name in row} for row in changed])
        raise_revisions_of(connection, [row["number"] for row in changed])
        clear_titles(connection, [row["number"] for row in changed])
    connection.execute(versions.insert(), new_versions)
    found_by = [(record.number, article.headline, article.text) for record, article in touched]
    search_index.replace(connection, indexed, found_by)


def _indexed(connection: Connection, numbers: list[int]) -> list[search_index.Entry]:
    """What the search index has of these articles: their latest versions so far."""
    wanted = select(articles.c.number, versions.c.headline, versions.c.text).join(versions, LATEST)
    return [
        (row.number, row.headline, row.text)
        for some in in_portions(numbers)
        for row in connection.execute(wanted.where(articles.c.number.in_(some)))
    ]


def _article_row(record: _Record, article: Article) -> Row:
    row = {
        "number": record.number,
        "url_key": key_of(article.url) if article.url else None,
        "latest": record.version,
        "digest": record.digest,
        "outlet": article.outlet,
        "headline": article.headline,
        "published": article.published,
        "moment": moment_of(article.published, otherwise=record.first_seen),
    }
    if record.version_before:
        return row
    return row | {"key": key_of(article.id), "id": article.id, "first_seen": record.first_seen, "placed": 0}


def _version_row(record: _Record, source: str, fetched: str) -> Row:
    assert record.newest is not None
    article = record.newest
    return {
        "article": record.number,
        "number": record.version,
        "digest": record.digest,
        "source": source,
        "fetched": fetched,
        **{name: getattr(article, name) for name in _OF_ARTICLE},
    }


_OF_ARTICLE = ("outlet", "url", "headline", "byline", "published", "modified", "language", "text")
_MUTABLE = ("url_key", "latest", "digest", "outlet", "headline", "published", "moment")
_UPDATE = (
    update(articles)
    .where(articles.c.number == bindparam("new_number"))
    .values({name: bindparam(f"new_{name}") for name in _MUTABLE})
)
