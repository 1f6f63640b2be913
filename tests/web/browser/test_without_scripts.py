"""The ways of a reader whose browser runs no scripts: links lead to words, forms filter, add, correct and undo."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import expect
from tests.web.browser.served import serve
from tests.web.reading_room import FERRY

from rashomon.store.opening import open_store
from rashomon.web.addresses import story_at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
Open = Callable[[str], Any]


@pytest.fixture(scope="module")
def room(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a reading room, and the path of the ferry's story in it."""
    store = tmp_path_factory.mktemp("plain") / "store.sqlite"
    shutil.copy(filled, store)
    with open_store(store) as opened:
        story = story_at(opened.story_of("gull.example/ferry") or "")
    with serve(store) as address:
        yield address, story


@pytest.fixture
def plain(room: tuple[str, str], visit: Callable[..., Any]) -> Open:
    """Opens a page of the room without scripts."""
    return lambda path: visit(room[0] + path, java_script_enabled=False)


def test_evidence_leads_to_its_words(room: tuple[str, str], plain: Open) -> None:
    page = plain(room[1])
    link = page.locator("#share .claim .ev a, #part .ev a").first
    page.locator("#share .claim summary").first.click()
    link.click()
    target = page.locator(":target")
    assert target.count() == 1 and target.is_visible()
    assert target.evaluate("one => !!one.closest('#reports')")


def test_a_form_filters(room: tuple[str, str], plain: Open) -> None:
    page = plain(room[1])
    page.click("text=Filter")
    page.check("input[name=outlet][value=Tern]")
    page.click("button:text('Show')")
    assert page.url.endswith("?outlet=Tern")
    assert page.locator(".narrowed").is_visible()
    page.click("text=Show everything")
    assert page.url == room[0] + room[1] and page.locator(".narrowed").count() == 0


def test_a_shared_link_leads_to_the_words(room: tuple[str, str], plain: Open) -> None:
    text = FERRY[0].text
    start = text.index("a loud bang")
    page = plain(f"/evidence?article=gull.example%2Fferry&exact=a+loud+bang&start={start + 7}&end={start + 18}")
    assert page.url.startswith(room[0] + room[1]) and page.url.endswith(f".{start}-{start + 11}")


def test_words_are_corrected_and_that_is_undone(room: tuple[str, str], plain: Open) -> None:
    page = plain(room[1])
    page.locator("#share .claim summary").first.click()
    page.locator("#share .claim a.tools").first.click()
    assert page.url.startswith(f"{room[0]}{room[1]}/items/c-")
    page.locator("button", has_text=re.compile("^boilerplate$")).first.click()
    assert page.url.startswith(room[0] + room[1])
    page.goto(f"{room[0]}/corrections")
    assert page.locator(".kept > li:first-child").inner_text().startswith("boilerplate")
    page.locator(".kept > li:first-child button").click()
    expect(page.locator(".kept > li:first-child.undone")).to_have_count(1)


def test_search_finds_a_report(room: tuple[str, str], plain: Open) -> None:
    page = plain("/")
    page.fill("header input[name=q]", "oldacre mill")
    page.press("header input[name=q]", "Enter")
    page.click("main a:has-text('Flour mill burns in Oldacre')")
    assert "Four people died" in page.locator("#text").inner_text()


def test_a_pasted_report_is_added(room: tuple[str, str], plain: Open) -> None:
    page = plain("/add")
    page.fill("#text", "The lighthouse of Skerry Head went dark on Monday, its keeper said.\n\nNobody was hurt.")
    page.fill("#headline", "Lighthouse goes dark")
    page.click("section:has(#paste) button")
    for _ in range(60):  # the page loads itself again every two seconds
        if page.locator("text=It is done.").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    assert page.locator(".account li").first.inner_text() == "1 new"
    page.click("a.go")
    assert page.locator("h1").inner_text() == "Lighthouse goes dark"
