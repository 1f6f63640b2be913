"""What readers are told while they read, each line over a real server's connection."""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue

import httpx2
import pytest
from fastapi import FastAPI
from tests.web.reading_room import NOW, keep

from rashomon.errors import StoreUnreachable
from rashomon.model.article import Article
from rashomon.settings import Settings, WebSettings
from rashomon.store.opening import open_store
from rashomon.stream.comparing import compare_story
from rashomon.web.app import make_app
from rashomon.web.live import Live
from rashomon.web.pages import events as events_of_pages
from rashomon.web.serving import address_of, open_socket, serve_app

FOURTH = Article(
    "auk.example/marlin",
    "The ferry Marlin ran aground off Port Halven on Sunday and 15 people were hurt, the coast guard said.",
    published="2026-01-19T09:00:00+00:00",
)


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address at which the application is served, in a thread, until the block ends."""
    started: SimpleQueue[Callable[[], None]] = SimpleQueue()
    listening = open_socket("127.0.0.1", 0)
    thread = threading.Thread(target=serve_app, args=(app, listening, (), started.put))
    thread.start()
    end = started.get(timeout=15)
    try:
        yield address_of(listening).rstrip("/")
    finally:
        end()
        thread.join(15)
        assert not thread.is_alive()


@pytest.fixture
def quiet(store, tmp_path) -> FastAPI:
    """An application that looks at the store ten times a second, and finds nothing to compare."""
    for listed in store.listed_stories():
        compare_story(store, listed.record.id, NOW, Settings())
    return make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(looks=0.1))


@contextmanager
def listening_to(address: str, timeout: float = 30, **asked: str) -> Iterator[httpx2.Response]:
    """The line at an address, as long as the block runs."""
    with httpx2.stream("GET", address, params=asked, timeout=timeout) as line:
        yield line


def events(lines: Iterator[str]) -> Iterator[dict[str, object]]:
    """What is told, one event after the other, each with its id."""
    told: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line:
            told[name] = value
        elif "event" in told:
            yield {"event": told["event"], "id": told["id"], **json.loads(told["data"])}
            told = {}


def test_a_story_that_grew_is_told_of_and_so_is_its_comparison(quiet, store, ferry):
    before = store.mark(ferry)
    with served(quiet) as address, listening_to(f"{address}/stories/{ferry}/events", seen=before) as line:
        assert line.headers["content-type"].startswith("text/event-stream")
        told = events(line.iter_lines())
        with open_store(store.where) as another:  # as another process does
            keep(another, FOURTH)
        first = next(told)
        assert first["event"] == "changed" and first["reports"] == 4 and not first["fresh"]
        assert first["digest"] == store.story_digest(ferry)
        while not (then := next(told))["fresh"]:
            pass
        assert then["id"] == then["mark"] == store.mark(ferry)


def test_who_comes_back_after_a_break_is_told_what_was_missed(quiet, store, ferry):
    before = store.mark(ferry)
    keep(store, FOURTH)
    compare_story(store, ferry, NOW, Settings())
    with served(quiet) as address:
        line = {"last-event-id": before}
        with httpx2.stream("GET", f"{address}/stories/{ferry}/events", headers=line) as missed:
            assert next(events(missed.iter_lines()))["reports"] == 4


def test_nothing_is_told_of_a_story_while_another_changes(quiet, store, ferry, cable_car):
    with served(quiet) as address:
        seen = store.mark(cable_car)
        with listening_to(f"{address}/stories/{cable_car}/events", timeout=2, seen=seen) as line:
            keep(store, FOURTH)
            with pytest.raises(httpx2.ReadTimeout):
                next(events(line.iter_lines()))


def test_the_list_is_told_of_with_its_mark(quiet, store):
    with served(quiet) as address, listening_to(f"{address}/events", seen=store.mark()) as line:
        keep(store, FOURTH)
        assert next(events(line.iter_lines()))["mark"]


def test_an_unknown_story_has_no_line(client):
    assert client.get("/stories/none/events").status_code == 404


def test_what_changes_while_a_reader_looks_is_not_missed():
    class Changed:
        at = "1"

        def mark(self) -> str:
            return self.at

    store = Changed()

    async def read() -> None:
        live = Live(store, 0.01, lambda: None)  # type: ignore[arg-type]
        watching = asyncio.create_task(live.watch())
        assert await live.change(live.coming())
        coming = live.coming()
        store.at = "2"
        while live.mark != "2":  # the reader still looks at what was there before
            await asyncio.sleep(0.01)
        assert await asyncio.wait_for(live.change(coming), 5)
        live.end()
        await watching

    asyncio.run(read())


def test_one_look_at_the_store_serves_any_number_of_readers():
    class Counted:
        looks = 0

        def mark(self) -> str:
            self.looks += 1
            return str(self.looks)

    store = Counted()

    async def read() -> None:
        live = Live(store, 0.05, lambda: None)  # type: ignore[arg-type]
        watching = asyncio.create_task(live.watch())
        readers = [asyncio.create_task(live.change(live.coming())) for _ in range(300)]
        assert all(await asyncio.gather(*readers))
        assert store.looks <= 2
        live.end()
        assert not await live.change(live.coming())
        await watching

    asyncio.run(read())


def test_a_store_that_cannot_be_read_is_told_of_once_and_watched_on(quiet, store, tmp_path, caplog):
    path, aside = tmp_path / "store.sqlite", tmp_path / "aside.sqlite"
    with served(quiet) as address, listening_to(f"{address}/events") as line:
        lines = line.iter_lines()
        path.rename(aside)
        assert wait_for(lambda: "removed or replaced" in caplog.text)
        time.sleep(0.5)
        aside.rename(path)
        keep(store, FOURTH)
        assert any("changed" in one for one in lines)
    assert caplog.text.count("whether the store has changed cannot be seen") == 1


def test_lines_wait_while_the_store_cannot_be_read_and_log_nothing(quiet, store, ferry, monkeypatch, caplog):
    """The watcher tells of it once; a line that broke off would be one more line in the log for each reader."""
    tell, faults = events_of_pages._told_of, iter([StoreUnreachable("store.sqlite: no such disk")] * 7)

    def faulty(*given: object) -> dict[str, object]:
        if fault := next(faults, None):
            raise fault
        return tell(*given)

    monkeypatch.setattr(events_of_pages, "_told_of", faulty)
    with ExitStack() as lines, served(quiet) as address:
        line, seen = f"{address}/stories/{ferry}/events", store.mark(ferry)
        told = [lines.enter_context(listening_to(line, seen=seen)) for _ in range(3)]
        keep(store, FOURTH)
        assert [next(events(one.iter_lines()))["reports"] for one in told] == [4] * 3
    assert not caplog.records and next(faults, None) is None


def wait_for(true: Callable[[], bool], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()
