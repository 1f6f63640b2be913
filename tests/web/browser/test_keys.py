"""A reader with a keyboard alone: everything is reached, the focus is always seen, and never lost."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.browser.library import KINDS
from tests.web.browser.story_pages import FLAT

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
  return {name: one.tagName, id: one.id, words: one.textContent.trim().slice(0, 60), href: one.getAttribute('href'),
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
          ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1}
}"""
FEW = tuple(kind for kind in KINDS if kind in ("stories", "story", "article", "speaker", "search articles", "add"))
MOST = 60  # presses of Tab on one page


@pytest.mark.parametrize("kind", FEW)
def test_the_focus_is_seen_wherever_it_goes(visit: Callable[..., Any], library: Any, kind: str) -> None:
    page = visit(library.address + library.pages[kind])
    met = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["name"] == "BODY":  # past the last one
            break
        assert focused["seen"], focused
        assert focused["ring"] or focused["name"] == "INPUT", focused
        met.append(focused)
    assert met[0]["words"].startswith("Skip") and len(met) > 8


def test_the_first_key_leads_past_the_head(visit: Callable[..., Any], library: Any) -> None:
    page = visit(library.address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_slash_leads_to_the_search(visit: Callable[..., Any], library: Any) -> None:
    page = visit(library.address + library.pages["article"])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("cable")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=cable")
    page.keyboard.press("/")
    page.keyboard.type("/")
    assert page.evaluate("document.activeElement.value").endswith("/")


def test_a_story_is_read_by_keys(visit: Callable[..., Any], library: Any) -> None:
    page = visit(library.address + library.pages["story"])
    current = "document.querySelector('.item.cur')?.id"
    page.keyboard.press("j")
    assert page.evaluate(current) == "d-1"
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("e")
    assert page.evaluate("[...CSS.highlights.get('sel')].length") == 1
    place = page.locator(".step .pos").inner_text()
    page.keyboard.press("]")
    assert page.locator(".step .pos").inner_text() != place
    page.keyboard.press("Escape")
    assert page.evaluate("(CSS.highlights.get('sel') || []).size || 0") == 0
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"


def test_a_claim_is_opened_and_corrected_by_keys(visit: Callable[..., Any], library: Any) -> None:
    page = visit(library.address + library.pages["story"])
    claim = page.locator(FLAT).first
    claim.locator("summary").focus()
    page.keyboard.press("Enter")
    assert claim.locator("details").get_attribute("open") is not None
    claim.locator("a.tools").focus()
    page.keyboard.press("Enter")
    claim.locator(".panel button").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.panel') !== null")
