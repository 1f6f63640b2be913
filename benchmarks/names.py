"""How well `name_similarity` tells two written names apart: precision, recall and F1 at Rashomon's own threshold.

    python -m benchmarks.names [--errors] [--data FILE ...]

Data: OpenSanctions name_bench (MIT); for comparison, its logic_v2 has F1 0.790 on the whole set.
"""

import sys

from benchmarks.corpus import Row
from benchmarks.figures import Benchmark, precision_recall_f1, run
from rashomon.compare.name_match import name_similarity
from rashomon.model.reading import NameKind
from rashomon.settings import NameSettings

KIND: dict[str, NameKind] = {
    "Person": "person",
    "Company": "org",
    "Organization": "org",
    "LegalEntity": "other",
    "Vessel": "other",
}


def measure(rows: list[Row], errors: bool) -> dict[str, float]:
    """A pair is told to match where its likeness reaches the threshold."""
    threshold = NameSettings().same_name
    right = told = wanted = 0
    for row in rows:
        score = name_similarity(row["name1"], row["name2"], KIND.get(row["schema"], "other")).score
        same, expected = score >= threshold, row["is_match"] == "true"
        right, told, wanted = right + (same and expected), told + same, wanted + expected
        if errors and same != expected:
            outcome = "missed" if expected else "wrong "
            note = f"{row['schema']} {row.get('notes', '')[:40]}"
            print(outcome, f"{score:.2f}", row["name1"], "|", row["name2"], "|", note, file=sys.stderr)
    return precision_recall_f1(right, told, wanted)


BENCHMARK = Benchmark(
    "names",
    __doc__,
    ("bench/names/name_bench-dev.jsonl.gz",),
    {"schema": str, "name1": str, "name2": str, "is_match": str},
    measure,
)


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds or the data is absent; 1 where one does not; 2 where the data is unusable."""
    return run(BENCHMARK, argv)


if __name__ == "__main__":
    sys.exit(main())
