"""An empty store of each kind, for the tests of whatever keeps articles."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from rashomon.store.opening import open_store
from rashomon.store.store import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store can be made: a file, or a schema of its own in the PostgreSQL database for tests."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.sqlite")
    else:
        yield from postgresql_schema()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(address) as opened:
        yield opened


def postgresql_schema() -> Iterator[str]:
    """The address of a schema that is made for one test and dropped after it."""
    server = os.environ.get("RASHOMON_TEST_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL; set RASHOMON_TEST_POSTGRES=postgresql://user@host/database")
    psycopg = pytest.importorskip("psycopg", reason="no psycopg; pip install 'rashomon[postgres]'")
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")
