"""What readers are told while they read: that reports came, or that a comparison was made. One watcher serves all."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from rashomon.errors import RashomonError
from rashomon.store.store import Store
from rashomon.web.faults import log_fault

Found = TypeVar("Found")
_READERS = 2  # threads that look up what changed, so that pages never wait behind them
_log = logging.getLogger("rashomon.web")


class Live:
    """Looks at the store's mark once in a while, for however many readers; who waits is told when it changes."""

    def __init__(self, store: Store, every: float, on_change: Callable[[], None]) -> None:
        self._store = store
        self._every = every
        self._on_change = on_change
        self._changed = asyncio.Event()
        self._limiter: CapacityLimiter | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.mark = ""
        self.ended = False

    async def watch(self) -> None:
        """Until `end`: the mark is up to date, and each change of it is told."""
        self._loop = asyncio.get_running_loop()
        told = ""  # of what is wrong; once, however long it stays so
        while not self.ended:
            try:
                mark = await self.look_up(self._store.mark)
            except RashomonError as error:
                if str(error) != told:
                    _log.warning("whether the store has changed cannot be seen: %s", error)
                told = str(error)
            except Exception as fault:  # the watcher goes on, whatever it sees
                log_fault("watching the store", fault)
            else:
                told = ""
                if mark != self.mark:
                    self.mark = mark
                    self._on_change()
                    self._tell()
            await asyncio.sleep(self._every)

    def coming(self) -> asyncio.Event:
        """The next change. It is asked for before one looks: what changes while one looks is then not missed."""
        return self._changed

    async def change(self, coming: asyncio.Event) -> bool:
        """Returns when that change is there; False where there will be none, since the application ends."""
        if not self.ended:
            await coming.wait()
        return not self.ended

    async def look_up(self, read: Callable[..., Found], *given: object) -> Found:
        """What a reading of the store gives, in one of few threads."""
        if self._limiter is None:
            self._limiter = CapacityLimiter(_READERS)
        return await run_sync(read, *given, limiter=self._limiter)

    def end(self) -> None:
        """Everybody who waits is let go; may be called from any thread and from a signal's handler."""
        self.ended = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        told, self._changed = self._changed, asyncio.Event()
        told.set()
