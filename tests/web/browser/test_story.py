"""What scripts add to a story's page: nothing that is not there without them."""

from collections.abc import Callable
from typing import Any

from tests.web.browser.conftest import Library
from tests.web.browser.story_pages import FLAT

Visit = Callable[..., Any]


def select_words(page: Any, report: int, paragraph: int) -> str:
    """The words of a paragraph, selected as by dragging over them."""
    words: str = page.evaluate(
        """([report, paragraph]) => {
            const words = document.querySelectorAll(".tx")[report].querySelectorAll("p")[paragraph];
            getSelection().selectAllChildren(words);
            return words.textContent;
        }""",
        [report, paragraph],
    )
    return words


def test_words_selected_in_a_report_can_be_linked_and_left_out(visit: Visit, library: Library) -> None:
    page = visit(library.address + library.pages["story"], width=1400)
    words = select_words(page, 0, 0)
    page.wait_for_selector("#words")
    link = page.get_attribute("#words a.copy", "href")
    place = page.get_attribute("#words input[name=place]", "value")
    article, _, span = place.rpartition(":")
    start, end = map(int, span.split("-"))
    assert end - start == len(words) and article == page.get_attribute(".tx >> nth=0", "data-id")
    elsewhere = visit(library.address + link, width=1400)
    assert elsewhere.evaluate("[...CSS.highlights.get('sel')].map(String)") == [words]
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_selector("#words", state="detached")


def test_a_filter_fills_the_page_anew_and_back_undoes_it(visit: Visit, library: Library) -> None:
    page = visit(library.address + library.pages["story"], width=1400)
    before = page.locator("#part .item").count()
    page.evaluate("window.here = true")
    page.click(".filter summary")
    page.focus("#f-relation-1")
    page.keyboard.press("Space")
    page.wait_for_selector(".narrowed")
    assert page.evaluate("window.here") and page.evaluate("document.activeElement.id") == "f-relation-1"
    assert page.locator("#part .item").count() < before
    page.locator("#part .ev a").first.click()
    assert page.evaluate("[...CSS.highlights.get('sel')].length") == 1
    page.go_back()
    page.go_back()
    page.wait_for_selector(".narrowed", state="detached")
    assert page.locator("#part .item").count() == before


def test_what_can_be_done_opens_in_place_and_the_second_claim_is_pointed_at(visit: Visit, library: Library) -> None:
    page = visit(library.address + library.pages["story"], width=1400)
    first, second = (page.locator(FLAT).nth(n) for n in (0, 1))
    first.locator("summary").first.click()
    lines = first.locator(".ev li:visible").count()
    first.locator("a.tools").click()
    first.locator(".panel").wait_for()
    assert first.locator(".ev:not(.pieces)").is_hidden() and first.locator(".pieces li").count() >= lines
    first.locator("text=point at it").click()
    second.locator("summary").first.click()
    assert first.locator("select[name=other]").input_value() == second.get_attribute("id")
    assert page.evaluate("document.activeElement.textContent") == "same claim"
    first.locator("a.tools").click()
    assert first.locator(".panel").is_hidden() and first.locator(".ev:not(.pieces)").is_visible()
