"""What the background processes do: compare a story, collect what a reader added. Their orders are plain data."""

import io
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from rashomon.collect.account import Account, Passed
from rashomon.collect.job import STDIN, collect
from rashomon.collect.wishes import Progress, Wishes
from rashomon.model.article import Article
from rashomon.model.kept import Kept
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.store import Store
from rashomon.stream.arriving import Stream, open_stream
from rashomon.stream.standing import compare_one
from rashomon.web.background.hands import Tell

_PASTED = {"standard input": "pasted by a reader"}  # what the source of such a report is called
_NAMED = 200  # articles of one account that are named with their stories; of a long list the first


@dataclass(frozen=True, slots=True)
class ToCompare:
    """A story to be compared at a moment."""

    story: str
    when: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class ToCollect:
    """Addresses to be asked, files to be read, one record that was pasted: whatever was added at once.

    A file is named by its folder and its name there. What is `due` nobody added: it is asked again by itself.
    """

    when: str
    addresses: tuple[str, ...] = ()
    files: tuple[tuple[Path, str], ...] = ()
    pasted: bytes | None = None
    wishes: Wishes = field(default_factory=Wishes)
    due: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it. `placed` are the articles that were read, each with its story; of many the first."""

    account: Account
    placed: tuple[tuple[str, str | None], ...]


def compare(store: Store, order: ToCompare, tell: Tell, stop: threading.Event) -> str | None:
    """Why the story cannot be compared, which is kept; None where its comparison is."""
    return compare_one(store, order.story, order.when, order.settings).failure


def collect_added(store: Store, order: ToCollect, tell: Tell, stop: threading.Event) -> Brought:
    """What was added is kept and placed; ends early, with its account so far, when the event is set."""
    stream = open_stream(store, GroupingSettings(), StreamSettings(), order.when)
    keeping = _Keeping(stream)

    def show(progress: Progress) -> None:
        tell(f"{progress.new} new, {progress.changed} changed so far; {progress.where}")

    def take(sources: Sequence[str], given: bytes | None = None) -> Account:
        stdin = None if given is None else io.BytesIO(given)
        return collect(sources, store, keeping, order.wishes, show=show, stop=stop, stdin=stdin)

    accounts = []
    for folder, name in order.files:
        with _within(folder):  # so that the report is known by the name that the reader gave
            accounts.append(take([name]))
    if order.pasted is not None:
        accounts.append(take([STDIN], order.pasted))
    if order.addresses:
        accounts.append(take(order.addresses))
    placed = tuple((article, store.story_of(article)) for article in list(keeping.seen)[:_NAMED])
    return Brought(sum_up(accounts), placed)


def sum_up(accounts: Sequence[Account]) -> Account:
    """One account of several runs, reasons with the most skipped first."""
    reasons: dict[str, Passed] = {}
    for one in (passed for account in accounts for passed in account.skipped):
        before = reasons.get(one.reason, Passed(one.reason, 0, ()))
        reasons[one.reason] = replace(before, count=before.count + one.count, examples=before.examples + one.examples)
    return Account(
        new=sum(one.new for one in accounts),
        changed=sum(one.changed for one in accounts),
        same=sum(one.same for one in accounts),
        unasked=sum(one.unasked for one in accounts),
        lists=sum(one.lists for one in accounts),
        unchanged=sum(one.unchanged for one in accounts),
        skipped=tuple(sorted(reasons.values(), key=lambda one: (-one.count, one.reason))),
        left=sum(one.left for one in accounts),
        notes=tuple(dict.fromkeys(note for one in accounts for note in one.notes)),
        stopped=any(one.stopped for one in accounts),
    )


class _Keeping:
    """Keeps articles along a stream, and remembers which they were."""

    def __init__(self, stream: Stream) -> None:
        self.seen: dict[str, None] = {}
        self._stream = stream

    def __call__(self, articles: Sequence[Article], source: str, fetched: str) -> Sequence[Kept]:
        kept = self._stream.keep(articles, _PASTED.get(source, source), fetched).kept
        self.seen.update((one.article, None) for one in kept)
        return kept


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
