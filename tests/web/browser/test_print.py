"""The pages on paper: black on white whatever the screen had, with all there is to read and nothing to press."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.browser.conftest import Library

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
Visit = Callable[..., Any]

PALE = """() => [...document.querySelectorAll("main :is(p,li,h1,h2,h3,td,th,a,small,b)")]
    .filter(one => one.checkVisibility() && one.innerText.trim() && !one.matches(".u"))  /* a square has a ground */
    .map(one => getComputedStyle(one).color.match(/\\d+/g).map(Number))
    .filter(([r, g, b]) => Math.max(r, g, b) > 160).length"""


@pytest.fixture
def printed(visit: Visit, library: Library) -> Callable[..., Any]:
    """Opens a page of a kind as it is printed."""

    def opened(kind: str) -> Any:
        page = visit(library.address + library.pages[kind], width=800)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        return page

    return opened


@pytest.mark.parametrize(
    "kind", ["stories", "story", "claim", "article", "versions", "speaker", "search claims", "API"]
)
def test_it_is_dark_on_white(printed: Callable[..., Any], kind: str) -> None:
    page = printed(kind)
    for scheme in ("light", "dark"):
        page.evaluate("scheme => document.documentElement.dataset.theme = scheme", scheme)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", scheme
        assert page.evaluate(PALE) == 0, scheme


def test_an_address_stands_beside_each_piece_of_evidence(printed: Callable[..., Any]) -> None:
    page = printed("story")
    bare = page.evaluate(
        """() => [...document.querySelectorAll(":is(.ev,.syn td,.col,.cols) a[href^='#']")]
            .filter(one => /[.]\\d+-\\d+$/.test(one.hash) && one.checkVisibility())
            .filter(one => !getComputedStyle(one, "::after").content.includes(one.getAttribute("href")))
            .map(one => one.outerHTML)"""
    )
    assert bare == []
    cells = page.locator(".syn td:visible").all()
    assert cells and all(cell.evaluate("one => one.scrollWidth <= one.clientWidth") for cell in cells)


def test_claims_are_printed_whole(printed: Callable[..., Any]) -> None:
    page = printed("story")
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    assert page.locator(".grid tbody th a").evaluate_all(cut) == 0
    assert page.locator(".claim .ev:visible").count() == page.locator(".claim").count()


def test_what_was_searched_is_printed(printed: Callable[..., Any]) -> None:
    page = printed("search claims")
    assert page.locator(".printed:visible").inner_text().endswith(" claims with cable")
    assert page.locator("form:visible").count() == 0


def test_the_versions_are_printed_without_what_chooses_them(printed: Callable[..., Any]) -> None:
    page = printed("article changed")
    assert page.locator(".versions th:visible").all_inner_texts()[:2] == ["Version", "Fetched"]


def test_the_page_of_an_item_has_its_words_and_citations(printed: Callable[..., Any]) -> None:
    page = printed("claim")
    words, citations = page.locator(".pieces .words:visible"), page.locator(".citation:visible")
    assert words.count() == citations.count() > 0
    assert page.locator("button:visible, select:visible").count() == 0


def test_the_page_that_splits_a_story_has_its_reports(printed: Callable[..., Any]) -> None:
    page = printed("whole story")
    assert page.locator(".regroup label:has(.serif):visible").count() > 1
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
