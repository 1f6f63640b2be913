"""What was looked up in the store before, by what it depends on: the latest used are kept up to a number."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Found = TypeVar("Found")


class Lookups:
    """Findings by key. A key must name all that the finding depends on, so that nothing kept is ever stale."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, look_up: Callable[[], Found]) -> Found:
        """The finding of that key, looked up where it is not kept; nothing is kept of a look-up that raises."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: Found = self._kept[key]
                return kept
        found = look_up()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
