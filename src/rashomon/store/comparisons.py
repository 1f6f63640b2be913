"""Comparisons of a story, each under a digest of the versions that were compared and the corrections heeded."""

import hashlib

from sqlalchemy import Connection, desc, select

from rashomon.store.corrections import find_reading_keys
from rashomon.store.rows import put
from rashomon.store.tables import articles, comparisons, memberships


def digest_of(connection: Connection, story: str) -> str:
    """16 hex figures that change when a report of the story comes, goes or changes.

    Where readers corrected what its words mean, "-" follows and 8 figures that change with these corrections.
    """
    wanted = (
        select(articles.c.id, articles.c.digest)
        .join(memberships, memberships.c.article == articles.c.number)
        .where(memberships.c.story == story)
        .order_by(articles.c.number)
    )
    digest = hashlib.blake2b(digest_size=8)
    for id, content in connection.execute(wanted):
        digest.update(f"{len(id)}:{id}".encode("utf-8", "surrogatepass") + bytes(content))
    heeded = find_reading_keys(connection, story)
    if not heeded:
        return digest.hexdigest()
    return f"{digest.hexdigest()}-{hashlib.blake2b(b''.join(heeded), digest_size=4).hexdigest()}"


def put_comparison(connection: Connection, story: str, digest: str, comparison: str, when: str) -> None:
    """The comparison of these versions is kept; an equal one takes the place of the former."""
    put(connection, comparisons, [{"story": story, "digest": digest, "at": when, "comparison": comparison}])


def find_comparison(connection: Connection, story: str, digest: str) -> str | None:
    """The comparison of these versions as JSON; None where there is none."""
    wanted = select(comparisons.c.comparison).where(comparisons.c.story == story, comparisons.c.digest == digest)
    return connection.execute(wanted).scalar_one_or_none()


def find_dated_comparison(connection: Connection, story: str, digest: str) -> tuple[str, str] | None:
    """When the comparison of these versions was made, and its JSON; None where there is none."""
    wanted = select(comparisons.c.at, comparisons.c.comparison)
    row = connection.execute(wanted.where(comparisons.c.story == story, comparisons.c.digest == digest)).first()
    return None if row is None else (row.at, row.comparison)


def find_last_comparison(connection: Connection, story: str, before: str | None) -> tuple[str, str, str] | None:
    """Digest, moment and JSON of the last comparison of a story, or of the last before a moment."""
    wanted = select(comparisons.c.digest, comparisons.c.at, comparisons.c.comparison).where(
        comparisons.c.story == story
    )
    if before is not None:
        wanted = wanted.where(comparisons.c.at < before)
    row = connection.execute(wanted.order_by(desc(comparisons.c.at), comparisons.c.digest).limit(1)).first()
    return None if row is None else (row.digest, row.at, row.comparison)
