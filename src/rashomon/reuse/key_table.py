"""Which articles hold a key: a table of fixed rows, in which the newest holders push out the oldest."""

import numpy as np
import numpy.typing as npt

from rashomon.reuse.copy_sketch import KEY_BITS, Keys

Owners = npt.NDArray[np.uint64]
_SLOTS = 16  # holders of the keys of one row; a text carried more often is known by its newest carriers
_FULL = 0.75  # of the slots, before the rows are doubled; then 2 in 100 of the oldest places are lost to full rows
_FIRST_ROWS = 1 << 12
_SHIFT, _ONE = np.uint64(KEY_BITS), np.uint64(1)


class KeyTable:
    """Keys with their owners, numbered by age. A slot holds owner + 1 above the key, so that an empty one is 0, and the
    least in a row is empty or the oldest.
    """

    def __init__(self) -> None:
        self._slots = np.zeros((_FIRST_ROWS, _SLOTS), np.uint64)
        self._held = 0

    @property
    def nbytes(self) -> int:
        """The bytes it takes."""
        return self._slots.nbytes

    def owners_of(self, keys: Keys) -> Owners:
        """The owners of each key, those of all keys in one: an owner as often as it has one of them."""
        rows = self._slots[keys & np.uint32(len(self._slots) - 1)]
        held = rows[(rows.astype(np.uint32) == keys[:, None]) & (rows > 0)]
        owners: Owners = (held >> _SHIFT) - _ONE
        return owners

    def insert(self, keys: Keys, owners: Owners) -> None:
        """Puts in each key with its owner; owners are newer than all before."""
        self._held += len(keys)
        while self._held > _FULL * self._slots.size:
            self._double()
        rows = (keys & np.uint32(len(self._slots) - 1)).astype(np.int64)
        order = np.argsort(rows, kind="stable")
        rows, packed = rows[order], (((owners + _ONE) << _SHIFT) | keys)[order]
        firsts = np.flatnonzero(np.diff(rows, prepend=-1))
        sizes = np.diff(firsts, append=len(rows))
        newer = np.repeat(firsts + sizes, sizes) - np.arange(1, len(rows) + 1)  # that go to the same row after it
        for turn in range(min(_SLOTS, int(sizes.max(initial=0))) - 1, -1, -1):
            into = rows[newer == turn]
            self._slots[into, self._slots[into].argmin(axis=1)] = packed[newer == turn]

    def renumber(self, stays: npt.NDArray[np.bool_]) -> None:
        """Drops the owners that do not stay, and numbers those that do from 0 on."""
        to = np.zeros(len(stays) + 1, np.uint64)
        to[1:] = np.where(stays, np.cumsum(stays), 0)
        self._held = 0
        for rows in np.array_split(self._slots, max(1, len(self._slots) >> 16)):  # views: the table itself changes
            owners = to[rows >> _SHIFT]
            rows[:] = np.where(owners > 0, (owners << _SHIFT) | (rows & np.uint64(2**KEY_BITS - 1)), 0)
            self._held += int(np.count_nonzero(rows))

    def _double(self) -> None:
        """Twice the rows: those of the new half take the keys that have one bit more."""
        old, rows = self._slots, len(self._slots)
        self._slots = np.zeros((2 * rows, _SLOTS), np.uint64)
        for at in range(0, rows, 1 << 16):
            part = old[at : at + (1 << 16)]
            moves = (part & np.uint64(rows)) > 0
            self._slots[at : at + len(part)] = np.where(moves, 0, part)
            self._slots[rows + at : rows + at + len(part)] = np.where(moves, part, 0)
