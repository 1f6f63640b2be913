"""What is done in the background: stories compared one after the other, and what readers add collected."""

import logging
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from rashomon.collect.wishes import Wishes
from rashomon.errors import NoSuchJob, RashomonError, TooManyWait
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.following import Following
from rashomon.web.hands import Hand, HandLost, WorkFailed
from rashomon.web.job import Job, JobState
from rashomon.web.tasks import ToCollect, ToCompare, collect_added, compare

_AT_ONCE = 20  # stories looked up that wait to be compared
_ALL = ""  # held up where it cannot even be looked up what waits
_log = logging.getLogger("rashomon.web")


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
        self._store = store
        self._clock = clock
        self._settings = settings
        self._limits = limits
        self._following = Following(store, clock) if follow else None
        self._wishes = wishes or Wishes()
        self._jobs: dict[str, Job] = {}
        self._asked: deque[str] = deque()  # stories that a reader waits for
        self._added: deque[tuple[str, ToCollect]] = deque()
        self._number = 0
        self._closing = False
        self._turn = threading.Condition()
        self._files = threading.RLock()  # held while files are put down or cleared away; before `_turn`, where both are
        self._reading: ToCollect | None = None
        self._seen, self._news = 0, 1  # looks taken at what waits in the store, and reasons to take one
        self._held_up: dict[str, float] = {}  # stories for which the store failed, and when (monotonic)
        self._comparing = Hand("rashomon-comparing", compare, address, limits.niceness)
        self._collecting = Hand("rashomon-collecting", collect_added, address, limits.niceness)
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Work is begun as it comes."""
        for work in (self._compare_all, self._collect_all):
            self._threads.append(threading.Thread(target=work, name=work.__name__, daemon=True))
            self._threads[-1].start()

    def close(self) -> None:
        """What is being added may end within some seconds; comparisons are made again another time."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        self._comparing.close()
        self._collecting.ask_to_stop()
        for thread in self._threads:
            thread.join(self._limits.patience)
        self._collecting.close()
        while self._added:
            id, order = self._added.popleft()
            _log.warning("not read before the end: %s; add it again", self._jobs[id].what)
            self.clear_away(order.files)

    @property
    def follows(self) -> bool:
        """True where the feeds that are known are asked when they are due."""
        return self._following is not None

    def look(self) -> None:
        """Something in the store has changed: what waits there is looked at."""
        with self._turn:
            self._news += 1
            self._turn.notify_all()

    def compare(self, story: str, again: bool = False) -> Job:
        """The comparison of a story is on its way. One that failed is not tried `again` before its reports change,
        unless so asked; where the store failed, it is after a while.
        """
        digest = self._store.story_digest(story)
        with self._turn:
            known = self._jobs.get(f"compare-{story}")
            failed = known is not None and known.state == "failed" and known.digest == digest
            if known and (not known.over or (failed and not again and not self._may_go_on(story))):
                if known.state == "waiting" and story not in self._asked:
                    self._asked.append(story)
                return known
            job = self._add(Job(f"compare-{story}", "compare", story, self._clock(), digest=digest))
            self._asked.append(story)
            self._turn.notify_all()
            return job

    def collect(self, what: str, order: ToCollect) -> Job:
        """What was added is on its way into the store. Raises TooManyWait."""
        with self._turn:
            self._refuse_more()
            self._number += 1
            moment = "".join(sign for sign in self._clock()[:19] if sign.isdigit())
            job = self._add(Job(f"collect-{moment}-{self._number}", "collect", what, self._clock()))
            self._added.append((job.id, replace(order, wishes=self._wishes)))
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

    def job(self, id: str) -> Job:
        """The job of that id, as it stands. Raises NoSuchJob."""
        with self._turn:
            if id not in self._jobs:
                raise NoSuchJob(f"no job {id!r} is known here, or not any more; what it added is in the stories")
            return self._jobs[id]

    def all(self) -> tuple[Job, ...]:
        """The jobs that are still known, the latest first."""
        with self._turn:
            return tuple(reversed(self._jobs.values()))

    def _refuse_more(self) -> None:
        if len(self._added) >= self._limits.most_waiting:
            raise TooManyWait(f"{len(self._added)} things wait to be read; add this when they are done")

    def _add(self, job: Job) -> Job:
        self._jobs.pop(job.id, None)
        self._jobs[job.id] = job
        over = [id for id, one in self._jobs.items() if one.over]
        for id in over[: max(len(self._jobs) - self._limits.jobs_kept, 0)]:
            del self._jobs[id]
        return job

    def _set(self, id: str, **known: object) -> None:
        with self._turn:
            if id in self._jobs:
                self._jobs[id] = replace(self._jobs[id], **known)  # type: ignore[arg-type]

    # What is compared

    def _compare_all(self) -> None:
        while (story := self._next_story()) is not None:
            id = f"compare-{story}"
            self._set(id, state="running")
            failed = self._compare(story)
            if failed and not self._closing:
                _log.warning("story %s is not compared: %s", story, failed)
            self._set(id, state="failed" if failed else "done", error=failed, ended=self._clock())

    def _compare(self, story: str) -> str | None:
        """Why it could not be compared; None where it is."""
        self._held_up.pop(story, None)
        try:
            digest = self._store.story_digest(story)
            self._set(f"compare-{story}", digest=digest)
            try:
                order = ToCompare(story, self._clock(), self._settings)
                return self._comparing.do(order, longest=self._limits.longest_comparison)
            except HandLost as error:
                if not self._closing:
                    self._store.fail_comparison(story, digest, str(error))
                return str(error)
        except (RashomonError, WorkFailed) as error:  # which the store could not even be told
            self._held_up[story] = time.monotonic()
            return str(error)

    def _next_story(self) -> str | None:
        """The story a reader waits for, else one that waits in the store; None when all is to end."""
        while not self._closing:
            with self._turn:
                if self._asked:
                    return self._asked.popleft()
                look, self._seen = self._seen < self._news, self._news
            if look and (story := self._waiting_story()):
                with self._turn:
                    self._add(Job(f"compare-{story}", "compare", story, self._clock()))
                    self._news += 1  # there may be more
                return story
            with self._turn:
                pause = self._limits.tries_again if self._held_up else None
                if not self._turn.wait_for(lambda: self._closing or self._asked or self._seen < self._news, pause):
                    self._news += 1
        return None

    def _waiting_story(self) -> str | None:
        try:
            waiting = self._store.waiting_stories(_AT_ONCE)
        except RashomonError as error:
            _log.warning("what waits to be compared cannot be looked up: %s", error)
            self._held_up[_ALL] = time.monotonic()
            return None
        self._held_up.pop(_ALL, None)
        return next((story for story in waiting if story not in self._held_up or self._may_go_on(story)), None)

    def _may_go_on(self, story: str) -> bool:
        """True where the store failed, and that is a while ago."""
        since = self._held_up.get(story)
        return since is not None and time.monotonic() - since >= self._limits.tries_again

    # What is collected

    def _collect_all(self) -> None:
        while (given := self._next_added()) is not None:
            id, order = given
            self._set(id, state="running")
            try:
                brought = self._collecting.do(order, partial(self._show, id))
                state: JobState = "stopped" if brought.account.stopped else "done"
                self._set(id, state=state, account=brought.account, placed=brought.placed, ended=self._clock())
            except (WorkFailed, HandLost) as error:
                _log.warning("%s is not read: %s", self._jobs[id].what, error)
                self._set(id, state="failed", error=str(error), ended=self._clock())
            self._reading = None
            self.clear_away(order.files)

    def _show(self, id: str, progress: str) -> None:
        self._set(id, progress=progress)

    def _next_added(self) -> tuple[str, ToCollect] | None:
        while not self._closing:
            with self._turn:
                if self._added:
                    id, self._reading = self._added.popleft()
                    return id, self._reading
            if self._following and (due := self._following.take_due()):
                self.collect(f"feeds that are due: {len(due)}", ToCollect(self._clock(), due))
                continue
            with self._turn:
                self._turn.wait_for(lambda: self._closing or self._added, self._limits.follows)
        return None
