"""A real browser for the tests of pages, and what is wrong with a page that it shows."""

from collections.abc import Iterator
from typing import Any

import pytest

ARGUMENTS = ["--no-sandbox", "--disable-gpu"]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """Chromium without a window. Of one module: while it lives, no event loop can be run in the same process."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


def faults_of(page: Any, *own: str) -> list[str]:
    """What goes wrong on a page from now on: its errors, and whatever it asks for that begins with none of `own`."""
    faults: list[str] = []
    allowed = ("data:", "blob:", *own)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(allowed) else faults.append(asked.url))
    return faults
