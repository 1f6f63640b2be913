"""What a benchmark measures: figures, their floors, and the one way in which a file of labelled rows is scored."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import ROOT, BadData, Row, Wanted, read_rows, shared_folder

FLOORS = ROOT / "benchmarks" / "public_floors.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number and the floor it must not sink under; without a floor it is only told."""

    name: str
    value: float
    floor: float | None = None

    @property
    def holds(self) -> bool:
        """True where the figure is on or above its floor."""
        return self.floor is None or self.value >= self.floor


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is scored, and how: `measure` takes the rows of one file, and whether to list the errors."""

    name: str  # of the module and of its floors
    about: str
    data: tuple[str, ...]  # under the shared folder
    wanted: Wanted
    measure: Callable[[list[Row], bool], dict[str, float]]


def run(benchmark: Benchmark, argv: list[str] | None) -> int:
    """0 where every figure holds or the default data is absent, 1 where one is too low, 2 where data is unusable."""
    args = _arguments(benchmark, argv)
    shared = shared_folder(args.shared)
    paths = args.data or default_data(benchmark, shared)
    if not paths:
        print(f"skipped: no {benchmark.data[0]} in {shared}; give --data FILE, or --shared DIR, or set RASHOMON_SHARED")
        return 0
    try:
        return show(figure for path in paths for figure in figures_of(benchmark, path, args.errors))
    except BadData as error:
        return refuse(benchmark.name, error)


def default_data(benchmark: Benchmark, shared: Path) -> list[Path]:
    """The benchmark's own files, those that are there."""
    return [path for path in (shared / name for name in benchmark.data) if path.is_file()]


def figures_of(benchmark: Benchmark, path: Path, errors: bool = False) -> list[Figure]:
    """What is measured on one file, each figure with its floor. Raises BadData."""
    try:
        return with_floors(benchmark.name, benchmark.measure(read_rows(path, benchmark.wanted), errors))
    except BadData as error:
        raise BadData(str(error) if str(path) in str(error) else f"{path}: {error}") from None


def with_floors(benchmark: str, measured: Mapping[str, float]) -> list[Figure]:
    """The figures of one benchmark, each with its pinned floor where it has one."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get(benchmark, {})
    return [Figure(name, value, floors.get(name)) for name, value in measured.items()]


def show(figures: Iterable[Figure]) -> int:
    """Prints a line a figure; 0 where all hold, else 1."""
    low = 0
    for figure in figures:
        print(line_of(figure))
        low += not figure.holds
    return 1 if low else 0


def line_of(figure: Figure) -> str:
    """The figure beside its floor."""
    floor = "" if figure.floor is None else f"   floor {figure.floor:.2f}"
    return f"{figure.name:36} {figure.value:.3f}{floor}{'' if figure.holds else '   below its floor'}"


def refuse(name: str, error: BadData) -> int:
    """Says in one line what is wrong with the data; the exit status for it."""
    print(f"{name}: {error}", file=sys.stderr)
    return 2


def precision_recall_f1(right: int, found: int, wanted: int, what: str = "") -> dict[str, float]:
    """Shares 0..1, named for what they are of; 0 where nothing was found, or nothing was to be found."""
    of = f" ({what})" if what else ""
    return {
        f"precision{of}": right / max(1, found),
        f"recall{of}": right / max(1, wanted),
        f"F1{of}": 2 * right / max(1, found + wanted),
    }


def _arguments(benchmark: Benchmark, argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        f"python -m benchmarks.{benchmark.name}",
        description=benchmark.about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--errors", action="store_true", help="list on standard error what was missed or wrong")
    parser.add_argument(
        "--data", type=Path, nargs="+", metavar="FILE", help="other JSON lines of the same format, gzip or not"
    )
    parser.add_argument("--shared", type=Path, help="folder that holds bench/ (default RASHOMON_SHARED or ../shared)")
    return parser.parse_args(argv)
