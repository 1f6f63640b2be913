"""Articles and searches in a browser: words of an address are marked, selected ones linked, others found in typing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.browsers import faults_of
from tests.web.browser.served import serve
from tests.web.reading_room import FERRY, keep

from rashomon.model.span import Span
from rashomon.store.opening import open_store
from rashomon.web.addresses import article_at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
GULL, TERN = FERRY[:2]


@pytest.fixture(scope="module")
def address(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("reading") / "store.sqlite"
    shutil.copy(filled, path)
    with open_store(path) as store:
        keep(store, replace(TERN, text=TERN.text.replace("14 people", "15 people")))
    with serve(path) as here:
        yield here


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    opened = context.new_page()
    faults = faults_of(opened, address)
    yield opened
    context.close()
    assert faults == []


def marked(page: Any) -> list[str]:
    return page.evaluate("[...(CSS.highlights.get('here') || [])].map(range => range.toString())")


def test_the_words_of_an_address_are_marked(page: Any) -> None:
    start = GULL.text.index("Twelve people were hurt")
    page.goto(f"{article_at(GULL.id)}#a.{start}-{start + 23}")
    assert marked(page) == ["Twelve people were hurt"]
    page.goto(f"{article_at(GULL.id)}#a.0-9")
    page.wait_for_timeout(100)
    assert marked(page) == ["The ferry"]


def test_words_that_are_selected_get_a_link_that_finds_them(page: Any) -> None:
    page.goto(article_at(GULL.id))
    page.evaluate(
        "const p = [...document.querySelectorAll('#text p')].find(p => p.textContent.includes('lights went out'));"
        "getSelection().selectAllChildren(p)"
    )
    link = page.wait_for_selector(".share:not([hidden]) a")
    asked = {name: value[0] for name, value in parse_qs(urlsplit(link.get_attribute("href")).query).items()}
    span = Span(int(asked["start"]), int(asked["end"]))
    assert asked["exact"] == span.of(GULL.text) and "lights went out" in asked["exact"]
    assert GULL.text[: span.start].endswith(asked["prefix"]) and GULL.text[span.end :].startswith(asked["suffix"])
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_selector(".share", state="hidden")


def test_matches_come_while_words_are_typed(page: Any) -> None:
    page.goto("/search")
    page.evaluate("window.told = document.getElementById('told')")
    page.keyboard.press("/")
    page.keyboard.type("loud bang")
    page.wait_for_selector("#found mark")
    assert parse_qs(urlsplit(page.url).query)["q"] == ["loud bang"]
    assert page.evaluate("document.activeElement.id") == "q"
    page.locator("#told", has_text="2 articles found").wait_for(state="attached")
    assert page.evaluate("told.isConnected")  # a new line would go unheard
    page.click("[data-figure=quotations] a")
    page.wait_for_selector("#found a[href^='/speakers/']")


def test_speakers_come_while_a_name_is_typed(page: Any) -> None:
    page.goto("/speakers")
    page.keyboard.press("/")
    page.keyboard.type("odu")
    page.locator("#told", has_text="1 speaker of that name").wait_for()
    assert page.locator(".who li").count() == 1


def test_an_id_that_is_an_address_is_asked_for_as_it_is(page: Any) -> None:
    answer = page.request.get(article_at("https://nowhere.example/a%2Fb?c=d#e"))
    assert answer.status == 404
    assert "https://nowhere.example/a%2Fb?c=d#e" in answer.text()


def test_versions_stand_side_by_side_or_on_a_phone_in_one_flow(page: Any) -> None:
    page.goto(article_at(TERN.id, compare="1..2"))
    assert page.inner_text(".parallel td.was >> nth=0").endswith("on Sunday, and 14 people were hurt.")
    assert page.is_hidden(".parallel td.now del >> nth=0")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.is_hidden(".parallel td.was >> nth=0")
    assert page.inner_text(".parallel td.now >> nth=0").split("14")[1].split() == ["15", "people", "were", "hurt."]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
