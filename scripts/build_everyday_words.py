"""Build src/rashomon/reuse/everyday_words.txt: words that stand in reports of anything at all.

    cd ../shared/bench/grouping
    python .../scripts/build_everyday_words.py giveme5w1h.jsonl.gz ecbplus-train.jsonl.gz allsides-val.jsonl.gz

A word is kept when it stands in the reports of at least SHARE of the events. These three sets have an open licence
(docs/attribution.md); no sentence of a report goes into the list.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

SHARE = 0.07  # of the events of all sets: some 700 words
SHORTEST = 3  # letters
WORD = re.compile(r"[^\W\d_]+")
OUT = Path(__file__).resolve().parents[1] / "src/rashomon/reuse/everyday_words.txt"


def main(files: list[str]) -> None:
    """Counts the events that each word stands in and writes the common ones, in order of the alphabet."""
    events: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    every: set[tuple[str, str]] = set()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                report = json.loads(line)
                event = (Path(file).name, report["story"])
                every.add(event)
                for word in set(WORD.findall(report["text"].casefold())):
                    events[word].add(event)
    kept = sorted(w for w, held in events.items() if len(held) >= SHARE * len(every) and len(w) >= SHORTEST)
    OUT.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(len(kept), "words")


if __name__ == "__main__":
    main(sys.argv[1:])
