"""`rashomon collect`."""

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.cli.moments import now
from rashomon.cli.options import StoreOption
from rashomon.cli.progress import progress_bar
from rashomon.cli.stores import open_named
from rashomon.cli.streams import print_out
from rashomon.errors import BadOption
from rashomon.text.asked import read_day

if TYPE_CHECKING:
    from rashomon.collect.account import Account, Passed
    from rashomon.collect.wishes import Progress, Show

_INTERRUPTED, _NOTHING_READ = 130, 2
_WIDTH = 60  # columns of the address shown beside the bar


def collect(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES",
            help="Files, folders, patterns, feeds, pages, lists of feeds, sitemaps, web archives, or - for JSON lines.",
            show_default=False,
        ),
    ],
    store: StoreOption = None,
    watch: Annotated[bool, typer.Option("--watch", help="Follow the feeds until stopped with Ctrl-C.")] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="Pass over what its list dates before DAY (2026-11-20)."),
    ] = None,
    feed_text: Annotated[
        bool, typer.Option("--feed-text", help="Take reports that a feed carries whole from there; fetch no page.")
    ] = False,
    pace: Annotated[
        float | None, typer.Option("--pace", metavar="SECONDS", help="Between two requests to one host; by default 2.")
    ] = None,
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="WHERE", help="Where you are found; told to every server.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also ask private and loopback addresses.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    format: Annotated[Literal["terminal", "json"], typer.Option("--format", "-f", help="How to show the account.")] = (
        "terminal"
    ),
) -> None:
    """Collect reports from files and the web into the store, each into its story.

    What a source is, is told by what it holds. Pages are fetched as their hosts' robots.txt allows, one at a time and
    host; those seen before only when they may have changed. A run that was stopped goes on when it is started again.
    At the end it says what came, what was skipped and why; in FORMAT json the same as one JSON object.
    """
    from dataclasses import replace

    from rashomon.collect.job import collect as collect_from  # here and below: other commands do without the web
    from rashomon.collect.wishes import Wishes
    from rashomon.settings import CollectSettings, GroupingSettings, StreamSettings
    from rashomon.stream.arriving import open_stream

    wishes = Wishes(watch, feed_text, read_day("--since", since), allow_private, read_contact(contact), robots_folder())
    settings = CollectSettings() if pace is None else replace(CollectSettings(), pace=_pace(pace))
    with open_named(store, create=True) as opened, _stopping() as stop, _bar(quiet) as show:
        stream = open_stream(opened, GroupingSettings(), StreamSettings(), now())
        account = collect_from(
            sources,
            opened,
            lambda articles, source, fetched: stream.keep(articles, source, fetched).kept,
            wishes,
            settings=settings,
            show=show,
            stop=stop,
        )
    print_out(json.dumps(asdict(account), ensure_ascii=False) + "\n" if format == "json" else _table(account))
    if account.stopped:
        raise typer.Exit(_INTERRUPTED)
    if account.skipped and not (account.articles or account.unasked or account.lists or account.unchanged):
        raise typer.Exit(_NOTHING_READ)


def robots_folder() -> Path:
    """The platform's folder for what may be thrown away at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("rashomon", appauthor=False) / "robots"


def _pace(seconds: float) -> float:
    if not 0 <= seconds <= 3600:
        raise BadOption(f"--pace {seconds:g}: give seconds from 0 to 3600; hosts ask for one or more")
    return seconds


def read_contact(written: str | None) -> str | None:
    """Where whoever runs this is found, as it can be told to servers. Raises BadOption for what cannot."""
    if written is not None and not (written.isascii() and written.isprintable() and written.strip()):
        raise BadOption("--contact: give a web or mail address in plain letters")
    return written


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """An event that is set when the system asks us to end, so that the account is still given."""
    stop = threading.Event()
    before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _bar(quiet: bool) -> "Iterator[Show | None]":
    """Shows how far the run is; None where nobody is to see it."""
    if quiet:
        yield None
        return
    with progress_bar() as bar:
        if bar is None:
            yield None
            return
        task = bar.add_task("", total=None)

        def show(progress: "Progress") -> None:
            words = f"{progress.new} new, {progress.changed} changed  {progress.where[:_WIDTH]}"
            bar.update(task, total=progress.done + progress.waiting, completed=progress.done, description=words)

        yield show


def _table(account: "Account") -> str:
    """The account in plain lines: what came, what was skipped and why."""
    counts = (
        (account.new, "new"),
        (account.changed, "changed: a new version is kept"),
        (account.same, "read again and found the same"),
        (account.unasked, "not asked: nothing says that they have changed"),
        (account.lists, "feeds, sitemaps and lists read"),
        (account.unchanged, "lists and files that have not changed"),
        (account.left, "left to the next run"),
        (sum(one.count for one in account.skipped), "skipped"),
    )
    lines = [f"{count:>7}  {words}" for count, words in counts if count or words == "new"]
    lines += [line for one in account.skipped for line in _passed(one)]
    lines += [f"note: {note}" for note in account.notes]
    return "".join(f"{line}\n" for line in ["stopped before the end", *lines][not account.stopped :])


def _passed(one: "Passed") -> Iterator[str]:
    yield f"{one.count:>12}  {one.reason}"
    for where in one.examples:
        yield f"{'':14}{where}"
    if one.count > len(one.examples):
        yield f"{'':14}and {one.count - len(one.examples)} more"
