"""How well `name_similarity` tells two written names apart: precision, recall and F1 at one fixed threshold.

    python -m benchmarks.names [--data ../shared/bench/names/name_bench-dev.jsonl.gz] [--errors]

Data: OpenSanctions name_bench (MIT); for comparison, its logic_v2 has F1 0.790 on the whole set.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

from rashomon.compare.name_match import name_similarity
from rashomon.settings import NameSettings

KIND = {"Person": "person", "Company": "org", "Organization": "org", "LegalEntity": "other", "Vessel": "other"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Score name_similarity on labelled pairs of names.")
    parser.add_argument("--data", type=Path, default=Path("../shared/bench/names/name_bench-dev.jsonl.gz"))
    parser.add_argument("--errors", action="store_true", help="list the pairs that were judged wrongly")
    options = parser.parse_args()
    threshold = NameSettings().same_name
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    hits = misses = wrong = 0
    for pair in pairs:
        found = name_similarity(pair["name1"], pair["name2"], KIND.get(pair["schema"], "other"))
        same, expected = found.score >= threshold, pair["is_match"] == "true"
        hits += same and expected
        misses += expected and not same
        wrong += same and not expected
        if options.errors and same != expected:
            note = f"{pair['schema']} {pair['notes'][:40]}"
            print(
                "missed" if expected else "wrong ",
                f"{found.score:.2f}",
                pair["name1"],
                "|",
                pair["name2"],
                "|",
                note,
                file=sys.stderr,
            )
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + misses)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"pairs {len(pairs)}  threshold {threshold}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
