"""How alike articles are: the cosine of their telling words, rare ones weighing most, and whether their days agree."""

import numpy as np
from numpy.typing import NDArray

from rashomon.cluster.signature import NAME, UNDATED
from rashomon.cluster.terms import UNKNOWN, known_terms
from rashomon.settings import GroupingSettings

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
_COUNTED = 1 << 22  # places for counts; two words in one place look commoner than they are, seldom
_PLACES = _COUNTED - 1
_LOCAL = 1 << 16  # places in which the terms of one article are looked up
_SMALL = 256  # rows; tables of fewer are multiplied at once
_OFTEN = 24  # rows; a term of more of them is multiplied with all others at once


class Commonness:
    """In how many articles each term stands: those of the window, and as many more as the shipped table stands for."""

    def __init__(self, settings: GroupingSettings) -> None:
        self._prior = settings.prior_articles
        self.articles = 0
        self._counts = np.full(_COUNTED, self._prior * UNKNOWN, np.float32)
        terms, shares = known_terms()
        np.maximum.at(self._counts, terms & _PLACES, shares * np.float32(self._prior))

    def add(self, terms: NDArray[np.uint32]) -> None:
        """Counts the terms of one article; no term twice."""
        self.articles += 1
        self._counts[terms & _PLACES] += 1

    def add_all(self, terms: NDArray[np.uint32], articles: int) -> None:
        """Counts the terms of many articles, one after another."""
        self.articles += articles
        np.add.at(self._counts, terms & _PLACES, np.float32(1))

    def rarity(self, terms: NDArray[np.uint32]) -> Floats:
        """The negative logarithm of the share of articles that have each term, not below 0."""
        share = self._counts[terms & _PLACES] * np.float32(1 / (self.articles + self._prior + 1))
        rare: Floats = np.maximum(-np.log(share), np.float32(0))
        return rare


def weigh(terms: NDArray[np.uint32], weights: NDArray[np.uint8], common: Commonness) -> Floats:
    """Rows of weighted terms, each row of length one, or all 0 where nothing in it tells anything."""
    weighed = (weights & np.uint8(NAME - 1)) * common.rarity(terms)
    length = np.sqrt((weighed * weighed).sum(axis=-1, keepdims=True))
    unit: Floats = np.divide(weighed, length, out=np.zeros_like(weighed), where=length > 0)
    return unit


def weigh_names(terms: NDArray[np.uint32], weights: NDArray[np.uint8], common: Commonness) -> Floats:
    """The same rows with names and numbers only, each as heavy as it is rare, squared; of any length."""
    rare = common.rarity(terms)
    named: Floats = np.where(weights >= NAME, rare * rare, np.float32(0))
    return named


class Probe:
    """One article, weighted, against which rows of others are held."""

    def __init__(self, terms: NDArray[np.uint32], weighed: Floats) -> None:
        self._terms = np.append(terms, np.uint32(0))
        self._weighed = np.append(weighed, np.float32(0))
        self._places = np.full(_LOCAL, len(terms), np.int16)
        self._places[terms & (_LOCAL - 1)] = np.arange(len(terms), dtype=np.int16)

    def _held(self, terms: NDArray[np.uint32]) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
        """For each term of the rows its place in the article, and whether it is there at all."""
        places = self._places[terms & np.uint32(_LOCAL - 1)]
        return places, (self._terms[places] == terms) & (places < len(self._terms) - 1)

    def likeness(self, terms: NDArray[np.uint32], weighed: Floats) -> Floats:
        """The cosine, 0..1, of the article with each row."""
        places, held = self._held(terms)
        total: Floats = (self._weighed[places] * weighed * held).sum(axis=1)
        return total

    def having(self, terms: NDArray[np.uint32], places: Numbers) -> int:
        """How many of the rows have any of the article's terms at these places."""
        at, held = self._held(terms)
        return int((held & np.isin(at, places)).any(axis=1).sum())

    def worth(self, terms: NDArray[np.uint32], weighed: Floats) -> Floats:
        """For each term of the article what it brings to the sum of these cosines."""
        places, held = self._held(terms)
        brought = self._weighed[places[held]] * weighed[held]
        return np.bincount(places[held], brought, len(self._terms) - 1).astype(np.float32)


def table_of(terms: NDArray[np.uint32], weighed: Floats) -> Floats:
    """The product of each row with each: the cosine, where rows are of length one."""
    rows = len(terms)
    row, column = np.nonzero(weighed > 0)
    held, weight = terms[row, column], weighed[row, column]
    _, place, count = np.unique(held, return_inverse=True, return_counts=True)
    often = count > (_OFTEN if rows > _SMALL else 1)
    few = ~often[place] & (count[place] > 1)
    table = np.zeros(rows * rows, np.float32)
    _add_pairs(table, rows, row[few], place[few], weight[few])
    columns = np.cumsum(often) - 1
    many = often[place]
    dense = np.zeros((rows, max(1, int(often.sum()))), np.float32)
    dense[row[many], columns[place[many]]] = weight[many]
    whole: Floats = table.reshape(rows, rows) + dense @ dense.T
    np.fill_diagonal(whole, (weighed * weighed).sum(axis=1))
    return whole


def _add_pairs(table: Floats, rows: int, row: Numbers, place: Numbers, weight: Floats) -> None:
    """Adds for each term the products of all pairs of rows that have it, terms of as many rows at once."""
    order = np.argsort(place, kind="stable")
    row, place, weight = row[order], place[order], weight[order]
    starts = np.flatnonzero(np.r_[True, place[1:] != place[:-1]]) if len(place) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[starts, len(place)])
    for size in range(2, _OFTEN + 1):
        at = starts[sizes == size]
        if len(at):
            which = at[:, None] + np.arange(size)
            pairs = row[which][:, :, None] * rows + row[which][:, None, :]
            products = weight[which][:, :, None] * weight[which][:, None, :]
            np.add.at(table, pairs.ravel(), products.ravel())


def fullness(terms: NDArray[np.uint8], others: NDArray[np.uint8] | int, settings: GroupingSettings) -> Floats:
    """What is added to the likeness of long reports, which say in more ways the same: by how many terms both have."""
    both = np.minimum(terms, others).astype(np.float32)
    share = np.clip((both - settings.short_terms) / (settings.terms - settings.short_terms), 0, 1)
    added: Floats = (share * np.float32(settings.long)).astype(np.float32)
    return added


def nearness(days: NDArray[np.int32], day: NDArray[np.int32] | int, settings: GroupingSettings) -> Floats:
    """What the days add to the likeness: more where they are near, less where they are far, nothing where unknown."""
    apart = np.abs(days.astype(np.int64) - day)
    known = (days != UNDATED) & (np.asarray(day) != UNDATED)
    near = np.where(apart <= settings.near_days, settings.near, np.where(apart > settings.far_days, -settings.far, 0.0))
    added: Floats = np.where(known, near, 0.0).astype(np.float32)
    return added
