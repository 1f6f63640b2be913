"""Transactions: what is written inside one is there when it ends, or nothing of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Column, Connection, Engine, Select

from rashomon.store import reading
from rashomon.store.connecting import reading as reading_of
from rashomon.store.connecting import writing as writing_of
from rashomon.store.faults import faults_of
from rashomon.store.revisions import raise_mark
from rashomon.store.rows import AnyRow


class Transactions:
    """A database that is read and written by the methods of its children, each in a transaction of its own or in the
    one that is open in this thread.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self.where = where
        self._engine = engine
        self._open = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes every connection; the store must not be used after."""
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is there when this ends, or nothing of it; one inside another joins it."""
        with self._writing(shown=False):
            yield

    @contextmanager
    def _writing(self, shown: bool = True) -> Iterator[Connection]:
        """A connection to write with. The store has another mark after what is `shown` in lists and pages; where the
        writer learns that only inside, it calls `_show`.
        """
        open_one: Connection | None = getattr(self._open, "connection", None)
        if open_one is not None:
            self._open.shown |= shown
            yield open_one
            return
        with faults_of(self.where), writing_of(self._engine) as connection:
            self._open.connection, self._open.shown = connection, shown
            try:
                yield connection
                if self._open.shown:
                    raise_mark(connection)
            finally:
                self._open.connection = None

    def _show(self) -> None:
        """What was just written is shown in lists and pages."""
        self._open.shown = True

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        open_one: Connection | None = getattr(self._open, "connection", None)
        if open_one is not None:
            yield open_one
            return
        with faults_of(self.where), reading_of(self._engine) as connection:
            yield connection

    def _paged(
        self, wanted: Select[Any], number: Column[int], size: int = reading.PAGE, start: Select[Any] | None = None
    ) -> Iterator[AnyRow]:
        """The rows of a selection by `number`, each page read on its own, so that no writer waits for the reader.

        `start` selects the lowest number there can be.
        """
        last = 0
        if start is not None:
            with self._reading() as connection:
                lowest: int | None = connection.execute(start).scalar_one()
            if lowest is None:
                return
            last = lowest - 1
        while True:
            with self._reading() as connection:
                rows = reading.page_after(connection, wanted, number, last, size)
            yield from rows
            if len(rows) < size:
                return
            last = rows[-1][0]
