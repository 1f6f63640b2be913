"""Wall time and peak memory from the start of a process to its JSON, each case in a fresh process.

python -m benchmarks.speed [--growth] [--shared DIR]      the cases and their goals; exit 1 where one is missed
python -m benchmarks.speed --profile REPORTS WORDS        the slowest functions of one generated case, in this process
"""

import argparse
import cProfile
import json
import os
import pstats
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpus import ROOT, read_rows, shared_folder
from benchmarks.generate import make_story
from rashomon.model.article import Article
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_to_json


@dataclass(frozen=True, slots=True)
class Case:
    """Articles to compare, and the most it may take: seconds of wall time, MB of peak memory (None is no goal)."""

    name: str
    file: Path
    seconds: float | None = None
    megabytes: float | None = None


def main(argv: list[str] | None = None) -> int:
    """0 where every goal is met, else 1."""
    args = _arguments(argv)
    if args.profile:
        profile(make_story(*args.profile))
        return 0
    with tempfile.TemporaryDirectory() as made:
        cases = list(_cases(Path(made), shared_folder(args.shared), args.growth))
        print(f"{'case':30} {'seconds':>8} {'goal':>6} {'MB':>7} {'goal':>6} {'JSON MB':>8}")
        missed = [case for case in cases if not _measured(case, Path(made) / "out.json")]
    return 1 if missed else 0


def _cases(made: Path, shared: Path, growth: bool) -> Iterable[Case]:
    bishkek = shared / "stories" / "bishkek" / "articles.jsonl"
    if bishkek.is_file():
        yield Case("five reports (bishkek)", bishkek, 1.0, 200)
    else:
        print(f"skipped: five reports, no {bishkek}")
    real = shared / "bench" / "grouping" / "giveme5w1h.jsonl.gz"
    if real.is_file():
        yield Case("20 real reports of 1,000 words", _lengthened(made, real, 20, 1000), 4.0, None)
    else:
        print(f"skipped: 20 real reports, no {real}")
    yield Case("20 reports of 1,000 words", _written(made, 20, 1000), 4.0, None)
    yield Case("200 reports of 500 words", _written(made, 200, 500), 40.0, 1500)
    for reports in (10, 25, 50, 100, 150) if growth else ():
        yield Case(f"{reports} reports of 500 words", _written(made, reports, 500))


def _lengthened(made: Path, rows: Path, reports: int, words: int) -> Path:
    """Reports of the largest event of a labelled set, cut to so many words or filled up with those of other events."""
    read = read_rows(rows, {"id": str, "text": str, "story": str})
    event, _ = Counter(row["story"] for row in read).most_common(1)[0]
    others = cycle([row["text"] for row in read if row["story"] != event])
    path = made / "real.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in [row for row in read if row["story"] == event][:reports]:
            text = row["text"]
            while len(text.split()) < words:
                text += "\n\n" + next(others)
            cut = [match.end() for match in islice(re.finditer(r"\S+", text), words)][-1]
            kept = {"id": row["id"], "text": text[:cut], "outlet": row.get("outlet"), "published": row.get("published")}
            file.write(json.dumps(kept) + "\n")
    return path


def _written(made: Path, reports: int, words: int) -> Path:
    path = made / f"{reports}x{words}.jsonl"
    lines = (
        json.dumps({"id": a.id, "text": a.text, "outlet": a.outlet, "title": a.headline, "published": a.published})
        for a in make_story(reports, words)
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _measured(case: Case, out: Path) -> bool:
    """Runs the case once, the best of three where it is short, prints its line; whether its goals are met."""
    seconds, megabytes = min(_run(case.file, out) for _ in range(3 if (case.seconds or 9) <= 4 else 1))
    goals = (_cell(case.seconds), _cell(case.megabytes))
    met = seconds <= (case.seconds or seconds) and megabytes <= (case.megabytes or megabytes)
    size = out.stat().st_size / 1e6
    print(
        f"{case.name:30} {seconds:8.2f} {goals[0]:>6} {megabytes:7.0f} {goals[1]:>6} {size:8.2f}{'' if met else '  !'}"
    )
    return met


def _run(file: Path, out: Path) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one fresh process."""
    begun = time.perf_counter()
    with out.open("wb") as sink:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "rashomon", "compare", str(file), "--format", "json"],
            {**os.environ, "PYTHONPATH": str(ROOT / "src")},
            file_actions=[(os.POSIX_SPAWN_DUP2, sink.fileno(), 1)],
        )
        _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{file}: the comparison failed with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def profile(articles: list[Article]) -> None:
    """Prints the functions that cost most, by their own time and with what they call."""
    watch = cProfile.Profile()
    watch.enable()
    comparison_to_json(compare_articles(articles))
    watch.disable()
    for order in ("tottime", "cumulative"):
        pstats.Stats(watch).sort_stats(order).print_stats(25)


def _cell(goal: float | None) -> str:
    return "-" if goal is None else f"{goal:g}"


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true", help="also 10 to 150 reports, to see how the time grows")
    parser.add_argument("--profile", nargs=2, type=int, metavar=("REPORTS", "WORDS"), help="profile one generated case")
    parser.add_argument("--shared", type=Path, help="folder that holds stories/ (default RASHOMON_SHARED or ../shared)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
