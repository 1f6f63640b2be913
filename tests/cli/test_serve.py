"""`rashomon serve` as it is started, asked and ended: real processes on free ports of this machine."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest


@contextmanager
def serving(
    *arguments: str | Path, begin: tuple[str, ...] = (), **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address it tells, on a port of its own; ended if the test has not."""
    command = [*begin, sys.executable, "-m", "rashomon", "serve", "--port", "0", *map(str, arguments)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        address = re.search(r"http://\S+/", told)
        assert address, told
        yield process, address[0]
    finally:
        process.kill()
        process.communicate()


def test_it_serves_a_store_that_was_not_there_and_ends_cleanly(tmp_path):
    with serving("--store", tmp_path / "new.sqlite") as (process, address):
        answer = httpx2.get(address)
        assert answer.status_code == 200 and "No report is kept yet" in answer.text
        assert (tmp_path / "new.sqlite").is_file()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert process.stderr is not None and process.stderr.read() == ""


def test_a_store_that_is_only_read_must_be_there(rashomon, tmp_path):
    told = rashomon("serve", "--read-only", "--store", tmp_path / "mistyped.sqlite")
    assert told.status == 2 and told.err.count("\n") == 1
    assert "no store there yet" in told.err and not list(tmp_path.iterdir())


def test_asked_to_end_it_lets_go_of_who_waits_for_news(tmp_path):
    with (
        serving("--store", tmp_path / "new.sqlite") as (process, address),
        httpx2.stream("GET", f"{address}events?seen=old", timeout=60) as waiting,
    ):
        assert next(waiting.iter_lines()) == "event: changed"
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_what_waits_is_compared_in_the_background(rashomon, reports, tmp_path):
    store = tmp_path / "mill.sqlite"
    assert rashomon("collect", reports, "--store", store).status == 0
    with serving("--store", store) as (process, address):
        until = time.monotonic() + 60
        while "not compared yet" in (page := httpx2.get(address).text) and time.monotonic() < until:
            time.sleep(0.2)
        assert re.search(r'data-figure="origins">[12]<', page)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


def test_a_page_is_printed_without_listening(rashomon, tmp_path):
    told = rashomon("serve", "--store", tmp_path / "s.sqlite", "--get", "/stories")
    assert told.status == 0 and "No report is kept yet" in told.out and told.err == ""
    missing = rashomon("serve", "--store", tmp_path / "s.sqlite", "--get", "/stories/none")
    assert missing.status == 2 and missing.err == "rashomon: /stories/none: 404 Not Found\n"


def test_a_port_in_use_is_one_clear_line(rashomon, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = rashomon("serve", "--store", tmp_path / "s.sqlite", "--port", port)
    assert told.status == 2
    assert told.err == f"rashomon: port {port} is in use; give another with --port, or 0 for any that is free\n"


@pytest.mark.parametrize(
    ("host", "more", "told"),
    [
        ("127.0.0.1", (), " reads STORE; Ctrl-C ends it"),
        (
            "0.0.0.0",
            (),
            " reads STORE, for other machines at the same port of this machine's address in figures; Ctrl-C",
        ),
        ("0.0.0.0", ("--allow-host", "News.example"), " at the same port of news.example or this machine's address in"),
    ],
)
def test_one_line_says_where_it_is_found_by_this_machine_and_by_others(tmp_path, host, more, told):
    store = tmp_path / "s.sqlite"
    command = ["serve", "--port", "0", "--host", host, "--store", str(store), *more]
    environment = {**os.environ, "RASHOMON_PASSWORD": "a long password"}
    with subprocess.Popen(
        [sys.executable, "-m", "rashomon", *command], stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        process.send_signal(signal.SIGTERM)
    assert re.search(r"http://127\.0\.0\.1:\d+/ reads ", line) and told.replace("STORE", str(store)) in line


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "news.example"])
def test_others_are_not_let_in_without_a_password(rashomon, tmp_path, host):
    told = rashomon("serve", "--store", tmp_path / "s.sqlite", "--host", host)
    assert told.status == 2 and "set a password first" in told.err and told.err.count("\n") == 1


def test_with_a_password_others_are_asked_for_it(tmp_path):
    file = tmp_path / "password"
    file.write_text("a long password\n", encoding="utf-8")
    with serving("--store", tmp_path / "s.sqlite", "--host", "0.0.0.0", "--password-file", file) as (_, address):
        assert httpx2.get(address).status_code == 401
        assert httpx2.get(address, auth=("ada", "a long password")).status_code == 200
        assert httpx2.get(f"{address}healthz").text == "ok\n"


@pytest.mark.parametrize(
    ("password", "complaint"), [("short", "the password in RASHOMON_PASSWORD is too short; take 8 signs or more")]
)
def test_a_password_that_is_none_is_refused(rashomon, tmp_path, password, complaint):
    told = rashomon("serve", "--store", tmp_path / "s.sqlite", RASHOMON_PASSWORD=password)
    assert told.status == 2 and told.err == f"rashomon: {complaint}\n"


def test_a_host_that_is_not_of_this_machine_is_one_clear_line(rashomon, tmp_path):
    told = rashomon("serve", "--store", tmp_path / "s.sqlite", "--host", "192.0.2.1", RASHOMON_PASSWORD="long enough")
    assert told.status == 2 and told.err.startswith("rashomon: --host 192.0.2.1: no address of this machine")


def test_without_the_extra_it_says_what_to_install(tmp_path):
    program = (
        "import sys\nsys.modules['fastapi'] = None\nfrom rashomon.cli.main import main\n"
        f"sys.exit(main(['serve', '--store', {str(tmp_path / 's.sqlite')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "rashomon: serving needs a few more packages: pip install 'rashomon[web]'\n"


def test_more_readers_than_the_system_has_room_for_are_asked_to_come_back(tmp_path):
    few = ("sh", "-c", 'ulimit -n 150 && exec "$@"', "sh")
    with serving("--store", tmp_path / "new.sqlite", begin=few) as (process, address):
        port = int(address.rsplit(":", 1)[1].strip("/"))
        asked = b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"
        lines = []
        for _ in range(250):
            lines.append(socket.create_connection(("127.0.0.1", port), timeout=10))
            lines[-1].sendall(asked)
            if len(lines) == 1:
                assert b" 200 " in lines[0].recv(100)
        time.sleep(1.5)
        for line in lines:
            line.close()
        assert httpx2.get(address, timeout=30).status_code == 200
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert len(told.splitlines()) < 20 and "Traceback" not in told and "fault" not in told
