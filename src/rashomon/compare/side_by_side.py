"""The same work on several parts at once, one process a part as far as there are processors."""

import dataclasses
import io
import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
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
    """Writes an object of `common` as its number there, a dataclass as its fields, which takes half of its own time."""

    def __init__(self, file: io.BytesIO, common: Sequence[object]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(one): number for number, one in enumerate(common)}

    def persistent_id(self, obj: object) -> int | None:
        return self._numbers.get(id(obj))

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 (what pickle asks for)
        kind: type = type(obj)
        fields = _fields_of(kind)
        return (kind, fields(obj)) if fields else NotImplemented


@cache
def _fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What reads the fields of a dataclass, in the order in which it is made of them; None for any other type."""
    if not dataclasses.is_dataclass(kind):
        return None
    names = [field.name for field in dataclasses.fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)


class _Unpacker(pickle.Unpickler):
    """Reads the number of an object of `common` as that object."""

    def __init__(self, file: io.BytesIO, common: Sequence[object]) -> None:
        super().__init__(file)
        self._common = common

    def persistent_load(self, pid: int) -> object:
        return self._common[pid]


def _packed(made: object, common: Sequence[object]) -> bytes:
    file = io.BytesIO()
    _Packer(file, common).dump(made)
    return file.getvalue()


def _unpacked(made: bytes, common: Sequence[object]) -> object:
    return _Unpacker(io.BytesIO(made), common).load()


def _processors() -> int:
    """How many this process may use; 1 where the system cannot fork."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))
