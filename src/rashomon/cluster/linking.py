"""Articles joined to stories from the most alike on, as long as the joined are alike on average (average linkage).

From the mean likeness of two groups a price is taken that grows with the smaller one: two groups of many articles that
were found apart are rather two events of one kind, the more so the more alike the articles within each are, and the
fewer of their names and numbers they share.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.cluster.likeness import Floats
from rashomon.settings import GroupingSettings

_NEVER = np.float32(-9.0)
_TINY = np.float32(1e-9)  # what a group without names has of them
Flags = NDArray[np.bool_]


def link(
    table: Floats,
    names: Floats,
    settings: GroupingSettings,
    together: Sequence[Sequence[int]] = (),
    apart: Flags | None = None,
) -> list[list[int]]:
    """The rows of a table of likeness in groups, each in order of its rows, groups in order of their first.

    `names` are products of what names and numbers the rows have; on the diagonal each with itself.
    Rows `together` are in one group, rows that `apart` marks never.
    """
    state = _Linking(table, names, settings, apart)
    for rows in together:
        for other in rows[1:]:
            state.join(*sorted((state.root(rows[0]), state.root(other))))
    state.look_around()
    while (pair := state.best()) is not None:
        state.join(*pair)
        state.look_from(pair[0])
    return state.groups()


class _Linking:
    """The means between groups, and for each group the best other."""

    def __init__(self, table: Floats, names: Floats, settings: GroupingSettings, apart: Flags | None) -> None:
        rows = len(table)
        self._least = settings.same_story
        self._step = np.float32(settings.step_of_size)
        self._gap = np.float32(settings.step_of_gap)
        self._strange = np.float32(settings.step_of_names)
        self._named_alike = np.float32(settings.same_names)
        self._few = np.float32(np.log(settings.few))
        self._names = names.astype(np.float32)  # sums between groups
        self._own_names = np.sqrt(np.maximum(np.diagonal(names), _TINY)).astype(np.float32)
        self._within = np.zeros(rows, np.float32)  # mean likeness of a group's own articles, 0 for one alone
        self._mean = table.astype(np.float32)
        self._apart = apart.copy() if apart is not None and apart.any() else None
        self._size = np.ones(rows, np.float32)
        self._log = np.zeros(rows, np.float32)
        self._live = np.ones(rows, np.bool_)
        self._into = np.arange(rows)
        self._best = np.full(rows, _NEVER, np.float32)
        self._other = np.zeros(rows, np.int64)

    def root(self, row: int) -> int:
        while self._into[row] != row:
            row = int(self._into[row])
        return row

    def best(self) -> tuple[int, int] | None:
        """The two groups that are most worth joining, the one of the first row first; None where none are."""
        if not len(self._best):
            return None
        one = int(self._best.argmax())
        if self._best[one] < self._least:
            return None
        other = int(self._other[one])
        return (one, other) if one < other else (other, one)

    def join(self, one: int, other: int) -> None:
        """The second group becomes part of the first."""
        if one == other:
            return
        a, b = self._size[one], self._size[other]
        pairs = np.array([a * (a - 1) / 2, b * (b - 1) / 2, a * b])
        parts = np.array([self._within[one], self._within[other], self._mean[one, other]])
        self._within[one] = (pairs * parts).sum() / pairs.sum()
        shared = self._names[one] + self._names[other]
        own = self._names[one, one] + self._names[other, other] + 2 * self._names[one, other]
        self._names[one] = shared
        self._names[:, one] = shared
        self._names[one, one] = own
        self._own_names[one] = np.sqrt(max(own, _TINY))
        mean = (a * self._mean[one] + b * self._mean[other]) / (a + b)
        self._mean[one] = mean
        self._mean[:, one] = mean
        if self._apart is not None:
            barred = self._apart[one] | self._apart[other]
            self._apart[one] = barred
            self._apart[:, one] = barred
        self._size[one] = a + b
        self._log[one] = np.log(self._size[one])
        self._live[other] = False
        self._best[other] = _NEVER
        self._into[other] = one

    def look_around(self) -> None:
        """Finds the best other of every group."""
        for row in np.flatnonzero(self._live):
            self._look(int(row))

    def look_from(self, one: int) -> None:
        """Finds the best others anew after a group has grown."""
        values = self._look(one)
        lost = np.flatnonzero(self._live & ~self._live[self._other] | (self._live & (self._other == one)))
        for row in lost:
            if row != one:
                self._look(int(row))
        better = self._live & (values > self._best)
        better[one] = False
        self._best[better] = values[better]
        self._other[better] = one

    def _look(self, row: int) -> Floats:
        mean = self._mean[row]
        gap = np.maximum(np.minimum(self._within, self._within[row]) - mean, 0)
        size = np.minimum(self._log, self._log[row])
        values: Floats = mean - size * (self._step + self._gap * gap)
        if self._log[row] > self._few:
            named = self._names[row] / (self._own_names * self._own_names[row])
            strange = np.maximum(self._named_alike - named, 0)
            values -= self._strange * np.maximum(size - self._few, 0) * strange
        values[~self._live] = _NEVER
        if self._apart is not None:
            values[self._apart[row]] = _NEVER
        values[row] = _NEVER
        self._other[row] = values.argmax()
        self._best[row] = values[self._other[row]]
        return values

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for row in range(len(self._into)):
            found.setdefault(self.root(row), []).append(row)
        return [found[root] for root in sorted(found, key=lambda root: found[root][0])]
