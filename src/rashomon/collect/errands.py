"""What is to be fetched, and in which order: each host at its own pace, one request at a time, many side by side."""

import heapq
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rashomon.collect.addresses import host_and_port
from rashomon.ingest.listings import Item, Listing

Role = Literal["source", "list", "page"]


@dataclass(slots=True)
class Round:
    """One reading of a list: it is acknowledged when all that it led to is done."""

    address: str
    source: str
    listing: Listing
    headers: Mapping[str, str] = field(default_factory=dict)  # of the answer that held it
    remembered: bool = True  # the store knows how far it was read
    waiting: int = 0  # errands not yet done
    left: bool = False  # something is left to the next run, so the list must be read again


@dataclass(frozen=True, slots=True)
class Errand:
    """One address to be asked. `asked_as` is the address it was listed under, before redirects."""

    address: str
    asked_as: str
    source: str
    role: Role
    round: Round | None = None  # that it is part of
    item: Item | None = None
    depth: int = 0  # lists above it
    hops: int = 0  # redirects followed
    tries: int = 0


@dataclass(slots=True)
class _Host:
    waiting: deque[Errand] = field(default_factory=deque)
    ready: float = 0.0
    busy: bool = False
    queued: bool = False


class Frontier:
    """The errands by host. Times are seconds of one clock that does not go back."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}
        self._ready: list[tuple[float, int, str]] = []
        self._turns = 0
        self._waiting = 0
        self._busy = 0

    def __len__(self) -> int:
        """Errands that wait or are under way."""
        return self._waiting + self._busy

    def add(self, errand: Errand, first: bool = False) -> None:
        """The errand waits at its host, behind the others or before them."""
        host = self._hosts.setdefault(host_and_port(errand.address), _Host())
        (host.waiting.appendleft if first else host.waiting.append)(errand)
        self._waiting += 1
        self._line_up(host_and_port(errand.address))

    def take(self, now: float) -> Errand | None:
        """The next errand whose host is ready; that host is busy until `free`."""
        if not self._ready or self._ready[0][0] > now:
            return None
        _, _, name = heapq.heappop(self._ready)
        host = self._hosts[name]
        host.queued, host.busy = False, True
        self._waiting -= 1
        self._busy += 1
        return host.waiting.popleft()

    def free(self, errand: Errand, ready: float) -> bool:
        """The errand's host may be asked again from `ready` on; False where nothing waits for it."""
        name = host_and_port(errand.address)
        host = self._hosts[name]
        host.busy, host.ready = False, max(host.ready, ready)
        self._busy -= 1
        self._line_up(name)
        return bool(host.waiting)

    def drop(self, errand: Errand) -> list[Errand]:
        """All that waits at the errand's host, taken out."""
        host = self._hosts[host_and_port(errand.address)]
        dropped = list(host.waiting)
        host.waiting.clear()
        self._waiting -= len(dropped)
        if host.queued:
            host.queued = False
            self._ready = [one for one in self._ready if self._hosts[one[2]] is not host]
            heapq.heapify(self._ready)
        return dropped

    @property
    def next_ready(self) -> float | None:
        """When the next host is ready; None where none waits."""
        return self._ready[0][0] if self._ready else None

    def _line_up(self, name: str) -> None:
        host = self._hosts[name]
        if host.waiting and not host.busy and not host.queued:
            host.queued = True
            self._turns += 1
            heapq.heappush(self._ready, (host.ready, self._turns, name))
