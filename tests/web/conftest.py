"""The application over a store of invented stories: three events, two of them told by several reports."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web.reading_room import HERE, NOW, fill

from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.web.app import make_app


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a filled store, not to be written to."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A filled store of one's own."""
    shutil.copy(filled, tmp_path / "store.sqlite")
    with open_store(tmp_path / "store.sqlite") as opened:
        yield opened


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    """A store that holds nothing yet."""
    with open_store(tmp_path / "empty.sqlite") as opened:
        yield opened


@pytest.fixture
def app(store: Store, tmp_path: Path) -> FastAPI:
    """The application, not started: nothing is done in the background."""
    return make_app(store, lambda: NOW, folder=tmp_path)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """Asks the application as a browser on this machine does; `with client:` starts it."""
    return TestClient(app, base_url=HERE)


@pytest.fixture
def cable_car(store: Store) -> str:
    """The id of the demonstration's story."""
    return next(one.record.id for one in store.listed_stories() if one.record.articles == 8)


@pytest.fixture
def ferry(store: Store) -> str:
    """The id of the ferry's story."""
    story = store.story_of("gull.example/ferry")
    assert story is not None
    return story
