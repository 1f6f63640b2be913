"""Scores the labelled stories and holds the means to the floors pinned in floors.json.

python -m benchmarks.stories [--errors] [--data DIR] [--pin | --pin --lower] [STORY ...]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import LABELS, ROOT, BadData, corpus_digest, find_stories, run_story, shared_folder
from benchmarks.figures import Figure, refuse
from rashomon.serialize import comparison_to_json

SCORER = "score.py"
FLOORS = ROOT / "benchmarks" / "floors.json"
SLACK = 0.01  # a pinned floor lies this far under what was measured, so that a tie broken otherwise is no alarm


def main(argv: list[str] | None = None) -> int:
    """0 where every mean is on or above its floor, or the data is absent; 1 where not; 2 where it is unusable."""
    args = _arguments(argv)
    shared = shared_folder(args.shared)
    try:
        folders = find_stories(args.data, shared, args.stories)
        if not folders:
            print(f"skipped: no labelled stories in {shared / 'stories'}; give --data DIR or set RASHOMON_SHARED")
            return 0
        table = score(folders, find_scorer(args.data, shared), args.errors)
    except BadData as error:
        return refuse("stories", error)
    digest = corpus_digest(folders)
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    show(table, pinned["floors"])
    print(f"corpus {digest}, {len(folders)} stories")
    if args.stories:
        return 0
    if pinned["corpus"] not in (None, digest):
        print(f"the floors were pinned on another corpus, {pinned['corpus']}")
    if args.pin:
        pin(table["mean"], digest, pinned["floors"], args.lower)
        return 0
    return 1 if below(table["mean"], pinned["floors"]) else 0


def figures(folders: list[Path], scorer: Path) -> list[Figure]:
    """The means over the stories, each with its floor. Raises BadData."""
    means = score(folders, scorer, errors=False)["mean"]
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    return [Figure(name, mean or 0.0, floors.get(name)) for name, mean in means.items()]


def find_scorer(data: Path | None, shared: Path) -> Path:
    """The stories' own scorer, beside them or in the shared folder. Raises BadData where there is none."""
    places = [data, data.parent] if data else []
    places.append(shared / "stories")
    for place in places:
        if (place / SCORER).is_file():
            return place / SCORER
    raise BadData(f"no {SCORER} in {' or '.join(map(str, places))}")


def score(folders: list[Path], scorer: Path, errors: bool) -> dict[str, Any]:
    """The figures of every story and their mean, as the stories' own scorer prints them. Raises BadData."""
    with tempfile.TemporaryDirectory() as made:
        words = []
        for folder in folders:
            check_labels(folder)
            out = Path(made) / f"{folder.name}.json"
            out.write_text(comparison_to_json(run_story(folder)), encoding="utf-8")
            words += [str(folder), str(out)]
        command = [sys.executable, str(scorer), "--json", *(["--errors"] if errors else []), *words]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise BadData(f"{scorer} could not score them; what it says stands above")
    table: dict[str, Any] = json.loads(done.stdout)
    return table


def check_labels(folder: Path) -> None:
    """Raises BadData where the labels of a story are no JSON object."""
    path = folder / LABELS
    try:
        labels = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadData(f"{path}: {error}") from None
    if not isinstance(labels, dict):
        raise BadData(f"{path}: no JSON object")


def show(table: dict[str, Any], floors: dict[str, float]) -> None:
    """Prints one line a figure: the mean, its floor, then each story."""
    names = [name for name in table if name != "mean"]
    print(f"{'':16} {'mean':>5} {'floor':>6}   " + " ".join(f"{name[:8]:>8}" for name in names))
    for figure, mean in table["mean"].items():
        floor = floors.get(figure)
        low = floor is not None and (mean is None or mean < floor)
        cells = " ".join(f"{_cell(table[name][figure]):>8}" for name in names)
        print(f"{figure:16} {_cell(mean):>5} {_cell(floor):>6} {'!' if low else ' '} {cells}")


def below(means: dict[str, float | None], floors: dict[str, float]) -> list[str]:
    """The figures under their floor, each said on a line."""
    low = [name for name, floor in floors.items() if (means.get(name) or 0.0) < floor]
    for name in low:
        print(f"below its floor: {name} {means.get(name) or 0.0:.4f} < {floors[name]:.2f}")
    return low


def pin(means: dict[str, float | None], digest: str, floors: dict[str, float], lower: bool) -> None:
    """Writes floors raised to what was measured; a floor sinks only where `lower` is asked for."""
    made = {}
    for name, floor in floors.items():
        measured = round((means.get(name) or 0.0) - SLACK, 3)
        made[name] = measured if lower else max(floor, measured)
    FLOORS.write_text(json.dumps({"corpus": digest, "floors": made}, indent=1) + "\n", encoding="utf-8")
    print(f"pinned in {FLOORS.relative_to(ROOT)}")


def _cell(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2f}"


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", help="only these stories; the floors are then not held")
    parser.add_argument("--errors", action="store_true", help="list on standard error what was missed or wrong")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder of other stories, or one story's folder")
    parser.add_argument("--shared", type=Path, help="folder that holds stories/ (default RASHOMON_SHARED or ../shared)")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured, less 0.01")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors sink as well")
    args = parser.parse_args(argv)
    if args.pin and (args.data or args.stories):
        parser.error("--pin is for all the stories of the shared folder; leave out --data and the names")
    return args


if __name__ == "__main__":
    sys.exit(main())
