"""When the lists that are followed are due to be read again."""

import heapq
from dataclasses import replace
from datetime import datetime

from rashomon.collect.errands import Errand
from rashomon.collect.states import moment_of
from rashomon.model.kept import SourceState
from rashomon.settings import CollectSettings


class Schedule:
    """Each list once, by seconds of a clock that does not go back."""

    def __init__(self, settings: CollectSettings) -> None:
        self._settings = settings
        self._due: list[tuple[float, str, Errand]] = []
        self._addresses: set[str] = set()

    def __len__(self) -> int:
        """Lists that are followed and not being read."""
        return len(self._due)

    @property
    def next_due(self) -> float | None:
        """When the next list is due."""
        return self._due[0][0] if self._due else None

    def add(self, errand: Errand, state: SourceState, now: datetime, seconds: float) -> None:
        """The list is due when its state says so, but not too soon; `seconds` is the clock's `now`."""
        if due := moment_of(state.next_due):
            self._put(errand, seconds + max((due - now).total_seconds(), self._settings.least_due))

    def put_off(self, errand: Errand, seconds: float) -> None:
        """The list could not be read now."""
        self._put(errand, seconds + self._settings.least_due)

    def take_due(self, seconds: float) -> list[Errand]:
        """The lists that are due, taken out."""
        due = []
        while self._due and self._due[0][0] <= seconds:
            _, address, errand = heapq.heappop(self._due)
            self._addresses.discard(address)
            due.append(errand)
        return due

    def _put(self, errand: Errand, at: float) -> None:
        address = errand.asked_as
        if address not in self._addresses:
            self._addresses.add(address)
            again = replace(errand, address=address, round=None, hops=0, tries=0)
            heapq.heappush(self._due, (at, address, again))
