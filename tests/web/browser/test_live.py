"""What comes while somebody reads: told without loading the page again, and without moving what is read."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import expect
from tests.web.browser.served import serve
from tests.web.reading_room import FERRY, NOW, keep

from rashomon.model.article import Article
from rashomon.settings import Settings
from rashomon.store.opening import open_store
from rashomon.stream.comparing import compare_story
from rashomon.web.addresses import story_at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
MOVED = """() => new Promise(done => new PerformanceObserver(list => done(
    list.getEntries().filter(one => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0)
  )).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 500))"""
AUK = Article(
    "auk.example/marlin",
    "The ferry Marlin ran aground off Port Halven on Sunday. 16 people were hurt, the mayor said on Monday.",
    outlet="Auk",
    headline="16 hurt on the Marlin",
    published="2026-01-19T08:00:00+00:00",
)


@pytest.fixture
def room(filled: Path, tmp_path: Path) -> Iterator[tuple[str, Path, str]]:
    """The address of a reading room, its store, and the path of the ferry's story."""
    store = tmp_path / "store.sqlite"
    shutil.copy(filled, store)
    with open_store(store) as opened:
        story = opened.story_of(FERRY[0].id) or ""
    with serve(store) as address:
        yield address, store, story


def test_a_new_report_is_told_and_then_shown_as_new(room: tuple[str, Path, str], visit: Callable[..., Any]) -> None:
    address, store, story = room
    page = visit(address + story_at(story))
    page.evaluate("window.same = true")
    bar = page.locator("#news-bar")
    assert bar.is_hidden()
    with open_store(store) as opened:
        keep(opened, AUK)
        assert opened.story_of(AUK.id) == story
    expect(bar).to_contain_text("1 new report")
    assert page.evaluate("window.same")
    assert page.evaluate(MOVED) < 0.05
    bar.locator("a").click()
    expect(page.locator("#reports .rep")).to_have_count(4)
    expect(page.locator(".mk.new").first).to_be_visible()


def test_the_list_of_stories_says_that_it_has_changed(room: tuple[str, Path, str], visit: Callable[..., Any]) -> None:
    address, store, _ = room
    page = visit(address)
    with open_store(store) as opened:
        keep(opened, replace(AUK, id="auk.example/eclipse", text="The moon hid the sun over Velmora.", headline="Dark"))
    expect(page.locator(".live")).to_be_visible()
    assert page.evaluate(MOVED) < 0.05
    page.click(".live a")
    expect(page.locator("main")).to_contain_text(re.compile("Dark"))


def test_a_correction_is_waited_for_though_another_story_was_looked_at(
    room: tuple[str, Path, str], visit: Callable[..., Any]
) -> None:
    """As after a split: its reader is led to the new story first, and comes back before the old one is compared."""
    address, store, story = room
    with open_store(store) as opened:
        other = next(one.record.id for one in opened.listed_stories() if one.fresh and one.record.id != story)
    page = visit(address + story_at(story))
    page.route("**/corrections", lambda route: route.fulfill(status=303, headers={"location": story_at(other)}))
    page.click("text=split or merge this story")
    page.locator(".panel input[name=article]").first.check()
    page.click("text=split them off")
    page.wait_for_url(f"**{story_at(other)}")
    with open_store(store) as opened:
        keep(opened, AUK)
    with closing(sqlite3.connect(store, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")  # so that no comparison can be kept before the page is open
        page.goto(address + story_at(story))
        expect(page.locator(".state")).to_contain_text("being compared anew")
        writer.execute("ROLLBACK")
    expect(page.locator("#reports .rep")).to_have_count(4)


def test_what_is_compared_elsewhere_is_told_as_well(room: tuple[str, Path, str], visit: Callable[..., Any]) -> None:
    address, store, story = room
    page = visit(address + story_at(story))
    with open_store(store) as opened:
        keep(opened, replace(FERRY[2], text=f"{FERRY[2].text} Its owner apologised."))
        compare_story(opened, story, NOW, Settings())
    expect(page.locator("#news-bar")).to_contain_text("The comparison was made anew")


def test_a_line_that_was_refused_is_asked_for_again(room: tuple[str, Path, str], visit: Callable[..., Any]) -> None:
    """As by a proxy in front while the application is started anew; 204 closes it for good, and is no fault."""
    address, store, _ = room
    page, refused = visit(address), []

    def refuse_once(route: Any) -> None:
        refused.append(route.request.url)
        route.fulfill(status=204) if len(refused) == 1 else route.continue_()

    page.route("**/events*", refuse_once)
    page.reload()
    with open_store(store) as opened:
        keep(opened, replace(AUK, id="auk.example/eclipse", text="The moon hid the sun over Velmora.", headline="Dark"))
    expect(page.locator(".live")).to_be_visible(timeout=20_000)
    assert len(refused) == 2
