"""Writing rows: numbered in order, or only where they are new. There is one writer at a time, so numbers are safe."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.dialects import postgresql, sqlite

_MOST_ASKED = 500  # values of one IN (...); every database takes so many

Row = Mapping[str, Any]
AnyRow = SqlRow[*tuple[Any, ...]]  # as a database gives it
T = TypeVar("T")


def next_number(connection: Connection, table: Table) -> int:
    """The number after the highest, found at the end of the index, however many there are."""
    highest: int | None = connection.execute(select(func.max(table.c.number))).scalar_one()
    return (highest or 0) + 1


def add_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds those rows whose `key` is not there yet, each with the next number."""
    found = {
        bytes(key)
        for some in in_portions([row["key"] for row in rows])
        for key in connection.execute(select(table.c.key).where(table.c.key.in_(some))).scalars()
    }
    new: dict[bytes, Row] = {}
    for row in rows:
        if row["key"] not in found:
            new.setdefault(row["key"], row)
    if new:
        first = next_number(connection, table)
        numbered = [{**row, "number": number} for number, row in enumerate(new.values(), start=first)]
        connection.execute(table.insert(), numbered)


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Each row stands in the table as given, in place of one of the same primary key."""
    if not rows:
        return
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = insert(table)
    key = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=rest), rows)


def in_portions(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, some hundreds at a time."""
    for start in range(0, len(values), _MOST_ASKED):
        yield values[start : start + _MOST_ASKED]
