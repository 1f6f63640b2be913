"""Killing `collect` (kill -9) at random moments, over sites on loopback and a file: what it had told of is there, once,
in a story, and the next run asks for nothing that the runs before had kept.

    python -m benchmarks.kills_collecting [--times N] [--seed N] [--store ADDRESS]

Without --store in a folder for the purpose, and in the PostgreSQL database of RASHOMON_TEST_POSTGRES where that is set.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.killing import Ran, Tally, empty, options, run_worker, tally_of, tell
from benchmarks.kills import NOON
from rashomon.collect.job import collect
from rashomon.collect.wishes import Progress, Wishes
from rashomon.model.article import Article
from rashomon.model.kept import Kept
from rashomon.settings import CollectSettings, GroupingSettings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.arriving import Stream, open_stream

SITES, PAGES, LINES = 3, 12, 300  # sites, pages of each, articles of the file
JOB = "collecting"
_DIRECT = {**os.environ, "no_proxy": "127.0.0.1"}  # the sites are asked themselves


class Site(ThreadingHTTPServer):
    """A feed and its pages; remembers which pages were asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.root = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name == "feed":
            links = "".join(f"<item><link>{self.server.root}/{n}</link></item>" for n in range(PAGES))
            self._answer(f"<rss version='2.0'><channel>{links}</channel></rss>", "text/xml")
        elif name.isdigit():
            self.server.asked[f"{self.server.root}/{name}"] += 1
            self._answer(f"<html><body><article><p>{words(name)}</p></article></body></html>", "text/html")
        else:
            self.send_error(404)

    def _answer(self, content: str, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def words(name: str) -> str:
    """The report of that name, the same each time."""
    return f"The ferry {name} ran aground off Port Halven on Tuesday, the coast guard said. " * 6


def work(address: str, sources: list[str]) -> None:
    """What the process does that is killed: says how many versions this run has kept, each time it has."""

    def show(progress: Progress) -> None:
        print(progress.new + progress.changed, flush=True)

    print("begun", flush=True)
    with open_store(address) as store:
        stream = open_stream(store, GroupingSettings(), StreamSettings(), NOON)
        settings = CollectSettings(pace=0.0, batch=20)
        keep = partial(_keep, stream)
        account = collect(sources, store, keep, Wishes(allow_private=True), settings=settings, show=show)
    print("done" if not account.left else "left", flush=True)


def _keep(stream: Stream, articles: Sequence[Article], source: str, fetched: str) -> Sequence[Kept]:
    return stream.keep(articles, source, fetched).kept


def run(address: str, sources: list[str], life: float | None) -> Ran:
    """A run of its own process, killed after `life` seconds unless None."""
    arguments = ["--worker", "--store", address, *sources]
    return run_worker("benchmarks.kills_collecting", *arguments, life=life, surroundings=_DIRECT)


def try_collecting(address: str, times: int, chance: random.Random) -> Iterator[str | None]:
    """Kills a run many times; yields what was wrong after each, and None for each kill that hit it midway."""
    with ExitStack() as opened:
        sites = [opened.enter_context(_serving()) for _ in range(SITES)]
        file = opened.enter_context(_file_of_articles())
        sources = [*(f"{site.root}/feed" for site in sites), str(file)]
        whole = run(address, sources, None)
        if not whole.ended:
            yield "a run that nobody killed did not come to its end"
        empty(address)
        kept_before = 0
        for _ in range(times):
            for site in sites:
                site.asked.clear()
            known = _addresses(address)
            ran = run(address, sources, chance.uniform(0, whole.seconds))
            if not ran.ended:
                yield None
            with open_store(address) as store:
                kept = sum(1 for _ in store.articles())
                yield from _wrong(store, kept - kept_before, max(ran.numbers, default=0))
            if again := {page for site in sites for page in site.asked} & known:
                yield f"{len(again)} pages that had been kept were asked for again"
            kept_before = kept
            if ran.ended:
                empty(address)
                kept_before = 0
        run(address, sources, None)
        with open_store(address) as store:
            if (kept := sum(1 for _ in store.articles())) != SITES * PAGES + LINES:
                yield f"{kept} articles at the end, not {SITES * PAGES + LINES}"


def _wrong(store: Store, kept: int, told: int) -> Iterator[str]:
    """What contradicts the promise: nothing told of is lost, nothing is there twice or in part."""
    if kept < told:
        yield f"{told - kept} articles that the run had told of are lost"
    if next(store.unplaced(), None):
        yield "an article is kept and in no story"
    for article in store.articles():
        if len(store.versions(article.id)) != 1:
            yield f"{article.id} has versions that never were"
        name = article.id.rpartition("/")[2]
        if article.text.strip() != words(name).strip():
            yield f"{article.id} is not what was sent"


def _addresses(address: str) -> set[str]:
    with open_store(address) as store:
        return {article.url for article in store.articles() if article.url}


@contextmanager
def _serving() -> Iterator[Site]:
    with Site() as site:
        threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield site
        site.shutdown()


@contextmanager
def _file_of_articles() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        lines = ({"url": f"https://file.example/{n}", "text": words(str(n))} for n in range(LINES))
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        yield path


def try_job(address: str, times: int, seed: int) -> Tally:
    """Kills runs over the same sources at other moments each, and tells what was wrong."""
    return tally_of(JOB, address, times, seed, try_collecting)


def main(argv: list[str] | None = None) -> int:
    """0 where nothing was wrong after any kill, else 1."""
    parser = options("benchmarks.kills_collecting", __doc__)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("sources", nargs="*", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.worker:
        work(args.store, args.sources)
        return 0
    return tell(args.store, lambda at: [try_job(at, args.times, args.seed)])


if __name__ == "__main__":
    sys.exit(main())
