"""The command line as a user meets it: arguments in; status, output and complaints out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Outcome(NamedTuple):
    """What a run of `rashomon` left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def rashomon() -> Callable[..., Outcome]:
    """Runs the command in its own process, since its streams are half of what is tested."""

    def run(*arguments: str | Path, given: str = "", cwd: Path | None = None, **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "rashomon", *map(str, arguments)],
            input=given.encode(),
            capture_output=True,
            cwd=cwd,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports of one invented event, as JSON lines."""
    texts = {
        "mill": "Three people died when a flour mill burned in Oldacre on 3 May 2024, the mayor, Ada Penn, said.",
        "oats": "Four people died when a flour mill burned in Oldacre on 3 May 2024, police said.",
    }
    path = tmp_path / "mill.jsonl"
    lines = (json.dumps({"id": key, "text": text, "published": "2024-05-04"}) for key, text in texts.items())
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
