"""Readers of `rashomon serve` on the embedded store, while `rashomon collect` writes to it. Invented reports.

    python -m benchmarks.serving [--readers N] [--seconds S] [--pause P] [--articles N]

A store of ARTICLES reports is filled, some stories are compared, and the application is started as a process of its
own. First the front page is asked for alone, then READERS readers ask for page after page at once, each with a line of
events open, while another process collects A_SECOND reports a second, every other one a new version of what is read.
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from urllib.parse import quote

from benchmarks.figures import Figure, show
from benchmarks.generate import make_story
from benchmarks.generate_stream import make_stream
from benchmarks.readers import Answered, Page, percentile, read_all
from rashomon.model.article import Article
from rashomon.model.story import Membership
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story

ARTICLES = 10_000
READERS = 50
SECONDS = 60.0
A_SECOND = 4  # reports collected while there are readers; a few hundred feeds bring about one
MOST_P95 = 0.3  # seconds, of a story's page
MOST_FIRST = 1.0  # seconds, of the front page with ARTICLES articles
STORIES = 20  # that are read, besides the large one
LARGE = (20, 500)  # reports of the large story, and words of each
WHEN = "2031-03-03T12:00:00+00:00"
_BATCH = 500  # reports a transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """What of the store is read: stories, one article and its outlet's words."""

    stories: tuple[str, ...]
    article: str
    words: str


def fill(store: Store, articles: int, large: tuple[int, int] = LARGE) -> Kept:
    """The store holds so many reports, and the comparisons of the stories that are read."""
    reports = [one.article for one in make_stream(articles, words=120)]
    stream = open_stream(store, GroupingSettings(), StreamSettings(), WHEN)
    for at in range(0, articles, _BATCH):
        stream.keep(reports[at : at + _BATCH], "benchmark", WHEN)
    several = sorted(store.stories(limit=articles), key=lambda one: (-one.articles, one.id))
    read = [one.id for one in several if 3 <= one.articles <= 12][:STORIES]
    read.append(_keep_large(store, *large))
    for story in read:
        compare_story(store, story, WHEN, Settings())
    some = next(iter(store.articles(story=read[0])))
    return Kept(tuple(read), some.id, " ".join(some.text.split()[3:5]))


def _keep_large(store: Store, many: int, words: int) -> str:
    """Reports that share facts in other words: told by whoever made them to be one story."""
    reports = make_story(many, words)
    store.keep_all(reports, "benchmark", WHEN)
    store.place([Membership(one.id, "large", 1.0, "one event") for one in reports], (), when=WHEN)
    return "large"


def pages_of(kept: Kept) -> list[Page]:
    """What readers ask for: mostly stories, each as often as the others."""
    stories = [Page("story", f"/stories/{story}", 50 / len(kept.stories)) for story in kept.stories]
    return [
        *stories,
        Page("stories", "/", 20),
        Page("article", f"/articles/{quote(kept.article, safe='')}", 15),
        Page("search", f"/search?q={quote(kept.words)}", 10),
        Page("item", f"/stories/{kept.stories[0]}/items/c-1", 5),
    ]


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of an application over the store while it runs, in a process of its own."""
    command = [sys.executable, "-m", "rashomon", "serve", "--store", str(store), "--port", "0"]
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(store.parent / "cache")}
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = re.search(r"(http://\S+)/ reads ", said)
        try:
            if not address:
                raise SystemExit(f"serving: {said}")
            yield address[1]
        finally:
            process.terminate()
            faults = process.stderr.read()
    if faults:
        raise SystemExit(f"serving: {faults}")


@contextmanager
def collecting(store: Path, reports: Iterator[Article], a_second: float) -> Iterator[None]:
    """While it lasts, `rashomon collect` takes reports, so many a second, in a process of its own. It must not fail."""
    command = [sys.executable, "-m", "rashomon", "collect", "-", "--store", str(store), "--quiet"]
    ending = threading.Event()

    def feed(into: IO[str]) -> None:
        with contextlib.suppress(BrokenPipeError), into:
            while not ending.wait(1 / a_second):
                into.write(_line(next(reports)))
                into.flush()

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        feeding = threading.Thread(target=feed, args=(process.stdin,))
        feeding.start()
        try:
            yield
        finally:
            ending.set()
            feeding.join()
            account = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"serving: collecting ended with {process.returncode}\n{account}")


def _line(one: Article) -> str:
    return json.dumps({"id": one.id, "text": one.text, "outlet": one.outlet, "published": one.published}) + "\n"


def more_reports(store: Store, kept: Kept) -> Iterator[Article]:
    """Reports of new events, and every other one a new version of a report of a story that is read."""
    versions = [one for story in kept.stories[:-1] for one in store.articles(story=story)]
    for n, new in enumerate(make_stream(1_000_000, seed=2, words=120)):
        yield new.article
        old = versions[n % len(versions)]
        yield replace(old, text=f"{old.text}\n\nThis report was changed for the {n + 1}th time.")


def first_page(address: str) -> float:
    """Seconds of the front page, asked for alone: the slowest of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        with urllib.request.urlopen(address) as answer:
            answer.read()
        times.append(time.perf_counter() - began)
    return max(times)


def table(answers: list[Answered], seconds: float) -> str:
    """A line a kind of page: how many were answered, how fast, and what went wrong."""
    lines = [f"{'page':10} {'answered':>9} {'a second':>9} {'p50':>9} {'p95':>9} {'p99':>9} {'kB':>7} {'faults':>7}"]
    for kind in dict.fromkeys(one.kind for one in answers):
        some = [one for one in answers if one.kind == kind]
        times = [one.seconds for one in some if not one.fault]
        marks = " ".join(f"{percentile(times, share) * 1000:6.0f} ms" for share in (0.5, 0.95, 0.99))
        size = sum(one.size for one in some) / len(some) / 1000
        faults = sum(bool(one.fault) for one in some)
        lines.append(f"{kind:10} {len(some):9,} {len(some) / seconds:9.1f} {marks} {size:7.1f} {faults:7}")
    return "\n".join(lines)


def measure(readers: int, seconds: float, pause: float, articles: int, large: tuple[int, int] = LARGE) -> list[Figure]:
    """Prints a line a kind of page; the figures that are bound, all as what is left of their bounds."""
    with tempfile.TemporaryDirectory(prefix="rashomon-serving-") as folder:
        path = Path(folder) / "store.sqlite"
        with open_store(path) as store:
            kept = fill(store, articles, large)
            coming = more_reports(store, kept)
            with serving(path) as address:
                first = first_page(address)
                lines = ["/events", *(f"/stories/{story}/events" for story in kept.stories)]
                with collecting(path, coming, A_SECOND):
                    answers = asyncio.run(read_all(address, pages_of(kept), readers, seconds, pause, lines))
    print(table(answers, seconds), flush=True)
    faults = [one for one in answers if one.fault]
    for told in dict.fromkeys(one.fault for one in faults):
        print(f"fault: {told}", file=sys.stderr)
    p95 = percentile([one.seconds for one in answers if one.kind == "story"], 0.95)
    return [
        Figure(f"seconds left of {MOST_P95} for p95 of a story", MOST_P95 - p95, 0),
        Figure(f"seconds left of {MOST_FIRST} for the front page", MOST_FIRST - first, 0),
        Figure("errors, below 0", -float(len(faults)), 0),
    ]


def main(argv: list[str] | None = None) -> int:
    """0 where every bound holds, else 1."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.serving", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--readers", type=int, default=READERS, help=f"at once; {READERS} by default")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"that they read; {SECONDS:g} by default")
    parser.add_argument("--pause", type=float, default=0, help="seconds between two pages of a reader; none by default")
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"in the store; {ARTICLES:,} by default")
    args = parser.parse_args(argv)
    return show(measure(args.readers, args.seconds, args.pause, args.articles))


if __name__ == "__main__":
    sys.exit(main())
