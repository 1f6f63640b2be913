"""Articles come in, are kept, and each is put into its story, all of it in one transaction a batch."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from rashomon.cluster.index import StoryIndex
from rashomon.cluster.signature import Signature, read_signature
from rashomon.model.article import Article
from rashomon.model.kept import Kept
from rashomon.model.story import Correction, Membership, StoryChange
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.store.store import Store


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a batch: each article as it was kept, in order; who was put into a story, or moved by the others;
    what happened to stories.
    """

    kept: tuple[Kept, ...]
    placed: tuple[Membership, ...]
    changes: tuple[StoryChange, ...]


class Stream:
    """A store with its window of stories, which is in memory. Made by `open_stream`."""

    def __init__(self, store: Store, settings: GroupingSettings, stream: StreamSettings) -> None:
        self._store = store
        self._settings = settings
        self._stream = stream
        self._most = max(stream.window + 1, round(stream.window * stream.overfull))  # articles
        self._corrections: tuple[Correction, ...] = ()
        self._index: StoryIndex | None = None  # None: to be read from the store

    @property
    def held(self) -> int:
        """How many articles the window has in memory."""
        return 0 if self._index is None else len(self._index)

    def keep(self, articles: Sequence[Article], source: str, when: str) -> Arrival:
        """Articles kept and placed: all of it is in the store when this returns, or nothing where it raises.

        Every article is in a story then. A changed one stays in its story; its new words count from the next opening.
        """
        with self._writing() as index:
            kept = self._store.keep_all(articles, source, when)
            latest = {article.id: article for article in articles}
            new = {one.article for one in kept if one.outcome == "new"}
            changed = {one.article for one in kept if one.outcome == "changed"}
            waiting = [article for id, article in latest.items() if id in new or not self._placed(index, id)]
            signatures = sign([article for id, article in latest.items() if id in changed], self._settings)
            placed, changes = self._place(index, waiting, when, signatures)
        return Arrival(kept, placed, changes)

    def place_unplaced(self, when: str) -> None:
        """Places what was kept and not placed, by a run that was stopped, a batch at a time."""
        waiting = self._store.unplaced()
        while some := list(islice(waiting, self._stream.batch)):
            with self._writing() as index:  # another process may have placed some of them meanwhile
                self._place(index, [one for one in some if not self._placed(index, one.id)], when, {})

    @contextmanager
    def _writing(self) -> Iterator[StoryIndex]:
        """A transaction, with a window that knows every correction; after an error the window is read anew."""
        try:
            with self._store.transaction():
                yield self._window()
        except BaseException:
            self._index = None
            raise

    def _window(self) -> StoryIndex:
        corrections = self._store.grouping_corrections()
        if self._index is None or corrections != self._corrections or len(self._index) > self._most:
            self._corrections = corrections
            self._index = StoryIndex(self._settings, corrections)
            self._index.load(_latest(self._store, self._stream.window, self._settings))
        return self._index

    def _placed(self, index: StoryIndex, article: str) -> bool:
        return article in index or self._store.story_of(article) is not None

    def _place(
        self, index: StoryIndex, articles: Iterable[Article], when: str, signatures: Mapping[str, bytes]
    ) -> tuple[tuple[Membership, ...], tuple[StoryChange, ...]]:
        memberships: dict[str, Membership] = {}
        changes: list[StoryChange] = []
        signed = dict(signatures)
        for article in articles:
            signature = read_signature(article, self._settings)
            placement = index.place(signature)
            signed[article.id] = signature.to_bytes()
            memberships |= {one.article: one for one in placement.memberships}
            changes += [replace(change, when=when) for change in placement.changes if change.kind != "grew"]
        placed, told = tuple(memberships.values()), tuple(changes)
        self._store.place(placed, told, when=when, signatures=signed)
        return placed, told


def open_stream(store: Store, settings: GroupingSettings, stream: StreamSettings, when: str) -> Stream:
    """The stream of a store. What a former run left unplaced is placed; the window is read when it is needed."""
    opened = Stream(store, settings, stream)
    opened.place_unplaced(when)
    return opened


def _latest(store: Store, most: int, settings: GroupingSettings) -> Iterator[tuple[Signature, str]]:
    """The latest signatures of articles that are in a story, in the order in which they came."""
    kept = deque(((article, story, signed) for article, story, signed in store.signatures() if story), maxlen=most)
    while kept:
        article, story, signed = kept.popleft()
        yield signature_of(store, article, signed, settings), story


def signature_of(store: Store, article: str, kept: bytes, settings: GroupingSettings) -> Signature:
    """The signature as it was kept; read anew where another version of Rashomon kept it."""
    try:
        return Signature.from_bytes(kept)
    except ValueError:
        return read_signature(store.article(article), settings)


def sign(articles: Iterable[Article], settings: GroupingSettings) -> dict[str, bytes]:
    """The signature of each article, by its id, as it is kept."""
    return {article.id: read_signature(article, settings).to_bytes() for article in articles}
