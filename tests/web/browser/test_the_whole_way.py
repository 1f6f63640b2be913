"""The whole way of a reader: from five files to reading, filtering, sharing, correcting, exporting and printing."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import expect
from tests.web.browser.served import serve
from tests.web.browser.story_pages import FLAT, await_fresh

from rashomon.demo import demo_articles

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
PERMITTED = ["clipboard-read", "clipboard-write"]
Visit = Callable[..., Any]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    """The address of a reading room in which nothing was added yet."""
    with serve(tmp_path / "room.sqlite") as address:
        yield address


@pytest.fixture
def files(root: Path, tmp_path: Path) -> list[Path]:
    """Five reports of one invented event: a text, two pages, a Markdown file, and a line of JSON."""
    with demo_articles() as path:
        line = next(line for line in path.read_text(encoding="utf-8").splitlines() if '"Desk24"' in line)
    (tmp_path / "desk24.jsonl").write_text(line + "\n", encoding="utf-8")
    return [*sorted((root / "examples" / "halven").iterdir()), tmp_path / "desk24.jsonl"]


def test_the_whole_way(room: str, visit: Visit, files: list[Path]) -> None:
    page = visit(room, permissions=PERMITTED)
    story = add(page, files)
    find_on_the_front_page(page, room, story)
    page.goto(story)
    narrow(page)
    share(visit, page, read_evidence(page))
    check_exports(page)
    sign(page, room)
    page.goto(story)
    correct(page)
    undo(page, room)
    page.goto(story)
    split_and_merge(page, room)
    page.goto(story)
    print_it(page)


def add(page: Any, files: list[Path]) -> str:
    """The address of the story that five files make, as soon as it is compared."""
    page.click("main >> text=Add reports")
    page.set_input_files("#upload", files)
    page.click("text=Read and add")
    page.wait_for_selector("text=It is done.")
    assert page.locator(".account li").all_inner_texts() == ["5 new"]
    assert page.locator("text=Nothing was skipped.").is_visible()
    (went,) = page.locator("a.go").all()
    went.click()
    await_all(page, len(files))
    return str(page.url)


def await_all(page: Any, reports: int) -> None:
    """The comparison of all of them; those that were read first may be compared, and shown, before the others came."""
    figure, parts = page.locator(".line [data-figure=reports] b"), page.locator("#part .diff")
    led_on = pytest.importorskip("playwright.sync_api").Error  # the page may lead on by itself in that very moment
    for _ in range(120):
        if figure.count() and figure.inner_text() == str(reports) and parts.count():
            return
        page.wait_for_timeout(500)
        with suppress(led_on):
            page.reload()
    raise AssertionError(f"no comparison of {reports} reports: {page.locator('#shown').inner_text()[:500]}")


def find_on_the_front_page(page: Any, room: str, story: str) -> None:
    """It stands there with the figures of its own page."""
    reports, origins = (page.locator(f".line [data-figure={name}] b").inner_text() for name in ("reports", "origins"))
    parts = page.locator("#part .diff.item").count()
    page.goto(room)
    line = page.locator(f'[data-of="{story.rpartition("/")[2]}"]')
    assert line.locator("[data-figure=origins]").inner_text() == origins
    assert line.locator("[data-figure=reports]").inner_text() == f"{reports} reports" == "5 reports"
    hard = [line.locator(f"[data-figure={name}]") for name in ("conflict", "dispute", "update")]
    assert sum(int(re.findall(r"\d+", one.inner_text())[0]) for one in hard if one.count()) == parts
    assert page.locator(f'[data-of="{story.rpartition("/")[2]}"] .came svg').is_visible()


def narrow(page: Any) -> None:
    """What is asked for is shown, what is not is counted, and the address says it."""
    page.click("text=Filter")
    page.check("input[name=relation][value=conflict]")
    page.wait_for_url("**?relation=conflict")
    page.wait_for_selector(".narrowed")
    assert set(page.locator("#part .rel").evaluate_all("all => all.map(one => one.classList[1])")) == {"conflict"}
    assert page.locator("#part .syn").count() == 0


def marked(page: Any) -> list[str]:
    return list(page.evaluate("[...(CSS.highlights.get('sel') || [])].map(range => range.toString())"))


def read_evidence(page: Any) -> str:
    """The words opened beside the source text."""
    page.locator("#part .diff .ev a").first.click()
    (words,) = marked(page)
    start, end = re.fullmatch(r".*\.(\d+)-(\d+)~\w+", page.evaluate("decodeURIComponent(location.hash)")).groups()
    assert len(words) == int(end) - int(start)
    return str(words)


def share(visit: Visit, page: Any, words: str) -> None:
    """A link to the words opens them in a browser that has never been here."""
    page.click(".step .copy")
    page.wait_for_selector(".step .copy:text('copied')")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "/evidence?article=" in link and "exact=" in link
    elsewhere = visit(link)
    assert marked(elsewhere) == [words]
    elsewhere.close()


def check_exports(page: Any) -> None:
    """Each format holds the differences that are seen, no others, and a citation of each place."""
    seen = page.locator("#part .diff").evaluate_all("all => all.map(one => one.querySelector('.it-t').textContent)")
    taken = {}
    for name in ("HTML", "Markdown", "JSON", "CSV"):
        with page.expect_download() as coming:
            page.locator(".exports a", has_text=re.compile(f"^{name}$")).click()
        taken[name] = Path(coming.value.path()).read_text(encoding="utf-8-sig")
    whole = json.loads(taken["JSON"])
    assert sorted(one["about"].casefold() for one in whole["differences"]) == sorted(one.casefold() for one in seen)
    assert {one["relation"] for one in whole["differences"]} == {"conflict"} and whole["citations"]
    rows = [row for row in csv.DictReader(io.StringIO(taken["CSV"], newline="")) if row["section"] == "difference"]
    assert {row["about"] for row in rows} == {one["about"] for one in whole["differences"]}
    assert all(row["citation"] for row in rows)
    assert taken["HTML"].count('class="diff item"') == len(seen)
    assert all(one.casefold() in taken["Markdown"].casefold() for one in seen)


def sign(page: Any, room: str) -> None:
    """Corrections are kept under a name from now on."""
    page.goto(f"{room}/corrections")
    page.fill("input[name=name]", "Ada Penn")
    page.click("text=keep it")


def correct(page: Any) -> None:
    """One click puts words where a reader says they belong; who and when stand beside it."""
    claim = page.locator(FLAT).first
    claim.locator("summary .t").click()
    claim.locator("a.tools").click()
    claim.locator("button", has_text="not the same claim").first.click()
    page.wait_for_selector("#left >> text=Corrected by readers")
    await_fresh(page)
    (line,) = page.locator("#left [id^=k-]").all()
    assert "a reader parted these" in line.inner_text() and "Ada Penn" in line.inner_text()


def undo(page: Any, room: str) -> None:
    """It stays on record, and holds no more."""
    page.goto(f"{room}/corrections")
    (kept,) = page.locator(".kept > li").all()
    assert "not the same claim" in kept.inner_text() and "Ada Penn" in kept.inner_text()
    kept.locator("button").click()
    page.wait_for_selector(".kept .undone")
    assert page.locator(".kept button").count() == 0


def split_and_merge(page: Any, room: str) -> None:
    """Two reports become a story of their own, and come back."""
    story = str(page.url).partition("#")[0]
    await_fresh(page)
    page.click("text=split or merge this story")
    for place in (0, 1):
        page.locator(".panel input[name=article]").nth(place).check()
    page.click("text=split them off")
    page.wait_for_url(lambda address: "/stories/" in address and not address.startswith(story))
    expect(page.locator("#reports .rep")).to_have_count(2)
    page.goto(room)
    assert page.locator("[data-of]").count() == 2
    page.goto(story)
    expect(page.locator("#reports .rep")).to_have_count(3)
    page.click("text=split or merge this story")
    page.select_option("#merge-with", index=1)
    page.click("text=merge into this story")
    expect(page.locator("#reports .rep")).to_have_count(5)
    assert page.url.partition("#")[0] == story


def print_it(page: Any) -> None:
    """On paper everything is open and nothing is left to press."""
    await_fresh(page)
    page.emulate_media(media="print")
    assert page.locator("header.house").is_hidden() and page.locator(".controls").is_hidden()
    assert page.pdf().startswith(b"%PDF-")
    line = page.locator("#share .claim .ev").first
    assert line.evaluate("one => one.getBoundingClientRect().height") > 0
    assert all(one.is_hidden() for one in page.locator(".step button, .do button").all())
