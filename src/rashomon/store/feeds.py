"""How far each source was read, and what was skipped on the way."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from rashomon.model.kept import Skipped, SourceState
from rashomon.store.rows import AnyRow, add_new, put
from rashomon.store.tables import key_of, skipped, sources


def find_source(connection: Connection, url: str) -> SourceState | None:
    """How far a source was read; None where it never was."""
    row = connection.execute(select(sources).where(sources.c.key == key_of(url))).first()
    return None if row is None else state_of(row)


def find_sources(connection: Connection, due: str | None) -> tuple[SourceState, ...]:
    """The sources, those due first; only those due at a moment where one is given."""
    wanted = select(sources)
    if due is not None:
        wanted = wanted.where(sources.c.next_due <= due)
    rows = map(state_of, connection.execute(wanted))
    return tuple(sorted(rows, key=lambda state: (state.next_due or "", state.url)))


def put_source(connection: Connection, state: SourceState) -> None:
    """The source was read so far."""
    put(connection, sources, [{"key": key_of(state.url), **asdict(state)}])


def drop_source(connection: Connection, url: str) -> None:
    """How far the source was read is not known any more; what came from it stays."""
    connection.execute(delete(sources).where(sources.c.key == key_of(url)))


def add_skipped(connection: Connection, given: Iterable[Skipped]) -> None:
    """What was skipped is on record; the same place with the same reason once, however often it is tried."""
    rows = [
        {
            "key": key_of(one.where, one.reason),
            "place": one.where,
            "source": one.source,
            "reason": one.reason,
            "at": one.when,
        }
        for one in given
    ]
    add_new(connection, skipped, rows)


def skipped_rows(source: str | None) -> Select[Any]:
    """Selects what was skipped, by number; only what came from a source where one is given."""
    return select(skipped) if source is None else select(skipped).where(skipped.c.source == source)


def skipped_of(row: AnyRow) -> Skipped:
    """What a row says was skipped."""
    return Skipped(row.place, row.source, row.reason, row.at)


def state_of(row: AnyRow) -> SourceState:
    """What a row says of a source."""
    return SourceState(
        row.url,
        row.kind,
        row.etag,
        row.last_modified,
        row.last_read,
        row.next_due,
        row.failures,
        row.last_error,
    )
