"""Stories compared one after the other: those that a reader waits for, then what else waits in the store."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from rashomon.errors import RashomonError
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.background.hands import Hand, HandLost, WorkFailed
from rashomon.web.background.job import Job
from rashomon.web.background.register import Register
from rashomon.web.background.rounds import Rounds, fail
from rashomon.web.background.tasks import ToCompare, compare
from rashomon.web.faults import log_fault

_AT_ONCE = 20  # stories looked up that wait to be compared
_ALL = ""  # held up where it cannot even be looked up what waits
_log = logging.getLogger("rashomon.web")


class Comparing:
    """The comparisons of one application. `run` makes them, in a thread of its own, until `close`."""

    def __init__(
        self,
        store: Store,
        address: str,
        clock: Callable[[], str],
        settings: Settings,
        limits: WebSettings,
        register: Register,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._limits = limits
        self._register = register
        self._hand = Hand("rashomon-comparing", compare, address, limits.niceness)
        self._asked: deque[str] = deque()  # stories that a reader waits for
        self._seen, self._news = 0, 1  # looks taken at what waits in the store, and reasons to take one
        self._held_up: dict[str, float] = {}  # stories for which the store failed, and when (monotonic)
        self._rounds = Rounds(limits.tries_again)

    def ask(self, story: str, again: bool) -> Job:
        """The comparison of a story is on its way. One that failed is not tried `again` before its reports change,
        unless so asked; where the store failed, it is after a while.
        """
        if (known := self._on_its_way(story)) is not None:
            return known
        digest = self._store.story_digest(story)
        with self._rounds.turn:
            known = self._on_its_way(story) or self._register.find(_id_of(story))
            failed = known is not None and known.state == "failed" and known.digest == digest
            if known and (not known.over or (failed and not again and not self._may_go_on(story))):
                return known
            job = self._begin(story, digest)
            self._asked.append(story)
            self._rounds.turn.notify_all()
            return job

    def look(self) -> None:
        """Something in the store has changed: what waits there is looked at."""
        with self._rounds.turn:
            self._news += 1
            self._rounds.turn.notify_all()

    def run(self) -> None:
        """Compares what is asked for and what waits, whatever breaks, until it is closed."""
        self._rounds.go(self._compare_next)

    def end(self) -> None:
        """Nothing more is begun; what is lost from now on has not failed. May be called from a signal's handler."""
        self._rounds.end()

    def close(self) -> None:
        """Nothing more is compared; what is under way is made again another time."""
        self._rounds.end()
        self._rounds.wake()
        self._hand.close()

    def _on_its_way(self, story: str) -> Job | None:
        """The comparison that waits or is being made, for which the store need not be asked."""
        known = self._register.find(_id_of(story))
        return None if known is None or known.over else known

    def _begin(self, story: str, digest: str | None = None) -> Job:
        return self._register.begin(Job(_id_of(story), "compare", story, self._clock(), digest=digest))

    def _compare_next(self) -> bool:
        """False when all is to end."""
        if (story := self._next()) is None:
            return False
        job = self._register.find(_id_of(story)) or self._begin(story)
        job = self._compare(self._register.change(replace(job, state="running")))
        if job.state == "failed":
            _log.warning("story %s is not compared: %s", story, job.error)
        self._register.change(replace(job, ended=self._clock()))
        return True

    def _compare(self, job: Job) -> Job:
        """The job as it stands when its story is compared, or cannot be."""
        self._held_up.pop(job.what, None)
        try:
            digest = self._store.story_digest(job.what)
            return self._have_compared(self._register.change(replace(job, digest=digest)), digest)
        except (RashomonError, WorkFailed) as error:  # which the store could not even be told
            failed = str(error)
        except Exception as fault:  # one story holds up no other
            failed = fail(f"comparing story {job.what}", fault)
        self._held_up[job.what] = time.monotonic()
        return replace(job, state="failed", error=failed)

    def _have_compared(self, job: Job, digest: str) -> Job:
        order = ToCompare(job.what, self._clock(), self._settings)
        try:
            failed = self._hand.do(order, longest=self._limits.longest_comparison)
        except HandLost as error:
            if self._rounds.end_soon():
                return replace(job, state="stopped")
            failed = str(error)
            self._store.fail_comparison(job.what, digest, failed)
        return replace(job, state="failed" if failed else "done", error=failed)

    def _next(self) -> str | None:
        """The story a reader waits for, else one that waits in the store; None when all is to end."""
        while True:
            with self._rounds.turn:
                if self._rounds.ending:
                    return None
                if self._asked:
                    return self._asked.popleft()
                look, self._seen = self._seen < self._news, self._news
            if look and (story := self._waiting_story()):
                with self._rounds.turn:
                    self._news += 1  # there may be more
                    if not self._asked:  # else a reader asked meanwhile, maybe for this one
                        self._begin(story)
                        return story
                continue
            self._wait()

    def _wait(self) -> None:
        """Until there is something to do, or what was held up is tried again."""
        pause = self._limits.tries_again if self._held_up else None
        with self._rounds.turn:
            if not self._rounds.turn.wait_for(
                lambda: self._rounds.ending or self._asked or self._seen < self._news, pause
            ):
                self._news += 1

    def _waiting_story(self) -> str | None:
        try:
            waiting = self._store.waiting_stories(_AT_ONCE)
        except RashomonError as error:
            _log.warning("what waits to be compared cannot be looked up: %s", error)
        except Exception as fault:  # it is looked up again, as it is then
            log_fault("looking up what waits to be compared", fault)
        else:
            self._held_up.pop(_ALL, None)
            return next((story for story in waiting if story not in self._held_up or self._may_go_on(story)), None)
        self._held_up[_ALL] = time.monotonic()
        return None

    def _may_go_on(self, story: str) -> bool:
        """True where the store failed, and that is a while ago."""
        since = self._held_up.get(story)
        return since is not None and time.monotonic() - since >= self._limits.tries_again


def _id_of(story: str) -> str:
    return f"compare-{story}"
