"""What a database complains of, said as one of our errors with what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from rashomon.errors import NotAStore, StoreFault, StoreFull, StoreLocked, StoreUnreachable

_Complaint = tuple[str, type[StoreFault], str]

_OF_SQLITE: tuple[_Complaint, ...] = (  # words of SQLite's message or the name of its error, our error, what to do
    ("is locked", StoreLocked, "another process is writing to it; wait until it is done, then run this again"),
    ("file is not a database", NotAStore, "no store; give another --store"),
    ("malformed", NotAStore, "damaged; restore it from a backup, or give another --store"),
    ("is full", StoreFull, "no room left on its disk; make room, then run this again: nothing kept so far is lost"),
    ("readonly", StoreUnreachable, "it may not be written; change its permissions, or give another --store"),
    ("unable to open", StoreUnreachable, "it cannot be opened; check the path and its permissions"),
    (
        "ioerr_write",  # SQLite does not say why the system took no more
        StoreUnreachable,
        "it takes no more: its disk fails, or a quota or a limit on the size of files (ulimit -f) is reached; check"
        " these, then run this again: nothing kept so far is lost",
    ),
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
    (
        "57014",
        StoreUnreachable,
        "the server broke off what was asked, as an administrator or a time limit had it; run this again",
    ),
    ("57P03", StoreUnreachable, "the server is starting or shutting down; wait until it is up, then run this again"),
    (
        "57",
        StoreUnreachable,
        "the server ended the connection: it was shut down, or an administrator ended this connection"
        " alone; see that it is up, then run this again",
    ),
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
        told = f"{message} {getattr(error.orig, 'sqlite_errorname', '')}".lower()
        for words, kind, advice in _OF_SQLITE:
            if words in told:
                return kind(f"{where}: {advice}")
    return StoreFault(f"{where}: the database says: {message}")


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
