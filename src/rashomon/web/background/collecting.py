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
from rashomon.web.background.rounds import Rounds, fail
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
        self._files = (
            threading.RLock()
        )  # held while files are put down or cleared away; before the turn, where both are
        self._reading: ToCollect | None = None
        self._rounds = Rounds(limits.follows)

    @property
    def follows(self) -> bool:
        """True where the feeds that are known are asked when they are due."""
        return self._following is not None

    def add(self, what: str, order: ToCollect) -> Job:
        """What was added is on its way into the store. Raises TooManyWait."""
        with self._rounds.turn:
            self._refuse_more()
            job = self._begin(what)
            self._added.append((job, replace(order, wishes=self._wishes)))
            self._rounds.turn.notify_all()
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
            with self._rounds.turn:
                orders = [order for _, order in self._added] + ([self._reading] if self._reading else [])
            needed = {folder for order in orders for folder, _ in order.files}
            for folder, _ in files:
                if folder not in needed:
                    shutil.rmtree(folder, ignore_errors=True)

    def run(self) -> None:
        """Reads what is added and what is due, whatever breaks, until it is closed."""
        self._rounds.go(self._read_next)

    def end(self) -> None:
        """Nothing more is taken in; what is being read ends soon, with what it has. May be called from a signal's
        handler.
        """
        self._rounds.end()
        self._hand.ask_to_stop()

    def stop(self) -> None:
        """Nothing more is taken in or begun; what is being read ends soon, with what it has."""
        self.end()
        self._rounds.wake()

    def close(self) -> None:
        """What has not ended by now is given up, and what was not begun is named."""
        self._hand.close()
        while self._added:
            job, order = self._added.popleft()
            _log.warning("not read before the end: %s; add it again", job.what)
            self.clear_away(order.files)

    def _begin(self, what: str) -> Job:
        self._number += 1
        moment = "".join(sign for sign in self._clock()[:19] if sign.isdigit())
        return self._register.begin(Job(f"collect-{moment}-{self._number}", "collect", what, self._clock()))

    def _refuse_more(self) -> None:
        if self._rounds.ending:
            raise TooManyWait("the application is ending; add this when it runs again")
        if len(self._added) >= self._limits.most_waiting:
            raise TooManyWait(f"{len(self._added)} things wait to be read; add this when they are done")

    def _read_next(self) -> bool:
        """False when all is to end."""
        if (given := self._next()) is None:
            return False
        job, order = given
        try:
            ended = self._collect(self._register.change(replace(job, state="running")), order)
        except Exception as fault:  # one thing added holds up no other
            ended = replace(job, state="failed", error=fail(f"reading {job.what}", fault))
        self._register.change(replace(ended, ended=self._clock()))
        self._reading = None
        self.clear_away(order.files)
        return True

    def _collect(self, job: Job, order: ToCollect) -> Job:
        """The job as it stands when its order is carried out."""

        def tell(progress: str) -> None:
            self._register.change(replace(job, progress=progress))

        try:
            brought = self._hand.do(order, tell)
        except HandLost as error:
            job = self._register.job(job.id)
            if self._rounds.end_soon():
                _tell_of_rest(job, order, job.progress)
                return replace(job, state="stopped")
            _log.warning("%s is not read: %s", job.what, error)
            return replace(job, state="failed", error=str(error))
        except WorkFailed as error:
            _log.warning("%s is not read: %s", job.what, error)
            return replace(self._register.job(job.id), state="failed", error=str(error))
        stopped = brought.account.stopped
        if stopped:
            _tell_of_rest(job, order, f"{brought.account.new} new")
        state: JobState = "stopped" if stopped else "done"
        return replace(self._register.job(job.id), state=state, account=brought.account, placed=brought.placed)

    def _next(self) -> tuple[Job, ToCollect] | None:
        """What was added first, else what is due; None when all is to end."""
        while True:
            with self._rounds.turn:
                if self._rounds.ending:
                    return None
                if self._added:
                    job, self._reading = self._added.popleft()
                    return job, self._reading
            due = self._following.take_due() if self._following else ()
            with self._rounds.turn:
                if due and not self._rounds.ending:  # however much waits: readers are told to come back, feeds are not
                    job = self._begin(f"feeds that are due: {len(due)}")
                    return job, ToCollect(self._clock(), due, wishes=self._wishes, due=True)
                self._rounds.turn.wait_for(lambda: self._rounds.ending or self._added, self._limits.follows)


def _tell_of_rest(job: Job, order: ToCollect, read: str | None) -> None:
    if not order.due:
        _log.warning("read in part before the end: %s, %s; add it again", job.what, read or "nothing new")
