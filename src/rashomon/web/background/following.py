"""Which feeds and other lists are due to be asked again."""

import logging
import time
from collections.abc import Callable

from rashomon.errors import RashomonError
from rashomon.ingest.sources import is_address
from rashomon.settings import CollectSettings
from rashomon.store.store import Store

_NO_LISTS = ("page", "file")  # kinds of sources that lead to nothing new
_log = logging.getLogger("rashomon.web")


class Following:
    """The lists of a store, each when it is due; one that stays due though it was asked is left alone for a while."""

    def __init__(self, store: Store, clock: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock
        self._asked: dict[str, float] = {}  # when each was, by the clock that does not go back
        self._least = CollectSettings().least_due

    def take_due(self) -> tuple[str, ...]:
        """The addresses that are due now, which are taken to be asked."""
        try:
            due = self._store.sources(due=self._clock())
        except RashomonError as error:
            _log.warning("the feeds that are due cannot be looked up: %s", error)
            return ()
        now = time.monotonic()
        lists = (one.url for one in due if one.kind not in _NO_LISTS and is_address(one.url))
        ready = [url for url in lists if url not in self._asked or now - self._asked[url] >= self._least]
        self._asked |= dict.fromkeys(ready, now)
        return tuple(ready)
