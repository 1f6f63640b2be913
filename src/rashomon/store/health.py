"""How each source fares: when it was read, what came from it, what was skipped and why."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, Select, distinct, func, select

from rashomon.model.kept import Skipped, SourceHealth, SourceState
from rashomon.store.feeds import skipped_of, state_of
from rashomon.store.rows import in_portions
from rashomon.store.tables import key_of, skipped, sources, versions

_LAST = 5  # things skipped told of each source


def find_health(connection: Connection) -> tuple[SourceHealth, ...]:
    """Every list and file, and whatever else articles came from or was skipped at; those that fail first.

    A page that a list led to counts with that list.
    """
    came = _counts(connection, select(versions.c.source, func.count(distinct(versions.c.article))))
    passed = _counts(connection, select(skipped.c.source, func.count()))
    last = _last_skipped(connection)
    states = _states(connection, came.keys() | passed.keys())
    found = (
        SourceHealth(
            states.get(name) or SourceState(name, "other"), came.get(name, 0), passed.get(name, 0), last.get(name, ())
        )
        for name in states.keys() | came.keys() | passed.keys()
    )
    return tuple(sorted(found, key=lambda one: (-one.state.failures, one.state.url)))


def _counts(connection: Connection, wanted: Select[str, int]) -> dict[str, int]:
    """A count for each source, along the index that the migration makes."""
    return dict(connection.execute(wanted.group_by(wanted.selected_columns[0])).all())


def _states(connection: Connection, named: Iterable[str]) -> dict[str, SourceState]:
    """How far each source was read, by the name under which its articles are kept."""
    lists = select(sources).where(sources.c.kind != "page")
    states = {_name(state): state for state in map(state_of, connection.execute(lists))}
    others = sorted(set(named) - states.keys())
    for some in in_portions([key_of(name) for name in others]):
        for row in connection.execute(select(sources).where(sources.c.key.in_(some))):
            states[row.url] = state_of(row)
    return states


def _name(state: SourceState) -> str:
    """What articles say they came from: the address, or of a file its path."""
    return unquote(urlsplit(state.url).path) if state.url.startswith("file://") else state.url


def _last_skipped(connection: Connection) -> dict[str, tuple[Skipped, ...]]:
    """The last few things skipped at each source, the newest first."""
    latest = func.row_number().over(partition_by=skipped.c.source, order_by=skipped.c.number.desc()).label("latest")
    ranked = select(skipped.c.number, latest).subquery()
    wanted: Select[Any] = (
        select(skipped)
        .join(ranked, skipped.c.number == ranked.c.number)
        .where(ranked.c.latest <= _LAST)
        .order_by(skipped.c.number.desc())
    )
    found: dict[str, tuple[Skipped, ...]] = {}
    for row in connection.execute(wanted):
        found[row.source] = (*found.get(row.source, ()), skipped_of(row))
    return found
