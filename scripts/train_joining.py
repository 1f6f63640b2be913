"""Trains the line and the trees that join claims: src/rashomon/compare/joining_weights.json and joining_trees.npz.

    pip install scikit-learn catboost        # in a throw-away environment that also has rashomon
    python scripts/train_joining.py [--shared DIR] [--check]

The line (is one statement shared by two sentences) learns from the labelled stories, the trees (does a sentence say
what a clause says; do two clauses make one statement) also from points.jsonl: what we labelled ourselves in a hundred
events of giveme5w1h and ecbplus, as places in their texts. Two stretches share a statement where both lie on the
evidence of one point. Where such a place reaches over several clauses, not each says it: trees taught by the other
half of the events tell which of them are learned from.
`--check` only prints how well the stories are compared by what was learned without them, a quarter of them at a time.
"""

import argparse
import gzip
import importlib.util
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np
from catboost import CatBoostClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from rashomon.compare import joining
from rashomon.compare.clause_pairs import (
    CLAUSE_PAIR_FEATURES,
    LEAST_SENTENCE,
    Compared,
    PairFeatures,
    likely_clause_pairs,
)
from rashomon.compare.meanings import find_nearness, read_meanings, seek_words
from rashomon.compare.overlaps import article_rows, find_overlaps
from rashomon.compare.pairs import PAIR_FEATURES, features_of, score_pairs
from rashomon.compare.said import CLAUSE_FEATURES, LIKELY, clause_features
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import tabulate
from rashomon.compare.trees import PARTS as PARTS_OF_TREES
from rashomon.compare.trees import Trees
from rashomon.compare.utterances import group_quotations
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.pipeline import compare_articles, read_story
from rashomon.serialize import comparison_to_json
from rashomon.settings import Settings

PACKAGE = Path(__file__).resolve().parents[1] / "src/rashomon/compare"
POINTS = Path(__file__).resolve().parent / "points.jsonl"
PARTS = 4  # of the stories: each is compared by what the other three taught
TELLING = 0.5  # of two places of one point, clauses less than half as likely as the likeliest pair are passed over
EVENTS = ("giveme5w1h", "ecbplus-train")  # the sets in which we labelled
TREES, DEPTH, RATE, START = 150, 6, 0.12, 1
FIGURES = ("claims_p", "claims_r", "claims_f1", "claims_whole", "claims_origins", "single")

Place = tuple[str, int, int]  # article, start, end
Table = tuple[np.ndarray, np.ndarray]  # features, labels
Grown = dict[str, Trees]


@dataclass(frozen=True)
class Pairs:
    """Clauses two by two: features, whether they share a point, and for each two places of one the pairs on them."""

    x: np.ndarray
    y: np.ndarray
    on_places: list[np.ndarray]


@dataclass(frozen=True)
class Labelled:
    """A story and its points, each the places that make it."""

    name: str
    articles: tuple[Article, ...]
    points: list[list[Place]]


class Learned:
    """A labelled story read by the pipeline: its sentences and clauses, and the points each lies on."""

    def __init__(self, story: Labelled, score: ModuleType) -> None:
        read = read_story(story.articles, Settings())
        self.story = story
        self.s = s = tabulate(read, group_quotations(read, Settings().quotations))
        self.o = find_overlaps(s)
        texts = [article.text for article in read.articles]
        self.meanings = read_meanings(texts, s.places, s.clauses)
        self.near = find_nearness(self.meanings)
        ids = [article.id for article in read.articles]

        def on(article: int, start: int, end: int) -> frozenset[int]:
            place = (ids[article], start, end)
            return frozenset(k for k, point in enumerate(story.points) if any(score.hit(place, e) for e in point))

        self.on = [on(p.article, p.span.start, p.span.end) for p in s.places]
        self.clauses_at = [  # for each point, the numbers of its places
            {k: _hit(score, (ids[p.article], c.start, c.end), story.points[k]) for k in on(p.article, c.start, c.end)}
            for p, held in zip(s.places, s.clauses, strict=True)
            for c in held
        ]

    def sentences(self) -> Table:
        """Features and labels of all pairs of sentences of two articles, each once."""
        xs, ys = [], []
        for rows in article_rows(self.s):
            later = np.flatnonzero(self.s.article > self.s.article[rows.start])
            found = features_of(self.s, self.o, self.near, rows)[:, later]
            xs.append(found.reshape(-1, len(PAIR_FEATURES)))
            ys += [bool(self.on[a] & self.on[b]) for a in range(rows.start, rows.stop) for b in later]
        return np.concatenate(xs), np.array(ys)

    def tables(self, pair: LinearScorer) -> tuple[Table, Pairs]:
        """What both kinds of trees learn from."""
        return self.clauses(pair), self.clause_pairs(pair)

    def compared(self, pair: LinearScorer) -> Compared:
        """What is known before clauses are compared."""
        scores = score_pairs(self.s, self.o, self.near, pair)
        sought = seek_words(self.meanings, scores > LEAST_SENTENCE)
        return Compared(self.s, self.o, self.near, sought, scores)

    def clauses(self, pair: LinearScorer) -> Table:
        """Features and labels of the clauses of each sentence against each likely sentence of another article."""
        scores, parent = score_pairs(self.s, self.o, self.near, pair), self.s.parents
        several = np.array([len(held) > 1 for held in self.s.clauses])[parent]
        clauses, others = np.nonzero((scores[parent] > LIKELY) & several[:, None])
        x = clause_features(self.s, self.o, scores, clauses, others)
        return x, np.array([bool(self.clauses_at[c].keys() & self.on[k]) for c, k in zip(clauses, others, strict=True)])

    def clause_pairs(self, pair: LinearScorer) -> Pairs:
        """Features and labels of the clauses of likely sentences, two by two."""
        compared = self.compared(pair)
        one, two = likely_clause_pairs(self.s, compared.scores)
        found: dict[tuple[int, int, int], list[int]] = {}
        labels = np.zeros(len(one), np.bool_)
        for n, (a, b) in enumerate(zip(one, two, strict=True)):
            for point in self.clauses_at[a].keys() & self.clauses_at[b].keys():
                labels[n] = True
                for places in product(self.clauses_at[a][point], self.clauses_at[b][point]):
                    found.setdefault((point, *places), []).append(n)
        return Pairs(PairFeatures(compared).table(one, two), labels, [np.array(held) for held in found.values()])


def _hit(score: ModuleType, clause: Place, point: list[Place]) -> list[int]:
    """The numbers of the point's places that the clause lies on."""
    return [n for n, place in enumerate(point) if score.hit(clause, place)]


def learn_line(names: tuple[str, ...], tables: Iterable[Table]) -> LinearScorer:
    """Logistic regression over stories together."""
    tables = list(tables)
    x, y = np.concatenate([x for x, _ in tables]).astype(np.float64), np.concatenate([y for _, y in tables])
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    line = LogisticRegression(C=0.3, max_iter=3000).fit((x - mean) / scale, y)
    weights = line.coef_[0].astype(np.float32)
    return LinearScorer(names, mean.astype(np.float32), scale.astype(np.float32), weights, float(line.intercept_[0]))


def learn_trees(tables: Sequence[tuple[Table, Pairs]]) -> Grown:
    """Both kinds, over events together; of the pairs that share a point without those that trees of the other half of
    the events think idle."""
    pairs = [pairs for _, pairs in tables]
    halves = [[(one.x, one.y) for one in pairs[n::2]] for n in (0, 1)]
    judges = [boosted(CLAUSE_PAIR_FEATURES, half) for half in reversed(halves)]
    return {
        "said": boosted(CLAUSE_FEATURES, [said for said, _ in tables]),
        "joined": boosted(CLAUSE_PAIR_FEATURES, [telling(one, judges[n % 2]) for n, one in enumerate(pairs)]),
    }


def telling(pairs: Pairs, judge: Trees) -> Table:
    """The pairs that share no point, and of those that do the likelier ones of some two places."""
    kept, likely = ~pairs.y, judge.probability(pairs.x)
    for held in pairs.on_places:
        kept[held[likely[held] > TELLING * likely[held].max()]] = True
    return pairs.x[kept], pairs.y[kept]


def boosted(features: tuple[str, ...], tables: Sequence[Table]) -> Trees:
    """Boosted trees over stories together."""
    x, y = np.concatenate([x for x, _ in tables]), np.concatenate([y for _, y in tables])
    model = CatBoostClassifier(
        iterations=TREES, depth=DEPTH, learning_rate=RATE, l2_leaf_reg=10, border_count=64, random_seed=START,
        thread_count=2, verbose=0, allow_writing_files=False,
    ).fit(x, y)  # fmt: skip
    return as_trees(features, model)


def as_trees(features: tuple[str, ...], model: CatBoostClassifier) -> Trees:
    """The model as its numbers; levels that a tree lacks are asked for what nothing answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "trees.json")
        model.save_model(str(path), format="json")
        stored = json.loads(path.read_text(encoding="utf-8"))
    scale, (bias,) = stored["scale_and_bias"]
    trees = stored["oblivious_trees"]
    asked, border = np.zeros((len(trees), DEPTH), np.intp), np.full((len(trees), DEPTH), np.inf, np.float32)
    leaf = np.zeros((len(trees), 2**DEPTH), np.float32)
    for n, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or (), start=1):  # theirs begin with the lowest bit
            asked[n, -level], border[n, -level] = split["float_feature_index"], split["border"]
        leaf[n, : len(tree["leaf_values"])] = scale * np.array(tree["leaf_values"])
    return Trees(features, asked, border, leaf, float(bias))


def check(
    stories: Sequence[Learned],
    lines: dict[str, LinearScorer],
    tables: dict[str, tuple[Table, Pairs]],
    score: ModuleType,
) -> None:
    """Compares each story by a line learned without it and trees learned without its part, and prints the means."""
    rows = []
    for part in range(PARTS):
        away = {story.story.name for story in stories[part::PARTS]}
        trees = learn_trees([table for name, table in tables.items() if name not in away])
        for story in stories[part::PARTS]:
            name = story.story.name
            figures = compared_figures(story.story, lines[name], trees, score)
            _, pairs = tables[name]
            precision = average_precision_score(pairs.y, trees["joined"].probability(pairs.x))
            rows.append((precision, *(figures[key] for key in FIGURES)))
            print(f"{name:20} " + "  ".join(f"{value:.3f}" for value in rows[-1]), flush=True)
    means = np.mean(np.array(rows, np.float64), axis=0)
    print("average precision of pairs of clauses " + "  ".join(f"{v:.3f}" for v in means[:1]))
    print("  ".join(f"{key} {value:.3f}" for key, value in zip(FIGURES, means[1:], strict=True)))


def compared_figures(story: Labelled, line: LinearScorer, trees: Grown, score: ModuleType) -> dict[str, Any]:
    """What the stories' own scorer gives for a story compared by this line and these trees."""
    with patch.object(joining, "load_scorer", lambda: line), patch.object(joining, "load_trees", lambda: trees):
        result = json.loads(comparison_to_json(compare_articles(story.articles)))
    gold = json.loads((Path(score.__file__).parent / story.name / "gold.json").read_text(encoding="utf-8"))
    figures: dict[str, Any] = score.score({a.id: a.text for a in story.articles}, gold, result)
    return figures


def load_stories(shared: Path, score: ModuleType) -> Iterator[Labelled]:
    """Every labelled story under the shared folder."""
    for path in sorted((shared / "stories").glob("*/gold.json")):
        articles, _ = read_articles(path.parent / "articles.jsonl")
        texts = {article.id: article.text for article in articles}
        points = json.loads(path.read_text(encoding="utf-8"))["points"]
        places = [[score.gspan(texts, e) for e in point["evidence"]] for point in points]
        yield Labelled(path.parent.name, tuple(articles), places)


def load_points(shared: Path) -> Iterator[Labelled]:
    """The events that we labelled ourselves."""
    records = {}
    for name in EVENTS:
        with gzip.open(shared / f"bench/grouping/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            records |= {record["id"]: record for record in map(json.loads, lines)}
    for line in POINTS.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        held = [records[name] for name in story["articles"]]
        articles = tuple(
            Article(r["id"], r["text"], r.get("outlet"), r.get("url"), r["title"], published=r["published"])
            for r in held
        )
        places = [[(held[n]["id"], start, end) for n, start, end in point] for point in story["points"]]
        yield Labelled(story["story"], articles, places)


def load_score(shared: Path) -> ModuleType:
    """The stories' own scorer, for its definition of a hit."""
    spec = importlib.util.spec_from_file_location("score", shared / "stories/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(scorer: LinearScorer) -> dict[str, list[Any]]:
    """The scorer as the numbers of its JSON, seven digits each."""

    def row(values: np.ndarray) -> list[float]:
        return [float(f"{v:.7g}") for v in values]

    return {
        "features": list(scorer.features),
        "mean": row(scorer.mean),
        "scale": row(scorer.scale),
        "weights": row(scorer.weights),
        "bias": [float(f"{scorer.bias:.7g}")],
    }


def as_arrays(trees: Trees) -> dict[str, np.ndarray]:
    """The parts under which trees.py reads them."""
    parts = (np.array(trees.features), trees.asked.astype(np.uint8), trees.border, trees.leaf, np.float32(trees.bias))
    return {name: np.asarray(part) for name, part in zip(PARTS_OF_TREES, parts, strict=True)}


def main() -> None:
    """Learns, cross-validates, and writes what was learned."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    score = load_score(arguments.shared)
    stories = [Learned(story, score) for story in load_stories(arguments.shared, score)]
    sentences = {story.story.name: story.sentences() for story in stories}
    every = learn_line(PAIR_FEATURES, sentences.values())
    others = {
        name: learn_line(PAIR_FEATURES, (table for other, table in sentences.items() if other != name))
        for name in sentences
    }
    tables = {story.story.name: story.tables(others[story.story.name]) for story in stories}
    for labelled in load_points(arguments.shared):
        tables[labelled.name] = Learned(labelled, score).tables(every)
    check(stories, others, tables, score)
    if not arguments.check:
        trees = learn_trees(list(tables.values()))
        text = json.dumps(plain(every), indent=1) + "\n"
        (PACKAGE / "joining_weights.json").write_text(text, encoding="utf-8")
        stored = {f"{name} {part}": value for name, one in trees.items() for part, value in as_arrays(one).items()}
        np.savez(PACKAGE / "joining_trees.npz", **stored)


if __name__ == "__main__":
    main()
