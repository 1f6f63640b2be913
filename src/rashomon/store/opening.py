"""Opening a store: a path, the address of a PostgreSQL database, or the platform's own folder."""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from rashomon.errors import NotAStore, StoreUnreachable
from rashomon.store.connecting import forbid_writing, postgresql_engine, sqlite_engine
from rashomon.store.faults import faults_of
from rashomon.store.migrations.run import STEPS, migrate
from rashomon.store.store import Store

_WAIT = 30.0  # seconds for another writer; a batch takes a tenth of one, a migration of 100,000 articles half a minute


def default_path() -> Path:
    """Where the store lies when none is named."""
    return user_data_path("rashomon", appauthor=False) / "rashomon.sqlite"


def open_store(
    where: str | Path | None = None,
    *,
    create: bool = True,
    writing: bool = True,
    wait: float = _WAIT,
    to: int = len(STEPS),
) -> Store:
    """The store at a path or at postgresql://..., brought to this version's schema; made where there is none.

    `create=False` raises NotAStore instead; `writing=False` lets nothing be written to it from then on. `wait` is for
    another writer, in seconds. `to` is for tests of migrations.
    Raises NotAStore, NewerStore, StoreLocked, StoreFull or StoreUnreachable.
    """
    named = str(default_path() if where is None else where)
    engine, named = (
        _of_postgresql(named, wait)
        if "://" in named
        else _of_file(Path(named).expanduser(), where is None, create, wait)
    )
    try:
        with faults_of(named):
            migrate(engine, named, to)
            if not writing:
                forbid_writing(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, named)


def _of_file(path: Path, ours: bool, create: bool, wait: float) -> tuple[Engine, str]:
    if not path.exists():
        if not create:
            raise NotAStore(f"{path}: no store there yet; fill one with `rashomon collect`, or give another --store")
        _make_folder(path.parent, ours)
    elif path.is_dir():
        raise NotAStore(f"{path}: a folder; give the path of a file in it, as {path / 'rashomon.sqlite'}")
    return sqlite_engine(path, wait), str(path)


def _make_folder(folder: Path, ours: bool) -> None:
    """The platform's folder is made; one that was named must be there, since it may be misspelt."""
    if not ours:
        if not folder.is_dir():
            raise StoreUnreachable(f"{folder}: no such folder; make it first, or give another --store")
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(
            f"{folder}: cannot be made ({error.strerror}); give another place with --store"
        ) from None


def _of_postgresql(address: str, wait: float) -> tuple[Engine, str]:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise StoreUnreachable("no address of a database; write postgresql://user@host/database") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise StoreUnreachable(f"{_shown(url)}: no database we know; give a path, or postgresql://user@host/database")
    try:
        return postgresql_engine(url.set(drivername="postgresql+psycopg"), wait), _shown(url)
    except (ImportError, NoSuchModuleError):
        raise StoreUnreachable("PostgreSQL needs one more package: pip install 'rashomon[postgres]'") from None


def _shown(url: URL) -> str:
    """The address without its password."""
    return url.render_as_string(hide_password=True)
