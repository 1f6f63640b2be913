"""Build src/rashomon/cluster/commonness.txt: how likely a report has a word, for words that many reports have.

    python scripts/build_commonness.py ../shared/bench/grouping/{giveme5w1h,ecbplus-train,allsides-val}.jsonl.gz

Two sources: the order of the word pieces in compare/vectors_words.txt (all-MiniLM-L6-v2, Apache-2.0), which is that of
how common they are, and the events of three openly licensed sets of news (docs/attribution.md) in which a word stands.
A word counts there only from FEWEST events on, so that no event's own names are learned.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from rashomon.cluster.terms import UNKNOWN, find_stems
from rashomon.text.tokens import stem

HERE = Path(__file__).resolve().parents[1]
RANKS = HERE / "src/rashomon/compare/vectors_words.txt"
OUT = HERE / "src/rashomon/cluster/commonness.txt"
FEWEST = 3  # events
EVENTS = 400  # what the order of ranks weighs, against the events counted
WORDS = 300  # of a report, for which the share is told
NO_WORDS = 950  # ranks at the top that are single signs
READ = 6000  # characters


def by_rank() -> dict[str, float]:
    """The share of reports that have a word if words follow Zipf's law: a word of rank r is 1/(10 r) of all."""
    shares: dict[str, float] = {}
    for rank, word in enumerate(RANKS.read_text(encoding="utf-8").split("\n")):
        if not word.startswith("##"):
            share = 1 - math.exp(-WORDS * 0.1 / max(1, rank - NO_WORDS))
            shares.setdefault(stem(word), share)
    return shares


def by_event(files: list[str]) -> tuple[dict[str, float], int]:
    """The sum over events of the share of their reports that have a word; and the number of events."""
    reports: defaultdict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                held = set(find_stems(f"{row['title'] or ''}\n{row['text']}"[:READ]))
                reports[Path(file).name, row["story"]].append(held)
    total: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for held_by in reports.values():
        count = Counter(word for held in held_by for word in held)
        events.update(count.keys())
        for word, n in count.items():
            total[word] += n / len(held_by)  # type: ignore[assignment]
    return {word: share for word, share in total.items() if events[word] >= FEWEST}, len(reports)


def main(files: list[str]) -> None:
    """Mixes the two and writes a word and the negative logarithm of its share, in twentieths, a line."""
    ranked = by_rank()
    counted, events = by_event(files)
    lines = []
    for word in sorted(ranked.keys() | counted.keys()):
        share = (EVENTS * ranked.get(word, UNKNOWN) + counted.get(word, 0.0)) / (EVENTS + events)
        if share > UNKNOWN:
            lines.append((round(-20 * math.log(min(share, 1.0))), word))
    lines.sort()
    OUT.write_text("".join(f"{word} {rarity}\n" for rarity, word in lines), encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main(sys.argv[1:])
