"""What readers add and the feeds that are due, read one after the other."""

import logging
import shutil
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rashomon.collect.wishes import Wishes
from rashomon.errors import TooManyWait
from rashomon.settings import WebSettings
from rashomon.store.store import Store
from rashomon.web.background.following import Following
from rashomon.web.background.hands import Hand, HandLost, WorkFailed
from rashomon.web.background.job import Job, JobState
from rashomon.web.background.register import Register
from rashomon.web.background.tasks import ToCollect, collect_added

_log = logging.getLogger("rashomon.web")


class Collecting:
    """What is added to one application. `run` reads it, in a thread of its own, until `close`; where `follow` is true
    it asks the feeds that are due as well.
    """

    def __init__(
        self,
        store: Store,
        address: str,
        clock: Callable[[], str],
        limits: WebSettings,
        register: Register,
        follow: bool,
        wishes: Wishes,
    ) -> None:
        self._clock = clock
        self._limits = limits
        self._register = register
        self._wishes = wishes
        self._following = Following(store, clock) if follow else None
        self._hand = Hand("rashomon-collecting", collect_added, address, limits.niceness)
        self._added: deque[tuple[Job, ToCollect]] = deque()
        self._number = 0
        self._files = threading.RLock()  # held while files are put down or cleared away; before `_turn`, where both are
        self._reading: ToCollect | None = None
        self._turn = threading.Condition()
        self._closing = False

    @property
    def follows(self) -> bool:
        """True where the feeds that are known are asked when they are due."""
        return self._following is not None

    def add(self, what: str, order: ToCollect) -> Job:
        """What was added is on its way into the store. Raises TooManyWait."""
        with self._turn:
            self._refuse_more()
            self._number += 1
            moment = "".join(sign for sign in self._clock()[:19] if sign.isdigit())
            job = self._register.begin(Job(f"collect-{moment}-{self._number}", "collect", what, self._clock()))
            self._added.append((job, replace(order, wishes=self._wishes)))
            self._turn.notify_all()
            return job

    @contextmanager
    def receiving(self) -> Iterator[None]:
        """Files are put down inside, to be collected: none of them is cleared away meanwhile. Raises TooManyWait."""
        with self._files:
            self._refuse_more()
            yield

    def clear_away(self, files: Iterable[tuple[Path, str]]) -> None:
        """These files are needed no more, but where they were given again and wait to be read."""
        with self._files:
            with self._turn:
                orders = [order for _, order in self._added] + ([self._reading] if self._reading else [])
            needed = {folder for order in orders for folder, _ in order.files}
            for folder, _ in files:
                if folder not in needed:
                    shutil.rmtree(folder, ignore_errors=True)

    def run(self) -> None:
        """Reads what is added and what is due, until it is closed."""
        while (given := self._next()) is not None:
            job, order = given
            ended = self._collect(self._register.change(replace(job, state="running")), order)
            self._register.change(replace(ended, ended=self._clock()))
            self._reading = None
            self.clear_away(order.files)

    def stop(self) -> None:
        """Nothing more is begun; what is being read ends soon, with what it has."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        self._hand.ask_to_stop()

    def close(self) -> None:
        """What has not ended by now is given up, and what was not begun is named."""
        self._hand.close()
        while self._added:
            job, order = self._added.popleft()
            _log.warning("not read before the end: %s; add it again", job.what)
            self.clear_away(order.files)

    def _refuse_more(self) -> None:
        if len(self._added) >= self._limits.most_waiting:
            raise TooManyWait(f"{len(self._added)} things wait to be read; add this when they are done")

    def _collect(self, job: Job, order: ToCollect) -> Job:
        """The job as it stands when its order is carried out."""

        def tell(progress: str) -> None:
            self._register.change(replace(job, progress=progress))

        try:
            brought = self._hand.do(order, tell)
        except (WorkFailed, HandLost) as error:
            _log.warning("%s is not read: %s", job.what, error)
            return replace(self._register.job(job.id), state="failed", error=str(error))
        state: JobState = "stopped" if brought.account.stopped else "done"
        return replace(self._register.job(job.id), state=state, account=brought.account, placed=brought.placed)

    def _next(self) -> tuple[Job, ToCollect] | None:
        while not self._closing:
            with self._turn:
                if self._added:
                    job, self._reading = self._added.popleft()
                    return job, self._reading
            if self._following and (due := self._following.take_due()):
                self.add(f"feeds that are due: {len(due)}", ToCollect(self._clock(), due))
                continue
            with self._turn:
                self._turn.wait_for(lambda: self._closing or self._added, self._limits.follows)
        return None
