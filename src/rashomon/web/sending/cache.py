"""What was made before, by what it was made of: the latest used is kept, up to a weight."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Cache(Generic[Made]):
    """Things by key. A key must name all that the thing depends on, so that nothing kept is ever stale.

    `most` is what all of them may weigh together; each weighs 1 unless `weigh` says otherwise.
    """

    def __init__(self, most: int, weigh: Callable[[Made], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._weight = 0
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of that key; made where it is not kept, once, however many ask for it meanwhile.

        Nothing is kept of a making that raises.
        """
        with self._lock:
            if key in self._kept:
                return self._find(key)
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._kept:
                    return self._find(key)
            try:
                made = make()
                self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _find(self, key: Hashable) -> Made:
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, key: Hashable, made: Made) -> None:
        with self._lock:
            if key in self._kept:
                self._weight -= self._weigh(self._kept[key])
            self._weight += self._weigh(made)
            self._kept[key] = made
            self._kept.move_to_end(key)
            while self._weight > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._weight -= self._weigh(dropped)
