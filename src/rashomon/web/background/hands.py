"""A background process that does one piece of work at a time, so that the one that answers readers stays free."""

import atexit
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from rashomon.errors import RashomonError
from rashomon.store.opening import open_store
from rashomon.store.store import Store

Tell = Callable[[str], None]
"""Says in a few words how far the work is."""

Order = TypeVar("Order")
Result = TypeVar("Result")
Work = Callable[[Store, Order, Tell, threading.Event], Result]
"""Carries out an order on the store; ends soon, with what it has, when the event is set."""

_STOP = "stop"
_LOOKS_UP = 0.2  # seconds between two looks at whether the work is to stop, or has taken too long
_DIES = 0.5  # seconds in which a process that was ended is gone
_OUTLIVES = 3.0  # seconds that the work of a process goes on which nobody listens to any more


class HandLost(Exception):
    """The process ended before its work was done; the message says how."""


class WorkFailed(Exception):
    """The work raised; the message is one line for the reader."""


@dataclass(frozen=True, slots=True)
class _Told:
    words: str


@dataclass(frozen=True, slots=True)
class _Done:
    result: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    line: str


class Hand(Generic[Order, Result]):
    """One process, begun with its first order and anew where it was lost. One thread gives it orders."""

    def __init__(self, name: str, work: Work[Order, Result], address: str, niceness: int) -> None:
        self._name = name
        self._work = work
        self._address = address
        self._niceness = niceness
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._closed = False
        self._stopping = False

    def do(self, order: Order, tell: Tell | None = None, longest: float = float("inf")) -> Result:
        """What came of the order. Raises WorkFailed where the work did, HandLost where the process ended, or was
        ended because it took longer than `longest` seconds.
        """
        if self._process is not None and not self._process.is_alive():
            self._end()  # it was lost while it had nothing to do: the order is not to suffer for it
        line = self._line or self._begin()
        try:
            line.send(order)
            return self._hear(line, tell, longest)
        except WorkFailed:
            raise
        except (EOFError, OSError):
            raise HandLost(self._last_words()) from None
        except Exception:
            self._end()  # what it said later would be taken for the answer to the next order
            raise

    def ask_to_stop(self) -> None:
        """The work under way ends soon, with what it has, as does all that is given later. May be called from a
        signal's handler.
        """
        self._stopping = True

    def close(self) -> None:
        """The process is ended at once; what its work wrote by transactions is whole."""
        self._closed = True
        self._end()

    def _hear(self, line: Connection, tell: Tell | None, longest: float) -> Result:
        since, asked = time.monotonic(), False
        while time.monotonic() - since < longest:
            if self._stopping and not asked:
                line.send(_STOP)  # by the thread that gave the order, so that it never comes before it
                asked = True
            if not line.poll(_LOOKS_UP):
                continue
            told = line.recv()
            if isinstance(told, _Done):
                result: Result = told.result
                return result
            if isinstance(told, _Failed):
                raise WorkFailed(told.line)
            if tell is not None:
                tell(told.words)
        raise HandLost(f"it took longer than {longest / 60:.0f} minutes and was given up")

    def _begin(self) -> Connection:
        if self._closed:
            raise HandLost("the application is ending")
        context = _context(self._work.__module__)
        try:
            ours, theirs = context.Pipe()
            given = (theirs, self._work, self._address, self._niceness)
            process = context.Process(target=_serve, args=given, name=self._name, daemon=True)
            process.start()
        except (OSError, EOFError) as error:
            raise HandLost(f"the process {self._name} could not be begun ({error or 'it ended'})") from None
        theirs.close()
        atexit.register(self._end)  # or an application that did not close it would wait for it for ever
        self._process, self._line = process, ours
        if self._closed:  # meanwhile, when there was no process yet to be ended
            self._end()
            raise HandLost("the application is ending")
        return ours

    def _last_words(self) -> str:
        process = self._process
        if process is not None:
            process.join(_DIES)
        code = process.exitcode if process is not None else None
        self._end()
        if self._closed:
            return "the application is ending"
        return f"the process {self._name} ended before it was done (status {code}); is there memory enough?"

    def _end(self) -> None:
        process, line, self._process, self._line = self._process, self._line, None, None
        if process is not None:
            atexit.unregister(self._end)
            process.kill()  # no milder signal would reach it
            process.join(_DIES)
        if line is not None:
            line.close()


def _context(module: str) -> SpawnContext | ForkServerContext:
    """How processes are begun: forked off one that has read all the code and nothing else, where the system can; never
    off ours, whose threads' locks would come along.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _serve(line: Connection, work: Work[Any, Any], address: str, niceness: int) -> None:
    """The life of the process: orders, one after the other, until nobody gives any."""
    for asked in (signal.SIGINT, signal.SIGTERM):  # which may go to all processes of a service at once
        signal.signal(asked, signal.SIG_IGN)  # but are for the application, which ends this one
    with suppress(OSError, AttributeError):
        os.nice(niceness)
    orders: SimpleQueue[tuple[object, threading.Event] | None] = SimpleQueue()
    threading.Thread(target=_listen, args=(line, orders), daemon=True).start()
    store: Store | None = None
    with suppress(BrokenPipeError, EOFError):  # nobody listens any more
        while given := orders.get():
            order, stop = given
            try:
                store = store or open_store(address, create=False)
                line.send(_Done(work(store, order, lambda words: line.send(_Told(words)), stop)))
            except RashomonError as error:
                line.send(_Failed(str(error)))
            except (BrokenPipeError, EOFError):
                raise
            except Exception as fault:  # one bad story or file holds up no other
                line.send(_Failed(f"a fault of ours, {type(fault).__name__}: {fault}; please report it"))
    if store is not None:
        store.close()


def _listen(line: Connection, orders: "SimpleQueue[tuple[object, threading.Event] | None]") -> None:
    stop = threading.Event()
    while True:
        try:
            heard = line.recv()
        except (EOFError, OSError):
            stop.set()
            orders.put(None)
            break
        if heard == _STOP:
            stop.set()
        else:
            stop = threading.Event()
            orders.put((heard, stop))
    time.sleep(_OUTLIVES)
    os._exit(1)  # it is still at work, though nobody will know what comes of it
