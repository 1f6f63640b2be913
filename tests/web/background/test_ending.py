"""How the application ends, as the system asks it to: by a signal to it, or to all processes of its service at once."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import httpx2
import pytest

from rashomon.errors import TooManyWait
from rashomon.store.opening import open_store
from rashomon.web.background.tasks import ToCollect
from rashomon.web.serving import open_socket, serve_app

LINES = (json.dumps({"id": f"barge-{n}", "text": f"Barge {n * 7919} sank off Port {n * 31}."}) for n in range(30_000))
MANY = "\n".join(LINES).encode()  # whose reading takes minutes


def test_told_all_at_once_a_service_names_what_it_read_in_part_and_ends_whole(tmp_path):
    path = tmp_path / "store.sqlite"
    command = [sys.executable, "-m", "rashomon", "serve", "--port", "0", "--store", str(path)]
    around = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=around, start_new_session=True) as served:
        try:
            assert served.stderr is not None
            address = re.search(r"http://\S+/", served.stderr.readline())
            assert address
            added = httpx2.post(f"{address[0]}api/v1/add/files", files={"files": ("many.jsonl", MANY)}, timeout=30)
            job, until = f"{address[0]}api/v1/jobs/{added.json()['id']}", time.monotonic() + 60
            while not httpx2.get(job).json()["progress"] and time.monotonic() < until:
                time.sleep(0.1)
            os.killpg(served.pid, signal.SIGTERM)
            assert served.wait(30) == 0
            told = served.stderr.read()  # to its end: no process of the service lives on to write there
        finally:
            with suppress(ProcessLookupError):
                os.killpg(served.pid, signal.SIGKILL)
    with open_store(path) as store:
        kept = sum(1 for _ in store.articles())
    assert kept and told == f"rashomon: read in part before the end: many.jsonl, {kept} new; add it again\n"


def send_signal(end: Callable[[], None]) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.parametrize("ask", [send_signal, lambda end: end()], ids=["by a signal", "by a call"])
def test_the_jobs_know_of_the_end_before_anything_is_closed(app, monkeypatch, ask):
    """Since some seconds may go by until then, for who is being answered."""
    jobs, told = app.state.house.jobs, []
    close = jobs.close

    def closing() -> None:
        with pytest.raises(TooManyWait, match="ending"):
            jobs.collect("one", ToCollect("2026-01-19T12:00:00+00:00"))
        told.append("of the end")
        close()

    def started(end: Callable[[], None]) -> None:
        threading.Timer(0.1, ask, [end]).start()

    monkeypatch.setattr(jobs, "close", closing)
    before = signal.signal(signal.SIGTERM, lambda *_: None)  # to which the server hands it on, when it has ended
    try:
        serve_app(app, open_socket("127.0.0.1", 0), (), started)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == ["of the end"]
