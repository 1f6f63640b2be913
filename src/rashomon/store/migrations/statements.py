"""SQL that both databases take, but for the names of a few types."""

from sqlalchemy import Connection

_TYPES = {
    "sqlite": {"blob": "BLOB", "text": "TEXT", "big": "INTEGER"},
    "postgresql": {
        "blob": "BYTEA",
        "text": 'TEXT COLLATE "C"',
        "big": "BIGINT",
    },  # sorted by code point, as SQLite sorts
}


def execute_all(connection: Connection, statements: str) -> None:
    """Executes statements parted by semicolons, with the database's own names for {blob}, {text} and {big}."""
    for statement in statements.format(**_TYPES[connection.dialect.name]).split(";"):
        connection.exec_driver_sql(statement)
