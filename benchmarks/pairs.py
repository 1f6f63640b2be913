"""Same statement or not: how well Rashomon's features of a pair of sentences tell it. MSRP and STS headlines.

    python -m benchmarks.pairs [--errors] [--data FILE ...]

It measures the features, not the weights that Rashomon ships: those were learned on news stories, for sentences of one
story. Here a plain line is learned on the file that is scored, by ten folds (row n lies in fold n mod 10): logistic for
rows with "same" (accuracy and F1), least squares for rows with "score" (Pearson). Nothing learned here is kept, for
both sets are for measuring only. What the shipped weights alone give is told below, without a floor.
"""

import sys

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import BadData, Row
from benchmarks.figures import Benchmark, precision_recall_f1, run
from benchmarks.line import fit_logistic, fit_ridge, predict_by_folds
from benchmarks.pair_features import alone, pair_table, surface_table
from rashomon.compare.scorer import load_scorer
from rashomon.compare.vectors import Floats

WORST = 60  # rows of scores that --errors lists: there every row is off by something


def measure(rows: list[Row], errors: bool) -> dict[str, float]:
    """Accuracy and F1 of rows with "same", Pearson's correlation of rows with "score"."""
    label = _label(rows)
    wanted = np.array([float(row[label]) for row in rows])
    pairs = [(_plain(row["a"]), _plain(row["b"])) for row in rows]
    ours = pair_table(pairs)
    table = np.hstack([alone(ours), surface_table(pairs)])
    shipped = load_scorer().probability(ours)
    if label == "same":
        return _same_or_not(rows, wanted > 0.5, predict_by_folds(table, wanted, fit_logistic), shipped, errors)
    return _likeness(rows, wanted, predict_by_folds(table, wanted, fit_ridge), shipped, errors)


def _label(rows: list[Row]) -> str:
    for label in ("same", "score"):
        if all(isinstance(row.get(label), (int, float)) for row in rows):
            if len({row[label] for row in rows}) < 2:
                raise BadData(f"every {label!r} is the same, so there is nothing to tell apart")
            return label
    raise BadData("rows need a number in 'same' (0 or 1) or in 'score' (0 to 5), the same key in all")


def _plain(text: str) -> str:
    """One line; a pair with an empty side is still a pair."""
    return " ".join(text.split()) or "-"


def _same_or_not(
    rows: list[Row], same: NDArray[np.bool_], odds: Floats, shipped: Floats, errors: bool
) -> dict[str, float]:
    told = odds > 0
    for n in np.argsort(-np.abs(odds), kind="stable") if errors else ():
        if told[n] != same[n]:
            _tell(rows[n], f"{'missed' if same[n] else 'wrong '} {1 / (1 + np.exp(-odds[n])):.2f}")
    return {
        "same statement, accuracy": float((told == same).mean()),
        "same statement, F1": _f1(told, same),
        "shipped weights, accuracy": float(((shipped > 0.5) == same).mean()),
        "shipped weights, F1": _f1(shipped > 0.5, same),
        "shipped weights, AUC": area_under_curve(shipped, same),
    }


def _f1(told: NDArray[np.bool_], same: NDArray[np.bool_]) -> float:
    return precision_recall_f1(int((told & same).sum()), int(told.sum()), int(same.sum()))["F1"]


def _likeness(rows: list[Row], wanted: Floats, told: Floats, shipped: Floats, errors: bool) -> dict[str, float]:
    for n in np.argsort(-np.abs(told - wanted), kind="stable")[:WORST] if errors else ():
        _tell(rows[n], f"told {told[n]:.1f}, is {wanted[n]:.1f}")
    chance = np.clip(shipped.astype(np.float64), 1e-6, 1 - 1e-6)
    return {
        "likeness, Pearson": float(np.corrcoef(told, wanted)[0, 1]),
        "shipped weights, Pearson": float(np.corrcoef(np.log(chance / (1 - chance)), wanted)[0, 1]),
    }


def area_under_curve(told: Floats, same: NDArray[np.bool_]) -> float:
    """How often a pair that is the same is told higher than one that is not; a tie is half."""
    ordered = np.sort(told[~same])
    below = np.searchsorted(ordered, told[same], "left") + np.searchsorted(ordered, told[same], "right")
    return float(below.mean() / (2 * max(1, len(ordered))))


def _tell(row: Row, what: str) -> None:
    print(f"{what}\n    {_plain(row['a'])}\n    {_plain(row['b'])}", file=sys.stderr)


BENCHMARK = Benchmark(
    "pairs",
    __doc__,
    ("bench/pairs/msrp-train.jsonl.gz", "bench/pairs/sts-headlines-2013-2015.jsonl.gz"),
    {"a": str, "b": str},
    measure,
)


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds or the data is absent; 1 where one does not; 2 where the data is unusable."""
    return run(BENCHMARK, argv)


if __name__ == "__main__":
    sys.exit(main())
