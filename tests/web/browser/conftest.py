"""A reading room with something on every page, served, and a browser to look at it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import LOOKS, faults_of
from tests.web.browser.library import enlarge
from tests.web.browser.served import serve


@dataclass(frozen=True)
class Library:
    """A served store; the path of a page of each kind."""

    address: str
    store: Path
    pages: dict[str, str]


@pytest.fixture(scope="session")
def library(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """What is read by many tests and changed by none."""
    store = tmp_path_factory.mktemp("library") / "library.sqlite"
    shutil.copy(filled, store)
    pages = enlarge(store)
    with serve(store) as address:
        yield Library(address, store, pages)


@dataclass
class Browsing:
    """Opens pages, each in a browser that knows nothing of the others, and remembers what goes wrong on them."""

    browser: Any
    faults: list[list[str]] = field(default_factory=list)

    def __call__(self, address: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        """The page at an address, loaded."""
        viewport = {"width": width, "height": height}
        context = self.browser.new_context(viewport=viewport, accept_downloads=True, **options)
        context.set_default_timeout(LOOKS)
        page = context.new_page()
        self.faults.append(faults_of(page, "/".join(address.split("/")[:3])))
        page.goto(address)
        return page


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; on none of those opened may anything go wrong, nor any other host be asked."""
    browsing = Browsing(browser)
    yield browsing
    for context in browser.contexts:
        context.close()
    assert [fault for faults in browsing.faults for fault in faults] == []
