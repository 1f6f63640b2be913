"""The articles in view: their telling words in tables of numbers, found again by the words they share.

For each word the latest articles that have it are kept, a fixed number, so that finding others costs the same however
many articles there are; a word that many have is by then too common to tell anything.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rashomon.cluster.likeness import (
    Commonness,
    Floats,
    Numbers,
    Probe,
    fullness,
    nearness,
    table_of,
    weigh,
    weigh_names,
)
from rashomon.cluster.signature import NAME, Signature
from rashomon.settings import GroupingSettings

_FIRST_ROWS = 1024
_AT_ONCE = 4096  # rows whose words are looked through together
_PLACES = 1 << 20  # places for words; two words in one place find each other's articles, which are then told apart


class Window:
    """Rows of articles, in the order they came."""

    def __init__(self, settings: GroupingSettings) -> None:
        self._settings = settings
        self.common = Commonness(settings)
        self.rows = 0
        self._terms = np.zeros((_FIRST_ROWS, settings.terms), np.uint32)
        self._weights = np.zeros((_FIRST_ROWS, settings.terms), np.uint8)
        self._days = np.zeros(_FIRST_ROWS, np.int32)
        self._counts = np.zeros(_FIRST_ROWS, np.uint8)  # of terms
        self._postings = np.zeros((_PLACES, settings.postings), np.uint32)
        self._posted = np.zeros(_PLACES, np.uint32)

    def add(self, signature: Signature) -> int:
        """The row of a new article."""
        row = self.rows
        self._reserve(row + 1)
        self._set(row, signature)
        self.rows += 1
        self.common.add(self._terms[row, : len(signature.terms)])
        self._post(row, row + 1)
        return row

    def add_all(self, given: Iterable[Signature]) -> None:
        """Adds many at once, in this order."""
        first = self.rows
        for signature in given:
            self._reserve(self.rows + 1)
            self._set(self.rows, signature)
            self.rows += 1
        self._take_in(first)

    def _take_in(self, first: int) -> None:
        told = self._weights[first : self.rows] > 0
        self.common.add_all(self._terms[first : self.rows][told], self.rows - first)
        for at in range(first, self.rows, _AT_ONCE):
            self._post(at, min(at + _AT_ONCE, self.rows))

    def _post(self, first: int, end: int) -> None:
        """Lets rows be found by their most telling terms; where a place is full the latest stay."""
        terms, weighed = self._telling(first, end)
        row, column = np.nonzero(weighed > 0)
        places = terms[row, column] & np.uint32(_PLACES - 1)
        order = np.argsort(places, kind="stable")
        places, row = places[order], row[order] + first
        starts = np.flatnonzero(np.r_[True, places[1:] != places[:-1]])[: len(places)]
        counts = np.diff(np.r_[starts, len(places)])
        rank = np.arange(len(places)) - np.repeat(starts, counts)
        self._postings[places, (self._posted[places] + rank) % self._settings.postings] = row
        self._posted[places[starts]] += counts.astype(np.uint32)

    def _set(self, row: int, signature: Signature) -> None:
        kept = min(len(signature.terms), self._settings.terms)
        self._terms[row, :kept] = signature.terms[:kept]
        self._weights[row, :kept] = signature.weights[:kept]
        self._days[row] = signature.day
        self._counts[row] = kept

    def _reserve(self, rows: int) -> None:
        if rows > len(self._days):
            size = max(rows, len(self._days) * 3 // 2)
            for name in ("_terms", "_weights", "_days", "_counts"):
                old = getattr(self, name)
                new = np.zeros((size, *old.shape[1:]), old.dtype)
                new[: self.rows] = old[: self.rows]
                setattr(self, name, new)

    def _telling(self, first: int, end: int) -> tuple[NDArray[np.uint32], Floats]:
        """The most telling terms of rows, by which others are found, and what each weighs."""
        terms = self._terms[first:end]
        weighed = (self._weights[first:end] & np.uint8(NAME - 1)) * self.common.rarity(terms)
        most = self._settings.looked_up
        if terms.shape[1] <= most:
            return terms, weighed
        best = np.argpartition(-weighed, most, axis=1)[:, :most]
        return np.take_along_axis(terms, best, 1), np.take_along_axis(weighed, best, 1)

    def find(self, row: int) -> Numbers:
        """Earlier rows that share telling words with a row, those that share most first."""
        telling, weighed = self._telling(row, row + 1)
        terms = telling[weighed > 0]
        places = terms & np.uint32(_PLACES - 1)
        held = np.minimum(self._posted[places], self._settings.postings)
        there = np.arange(self._settings.postings) < held[:, None]
        rows = self._postings[places][there]
        rare = np.repeat(self.common.rarity(terms), held)
        keep = rows != row
        found, which = np.unique(rows[keep], return_inverse=True)
        votes = np.bincount(which, rare[keep] ** 2, len(found))
        best = np.argsort(-votes, kind="stable")[: self._settings.candidates]
        chosen: Numbers = found[best].astype(np.int64)
        return chosen

    def view(self, row: int) -> "View":
        """The window as one article sees it now."""
        terms = self._terms[row]
        weighed = weigh(terms, self._weights[row], self.common)
        told = weighed > 0
        return View(self, row, Probe(terms[told], weighed[told]), np.flatnonzero(told))

    def others(self, rows: Numbers) -> tuple[NDArray[np.uint32], Floats]:
        """The terms of rows, weighted as they are now."""
        terms = self._terms[rows]
        return terms, weigh(terms, self._weights[rows], self.common)

    def added(self, row: int, rows: Numbers) -> Floats:
        """What days and lengths of rows add to their likeness to one."""
        near = nearness(self._days[rows], int(self._days[row]), self._settings)
        full = fullness(self._counts[rows], int(self._counts[row]), self._settings)
        both: Floats = near + full
        return both

    def table(self, rows: Numbers) -> Floats:
        """How alike rows are each to each, days and lengths included."""
        terms, days, counts = self._terms[rows], self._days[rows], self._counts[rows]
        alike = table_of(terms, weigh(terms, self._weights[rows], self.common))
        alike += nearness(days[:, None], days[None, :], self._settings)
        alike += fullness(counts[:, None], counts[None, :], self._settings)
        return alike

    def names(self, rows: Numbers) -> Floats:
        """What names and numbers rows share each with each, and on the diagonal what each has."""
        terms = self._terms[rows]
        return table_of(terms, weigh_names(terms, self._weights[rows], self.common))


class View:
    """How alike one article of a window is to the others, as its words weigh now."""

    def __init__(self, window: Window, row: int, probe: Probe, places: Numbers) -> None:
        self._window = window
        self._probe = probe
        self._places = places
        self.row = row

    def likeness(self, rows: Numbers) -> Floats:
        """How alike the article is to rows, days and lengths included."""
        both: Floats = self._probe.likeness(*self._window.others(rows)) + self._window.added(self.row, rows)
        return both

    def shared(self, rows: Numbers, most: int) -> tuple[list[int], int]:
        """The places of the terms that most of its likeness to rows comes from, and how many rows have any of them."""
        terms, weighed = self._window.others(rows)
        worth = self._probe.worth(terms, weighed)
        best = np.argsort(-worth, kind="stable")[:most]
        best = best[worth[best] > 0]
        return [int(self._places[n]) for n in best], self._probe.having(terms, best)
