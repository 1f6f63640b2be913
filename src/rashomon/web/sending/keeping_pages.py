"""Pages rendered before, by what they were rendered from: the latest used are kept up to a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable


class Pages:
    """Rendered pages by key. A key must name all that the page depends on, so that nothing kept is ever stale."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._held = 0
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The page of that key; made where it is not kept, once, however many ask for it meanwhile."""
        with self._lock:
            if (kept := self._find(key)) is not None:
                return kept
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if (kept := self._find(key)) is not None:
                    return kept
            try:
                made = make()
                self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _find(self, key: Hashable) -> bytes | None:
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def _keep(self, key: Hashable, made: bytes) -> None:
        with self._lock:
            self._held += len(made) - len(self._kept.get(key, b""))
            self._kept[key] = made
            self._kept.move_to_end(key)
            while self._held > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._held -= len(dropped)
