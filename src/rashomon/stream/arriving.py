"""Articles come in, are kept, and each is put into its story, all of it in one transaction a batch."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rashomon.cluster.index import StoryIndex
from rashomon.cluster.signature import Signature, read_signature
from rashomon.model.article import Article
from rashomon.model.kept import Kept
from rashomon.model.story import Membership, StoryChange
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
    """A store and its window of stories, in memory. Made by `open_stream`; after an error, open it anew."""

    def __init__(self, store: Store, index: StoryIndex, settings: GroupingSettings) -> None:
        self.store = store
        self.index = index
        self.settings = settings

    def keep(self, articles: Sequence[Article], source: str, when: str) -> Arrival:
        """Articles kept and placed: all of it is in the store when this returns, or nothing where it raises.

        Every article is in a story then. A changed one stays in its story; its new words count from the next opening.
        """
        with self.store.transaction():
            kept = self.store.keep_all(articles, source, when)
            latest = {article.id: article for article in articles}
            first = {one.article for one in kept if one.outcome == "new"}
            changed = {one.article for one in kept if one.outcome == "changed"}
            waiting = [article for id, article in latest.items() if id in first or not self._placed(id)]
            signatures = sign([article for id, article in latest.items() if id in changed], self.settings)
            placed, changes = self._place(waiting, when, signatures)
        return Arrival(kept, placed, changes)

    def place_unplaced(self, when: str, at_once: int) -> tuple[Membership, ...]:
        """Places what was kept and not placed, by a run that was stopped, `at_once` a transaction."""
        placed: list[Membership] = []
        waiting = self.store.unplaced()
        while some := list(islice(waiting, at_once)):
            with self.store.transaction():
                placed += self._place(some, when, {})[0]
        return tuple(placed)

    def _placed(self, article: str) -> bool:
        return article in self.index or self.store.story_of(article) is not None

    def _place(
        self, articles: Iterable[Article], when: str, signatures: dict[str, bytes]
    ) -> tuple[tuple[Membership, ...], tuple[StoryChange, ...]]:
        memberships: dict[str, Membership] = {}
        changes: list[StoryChange] = []
        signed = dict(signatures)
        for article in articles:
            signature = read_signature(article, self.settings)
            placement = self.index.place(signature)
            signed[article.id] = signature.to_bytes()
            memberships |= {one.article: one for one in placement.memberships}
            changes += [replace(change, when=when) for change in placement.changes if change.kind != "grew"]
        placed, told = tuple(memberships.values()), tuple(changes)
        self.store.place(placed, told, when=when, signatures=signed)
        return placed, told


def open_stream(store: Store, settings: GroupingSettings, stream: StreamSettings, when: str) -> Stream:
    """The store's window in memory, readers' corrections with it; articles left unplaced by a former run are placed."""
    index = StoryIndex(settings, store.corrections())
    index.load(_window(store, stream.window))
    opened = Stream(store, index, settings)
    opened.place_unplaced(when, stream.batch)
    return opened


def place_unplaced(store: Store, settings: GroupingSettings, stream: StreamSettings, when: str) -> None:
    """Every article of the store is in a story then; nothing is loaded where it was so before."""
    if next(store.unplaced(), None) is not None:
        open_stream(store, settings, stream, when)


def _window(store: Store, most: int) -> Iterator[tuple[Signature, str]]:
    """The latest signatures of articles that are in a story, in the order in which they came."""
    kept = deque(((story, signature) for _, story, signature in store.signatures() if story), maxlen=most)
    while kept:
        story, signature = kept.popleft()
        yield Signature.from_bytes(signature), story


def sign(articles: Iterable[Article], settings: GroupingSettings) -> dict[str, bytes]:
    """The signature of each article, by its id, as it is kept."""
    return {article.id: read_signature(article, settings).to_bytes() for article in articles}
