"""Bringing a store to the schema of this version, each step in a transaction of its own."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, insert, select

from rashomon.errors import NewerStore, NotAStore
from rashomon.store.connecting import APPLICATION, reading, writing
from rashomon.store.migrations.articles import keep_articles
from rashomon.store.migrations.corrections import keep_readings
from rashomon.store.migrations.search import make_searchable
from rashomon.store.migrations.shelves import fill_shelves
from rashomon.store.migrations.stories import keep_stories
from rashomon.store.migrations.titles import name_untitled
from rashomon.store.tables import schema_version

STEPS: tuple[Callable[[Connection], None], ...] = (
    keep_articles,
    keep_stories,
    make_searchable,
    keep_readings,
    fill_shelves,
    name_untitled,
)

_OURS = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_version'"


def migrate(engine: Engine, where: str, to: int = len(STEPS)) -> None:
    """The store has the schema `to`, whatever it had before; a kill leaves it between two steps, never within one.

    Raises NewerStore where it is newer than this program, NotAStore where the file is another program's.
    """
    with reading(engine) as connection:
        version = _version(connection, where)
    if version > len(STEPS):
        raise NewerStore(
            f"{where}: written by a newer Rashomon (schema {version}; this one knows {len(STEPS)}); "
            "upgrade Rashomon, or give another --store"
        )
    while version < to:
        with writing(engine) as connection:
            version = _version(connection, where)  # another process may have been faster
            if version < to:
                _step(connection, version)
                version += 1
        engine.dispose()  # connections made from here on know the file for ours


def _step(connection: Connection, version: int) -> None:
    if version == 0:
        schema_version.create(connection)
    step = STEPS[version]
    step(connection)
    connection.execute(insert(schema_version).values(number=version + 1, step=step.__name__))


def _version(connection: Connection, where: str) -> int:
    """The schema's number; 0 of a file or database in which nothing of ours is yet."""
    if connection.dialect.name == "sqlite":
        ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION
        if not ours:
            if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
                raise NotAStore(f"{where}: the database of another program; give another --store")
            return 0
        return _highest(connection)
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise NotAStore(f"{where}: a database in {encoding}, which cannot hold all text; make one in UTF8")
    return _highest(connection) if connection.exec_driver_sql(_OURS).scalar_one() else 0


def _highest(connection: Connection) -> int:
    return connection.execute(select(func.max(schema_version.c.number))).scalar_one() or 0
