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
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The page of that key; made where it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._held += len(made) - len(self._kept.get(key, b""))
            self._kept[key] = made
            while self._held > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._held -= len(dropped)
        return made
