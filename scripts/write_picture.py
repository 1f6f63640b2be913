"""Takes the pictures that the documents show: the demonstration's page, and the pages of `rashomon serve` over it.

Needs Chromium. What is served is the demonstration, one report of which was changed later, and two invented feeds.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rashomon.demo import demo_articles
from rashomon.ingest.readers import read_articles
from rashomon.model.kept import SourceState
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story
from rashomon.web.addresses import article_at, speaker_at, story_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs"
PAGE = "page"
SIZE = (1280, 1500)  # CSS pixels: the headline, the counts and the first differences
WHEN = "2026-01-19T10:00:00+00:00"
FEED = "https://coast-herald.example/feed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the application as it is photographed; `keys` are pressed before."""

    name: str
    path: str
    width: int = 1280
    height: int = 860
    scheme: Literal["light", "dark"] = "light"
    keys: tuple[str, ...] = ()


def fill(path: Path) -> list[Picture]:
    """What is served is in the store; the pictures to take of it."""
    with demo_articles() as demo:
        articles, _ = read_articles(demo)
    with open_store(path) as store:
        stream = open_stream(store, GroupingSettings(), StreamSettings(), WHEN)
        stream.keep(articles[:1], FEED, WHEN)
        stream.keep(articles[1:], "articles.jsonl", WHEN)
        old = next(one for one in articles if one.id == "VBC")
        text = old.text.replace("Eleven people are now known to have died", "Twelve people are now known to have died")
        stream.keep([replace(old, text=text)], "articles.jsonl", "2026-01-19T11:30:00+00:00")
        store.save_source_state(SourceState(FEED, "feed", None, None, WHEN, "2026-01-19T10:30:00+00:00", 0, None))
        failed = "https://lakeside-courier.example/rss"
        store.save_source_state(SourceState(failed, "feed", None, None, None, WHEN, 3, "the server answered 503"))
        story = store.story_of("VBC")
        assert story is not None, "an article that was kept is in a story"
        compare_story(store, story, WHEN, Settings())
        speaker = next(one.key for one in store.speakers(limit=50) if one.name == "Radek Ostrin")
    return [
        Picture("stories", "/", height=420),
        Picture("story", story_at(story)),
        Picture("evidence", story_at(story), height=800, scheme="dark", keys=("j", "e")),
        Picture("phone", story_at(story), 390, 844),
        Picture("article", article_at("Post")),
        Picture("versions", article_at("VBC", old=1, new=2), height=760),
        Picture("speaker", speaker_at(speaker)),
        Picture("search", "/search?q=cable+car", height=620),
        Picture("sources", "/sources", height=700),
        Picture("add", "/add"),
    ]


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of the application while it runs."""
    command = [sys.executable, "-m", "rashomon", "serve", "--store", store, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = re.search(r"(http://\S+)/ reads ", said)
        try:
            if not address:
                raise SystemExit(f"it does not serve: {said}")
            yield address[1]
        finally:
            process.terminate()


def take(browser: "Browser", address: str, picture: Picture, to: Path) -> None:
    """The picture is written as a file; with the fonts that are there, and nothing moving."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    for key in picture.keys:
        page.keyboard.press(key)
    page.screenshot(path=to)
    context.close()


def main() -> int:
    """Writes docs/page.png and docs/serve-*.png; the exit status is 1 where there is no Chromium."""
    chromium = shutil.which(os.environ.get("RASHOMON_CHROMIUM", "chromium")) or shutil.which("google-chrome")
    if not chromium:
        print("no Chromium; install it or set RASHOMON_CHROMIUM", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo, store = Path(folder) / "demo.html", Path(folder) / "store.sqlite"
        subprocess.run([sys.executable, "-m", "rashomon", "demo", "-o", demo], check=True)
        pictures = fill(store)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *sandbox])
        take(browser, demo.as_uri(), Picture(PAGE, "", *SIZE), PICTURES / f"{PAGE}.png")
        with serving(store) as address:
            for picture in pictures:
                take(browser, f"{address}{picture.path}", picture, PICTURES / f"serve-{picture.name}.png")
        browser.close()
    print(f"written: {len(pictures) + 1} pictures in {PICTURES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
