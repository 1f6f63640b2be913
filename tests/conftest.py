"""What tests of more than one folder need: the labelled stories, a browser, and no silent skip."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command has it: the workers share the processors already
settings.register_profile("untimed", deadline=None)  # a machine that does other things too is not a fault
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled stories and public data beside the checkout; the outlets' texts are never part of it."""
    folder = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
    if not (folder / "stories").is_dir():
        pytest.skip(f"no labelled stories in {folder}; set RASHOMON_SHARED")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to look at pages with."""
    for name in (os.environ.get("RASHOMON_CHROMIUM"), *BROWSERS):
        if path := name and shutil.which(name):
            return path
    pytest.skip("no Chromium; install it or set RASHOMON_CHROMIUM")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """That Chromium, without a window. Of one module: while it lives, its process can run no other event loop."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under RASHOMON_NO_SKIPS, as in CI, a test that was skipped fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped") if reporter and os.environ.get("RASHOMON_NO_SKIPS") else None
    if skipped:
        reporter.write_line("")
        for report in skipped:
            reporter.write_line(f"RASHOMON_NO_SKIPS: {report.nodeid} was skipped: {report.longrepr[2]}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
