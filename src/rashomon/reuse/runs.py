"""Aligned runs: index hits of one pair of texts, joined along their diagonal and over small edits."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, groupby, product

from rashomon.reuse.shingles import SHINGLE, Run, Words

Pair = tuple[int, int]
AFTER_EDIT = 3  # words alike that follow an edit; two could be "of the"


def align_runs(
    texts: tuple[Words, ...], places: dict[int, list[tuple[int, int]]], most_carriers: int, longest_edit: int
) -> dict[Pair, tuple[Run, ...]]:
    """For each pair of texts the runs of words they share, in order of place.

    Sequences that stand in more than `most_carriers` places are matched against the first of them only, so that
    hundreds of copies cost no more than their length. `longest_edit` is in words, on either side.
    """
    hits: dict[Pair, list[tuple[int, int]]] = {}
    for where in places.values():
        for (a, at_a), (b, at_b) in _matched(where, most_carriers):
            hits.setdefault((a, b), []).append((at_b - at_a, at_a))
    return {
        pair: _bridged(texts[pair[0]], texts[pair[1]], list(_diagonal_runs(hits[pair])), longest_edit)
        for pair in sorted(hits)
    }


def _matched(where: list[tuple[int, int]], most: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    pairs: Iterable[tuple[tuple[int, int], tuple[int, int]]]
    pairs = combinations(where, 2) if len(where) <= most else ((where[0], other) for other in where[1:])
    return ((one, other) for one, other in pairs if one[0] != other[0])


def _diagonal_runs(hits: list[tuple[int, int]]) -> Iterator[Run]:
    """Neighbouring hits on one diagonal are one run."""
    hits.sort()
    for _, neighbours in groupby(enumerate(hits), key=lambda item: (item[1][0], item[1][1] - item[0])):
        run = [hit for _, hit in neighbours]
        shift, first, last = run[0][0], run[0][1], run[-1][1] + SHINGLE
        yield Run(first, last, first + shift, last + shift)


def _bridged(a: Words, b: Words, runs: list[Run], longest_edit: int) -> tuple[Run, ...]:
    """The runs, those that only a small edit parts joined, without those that lie inside a longer one."""
    done: list[Run] = []
    for run in sorted(runs, key=lambda r: (r.at_a, r.at_b)):
        for n in range(len(done) - 1, max(-1, len(done) - 4), -1):
            if _joins(a, b, done[n], run, longest_edit):
                done[n] = Run(done[n].at_a, max(done[n].end_a, run.end_a), done[n].at_b, max(done[n].end_b, run.end_b))
                break
        else:
            done.append(run)
    grown = (_grown(a, b, run, longest_edit) for run in _unlapped(done))
    return tuple(sorted(_unlapped(grown), key=lambda r: (r.at_a, r.at_b)))


def _joins(a: Words, b: Words, before: Run, run: Run, longest_edit: int) -> bool:
    gap_a, gap_b = run.at_a - before.end_a, run.at_b - before.end_b
    if not (-SHINGLE < gap_a <= longest_edit and -SHINGLE < gap_b <= longest_edit):
        return False
    between = (*a.numbers[before.end_a : run.at_a], *b.numbers[before.end_b : run.at_b])
    return run.at_b > before.at_b and all(number > 0 for number in between)


def _grown(a: Words, b: Words, run: Run, longest_edit: int) -> Run:
    """The run with what follows and precedes it beyond small edits, too short to stand in the index."""
    end_a, end_b = _reach(a.numbers, b.numbers, run.end_a, run.end_b, 1, longest_edit)
    at_a, at_b = _reach(a.numbers, b.numbers, run.at_a - 1, run.at_b - 1, -1, longest_edit)
    return Run(at_a + 1, end_a, at_b + 1, end_b)


def _reach(a: tuple[int, ...], b: tuple[int, ...], x: int, y: int, step: int, longest_edit: int) -> tuple[int, int]:
    """Where the two stop being alike from `x` and `y` on, over one edit of `longest_edit` words at most."""
    ahead_a, ahead_b = _ahead(a, x, step, longest_edit), _ahead(b, y, step, longest_edit)
    if not ahead_a or not ahead_b or set(ahead_a).isdisjoint(ahead_b):
        return x, y
    most_a, most_b = len(ahead_a), len(ahead_b)
    for skip_a, skip_b in _edits(longest_edit):
        if skip_a >= most_a or skip_b >= most_b or ahead_a[skip_a] != ahead_b[skip_b]:
            continue
        alike = _alike(a, b, x + step * skip_a, y + step * skip_b, step)
        if alike >= AFTER_EDIT and _unbroken(a, x, skip_a, step) and _unbroken(b, y, skip_b, step):
            return x + step * (skip_a + alike), y + step * (skip_b + alike)
    return x, y


def _ahead(numbers: tuple[int, ...], at: int, step: int, longest_edit: int) -> tuple[int, ...]:
    """The words that can be reached from here over an edit, the nearest first."""
    return numbers[at : at + longest_edit + 1] if step > 0 else numbers[max(0, at - longest_edit) : at + 1][::-1]


@lru_cache(maxsize=8)
def _edits(longest: int) -> tuple[tuple[int, int], ...]:
    """Words to pass over in the one and in the other, the smallest edits first."""
    return tuple(sorted(product(range(longest + 1), range(longest + 1)), key=sum)[1:])


def _alike(a: tuple[int, ...], b: tuple[int, ...], x: int, y: int, step: int) -> int:
    """The number of words alike, up to the length that the index holds."""
    alike = 0
    while alike < SHINGLE and 0 <= x < len(a) and 0 <= y < len(b) and a[x] == b[y]:
        alike, x, y = alike + 1, x + step, y + step
    return alike


def _unbroken(numbers: tuple[int, ...], at: int, words: int, step: int) -> bool:
    return all(numbers[at + step * n] > 0 for n in range(words))


def _unlapped(runs: Iterable[Run]) -> Iterator[Run]:
    """The longest runs first, each only where at least half of it is new on both sides."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for run in sorted(runs, key=lambda r: (r.at_a - r.end_a, r.at_a, r.at_b)):
        here_a, here_b = range(run.at_a, run.end_a), range(run.at_b, run.end_b)
        if 2 * len(taken_a.intersection(here_a)) > len(here_a) or 2 * len(taken_b.intersection(here_b)) > len(here_b):
            continue
        taken_a.update(here_a)
        taken_b.update(here_b)
        yield run
