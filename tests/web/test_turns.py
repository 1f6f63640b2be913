"""Readers do not wait behind those who wait to write."""

import sqlite3
import threading
import time

import httpx2
import pytest
from tests.web.reading_room import NOW
from tests.web.test_live import served

from rashomon.settings import WebSettings
from rashomon.web.app import make_app


@pytest.fixture
def address(store, tmp_path):
    app = make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(waits=1.0))
    with served(app) as address:
        yield address


def test_pages_are_answered_while_many_wait_to_write(address, store, ferry):
    """Another process holds the store for three seconds; six readers correct a story meanwhile."""
    said: list[int] = []
    wrong = {"kind": "split", "article": "gull.example/none"}

    def correct() -> None:
        said.append(httpx2.post(f"{address}/stories/{ferry}/corrections", data=wrong, timeout=30).status_code)

    other = sqlite3.connect(store.where, isolation_level=None, timeout=20)
    other.execute("begin immediate")
    waiting = [threading.Thread(target=correct) for _ in range(6)]
    for one in waiting:
        one.start()
    time.sleep(0.5)
    begun = time.monotonic()
    assert httpx2.get(f"{address}/search?q=ferry", timeout=30).status_code == 200
    assert time.monotonic() - begun < 2
    time.sleep(2.5)
    other.execute("rollback")
    for one in waiting:
        one.join()
    assert sorted(said) == [404, 404, 503, 503, 503, 503]  # the last four had no turn within a second
