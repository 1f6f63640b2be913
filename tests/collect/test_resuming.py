"""A run that is stopped, however it is, loses nothing it had told of, and the next goes on."""

import json
import random
import signal
import subprocess
import sys
import time
from subprocess import PIPE

import pytest

from benchmarks.kills_collecting import try_collecting
from misbehaving import body, report, rss, silent


def test_killed_at_random_moments(tmp_path):
    """The short form of `python -m benchmarks.kills_collecting`."""
    found = list(try_collecting(str(tmp_path / "store.sqlite"), 3, random.Random(7)))
    assert [one for one in found if one is not None] == []


@pytest.mark.parametrize(("sent", "watching"), [(signal.SIGINT, False), (signal.SIGINT, True), (signal.SIGTERM, True)])
def test_asked_to_stop_it_still_gives_its_account(site, tmp_path, monkeypatch, sent, watching):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    site.behaviours |= {"/ferry": body(report("Ferry")), "/slow": silent(20)}
    site.behaviours["/feed"] = body(rss(f"{site.root}/ferry", f"{site.root}/slow"), "text/xml")
    command = ["collect", f"{site.root}/feed", "--store", str(tmp_path / "s"), "--allow-private", "--pace", "0"]
    command += ["--format", "json", *["--watch"][: int(watching)]]
    with subprocess.Popen([sys.executable, "-m", "rashomon", *command], stdout=PIPE, stderr=PIPE) as worker:
        end = time.monotonic() + 30
        while not site.times_asked("/slow") and time.monotonic() < end:
            time.sleep(0.05)
        worker.send_signal(sent)
        out, errors = worker.communicate(timeout=20)
    assert worker.returncode == 130 and errors == b""
    account = json.loads(out)
    assert account["new"] == 1 and account["stopped"]


def test_a_list_is_acknowledged_only_with_all_that_it_led_to(site, store, run):
    """Stopped between the feed and its pages, the next run must not be told that the feed is unchanged."""
    site.behaviours |= {f"/ferry-{n}": body(report(f"Ferry {n}", number=n)) for n in range(3)}
    site.behaviours["/feed"] = body(rss(*(f"{site.root}/ferry-{n}" for n in range(3))), "text/xml", ETag='"1"')

    def keep_one(articles, source, fetched):
        if next(store.articles(), None):
            raise KeyboardInterrupt
        return store.keep_all(articles, source, fetched)

    first = run(f"{site.root}/feed", keep=keep_one)
    assert first.stopped and first.new == 1
    second = run(f"{site.root}/feed")
    assert (second.new, second.unasked) == (2, 1)
    assert "if-none-match" not in next(one for one in reversed(site.asked) if one.path == "/feed").headers
