"""Every benchmark, or those named, in one table: what was measured beside its floor.

    python -m benchmarks [--shared DIR] [NAME ...]

Each has a command of its own, `python -m benchmarks.NAME`, which takes other data and lists errors.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import changed_copies, copies, grouping, names, pairs, quantities, quotations, serving, speed, stories
from benchmarks.corpus import ARTICLES, BadData, find_stories, shared_folder
from benchmarks.figures import Benchmark, Figure, default_data, figures_of, line_of, refuse, with_floors
from benchmarks.generate_copies import make_copies


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds, 1 where one does not, 2 where data is unusable; absent data is skipped."""
    args = _arguments(argv)
    shared = shared_folder(args.shared)
    worst = 0
    for name in args.names or [*MEASURED, *TABLES]:
        if name in TABLES:
            print(name)
            worst = max(worst, TABLES[name](shared))
        else:
            worst = max(worst, _told(name, shared))
    return worst


def _told(name: str, shared: Path) -> int:
    """Prints a line a figure; the exit status of this benchmark."""
    try:
        figures = MEASURED[name](shared)
    except BadData as error:
        return refuse(name, error)
    if not figures:
        print(f"{name:15} skipped: no data for it in {shared}")
    for figure in figures:
        print(f"{name:15} {line_of(figure)}", flush=True)
    return 0 if all(figure.holds for figure in figures) else 1


def _of_rows(benchmark: Benchmark) -> Callable[[Path], list[Figure]]:
    def measured(shared: Path) -> list[Figure]:
        return [figure for path in default_data(benchmark, shared) for figure in figures_of(benchmark, path)]

    return measured


def _of_stories(shared: Path) -> list[Figure]:
    folders = find_stories(None, shared)
    return stories.figures(folders, stories.find_scorer(None, shared)) if folders else []


def _of_copies(shared: Path) -> list[Figure]:
    folders = find_stories(None, shared, needed=(ARTICLES,))
    return changed_copies.try_stories(folders, changed_copies.SEED, changed_copies.EACH).figures() if folders else []


def _of_invented(shared: Path) -> list[Figure]:
    return with_floors(copies.NAME, copies.measure(make_copies(copies.ARTICLES)))


def _of_groups(shared: Path) -> list[Figure]:
    return [figure for path in grouping.default_files(shared) for figure in grouping.figures_of(path)]


MEASURED: dict[str, Callable[[Path], list[Figure]]] = {
    "stories": _of_stories,
    "changed_copies": _of_copies,
    copies.NAME: _of_invented,
    grouping.NAME: _of_groups,
    **{b.name: _of_rows(b) for b in (quotations.BENCHMARK, quantities.BENCHMARK, names.BENCHMARK, pairs.BENCHMARK)},
}
# These have tables of their own.
TABLES: dict[str, Callable[[Path], int]] = {
    "speed": lambda shared: speed.main(["--shared", str(shared)]),
    "serving": lambda shared: serving.main([]),
}


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = [*MEASURED, *TABLES]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all where none is given")
    parser.add_argument("--shared", type=Path, help="folder that holds stories/ and bench/ (default ../shared)")
    args = parser.parse_args(argv)
    for name in args.names:
        if name not in known:
            parser.error(f"no benchmark {name!r}; there are {', '.join(known)}")
    return args


if __name__ == "__main__":
    sys.exit(main())
