"""The page as a reader uses it: in a real browser."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.large_story import make_large

from rashomon.model.comparison import Comparison, Corrected
from rashomon.model.span import Evidence
from rashomon.render import render

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def address(comparison: Comparison, tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(render(comparison, "html"), encoding="utf-8")
    return path.as_uri()


def open_page(browser: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    page = browser.new_context(**options).new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else errors.append(asked.url))
    page.goto(address)
    return page, errors


def marked(page: Any) -> list[str]:
    found: list[str] = page.evaluate("[...(CSS.highlights.get('sel') || [])].map(range => range.toString())")
    return found


def test_evidence_is_marked_in_its_report(browser: Any, address: str) -> None:
    page, errors = open_page(browser, address, viewport={"width": 1400, "height": 900})
    page.click("#d-1 .ev li:nth-child(1) a")
    assert marked(page) == ["Twelve people were hurt"]
    assert page.url.rpartition("#")[2].startswith("gull.")
    assert page.is_visible(".step.on")
    page.click(".step .next")
    assert marked(page) == ["14 people were hurt"]
    page.keyboard.press("Escape")
    assert marked(page) == []
    assert errors == []


def test_words_of_a_report_lead_to_what_they_are_evidence_for(browser: Any, address: str) -> None:
    page, errors = open_page(browser, address, viewport={"width": 1400, "height": 900})
    page.click("text=The captain was questioned by police. >> nth=-1")
    assert page.url.endswith("#c-3")
    assert page.evaluate("document.querySelector('.item.cur').id") == "c-3"
    assert errors == []


def test_keys_walk_through_the_items(browser: Any, address: str) -> None:
    page, errors = open_page(browser, address, viewport={"width": 1400, "height": 900})
    page.keyboard.press("j")
    assert page.evaluate("document.querySelector('.item.cur').id") == "d-1"
    page.keyboard.press("j")
    assert page.evaluate("document.querySelector('.item.cur').id") == "d-2"
    page.keyboard.press("k")
    page.keyboard.press("e")
    assert marked(page)
    assert errors == []


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1400])
def test_there_is_no_sideways_scrolling(browser: Any, address: str, width: int) -> None:
    page, errors = open_page(browser, address, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_shows_in_light_and_dark(browser: Any, address: str, scheme: str) -> None:
    page, errors = open_page(browser, address, viewport={"width": 1000, "height": 800}, color_scheme=scheme)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert light == (scheme == "light")
    assert len(page.screenshot()) > 10_000
    assert errors == []


def test_a_claim_within_another_is_folded_into_it(browser: Any, comparison: Comparison, tmp_path: Path) -> None:
    wide = comparison.claims[1]
    inner = replace(wide, id="c-4", origins=1, evidence=wide.evidence[1:], within=wide.id)
    path = tmp_path / "page.html"
    path.write_text(render(replace(comparison, claims=(*comparison.claims, inner)), "html"), encoding="utf-8")
    page, errors = open_page(browser, path.as_uri(), viewport={"width": 1400, "height": 900})
    assert not page.is_visible("#c-4")
    page.click("#grid a[href='#c-4']")
    assert page.is_visible("#c-2 #c-4 .ev")
    page.click("#c-2 > details > .ev a >> nth=0")
    assert page.inner_text(".step .pos") == f"1 of {len(wide.evidence)}"
    assert errors == []


def test_a_shared_address_opens_its_words(browser: Any, address: str) -> None:
    page, _ = open_page(browser, f"{address}#gull.49-72", viewport={"width": 1400, "height": 900})
    assert marked(page) == ["Twelve people were hurt"]


@pytest.mark.parametrize("end", ["#%", "#gull.49-7200", "#gull.72-49", "#gull.9-9~a", "#nobody.4-9~a", "#c-900"])
def test_an_address_may_end_in_anything(browser: Any, address: str, end: str) -> None:
    page, errors = open_page(browser, address + end, viewport={"width": 1400, "height": 900})
    assert "".join(marked(page)) == ""
    assert page.is_visible(".gone") == ("~" in end)
    page.click("#d-1 .ev li:nth-child(1) a")
    assert marked(page) == ["Twelve people were hurt"] and page.is_hidden(".gone")
    assert errors == []


@pytest.mark.parametrize("width", [390, 800, 1200, 1600])
def test_remarks_of_readers_lie_on_no_words(browser: Any, comparison: Comparison, tmp_path: Path, width: int) -> None:
    """However long a name and a date are."""
    places = tuple(Evidence(one.article, one.start, one.end, one.text) for one in comparison.claims[0].evidence)
    names = tuple(place for form in comparison.names[0].variants for place in form.evidence)
    when = "2026-11-22T10:00:00Z"
    decided = tuple(
        Corrected(kind, "Wilhelmina Abernathy", when, where, True, "")
        for kind, where in (("other_claim", places), ("same_claim", places), ("other_person", names))
    )
    path = tmp_path / "page.html"
    path.write_text(render(replace(comparison, corrected=decided), "html"), encoding="utf-8")
    page, _ = open_page(browser, path.as_uri(), viewport={"width": width, "height": 800})
    assert page.locator("main .mk").count() >= 3
    covered = """() => {
        const own = one => [...one.getClientRects()];
        const along = (a, b) => a.left < b.right - 1 && b.left < a.right - 1;
        const meet = (a, b) => along(a, b) && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        const words = [...document.querySelectorAll("main .item :is(.t,.r,.d a,td,small,.it-t)")];
        return [...document.querySelectorAll("main .mk")].flatMap(mark => words
            .filter(one => one !== mark && !one.contains(mark) && own(mark).some(a => own(one).some(b => meet(a, b))))
            .map(one => one.outerHTML));
    }"""
    assert page.evaluate(covered) == []


def test_evidence_opens_below_the_head_of_the_panel(browser: Any, tmp_path: Path) -> None:
    """Which on a phone is as high as a third of the panel, where the reports are many."""
    path = tmp_path / "page.html"
    path.write_text(render(make_large(8, 24), "html"), encoding="utf-8")
    page, _ = open_page(browser, path.as_uri(), viewport={"width": 360, "height": 640})
    below = """() => [...CSS.highlights.get("sel")][0].getClientRects()[0].top
        - document.querySelector(".rhead").getBoundingClientRect().bottom"""
    links = page.locator("#part .diff .ev a:visible")
    for number in range(links.count()):
        links.nth(number).evaluate("one => one.click()")
        assert 0 < page.evaluate(below) < 200


def test_it_works_without_scripts(browser: Any, address: str) -> None:
    page, errors = open_page(browser, address, viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    page.click("#d-1 .ev li:nth-child(1) a")
    assert page.url.endswith("#gull.49-72")
    assert page.locator("#c-2 .ev").is_hidden()
    page.click("#c-2 summary")
    assert page.locator("#c-2 .ev").is_visible()
    assert errors == []


@pytest.mark.parametrize("width", [390, 1400])
def test_a_large_page_leaps_to_the_right_place(browser: Any, tmp_path: Path, width: int) -> None:
    """Though what is not in sight is laid out late, in an address and in a link."""
    path = tmp_path / "large.html"
    path.write_text(render(make_large(20, 250), "html"), encoding="utf-8")
    page, errors = open_page(browser, path.as_uri() + "#grid", viewport={"width": width, "height": 900})
    page.wait_for_function("Math.abs(document.getElementById('grid').getBoundingClientRect().top - 60) < 60")
    page.click('.top a[href="#names"]')
    page.wait_for_function("Math.abs(document.getElementById('names').getBoundingClientRect().top - 60) < 60")
    page.goto(path.as_uri() + "#c-2")
    page.wait_for_function("document.querySelector('#c-2').getBoundingClientRect().top < innerHeight")
    assert page.locator("#c-2 details").get_attribute("open") is not None
    assert errors == []
