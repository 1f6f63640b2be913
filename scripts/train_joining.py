"""Trains the two lines and the trees that join claims: src/rashomon/compare/joining_weights.json and joining_trees.npz.

    pip install scikit-learn catboost        # in a throw-away environment that also has rashomon
    python scripts/train_joining.py [--shared DIR] [--check]

The lines (is one statement shared by two sentences; does a sentence say what a clause says) learn from the labelled
stories, the trees (do two clauses make one statement) also from points.jsonl: what we labelled ourselves in forty
events of giveme5w1h, as places in its texts. Two stretches share a statement where both lie on the evidence of one
point.
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
from rashomon.compare.said import CLAUSE_FEATURES, clause_features
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import tabulate
from rashomon.compare.trees import Trees
from rashomon.compare.utterances import group_quotations
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.pipeline import compare_articles, read_story
from rashomon.serialize import comparison_to_json
from rashomon.settings import Settings

PACKAGE = Path(__file__).resolve().parents[1] / "src/rashomon/compare"
POINTS = Path(__file__).resolve().parent / "points.jsonl"
LIKELY = 0.1  # clauses are learned on pairs of sentences at least this likely
PARTS = 4  # of the stories: each is compared by what the other three taught
TREES, DEPTH, RATE = 150, 6, 0.12
FIGURES = ("claims_p", "claims_r", "claims_f1", "claims_whole", "claims_origins", "single")

Place = tuple[str, int, int]  # article, start, end
Table = tuple[np.ndarray, np.ndarray]  # features, labels
Lines = dict[str, LinearScorer]


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
        self.clauses_on = [
            on(p.article, c.start, c.end) for p, held in zip(s.places, s.clauses, strict=True) for c in held
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
        return x, np.array([bool(self.clauses_on[c] & self.on[k]) for c, k in zip(clauses, others, strict=True)])

    def clause_pairs(self, pair: LinearScorer) -> Table:
        """Features and labels of the clauses of likely sentences, two by two."""
        compared = self.compared(pair)
        one, two = likely_clause_pairs(self.s, compared.scores)
        labels = [bool(self.clauses_on[a] & self.clauses_on[b]) for a, b in zip(one, two, strict=True)]
        return PairFeatures(compared).table(one, two), np.array(labels)


def learn_line(names: tuple[str, ...], tables: Iterable[Table]) -> LinearScorer:
    """Logistic regression over stories together."""
    tables = list(tables)
    x, y = np.concatenate([x for x, _ in tables]).astype(np.float64), np.concatenate([y for _, y in tables])
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    line = LogisticRegression(C=0.3, max_iter=3000).fit((x - mean) / scale, y)
    weights = line.coef_[0].astype(np.float32)
    return LinearScorer(names, mean.astype(np.float32), scale.astype(np.float32), weights, float(line.intercept_[0]))


def learn_lines(stories: Sequence[Learned], sentences: dict[str, Table]) -> Lines:
    """The two lines, from labelled stories and the tables of their pairs of sentences."""
    pair = learn_line(PAIR_FEATURES, (sentences[story.story.name] for story in stories))
    clause = learn_line(CLAUSE_FEATURES, (story.clauses(pair) for story in stories))
    return {"pair": pair, "clause": clause}


def learn_trees(tables: Iterable[Table]) -> Trees:
    """Boosted trees over stories together."""
    tables = list(tables)
    x, y = np.concatenate([x for x, _ in tables]), np.concatenate([y for _, y in tables])
    model = CatBoostClassifier(
        iterations=TREES, depth=DEPTH, learning_rate=RATE, l2_leaf_reg=10, border_count=64, random_seed=0,
        thread_count=2, verbose=0, allow_writing_files=False,
    ).fit(x, y)  # fmt: skip
    return as_trees(model)


def as_trees(model: CatBoostClassifier) -> Trees:
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
    return Trees(CLAUSE_PAIR_FEATURES, asked, border, leaf, float(bias))


def check(stories: Sequence[Learned], lines: dict[str, Lines], tables: dict[str, Table], score: ModuleType) -> None:
    """Compares each story by lines learned without it and trees learned without its part, and prints the means."""
    rows = []
    for part in range(PARTS):
        away = {story.story.name for story in stories[part::PARTS]}
        trees = learn_trees(table for name, table in tables.items() if name not in away)
        for story in stories[part::PARTS]:
            name = story.story.name
            figures = compared_figures(story.story, lines[name], trees, score)
            x, y = tables[name]
            rows.append((average_precision_score(y, trees.probability(x)), *(figures[key] for key in FIGURES)))
            print(f"{name:20} " + "  ".join(f"{value:.3f}" for value in rows[-1]), flush=True)
    means = np.mean(np.array(rows, np.float64), axis=0)
    print("average precision of pairs of clauses " + "  ".join(f"{v:.3f}" for v in means[:1]))
    print("  ".join(f"{key} {value:.3f}" for key, value in zip(FIGURES, means[1:], strict=True)))


def compared_figures(story: Labelled, lines: Lines, trees: Trees, score: ModuleType) -> dict[str, Any]:
    """What the stories' own scorer gives for a story compared by these lines and trees."""
    with patch.object(joining, "load_scorers", lambda: lines), patch.object(joining, "load_trees", lambda: trees):
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
    with gzip.open(shared / "bench/grouping/giveme5w1h.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    for line in POINTS.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        held = [records[name] for name in story["articles"]]
        articles = tuple(
            Article(r["id"], r["text"], r["outlet"], r["url"], r["title"], published=r["published"]) for r in held
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


def main() -> None:
    """Learns, cross-validates, and writes what was learned."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    score = load_score(arguments.shared)
    stories = [Learned(story, score) for story in load_stories(arguments.shared, score)]
    sentences = {story.story.name: story.sentences() for story in stories}
    every = learn_lines(stories, sentences)
    others = {s.story.name: learn_lines([o for o in stories if o is not s], sentences) for s in stories}
    tables = {story.story.name: story.clause_pairs(others[story.story.name]["pair"]) for story in stories}
    for labelled in load_points(arguments.shared):
        tables[labelled.name] = Learned(labelled, score).clause_pairs(every["pair"])
    check(stories, others, tables, score)
    if not arguments.check:
        trees = learn_trees(tables.values())
        (PACKAGE / "joining_weights.json").write_text(
            json.dumps({name: plain(line) for name, line in every.items()}, indent=1) + "\n", encoding="utf-8"
        )
        np.savez(
            PACKAGE / "joining_trees.npz", features=np.array(trees.features), asked=trees.asked.astype(np.uint8),
            border=trees.border, leaf=trees.leaf, bias=np.float32(trees.bias),
        )  # fmt: skip


if __name__ == "__main__":
    main()
