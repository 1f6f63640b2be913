"""How each source fares: when it was read, what came from it, what was skipped and why."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, Select, distinct, func, select

from rashomon.model.kept import Skipped, SourceHealth, SourceState
from rashomon.store.feeds import skipped_of, state_of
from rashomon.store.rows import in_portions
from rashomon.store.tables import key_of, skipped, sources, versions

_LAST = 5  # things skipped told of each source
_FILE = "file://"


def find_health(connection: Connection) -> tuple[SourceHealth, ...]:
    """Every list and file, and whatever else articles came from or was skipped at; those that fail first.

    A page that a list led to counts with that list.
    """
    came = _counts(connection, select(versions.c.source, func.count(distinct(versions.c.article))))
    passed = _counts(connection, select(skipped.c.source, func.count()))
    last = _last_skipped(connection)
    states = _states(connection, came.keys() | passed.keys())
    names: dict[SourceState, list[str]] = {}
    for name in sorted(states.keys() | came.keys() | passed.keys()):
        names.setdefault(states.get(name) or SourceState(name, "other"), []).append(name)
    found = (
        SourceHealth(
            state,
            came.get(known[0], 0) if len(known) == 1 else _count_together(connection, known),
            sum(passed.get(name, 0) for name in known),
            _newest([one for name in known for one in last.get(name, ())]),
        )
        for state, known in names.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.state.failures, one.state.url)))


def _counts(connection: Connection, wanted: Select[str, int]) -> dict[str, int]:
    """A count for each source, along the index that the migration makes."""
    return dict(connection.execute(wanted.group_by(wanted.selected_columns[0])).all())


def _count_together(connection: Connection, names: Sequence[str]) -> int:
    """How many articles came under any of these names of one source."""
    wanted = select(func.count(distinct(versions.c.article))).where(versions.c.source.in_(names))
    counted: int = connection.execute(wanted).scalar_one()
    return counted


def _states(connection: Connection, named: Iterable[str]) -> dict[str, SourceState]:
    """How far each source was read, by every name under which its articles are kept."""
    lists = select(sources).where(sources.c.kind != "page")
    states = {_name(state): state for state in map(state_of, connection.execute(lists))}
    others = sorted(set(named) - states.keys())
    for some in in_portions([key_of(name) for name in others]):
        for row in connection.execute(select(sources).where(sources.c.key.in_(some))):
            states[row.url] = state_of(row)
    files = [path for path, state in states.items() if state.url.startswith(_FILE)]
    found = {name: _file_of(name, files) for name in others if name not in states}
    return states | {name: states[path] for name, path in found.items() if path is not None}


def _file_of(name: str, files: Sequence[str]) -> str | None:
    """The one file that this is the path of, as seen from some folder; None where it may be one of several."""
    if "://" in name:
        return None
    parts = [part for part in PurePosixPath(name).parts if part not in (".", "..")]
    ending = "/".join(["", *parts])
    fitting = [path for path in files if parts and path.endswith(ending)]
    return fitting[0] if len(fitting) == 1 else None


def _name(state: SourceState) -> str:
    """What articles say they came from: the address, or of a file its path."""
    return unquote(urlsplit(state.url).path) if state.url.startswith(_FILE) else state.url


def _last_skipped(connection: Connection) -> dict[str, list[tuple[int, Skipped]]]:
    """The last few things skipped under each name of a source, with their numbers."""
    latest = func.row_number().over(partition_by=skipped.c.source, order_by=skipped.c.number.desc()).label("latest")
    ranked = select(skipped.c.number, latest).subquery()
    wanted: Select[Any] = (
        select(skipped).join(ranked, skipped.c.number == ranked.c.number).where(ranked.c.latest <= _LAST)
    )
    found: dict[str, list[tuple[int, Skipped]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.source, []).append((row.number, skipped_of(row)))
    return found


def _newest(numbered: Iterable[tuple[int, Skipped]]) -> tuple[Skipped, ...]:
    ordered = sorted(numbered, key=lambda pair: pair[0], reverse=True)
    return tuple(one for _, one in ordered[:_LAST])
