"""The address of opened words, kept while their report changes: it finds them again, or says that they are gone."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import expect
from tests.web.browser.served import serve
from tests.web.reading_room import FERRY, NOW, keep

from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.store.opening import open_store
from rashomon.stream.comparing import compare_story
from rashomon.text.selecting import select
from rashomon.web.addresses import article_at, evidence_at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
Visit = Callable[..., Any]
GULL = FERRY[0]
WORDS = "Twelve people were hurt"
START = GULL.text.index(WORDS)
LINK = evidence_at(select(GULL.id, GULL.text, Span(START, START + len(WORDS))))
MOVED = "Seven boats came in the night, a harbour pilot said.\n\n" + GULL.text
GONE = GULL.text.replace(WORDS, "Thirteen people are hurt")


@pytest.fixture
def room(filled: Path, tmp_path: Path) -> Iterator[tuple[str, Callable[[str], None]]]:
    """The address of a reading room, and what gives the report of the Gull another text."""
    path = tmp_path / "store.sqlite"
    shutil.copy(filled, path)

    def change(text: str) -> None:
        with open_store(path) as store:
            keep(store, replace(GULL, text=text))
            compare_story(store, store.story_of(GULL.id) or "", NOW, Settings())

    with serve(path) as address:
        yield address, change


def marked(page: Any, name: str = "sel") -> list[str]:
    return list(page.evaluate(f"[...(CSS.highlights.get('{name}') || [])].map(String)"))


@pytest.mark.parametrize("text, found", [(MOVED, [WORDS]), (GONE, [])])
def test_an_address_copied_from_a_story_never_leads_to_other_words(
    room: tuple[str, Callable[[str], None]], visit: Visit, text: str, found: list[str]
) -> None:
    address, change = room
    shared = visit(address + LINK, width=1400)
    assert marked(shared) == [WORDS]
    copied = shared.url
    change(text)
    page = visit(copied, width=1400)
    assert marked(page) == found
    assert page.is_visible(".gone") != bool(found)
    page.locator("#part .ev a").first.click()
    assert marked(page) != [] and page.is_hidden(".gone")
    page.go_back()
    expect(page.locator(".gone")).to_be_visible(visible=not found)
    assert marked(page) == found


@pytest.mark.parametrize("text, found", [(MOVED, [WORDS]), (GONE, [])])
def test_nor_does_one_copied_from_an_article(
    room: tuple[str, Callable[[str], None]], visit: Visit, text: str, found: list[str]
) -> None:
    address, change = room
    asked = visit(address + article_at(GULL.id, Span(START, START + len(WORDS))))
    assert marked(asked, "here") == [WORDS]
    copied = asked.url
    change(text)
    page = visit(copied)
    assert marked(page, "here") == found and page.locator("#text mark").count() == 0
    assert page.locator(".told[role=status]").count() == (not found)


def test_an_address_of_a_mere_place_is_read_as_ever(library: Any, visit: Visit) -> None:
    sealed = visit(library.address + LINK, width=1400).url
    place = sealed.rpartition("~")[0]
    page = visit(place, width=1400)
    assert marked(page) == [WORDS] and page.url == sealed


TWICE = "🚢 A ship, a ship. 🚢🚢 Nobody 𝔴as hurt."


@pytest.mark.parametrize(
    "words, before, after, found",
    [
        ("Nobody 𝔴as", TWICE, "🚢 " + TWICE, True),
        ("🚢", "🚢", "none, then 🚢", True),
        (TWICE, TWICE, "Now: " + TWICE + " So.", True),
        ("ship", TWICE, "Now: " + TWICE, False),  # which of the two cannot be told
        ("hurt", TWICE, "", False),
        ("Nobody 𝔴as", TWICE, TWICE.replace("𝔴", "w"), False),
    ],
)
def test_words_are_known_again_by_their_seal(
    library: Any, visit: Visit, words: str, before: str, after: str, found: bool
) -> None:
    page = visit(library.address + library.pages["article"])
    start = before.index(words)
    again = page.evaluate(
        """([before, after, s, e]) => {
            const box = document.createElement("div");
            box.textContent = before;
            const seal = Words.seal(Words.range(box, s, e));
            box.textContent = after;
            const place = Words.find(box, {s, e, seal});
            return place && [String(place.range), place.s];
        }""",
        [before, after, start, start + len(words)],
    )
    assert again == ([words, after.index(words)] if found else None)
