"""The same work on several parts at once, one process a part as far as there are processors."""

import io
import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Part = TypeVar("_Part")
_Made = TypeVar("_Made")
_inherited: list[
    tuple[Callable[[Any], Any], Sequence[Any], Sequence[object]]
] = []  # what forked processes find there, never sent to them


def work_side_by_side(
    work: Callable[[_Part], _Made], parts: Sequence[_Part], common: Sequence[object] = ()
) -> list[_Made]:
    """What `work` makes of each part, in their order; side by side where this process can be forked, else in turn.

    What is made may hold the objects of `common`: they are sent as their numbers, and stay the same objects.
    A process with several threads is not forked: a lock held by another of them would never open in the copy.
    """
    processors = min(len(parts), _processors())
    if processors < 2 or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return [work(part) for part in parts]
    _inherited.append((work, parts, common))
    try:
        with multiprocessing.get_context("fork").Pool(processors) as pool:
            made: list[Any] = [_unpacked(m, common) for m in pool.map(_work_on, range(len(parts)), chunksize=1)]
            return made
    except OSError:  # no process or no memory to be had: in turn, then
        return [work(part) for part in parts]
    finally:
        _inherited.pop()


def _work_on(number: int) -> bytes:
    work, parts, common = _inherited[-1]
    return _packed(work(parts[number]), common)


class _Packer(pickle.Pickler):
    """Writes an object of `common` as its number there."""

    def __init__(self, file: io.BytesIO, common: Sequence[object]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(one): number for number, one in enumerate(common)}

    def persistent_id(self, obj: object) -> int | None:
        return self._numbers.get(id(obj))


class _Unpacker(pickle.Unpickler):
    """Reads the number of an object of `common` as that object."""

    def __init__(self, file: io.BytesIO, common: Sequence[object]) -> None:
        super().__init__(file)
        self._common = common

    def persistent_load(self, pid: int) -> object:
        return self._common[pid]


def _packed(made: object, common: Sequence[object]) -> bytes:
    file = io.BytesIO()
    (_Packer(file, common) if common else pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)).dump(made)
    return file.getvalue()


def _unpacked(made: bytes, common: Sequence[object]) -> object:
    file = io.BytesIO(made)
    return (_Unpacker(file, common) if common else pickle.Unpickler(file)).load()


def _processors() -> int:
    """How many this process may use; 1 where the system cannot fork."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))
