"""All that a run writes: articles, how far each page and list was read, what was skipped; and the account of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import groupby

from rashomon.collect.account import Tally
from rashomon.collect.errands import Errand, Round
from rashomon.collect.files import Dated
from rashomon.collect.states import after_failure, after_list, after_page, after_same, moment_of, written
from rashomon.errors import NoSuchArticle, StoreLocked
from rashomon.model.article import Article
from rashomon.model.kept import Kept, Skipped, SourceState
from rashomon.settings import CollectSettings
from rashomon.store.store import Store

Keep = Callable[[Sequence[Article], str, str], Sequence[Kept]]
"""Keeps articles from a source, fetched at a time; what is kept when it returns is acknowledged."""

Clock = Callable[[], datetime]


class Ledger:
    """Writes through the store; each call is one transaction, so that a kill between two calls loses neither.

    `patient` says whether to wait on where another process writes for longer than the store waits by itself.
    """

    def __init__(
        self, store: Store, keep: Keep, settings: CollectSettings, clock: Clock, patient: Callable[[], bool]
    ) -> None:
        self.tally = Tally()
        self._store = store
        self._keep = keep
        self._settings = settings
        self._clock = clock
        self._patient = patient

    @property
    def now(self) -> datetime:
        """The time of day, in UTC."""
        return self._clock().astimezone(UTC)

    def state(self, address: str) -> SourceState | None:
        """How far an address was read."""
        return self._store.source_state(address)

    def keep_page(self, errand: Errand, article: Article, headers: Mapping[str, str]) -> SourceState:
        """The page's article is kept, and with it that the page was read."""
        state = after_page(errand.asked_as, headers, article.published, self.now, self._settings)
        with self._writing():
            kept = self._keep([article], errand.source, written(self.now))
            self._store.save_source_state(state)
        self._count(kept)
        return state

    def keep_all(self, articles: Sequence[Article], source: str) -> None:
        """Articles that came whole with their list are kept."""
        for start in range(0, len(articles), self._settings.batch):
            with self._writing():
                kept = self._keep(articles[start : start + self._settings.batch], source, written(self.now))
            self._count(kept)

    def keep_dated(self, batch: Sequence[Dated], source: str) -> None:
        """Articles of a file are kept, each as fetched when the file says, else now; none takes the place of a later
        version, nor of one that came from elsewhere after the file had said the same before.
        """
        now, kept = written(self.now), list[Kept]()
        with self._writing():
            known = self._store.known([one.article.url for one in batch if one.article.url])
            unknown = {url for one in batch if (url := one.article.url) and url not in known}
            fresh = [one for one in batch if one.article.url in unknown or self._is_fresh(one, source)]
            for fetched, group in groupby(fresh, key=lambda one: one.fetched or now):
                kept += self._keep([one.article for one in group], source, fetched)
        self._count(kept)

    def _is_fresh(self, one: Dated, source: str) -> bool:
        try:
            versions = self._store.versions(one.article.id)
        except NoSuchArticle:
            return True
        latest, now = versions[-1], one.article
        if _alike(latest.article, now):
            return True
        came, before = moment_of(one.fetched), moment_of(latest.fetched)
        if came and before:
            outdated, known = came < before, versions if came <= before else ()
        else:  # the file does not say when: it has news only where it last said something else
            outdated, known = False, tuple(version for version in versions if version.source == source)[-1:]
        if any(_alike(version.article, now) for version in known):
            self.tally.kept["same"] += 1
            return False
        if outdated:
            self.skip(f"{source}: {now.id}", source, "fetched before the version that is kept")
        return not outdated

    def read_useless(self, errand: Errand, headers: Mapping[str, str], reason: str) -> None:
        """The page was read and holds no report; it need not be read again soon."""
        with self._writing():
            published = errand.item.published if errand.item else None
            self._store.save_source_state(after_page(errand.asked_as, headers, published, self.now, self._settings))
            self.skip(errand.asked_as, errand.source, reason)

    def unchanged(self, state: SourceState) -> SourceState:
        """The server says that nothing has changed."""
        state = after_same(state, self.now, self._settings)
        self._save(state)
        return state

    def fail(self, errand: Errand, reason: str) -> SourceState:
        """An address could not be read."""
        kind = "page" if errand.role == "page" else "list"
        state = after_failure(errand.asked_as, kind, self.state(errand.asked_as), reason, self.now, self._settings)
        with self._writing():
            self._store.save_source_state(state)
            self.skip(errand.asked_as, errand.source, reason)
        return state

    def close_round(self, round: Round) -> SourceState:
        """A list and all that it led to is done, but for what is left to the next run."""
        state = after_list(round.address, round.listing, round.headers, not round.left, self.now, self._settings)
        self._save(state)
        return state

    def close_file(self, address: str, mark: str) -> None:
        """A file was read to its end."""
        self._save(SourceState(address, "file", mark, None, written(self.now)))

    def skip(self, where: str, source: str, reason: str) -> None:
        """Something was not kept, and why."""
        with self._writing():
            self._store.skip([Skipped(where, source, reason, written(self.now))])
        self.tally.skip(where, reason)

    def _save(self, state: SourceState) -> None:
        with self._writing():
            self._store.save_source_state(state)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction. Where another process keeps the store for itself, that is waited for while patience lasts;
        only the beginning is tried again, so nothing is done twice.
        """
        with ExitStack() as opened:
            while True:
                try:
                    opened.enter_context(self._store.transaction())
                    break
                except StoreLocked:
                    if not self._patient():
                        raise
            yield

    def _count(self, kept: Sequence[Kept]) -> None:
        for one in kept:
            self.tally.keep(one)


def _alike(one: Article, other: Article) -> bool:
    return (one.text, one.headline, one.byline) == (other.text, other.headline, other.byline)
