"""Copies among many articles: which pairs are found of all that hold half of each other's text, and how fast.

Truth is every pair of articles with half or more of the shorter one's distinct sequences of five words in the other,
counted with Python's own sets. The same articles are then given to datasketch, if it is installed:
pip install "rashomon[bench]". Times are of one core, from the texts to the pairs, sequences included.
"""

import argparse
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks import copies_rivals as rivals
from benchmarks.corpus import BadData, read_rows
from benchmarks.figures import precision_recall_f1, refuse, show, with_floors
from benchmarks.generate_copies import make_copies
from rashomon.model.article import Article
from rashomon.reuse.copies import find_copies
from rashomon.reuse.copy_index import CopyIndex
from rashomon.reuse.copy_sketch import CopySketch
from rashomon.settings import CopySettings

NAME = "copies"
ARTICLES = 10_000
COMMON = 100  # articles; sequences in more are set aside until it is known which pairs to count
_WORD = re.compile(r"[^\W_]+")

Sequences = list[frozenset[tuple[str, ...]]]
Pairs = set[tuple[str, str]]
Done = TypeVar("Done")


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds, 1 where one does not, 2 where data is unusable."""
    args = _arguments(argv)
    try:
        articles = _read(args.data) if args.data else make_copies(0 if args.window else args.articles, args.seed)
    except BadData as error:
        return refuse(NAME, error)
    measured = measure_window(args.window) if args.window else measure(articles, args.errors)
    return show(with_floors(NAME, measured))


def measure(articles: list[Article], errors: bool = False) -> dict[str, float]:
    """What is found of the pairs, all at once and one by one, how long it took, and how long datasketch took."""
    settings = CopySettings()
    before = _peak_megabytes()
    ours, seconds = _timed(lambda: {(pair.a, pair.b) for pair in find_copies(articles, settings)})
    megabytes = _peak_megabytes() - before
    sequences = sequences_of(articles)
    truth = find_all(articles, sequences, settings)
    print(
        f"{len(articles)} articles, {sum(map(len, sequences)) / len(sequences):.0f} sequences each, {len(truth)} pairs"
    )
    if errors:
        _list_errors(ours, truth, articles, sequences)
    measured = {**_scores(ours, truth), "seconds": seconds, "MB": megabytes, **_one_by_one(articles, truth, settings)}
    if not rivals.is_installed():
        print('datasketch is not installed (pip install "rashomon[bench]"): not compared with it')
        return measured
    rival = rivals.measure_all([article.id for article in articles], [a.text for a in articles], truth)
    fastest = min(value for name, value in rival.items() if name.startswith("seconds"))
    return {**measured, **rival, "times as fast as datasketch": fastest / seconds}


def find_all(articles: list[Article], sequences: Sequences, settings: CopySettings) -> Pairs:
    """All pairs that share enough, each counted exactly in Python's own sets.

    Sequences that more than a hundred articles have are looked up only for articles that have half of theirs so; the
    others must share something else besides, and enough of it.
    """
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, own in enumerate(sequences):
        for sequence in own:
            holders[sequence].append(n)
    found: Pairs = set()
    for n, own in enumerate(sequences):
        least = settings.least_contained * len(own)
        if len(own) < settings.fewest_sequences:
            continue
        common = [s for s in own if len(holders[s]) > COMMON]
        looked_up = own if len(common) >= least else own.difference(common)
        counts = Counter(chain.from_iterable(holders[s] for s in looked_up))
        for other, count in counts.items():
            longer = other != n and len(sequences[other]) >= len(own)
            if longer and count + len(common) >= least and len(own & sequences[other]) >= least:
                found.add((articles[min(n, other)].id, articles[max(n, other)].id))
    return found


def _one_by_one(articles: list[Article], truth: Pairs, settings: CopySettings) -> dict[str, float]:
    """The same articles as a stream; once with their texts at hand, once by their sketches alone."""
    texts = {article.id: article.text for article in articles}
    measured: dict[str, float] = {}
    for told, read_text in (("stream", texts.get), ("sketches alone", None)):
        index = CopyIndex(settings, read_text)
        found, seconds = _timed(partial(_stream, index, articles))
        joined = len({b for _, b in truth & found}) / max(1, len({b for _, b in truth}))
        values = {**_scores(found, truth), "articles with a copy found": joined}
        values |= {"ms an article": 1000 * seconds / len(articles), "bytes an article": index.nbytes / len(articles)}
        measured |= {f"{name} ({told})": value for name, value in values.items()}
    return measured


def measure_window(window: int) -> dict[str, float]:
    """What one more article costs with so many before it, against 10,000, and the memory they take."""
    settings, measured = CopySettings(), dict[str, float]()
    articles = make_copies(1000, seed=2)
    for before in (10_000, window):
        grown, index = _peak_megabytes(), CopyIndex(settings)
        _, measured[f"seconds to load {before} sketches"] = _timed(lambda n=before, to=index: to.load(_drawn(n)))
        _, seconds = _timed(partial(_stream, index, articles))
        measured[f"ms an article after {before}"] = seconds
        measured[f"MB of {before}, arrays"] = index.nbytes / 1e6
        measured[f"MB of {before}, peak with ids"] = _peak_megabytes() - grown
    return measured


def _drawn(sketches: int) -> Iterator[tuple[str, CopySketch]]:
    """Sketches of articles of 600 sequences that share nothing but by chance."""
    chance = np.random.default_rng(1)
    for n in range(sketches):
        keys = np.unique(chance.integers(0, 1 << 28, chance.integers(30, 48), np.uint32))
        yield f"drawn-{n:07}", CopySketch(16 * len(keys), keys)


def _stream(index: CopyIndex, articles: list[Article]) -> Pairs:
    return {(pair.a, pair.b) for article in articles for pair in index.add(article)}


def _scores(found: Pairs, truth: Pairs) -> dict[str, float]:
    scores = precision_recall_f1(len(found & truth), len(found), len(truth))
    return {"recall": scores["recall"], "precision": scores["precision"]}


def sequences_of(articles: list[Article]) -> Sequences:
    """The distinct sequences of five words of each article, as a reader of the definition would write it."""
    words = (_WORD.findall(article.text.lower()) for article in articles)
    return [frozenset(zip(*(own[n:] for n in range(5)), strict=False)) for own in words]


def _timed(work: Callable[[], Done]) -> tuple[Done, float]:
    begun = time.process_time()
    return work(), time.process_time() - begun


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _list_errors(found: Pairs, truth: Pairs, articles: list[Article], sequences: Sequences) -> None:
    own = {article.id: sequence for article, sequence in zip(articles, sequences, strict=True)}
    for told, pairs in (("missed", truth - found), ("wrong", found - truth)):
        for a, b in sorted(pairs):
            print(f"{told}: {a} {b} {len(own[a] & own[b])} of {min(len(own[a]), len(own[b]))}", file=sys.stderr)


def _read(path: Path) -> list[Article]:
    rows = read_rows(path, {"id": str, "text": str})
    return [Article(row["id"], row["text"]) for row in rows]


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        f"python -m benchmarks.{NAME}", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many to invent (default 10,000)")
    parser.add_argument("--seed", type=int, default=1, help="of what is invented (default 1)")
    parser.add_argument("--data", type=Path, help="JSON lines with id and text instead, gzip or not")
    parser.add_argument("--window", type=int, metavar="ARTICLES", help="instead: cost of one more after so many")
    parser.add_argument("--errors", action="store_true", help="list on standard error what was missed or wrong")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
