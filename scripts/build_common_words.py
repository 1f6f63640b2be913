"""Build src/rashomon/extract/common_words.txt: English words that newspapers write in small letters.

    cd ../shared/bench/grouping
    python .../scripts/build_common_words.py giveme5w1h.jsonl.gz ecbplus-train.jsonl.gz allsides-val.jsonl.gz

These three sets have an open licence (docs/attribution.md); the fourth there, BASIL, has none and is left out.

Only words and no sentence of the reports goes into the list: a word is kept when, inside a sentence, it stands
in small letters at least LEAST times and in at least SHARE of its uses, so that a capital at the start of a
sentence says nothing about it.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

LEAST = 4  # uses in small letters; fewer may be a slip
SHARE = 0.5  # of all uses inside a sentence
INSIDE = re.compile(r"(?<=[a-z,;] )([A-Za-z][a-z]+)\b")
OUT = Path(__file__).parent.parent / "src/rashomon/extract/common_words.txt"


def main(files: list[str]) -> None:
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                for word in INSIDE.findall(json.loads(line)["text"]):
                    (small if word.islower() else capital)[word.lower()] += 1
    kept = sorted(w for w, n in small.items() if n >= LEAST and n / (n + capital[w]) >= SHARE)
    OUT.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(len(kept), "words")


if __name__ == "__main__":
    main(sys.argv[1:])
