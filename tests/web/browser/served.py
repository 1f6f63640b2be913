"""`rashomon serve` as readers meet it: a process of its own on loopback, over a store in a folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

_PATIENCE = 30.0  # seconds until it answers, on a busy machine


@contextmanager
def serve(store: Path, *options: str) -> Iterator[str]:
    """The address of the application while it runs; it is asked to end, and must."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "rashomon", "serve", "--store", str(store), "--port", str(port), *options]
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(store.parent / "cache"), "NO_COLOR": "1"}
    said = store.parent / f"serve-{port}.txt"
    with said.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, env=surroundings)
        try:
            _await(address, process, said)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise AssertionError(f"it did not end when it was asked to: {said.read_text()}") from None
    assert "Traceback" not in said.read_text(encoding="utf-8"), said.read_text(encoding="utf-8")


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _await(address: str, process: "subprocess.Popen[bytes]", said: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"it ended at once: {said.read_text(encoding='utf-8')}"
        with suppress(URLError, ConnectionError, TimeoutError), urllib.request.urlopen(f"{address}/healthz", timeout=5):
            return
        time.sleep(0.05)
    raise AssertionError(f"no answer from {address}: {said.read_text(encoding='utf-8')}")
