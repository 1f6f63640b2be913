"""A few threads that fetch, so that one slow host holds up no other; all deciding and writing is done elsewhere."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from rashomon.collect.errands import Errand
from rashomon.collect.visiting import Refusal, Visit

Work = Callable[[], Visit]


class Crew:
    """Daemon threads: a run that is stopped does not wait for the slowest host."""

    def __init__(self, size: int) -> None:
        self._given: SimpleQueue[tuple[Errand, Work] | None] = SimpleQueue()
        self._done: SimpleQueue[Visit] = SimpleQueue()
        self.size = size
        self.busy = 0
        for number in range(size):
            threading.Thread(target=self._work, name=f"fetching-{number}", daemon=True).start()

    def give(self, errand: Errand, work: Work) -> None:
        """The work is begun as soon as one of the crew is free."""
        self.busy += 1
        self._given.put((errand, work))

    def take(self, timeout: float) -> Visit | None:
        """What one of them has done; None where nothing is done in time."""
        try:
            visit = self._done.get(timeout=max(timeout, 0.0)) if timeout > 0 else self._done.get_nowait()
        except Empty:
            return None
        self.busy -= 1
        return visit

    def dismiss(self) -> None:
        """They go when they are done with what is under way."""
        for _ in range(self.size):
            self._given.put(None)

    def _work(self) -> None:
        while given := self._given.get():
            errand, work = given
            try:
                visit = work()
            except Exception as error:  # a page may break a parser in ways nobody listed; the others go on
                visit = Visit(errand, Refusal(f"it could not be read ({type(error).__name__})", read=True))
            self._done.put(visit)
