"""`rashomon serve` as readers meet it: a process of its own on loopback, over a store in a folder."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60.0  # seconds until it answers or ends, on a busy machine


@contextmanager
def serve(store: Path, *options: str, surroundings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of the application, without a slash at its end, while it runs; asked to end, it must, without a word
    of anything that went wrong.
    """
    said = store.parent / f"{store.stem}-served.txt"
    command = [sys.executable, "-m", "rashomon", "serve", "--store", str(store), "--port", "0", *options]
    around = {**os.environ, "XDG_CACHE_HOME": str(store.parent / "cache"), "NO_COLOR": "1", **(surroundings or {})}
    with said.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, env=around)
    try:
        yield _address(process, said)
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"it did not end when it was asked to: {said.read_text()}") from None
    assert len(said.read_text(encoding="utf-8").splitlines()) == 1, said.read_text(encoding="utf-8")


def _address(process: "subprocess.Popen[bytes]", said: Path) -> str:
    """As it tells it, as soon as it does."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"(http://\S+)/ reads ", said.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"it does not serve: {said.read_text(encoding='utf-8')}")
