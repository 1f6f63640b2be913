"""Stories compared one after the other: those that a reader waits for, then what else waits in the store."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from rashomon.errors import RashomonError
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.background.hands import Hand, HandLost, WorkFailed
from rashomon.web.background.job import Job, JobState
from rashomon.web.background.register import Register
from rashomon.web.background.tasks import ToCompare, compare

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
        self._turn = threading.Condition()
        self._closing = False

    def ask(self, story: str, again: bool) -> Job:
        """The comparison of a story is on its way. One that failed is not tried `again` before its reports change,
        unless so asked; where the store failed, it is after a while.
        """
        if (known := self._on_its_way(story)) is not None:
            return known
        digest = self._store.story_digest(story)
        with self._turn:
            known = self._on_its_way(story) or self._register.find(_id_of(story))
            failed = known is not None and known.state == "failed" and known.digest == digest
            if known and (not known.over or (failed and not again and not self._may_go_on(story))):
                return known
            job = self._begin(story, digest)
            self._asked.append(story)
            self._turn.notify_all()
            return job

    def look(self) -> None:
        """Something in the store has changed: what waits there is looked at."""
        with self._turn:
            self._news += 1
            self._turn.notify_all()

    def run(self) -> None:
        """Compares what is asked for and what waits, until it is closed."""
        while (story := self._next()) is not None:
            job = self._register.find(_id_of(story)) or self._begin(story)
            job, failed = self._compare(self._register.change(replace(job, state="running")))
            if failed and not self._closing:
                _log.warning("story %s is not compared: %s", story, failed)
            state: JobState = "failed" if failed else "done"
            self._register.change(replace(job, state=state, error=failed, ended=self._clock()))

    def close(self) -> None:
        """Nothing more is compared; what is under way is made again another time."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        self._hand.close()

    def _on_its_way(self, story: str) -> Job | None:
        """The comparison that waits or is being made, for which the store need not be asked; it goes before others."""
        with self._turn:
            known = self._register.find(_id_of(story))
            if known is None or known.over:
                return None
            if known.state == "waiting" and story not in self._asked:
                self._asked.append(story)
            return known

    def _begin(self, story: str, digest: str | None = None) -> Job:
        return self._register.begin(Job(_id_of(story), "compare", story, self._clock(), digest=digest))

    def _compare(self, job: Job) -> tuple[Job, str | None]:
        """The job with the digest of what is compared; why that could not be, None where it is."""
        story = job.what
        self._held_up.pop(story, None)
        try:
            digest = self._store.story_digest(story)
            job = self._register.change(replace(job, digest=digest))
            try:
                order = ToCompare(story, self._clock(), self._settings)
                return job, self._hand.do(order, longest=self._limits.longest_comparison)
            except HandLost as error:
                if not self._closing:
                    self._store.fail_comparison(story, digest, str(error))
                return job, str(error)
        except (RashomonError, WorkFailed) as error:  # which the store could not even be told
            self._held_up[story] = time.monotonic()
            return job, str(error)

    def _next(self) -> str | None:
        """The story a reader waits for, else one that waits in the store; None when all is to end."""
        while not self._closing:
            with self._turn:
                if self._asked:
                    return self._asked.popleft()
                look, self._seen = self._seen < self._news, self._news
            if look and (story := self._waiting_story()):
                with self._turn:
                    self._begin(story)
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


def _id_of(story: str) -> str:
    return f"compare-{story}"
