"""The same work on several parts at once, one process a part as far as there are processors."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Part = TypeVar("_Part")
_Made = TypeVar("_Made")
_inherited: list[
    tuple[Callable[[Any], Any], Sequence[Any]]
] = []  # what forked processes find there, never sent to them


def work_side_by_side(work: Callable[[_Part], _Made], parts: Sequence[_Part]) -> list[_Made]:
    """What `work` makes of each part, in their order; side by side where this process can be forked, else in turn.

    A process with several threads is not forked: a lock held by another of them would never open in the copy.
    """
    processors = min(len(parts), _processors())
    if processors < 2 or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return [work(part) for part in parts]
    _inherited.append((work, parts))
    try:
        with multiprocessing.get_context("fork").Pool(processors) as pool:
            made: list[Any] = pool.map(_work_on, range(len(parts)), chunksize=1)
            return made
    except OSError:  # no process or no memory to be had: in turn, then
        return [work(part) for part in parts]
    finally:
        _inherited.pop()


def _work_on(number: int) -> object:
    work, parts = _inherited[-1]
    return work(parts[number])


def _processors() -> int:
    """How many this process may use; 1 where the system cannot fork."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))
