"""What a database complains of, said as one of our errors with what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from rashomon.errors import NotAStore, StoreFault, StoreFull, StoreLocked, StoreUnreachable

_Complaint = tuple[str, type[StoreFault], str]

_OF_SQLITE: tuple[_Complaint, ...] = (  # words of SQLite's message, our error, what to do
    ("is locked", StoreLocked, "another process is writing to it; wait until it is done, then run this again"),
    ("file is not a database", NotAStore, "no store; give another --store"),
    ("malformed", NotAStore, "damaged; restore it from a backup, or give another --store"),
    ("is full", StoreFull, "no room left on its disk; make room, then run this again: nothing kept so far is lost"),
    ("readonly", StoreUnreachable, "it may not be written; change its permissions, or give another --store"),
    ("unable to open", StoreUnreachable, "it cannot be opened; check the path and its permissions"),
    ("disk i/o", StoreUnreachable, "its disk does not read or write; check the disk, then run this again"),
)
_OF_POSTGRESQL: tuple[_Complaint, ...] = (  # beginnings of SQLSTATE
    ("55P03", StoreLocked, "another process is writing to it; wait until it is done, then run this again"),
    ("40", StoreLocked, "another process was writing to it; run this again"),
    ("53100", StoreFull, "no room left on its disk; make room, then run this again: nothing kept so far is lost"),
    ("42501", StoreUnreachable, "this user may not do that; grant the rights, or give another user"),
    ("25006", StoreUnreachable, "it may not be written; give the address of one that takes writes"),
    ("28", StoreUnreachable, "the user or password was refused; check the address"),
    ("3D000", StoreUnreachable, "there is no database of that name; create it first (createdb)"),
    ("57", StoreUnreachable, "the server was shut down; start it, then run this again"),
)


@contextmanager
def faults_of(where: str) -> Iterator[None]:
    """Every complaint of the database inside leaves as a StoreFault that names the store and what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(where, error) from error
    except SQLAlchemyError as error:
        raise StoreFault(f"{where}: {_first_line(error)}") from error


def _fault(where: str, error: DBAPIError) -> StoreFault:
    state = getattr(error.orig, "sqlstate", None)
    message = _first_line(error.orig)
    if state is not None:
        for beginning, kind, advice in _OF_POSTGRESQL:
            if state.startswith(beginning):
                return kind(f"{where}: {advice}")
    elif type(error.orig).__module__.startswith("psycopg"):
        return StoreUnreachable(f"{where}: no answer from PostgreSQL ({message}); check the address, start the server")
    else:
        for words, kind, advice in _OF_SQLITE:
            if words in message.lower():
                return kind(f"{where}: {advice}")
    return StoreFault(f"{where}: the database says: {message}")


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
