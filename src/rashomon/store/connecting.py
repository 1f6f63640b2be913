"""Engines for both databases, and the transactions in which they are read and written: one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

from rashomon.errors import StoreUnreachable

APPLICATION = 0x5241534D  # "RASM"; tells a store from another program's SQLite file

_PRAGMAS = (
    "synchronous = FULL",  # what was acknowledged outlives a loss of power too, not only a kill
    "foreign_keys = ON",
    "cache_size = -65536",  # KiB; holds the inner pages of every index of a million articles
    "wal_autocheckpoint = 4000",  # pages; 16 MB of log, so that pages written often are copied back once
)
_ONE_WRITER = "SELECT pg_advisory_xact_lock(hashtextextended('rashomon:' || current_schema(), 0))"


class _OneFile:
    """The file that a path leads to: the first that is there stays the one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None

    def check(self, *_: object) -> None:
        """Raises StoreUnreachable where another file is there by now, or none: what is written would be lost."""
        try:
            there = self._path.stat()
        except OSError:
            found = None
        else:
            found = (there.st_dev, there.st_ino)
        self._known = self._known or found
        if found != self._known:
            raise StoreUnreachable(
                f"{self._path}: removed or replaced since it was opened; put it back, or start this again"
            )


def sqlite_engine(path: Path, wait: float) -> Engine:
    """An engine for one file; `wait` is how long to wait for another writer, in seconds."""
    engine = create_engine(URL.create("sqlite+pysqlite", database=str(path)))
    file = _OneFile(path.absolute())  # whatever folder the process is in later
    event.listen(engine, "do_connect", file.check)  # before SQLite makes a file where there is none

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # transactions begin where we say so, not at the first INSERT
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        _keep_log(cursor)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        file.check()
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:  # nothing is asked of the file yet, so nothing can go wrong; it is said before every reading
            connection.connection.cursor().execute("BEGIN")

    return engine


def postgresql_engine(url: URL, wait: float) -> Engine:
    """An engine for a PostgreSQL database; `wait` as for SQLite."""
    from rashomon.store import answering  # here: its driver is an extra

    engine = create_engine(url, pool_pre_ping=True)

    @event.listens_for(engine, "do_connect")
    def connect(_: object, __: object, given: list[str], known: dict[str, Any]) -> object:
        return answering.connect(given, known)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            _be_patient(connection.connection.driver_connection, answering.WRITES)
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait * 1000)}")
            connection.exec_driver_sql(_ONE_WRITER)

    @event.listens_for(engine, "checkin")
    def rest(connection: DBAPIConnection | None, _: object) -> None:
        _be_patient(connection, answering.READS)

    def _be_patient(connection: object, seconds: float) -> None:
        if isinstance(connection, answering.Answering):
            connection.patience = seconds

    return engine


def forbid_writing(engine: Engine) -> None:
    """No connection of the engine can write from here on: the database itself refuses it."""
    engine.dispose()
    only_reads = (
        "PRAGMA query_only = ON" if engine.dialect.name == "sqlite" else "SET default_transaction_read_only = on"
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(only_reads)
        cursor.close()
        connection.commit()


def _keep_log(cursor: DBAPICursor) -> None:
    """A write-ahead log: readers go on while one writes, and what a kill left in it is there at the next opening.

    Left alone where the file is not ours, or where another process is just making this very change.
    """
    cursor.execute("PRAGMA application_id")
    if cursor.fetchone() == (APPLICATION,):
        with suppress(sqlite3.OperationalError):
            cursor.execute("PRAGMA journal_mode = WAL")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store, whatever is written meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are all there when this ends, or none where it ends in an error."""
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        yield connection
