"""Grouping accuracy: B-cubed F1 on labelled sets of news, all at once and one by one, one setting for all of them.

    python -m benchmarks.grouping [--data FILE ...] [--orders N] [--errors]

Rows have "id", "text" and "story", and may have "title", "published", "outlet", "url". Beside ours stands TF-IDF with
average linkage (scikit-learn, if installed) at the threshold that is best on the very file. Where events come in pairs
of one kind, as "1ecb" and "1plus", the share of pairs of articles put into one story is told.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.bcubed import BCubed, b_cubed
from benchmarks.corpus import BadData, Row, read_rows, shared_folder
from benchmarks.figures import Figure, refuse, show, with_floors
from rashomon.cluster.grouping import group_articles
from rashomon.cluster.index import StoryIndex
from rashomon.cluster.signature import read_signature
from rashomon.model.article import Article
from rashomon.settings import GroupingSettings

NAME = "grouping"
DATA = "bench/grouping"
ORDERS = 5
THRESHOLDS = [n / 100 for n in range(50, 96)]  # of TF-IDF distance, tried for the baseline
TOLD = 30  # groups that --errors lists
KINDS = ("ecb", "plus")


def read_articles(path: Path) -> tuple[list[Article], list[str]]:
    """The articles of a file and the event of each; an id that comes again is made another. Raises BadData."""
    rows = read_rows(path, {"id": str, "text": str, "story": str})
    ids = Counter[str]()
    articles = []
    for row in rows:
        ids[row["id"]] += 1
        again = "" if ids[row["id"]] == 1 else f" ({ids[row['id']]})"
        articles.append(_article(row, row["id"] + again))
    return articles, [row["story"] for row in rows]


def _article(row: Row, id: str) -> Article:
    known = {key: row.get(name) or None for key, name in _FIELDS.items()}
    return Article(id, row["text"], **known)


_FIELDS = {"headline": "title", "published": "published", "outlet": "outlet", "url": "url"}


def one_by_one(articles: list[Article], order: int, settings: GroupingSettings) -> list[str | None]:
    """The story of each article in the end, where they came in a random order."""
    index = StoryIndex(settings)
    shuffled = list(articles)
    random.Random(order).shuffle(shuffled)
    for article in shuffled:
        index.place(read_signature(article, settings))
    return [index.story_of(article.id) for article in articles]


def tfidf(articles: list[Article], events: list[str]) -> BCubed | None:
    """TF-IDF with average linkage at its best threshold on these very articles; None without scikit-learn."""
    try:
        from sklearn.cluster import AgglomerativeClustering
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        return None
    texts = [f"{article.headline or ''} {article.text}" for article in articles]
    table = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    apart = 1 - (table @ table.T).toarray().clip(0, 1)
    best = BCubed(0, 0)
    for threshold in THRESHOLDS:
        linked = AgglomerativeClustering(
            n_clusters=None, distance_threshold=threshold, metric="precomputed", linkage="average"
        )
        best = max(best, b_cubed(events, linked.fit_predict(apart).tolist()), key=lambda found: found.f1)
    return best


def look_alikes(events: list[str], stories: list[str | None]) -> float | None:
    """The share of pairs of articles of two events of one kind that are in one story; None where there are none."""
    kinds: defaultdict[str, dict[str, Counter[str | None]]] = defaultdict(lambda: {kind: Counter() for kind in KINDS})
    for event, story in zip(events, stories, strict=True):
        for kind in KINDS:
            if event.endswith(kind) and event[: -len(kind)].isdigit():
                kinds[event[: -len(kind)]][kind][story] += 1
    pairs = together = 0
    for held in kinds.values():
        one, other = (held[kind] for kind in KINDS)
        pairs += one.total() * other.total()
        together += sum(one[story] * other[story] for story in one)
    return together / pairs if pairs else None


def measure(path: Path, orders: int, settings: GroupingSettings, errors: bool = False) -> dict[str, float]:
    """The figures of one file, its name before each. Raises BadData."""
    articles, events = read_articles(path)
    what = path.name.split(".")[0]
    stories: list[str | None] = [one.story for one in group_articles(articles, settings)]
    at_once = b_cubed(events, stories)
    figures = {f"{what}: F1": at_once.f1, f"{what}: precision": at_once.precision, f"{what}: recall": at_once.recall}
    if (alike := look_alikes(events, stories)) is not None:
        figures[f"{what}: look-alikes kept apart"] = 1 - alike
    if orders:
        found = [one_by_one(articles, order, settings) for order in range(1, orders + 1)]
        mean = sum(b_cubed(events, one).f1 for one in found) / orders
        figures[f"{what}: F1 one by one"] = mean
        figures[f"{what}: one by one less all at once"] = mean - at_once.f1
        if alike is not None:
            shares = [look_alikes(events, one) or 0.0 for one in found]
            figures[f"{what}: look-alikes kept apart one by one"] = 1 - sum(shares) / orders
    baseline = tfidf(articles, events)
    if baseline is None:
        print(f"{what}: no TF-IDF baseline: scikit-learn is not installed")
    else:
        figures[f"{what}: F1 of TF-IDF at its best"] = baseline.f1
    if errors:
        report(articles, events, stories)
    return figures


def report(articles: list[Article], events: list[str], stories: list[str | None]) -> None:
    """Lists on standard error the stories that hold more than one event, and the events in more than one story."""
    for what, one, other in (("in one story", stories, events), ("in many stories", events, stories)):
        held: defaultdict[object, list[int]] = defaultdict(list)
        for n, key in enumerate(one):
            held[key].append(n)
        mixed = [rows for rows in held.values() if len({other[n] for n in rows}) > 1]
        for rows in sorted(mixed, key=len, reverse=True)[:TOLD]:
            print(f"# {what}", file=sys.stderr)
            for n in sorted(rows, key=lambda n: str(other[n])):
                told = " ".join((articles[n].headline or articles[n].text).split())[:90]
                print(f"    {other[n]!s:40.40} {told}", file=sys.stderr)


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds or the default data is absent, 1 where one is too low, 2 where data is unusable."""
    args = _arguments(argv)
    shared = shared_folder(args.shared)
    paths = args.data or default_files(shared)
    if not paths:
        print(f"skipped: no {DATA} in {shared}; give --data FILE, or --shared DIR, or set RASHOMON_SHARED")
        return 0
    try:
        return max([show(figures_of(path, args.orders, args.errors)) for path in paths])
    except BadData as error:
        return refuse(NAME, error)


def default_files(shared: Path) -> list[Path]:
    """The labelled sets of the shared folder, those that are there."""
    return sorted((shared / DATA).glob("*.jsonl*"))


def figures_of(path: Path, orders: int = ORDERS, errors: bool = False) -> list[Figure]:
    """What is measured on one file, each figure with its floor. Raises BadData."""
    return with_floors(NAME, measure(path, orders, GroupingSettings(), errors))


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        f"python -m benchmarks.{NAME}", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list on standard error what was joined or cut wrongly")
    parser.add_argument("--orders", type=int, default=ORDERS, help="random orders in which articles come one by one")
    parser.add_argument(
        "--data", type=Path, nargs="+", metavar="FILE", help="other JSON lines of the format, gzip or not"
    )
    parser.add_argument("--shared", type=Path, help="folder that holds bench/ (default RASHOMON_SHARED or ../shared)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
