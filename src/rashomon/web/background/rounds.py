"""The rounds of a thread that works in the background: one after the other, until the application ends."""

import threading
from collections.abc import Callable

from rashomon.web.faults import log_fault

_SOON = 1.0  # seconds; a signal to all processes of a service reaches each of them in its own time


class Rounds:
    """What one thread does. `turn` is held by whoever looks at or changes what waits for it."""

    def __init__(self, pause: float) -> None:
        self.turn = threading.Condition()
        self.ending = False
        self._pause = pause

    def go(self, take: Callable[[], bool]) -> None:
        """Takes rounds until one returns False. Where one breaks that is logged, and the next taken after a pause."""
        while True:
            try:
                if not take():
                    return
            except Exception as fault:  # the thread goes on, whatever it meets
                log_fault("working in the background", fault)
                with self.turn:
                    self.turn.wait_for(lambda: self.ending, self._pause)

    def end(self) -> None:
        """None is begun any more. No more than a flag is set, so that a signal's handler may call it."""
        self.ending = True

    def wake(self) -> None:
        """Whoever waits for something to do looks again."""
        with self.turn:
            self.turn.notify_all()

    def end_soon(self) -> bool:
        """True where the application ends, which may become known only after a process of it was lost to that."""
        with self.turn:
            return self.turn.wait_for(lambda: self.ending, _SOON)


def fail(where: str, fault: Exception) -> str:
    """What the reader is told of a job that broke; the log has the place."""
    return f"fault {log_fault(where, fault)}; the log of the application says more"
