"""What is done in the background: stories compared one after the other, and what readers add collected."""

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from rashomon.collect.wishes import Wishes
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.background.collecting import Collecting
from rashomon.web.background.comparing import Comparing
from rashomon.web.background.job import Job
from rashomon.web.background.register import Register
from rashomon.web.background.tasks import ToCollect


class Jobs:
    """All jobs of one application, by id. Nothing is begun before `start`, nor after `close`.

    Without being asked it compares what waits in the store, and, where it follows, asks the feeds that are due.
    """

    def __init__(
        self,
        store: Store,
        address: str,
        clock: Callable[[], str],
        settings: Settings,
        limits: WebSettings,
        follow: bool = False,
        wishes: Wishes | None = None,
    ) -> None:
        self._register = Register(limits.jobs_kept)
        self._comparing = Comparing(store, address, clock, settings, limits, self._register)
        self._collecting = Collecting(store, address, clock, limits, self._register, follow, wishes or Wishes())
        self._patience = limits.patience
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Work is begun as it comes."""
        for name, work in (("comparing", self._comparing.run), ("collecting", self._collecting.run)):
            self._threads.append(threading.Thread(target=work, name=name, daemon=True))
            self._threads[-1].start()

    def end(self) -> None:
        """The application is going to end, which explains whatever is lost from now on. May be called from a signal's
        handler; `close` must follow.
        """
        self._collecting.end()
        self._comparing.end()

    def close(self) -> None:
        """What is being added may end within some seconds; comparisons are made again another time."""
        self.end()
        self._collecting.stop()
        self._comparing.close()
        self._wait()
        self._collecting.close()
        self._wait()  # for what is said of that which was given up

    def _wait(self) -> None:
        for thread in self._threads:
            thread.join(self._patience)

    @property
    def follows(self) -> bool:
        """True where the feeds that are known are asked when they are due."""
        return self._collecting.follows

    def look(self) -> None:
        """Something in the store has changed: what waits there is looked at."""
        self._comparing.look()

    def compare(self, story: str, again: bool = False) -> Job:
        """The comparison of a story is on its way. One that failed is not tried `again` before its reports change,
        unless so asked; where the store failed, it is after a while.
        """
        return self._comparing.ask(story, again)

    def collect(self, what: str, order: ToCollect) -> Job:
        """What was added is on its way into the store. Raises TooManyWait."""
        return self._collecting.add(what, order)

    def receiving(self) -> AbstractContextManager[None]:
        """Files are put down inside, to be collected: none of them is cleared away meanwhile. Raises TooManyWait."""
        return self._collecting.receiving()

    def clear_away(self, files: Iterable[tuple[Path, str]]) -> None:
        """These files are needed no more, but where they were given again and wait to be read."""
        self._collecting.clear_away(files)

    def job(self, id: str) -> Job:
        """The job of that id, as it stands. Raises NoSuchJob."""
        return self._register.job(id)

    def all(self) -> tuple[Job, ...]:
        """The jobs that are still known, the latest first."""
        return self._register.all()
