"""Collecting from sources of any kind: the one function that the command line and the library call."""

import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from rashomon.collect.account import Account
from rashomon.collect.collecting import Collecting
from rashomon.collect.files import Dated, FromFile, find_sources, mark_of, read_collected, read_stdin
from rashomon.collect.ledger import Clock, Keep, Ledger
from rashomon.collect.wishes import Progress, Show, Wishes
from rashomon.errors import BadOption, UnreadableInput
from rashomon.ingest.listings import Listing
from rashomon.ingest.sources import is_address
from rashomon.model.article import Unread
from rashomon.settings import CollectSettings, IngestSettings
from rashomon.store.store import Store

STDIN = "-"


def collect(
    sources: Sequence[str],
    store: Store,
    keep: Keep | None = None,
    wishes: Wishes | None = None,
    *,
    settings: CollectSettings | None = None,
    show: Show | None = None,
    stop: threading.Event | None = None,
    clock: Clock | None = None,
    stdin: IO[bytes] | None = None,
) -> Account:
    """What came of the sources: files, folders, patterns, "-" for JSON lines on standard input, and web addresses.

    `keep` keeps articles, by default in the store and no more. A run that is interrupted (Ctrl-C, or `stop` set)
    returns its account so far; the next run goes on where it was. Raises UnreadableInput where no source is given, or
    one needs an extra that is not installed, BadOption where a source cannot be one, and StoreFault where the store
    cannot be written.
    """
    if not sources:
        raise UnreadableInput("no source given; name files, folders, feeds, pages, or - for JSON lines")
    if "" in sources:
        raise BadOption("an empty argument names no source; give files, folders, addresses or -")
    if STDIN in sources and stdin is None and sys.stdin is None:
        raise BadOption("standard input is closed; pipe JSON lines into it, or leave out -")
    settings, wishes, stop = settings or CollectSettings(), wishes or Wishes(), stop or threading.Event()
    clock = clock or (lambda: datetime.now(UTC))
    ledger = Ledger(store, keep or store.keep_all, settings, clock, lambda: wishes.watch and not stop.is_set())
    show = show or (lambda progress: None)
    run = Collecting(ledger, wishes, settings, show)
    stopped = False
    try:
        for source in sources:
            if is_address(source):
                run.add_source(source)
        for source in sources:
            if not is_address(source) and not stop.is_set():
                _Files(ledger, run, settings, show, stop).take(source, stdin)
        run.run(stop)
    except KeyboardInterrupt:
        stopped = True
    return ledger.tally.close(stopped or stop.is_set())


class _Files:
    """Files of one run: each is read to its end, and then not again until it has changed."""

    def __init__(
        self, ledger: Ledger, run: Collecting, settings: CollectSettings, show: Show, stop: threading.Event
    ) -> None:
        self._ledger = ledger
        self._run = run
        self._settings = settings
        self._show = show
        self._stop = stop

    def take(self, source: str, stdin: IO[bytes] | None) -> None:
        """All that a source on the command line stands for."""
        if source == STDIN:
            self._keep(read_stdin(stdin, IngestSettings()), "standard input")
            return
        for path in find_sources(source):
            if self._stop.is_set():
                return
            if isinstance(path, Unread):
                self._ledger.skip(path.where, source, path.reason)
            else:
                self._take_file(path)

    def _take_file(self, path: Path) -> None:
        address, mark = path.resolve().as_uri(), mark_of(path)
        known = self._ledger.state(address)
        if mark and known and known.etag == mark:
            self._ledger.tally.unchanged += 1
            return
        listed = self._keep(read_collected(path, self._settings, IngestSettings()), str(path))
        if mark and not listed and not self._stop.is_set():
            self._ledger.close_file(address, mark)

    def _keep(self, found: Iterable[FromFile], where: str) -> bool:
        """Keeps what a file holds; True where it was a list, which leads on."""
        listed = False
        for batch in self._batches(found, where):
            if isinstance(batch, Listing):
                listed = True
                self._run.add_listing(batch, where)
            else:
                self._ledger.keep_dated(batch, where)
                tally = self._ledger.tally
                self._show(Progress(tally.kept.total(), 0, tally.kept["new"], tally.kept["changed"], where))
        return listed

    def _batches(self, found: Iterable[FromFile], where: str) -> Iterator[list[Dated] | Listing]:
        """Articles in batches, each one transaction; what cannot be read is skipped on the way."""
        batch: list[Dated] = []
        for one in found:
            if self._stop.is_set():
                break
            if isinstance(one, Unread):
                self._ledger.skip(one.where, where, one.reason)
            elif isinstance(one, Listing):
                yield one
            else:
                batch.append(one)
            if len(batch) == self._settings.batch:
                yield batch
                batch = []
        if batch:
            yield batch
