"""Groups of clauses that make one statement: grown from likely pairs, free to share clauses.

A partition cannot hold claims: one sentence of news carries several statements.
"""

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.overlaps import best_in_article
from rashomon.compare.vectors import Floats
from rashomon.settings import ClaimSettings

Group = tuple[int, ...]


def grow_groups(scores: Floats, article: NDArray[np.intp], settings: ClaimSettings) -> tuple[Group, ...]:
    """Groups of two clauses or more, each in order, none nearly the same as a larger one.

    `scores` (C x C) are probabilities that two clauses make one statement, 0 within one article.
    """
    together = np.zeros(scores.shape, np.bool_)
    groups: list[Group] = []
    for a, b in _seeds(scores, article, settings):
        if together[a, b]:
            continue
        group = _grown(a, b, scores, article, settings)
        together[np.ix_(group, group)] = True
        groups.append(tuple(sorted(group)))
    return _distinct(groups, settings.same_group)


def _seeds(scores: Floats, article: NDArray[np.intp], settings: ClaimSettings) -> list[tuple[int, int]]:
    """Likely pairs, the likeliest first; each is the best of its row or column in that article, or likely in itself."""
    best = best_in_article(scores, article)
    fit = (scores > settings.seed) & ((scores >= np.maximum(best, best.T)) | (scores > settings.second))
    rows, columns = np.nonzero(np.triu(fit))
    order = np.lexsort((columns, rows, -scores[rows, columns]))
    return [(int(rows[k]), int(columns[k])) for k in order]


def _grown(a: int, b: int, scores: Floats, article: NDArray[np.intp], settings: ClaimSettings) -> list[int]:
    """The pair and, one by one, the clause that fits its members best on average, while one fits well enough."""
    group = [a, b]
    near = _near(a, b, scores, article, settings.least)
    of = article[near]
    count = np.zeros(len(near), np.float32)  # members of other articles than the column's
    total = np.zeros(len(near), np.float32)
    fit = np.ones(len(near), np.bool_)  # columns likely enough with each member, and no members themselves
    held = np.zeros(len(near), np.bool_)  # columns whose article has a member already
    for member in (a, b):
        _admit(scores[member, near], of == article[member], count, total, held)
    fit &= (near != a) & (near != b)
    while fit.any():
        margin = total / np.maximum(count, 1) - np.where(held, settings.second, settings.member)
        margin[~fit] = -1
        best = int(margin.argmax())
        if margin[best] <= 0:
            break
        member = int(near[best])
        group.append(member)
        row, own = scores[member, near], of == of[best]
        _admit(row, own, count, total, held)
        fit &= own | (row > settings.least)
        fit[best] = False
    return group


def _near(a: int, b: int, scores: Floats, article: NDArray[np.intp], least: float) -> NDArray[np.intp]:
    """The clauses likely enough with both, as far as they stand in other articles: no others can join them."""
    return np.flatnonzero(
        ((scores[a] > least) | (article == article[a])) & ((scores[b] > least) | (article == article[b]))
    )


def _admit(row: Floats, own: NDArray[np.bool_], count: Floats, total: Floats, held: NDArray[np.bool_]) -> None:
    count[~own] += 1
    total += row
    held |= own


def _distinct(groups: list[Group], same: float) -> tuple[Group, ...]:
    """The groups without those that lie in a larger one or share `same` of their members with it; the largest first."""
    kept: list[Group] = []
    sets: list[set[int]] = []
    holders: dict[int, list[int]] = {}
    for group in sorted(set(groups), key=lambda g: (-len(g), g)):
        members = set(group)
        near = {n for member in group for n in holders.get(member, ())}
        if any(_nearly(members, sets[n], same) for n in near):
            continue
        for member in group:
            holders.setdefault(member, []).append(len(kept))
        kept.append(group)
        sets.append(members)
    return tuple(kept)


def _nearly(group: set[int], larger: set[int], same: float) -> bool:
    return group <= larger or len(group & larger) >= same * len(group | larger)
