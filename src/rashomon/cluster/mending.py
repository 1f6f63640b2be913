"""Stories that lie near each other grouped anew, so that the order in which their articles came hardly matters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.cluster.linking import Flags, link
from rashomon.cluster.roster import Roster
from rashomon.cluster.ties import Ties
from rashomon.cluster.window import Window
from rashomon.settings import GroupingSettings


@dataclass(frozen=True, slots=True)
class Move:
    """Rows that went from one story to another; `opened` where that one is new."""

    old: int
    new: int
    rows: tuple[int, ...]
    opened: bool = False


def mend(
    roster: Roster, window: Window, ties: Ties, around: Sequence[int], settings: GroupingSettings, most: int
) -> list[Move]:
    """Groups the articles of some stories as if all had come at once; what moved, which has been done.

    Of a story of more than `most` articles some stand for all, and it stays whole. A story keeps its name for the group
    that most of its articles are in, the oldest story first.
    """
    around = sorted(around)
    standing = {number: list(roster.standing_for(number, most)) for number in around if roster.members[number]}
    rows = [row for number in standing for row in standing[number]]
    if len(rows) < 2:
        return []
    place = {row: n for n, row in enumerate(rows)}
    together = _kept_together(roster, ties, standing, place)
    apart = _kept_apart(roster, ties, rows)
    numbers = np.array(rows, np.int64)
    linked = link(window.table(numbers), window.names(numbers), settings, together, apart)
    groups = [[rows[n] for n in group] for group in linked]
    return _settle(roster, ties, groups, standing)


def _kept_together(
    roster: Roster, ties: Ties, standing: dict[int, list[int]], place: dict[int, int]
) -> list[list[int]]:
    """Stories that are not taken apart, and articles that a reader put beside the first of a story."""
    kept = []
    for number, rows in standing.items():
        if len(rows) < len(roster.members[number]) or ties.is_whole(roster.ids[number]):
            kept.append([place[row] for row in rows])
            continue
        held = [row for row in rows if ties.held(roster.articles[row]) == roster.ids[number]]
        if held:
            kept.append([place[row] for row in sorted({*held, rows[0]})])
    return kept


def _kept_apart(roster: Roster, ties: Ties, rows: list[int]) -> Flags | None:
    """Pairs of which a reader took one out of the other's story, or put them in two."""
    flags: Flags | None = None
    names = [roster.ids[roster.story[row]] for row in rows]
    held = [ties.held(roster.articles[row]) for row in rows]
    for n, row in enumerate(rows):
        barred = ties.barred(roster.articles[row])
        if not barred and held[n] is None:
            continue
        flags = np.zeros((len(rows), len(rows)), np.bool_) if flags is None else flags
        for m in range(len(rows)):
            if names[m] in barred or (held[n] is not None and held[m] not in (None, held[n])):
                flags[n, m] = flags[m, n] = n != m
    return flags


def _settle(roster: Roster, ties: Ties, groups: list[list[int]], standing: dict[int, list[int]]) -> list[Move]:
    """Gives each group a story and moves what must."""
    named = _name_groups(roster, ties, groups, standing)
    moves = []
    for n, group in enumerate(groups):
        opened = n not in named
        number = named.get(n)
        if number is None:
            number = roster.open_for(roster.articles[group[0]], roster.ids[roster.story[group[0]]])
        sources = sorted({roster.story[row] for row in group} - {number})
        for old in sources:
            rows = [row for row in group if roster.story[row] == old]
            if len(rows) == len(standing[old]):
                rows = list(roster.members[old])  # those it stands for go with it
            moves.append(Move(old, number, tuple(rows), opened))
            opened = False  # what comes from a second story is moved there
    for move in moves:
        roster.move(move.rows, move.new)
    return moves


def _name_groups(roster: Roster, ties: Ties, groups: list[list[int]], standing: dict[int, list[int]]) -> dict[int, int]:
    """For each group the number of the story whose name it keeps, if any."""
    owner = {row: n for n, group in enumerate(groups) for row in group}
    named: dict[int, int] = {}
    used: set[int] = set()
    for number, rows in standing.items():
        held = [owner[row] for row in rows if ties.held(roster.articles[row]) == roster.ids[number]]
        if held and held[0] not in named:
            named[held[0]] = number
            used.add(number)
    for number, rows in standing.items():
        if number in used:
            continue
        counts = Counter(owner[row] for row in rows)
        best = min(counts, key=lambda n: (-counts[n], n))
        if best not in named:
            named[best] = number
        elif (free := [n for n in sorted(counts) if n not in named]) and 2 * counts[best] < len(rows):
            named[free[0]] = number
    return named
