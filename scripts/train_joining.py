"""Trains src/rashomon/compare/joining_weights.json on the labelled stories, and cross-validates it.

    pip install scikit-learn        # in a throw-away environment that also has rashomon
    python scripts/train_joining.py [--shared DIR] [--check]

`--check` only prints the cross-validated average precision, one story left out at a time. The labels are those of
the stories' `points`: two sentences (a clause and a sentence) share a statement where both lie on the evidence of one.
"""

import argparse
import importlib.util
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from rashomon.compare.clause_pairs import (
    CLAUSE_FEATURES,
    CLAUSE_PAIR_FEATURES,
    clause_features,
    clause_pair_features,
    likely_clause_pairs,
    parents,
    score_clauses,
)
from rashomon.compare.overlaps import article_rows, find_overlaps
from rashomon.compare.pairs import PAIR_FEATURES, features_of, score_pairs
from rashomon.compare.scorer import LinearScorer
from rashomon.compare.statements import Statements, tabulate
from rashomon.compare.utterances import group_quotations
from rashomon.ingest.readers import read_articles
from rashomon.model.span import Span
from rashomon.pipeline import read_story
from rashomon.settings import Settings

OUT = Path(__file__).resolve().parents[1] / "src/rashomon/compare/joining_weights.json"
LIKELY = 0.1  # clauses are learned on pairs of sentences at least this likely, those that joining looks at


class LabelledStory:
    """A story read by the pipeline, with the points each sentence and clause lies on."""

    def __init__(self, folder: Path, score: ModuleType) -> None:
        articles, _ = read_articles(folder / "articles.jsonl")
        story = read_story(articles, Settings())
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        texts = {a.id: a.text for a in story.articles}
        points = [[score.gspan(texts, e) for e in p["evidence"]] for p in gold["points"]]
        ids = [a.id for a in story.articles]

        def on(article: int, span: Span) -> frozenset[int]:
            place = (ids[article], span.start, span.end)
            return frozenset(k for k, p in enumerate(points) if any(score.hit(place, e) for e in p))

        self.name = folder.name
        self.ids = ids
        self.s: Statements = tabulate(story, group_quotations(story, Settings().quotations))
        self.o = find_overlaps(self.s)
        self.on = [on(place.article, place.span) for place in self.s.places]
        self.clauses_on = [
            [on(p.article, c) for c in held] for p, held in zip(self.s.places, self.s.clauses, strict=True)
        ]

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Features and labels of all pairs of sentences of two articles, each once."""
        xs, ys = [], []
        for rows in article_rows(self.s):
            later = np.flatnonzero(self.s.article > self.s.article[rows.start])
            if len(later):
                xs.append(features_of(self.s, self.o, rows)[:, later].reshape(-1, len(PAIR_FEATURES)))
                ys += [bool(self.on[a] & self.on[b]) for a in range(rows.start, rows.stop) for b in later]
        return np.concatenate(xs), np.array(ys)

    def clauses(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Features and labels of the clauses of each sentence against each likely sentence of another article."""
        parent = parents(self.s)
        several = np.array([len(held) > 1 for held in self.s.clauses])[parent]
        clauses, others = np.nonzero((scores[parent] > LIKELY) & several[:, None])
        on = [c for held in self.clauses_on for c in held]
        x = clause_features(self.s, self.o, scores, clauses, others)
        return x, np.array([bool(on[c] & self.on[k]) for c, k in zip(clauses, others, strict=True)])

    def clause_pairs(self, scores: np.ndarray, clause: LinearScorer) -> tuple[np.ndarray, np.ndarray]:
        """Features and labels of the clauses of likely sentences, two by two."""
        one, two = likely_clause_pairs(self.s, scores)
        said = score_clauses(self.s, self.o, scores, clause)
        on = [c for held in self.clauses_on for c in held]
        x = clause_pair_features(self.s, self.o, scores, said, one, two)
        return x, np.array([bool(on[a] & on[b]) for a, b in zip(one, two, strict=True)])


def fit(names: tuple[str, ...], xs: list[np.ndarray], ys: list[np.ndarray]) -> LinearScorer:
    """Logistic regression over the stories together."""
    from sklearn.linear_model import LogisticRegression

    x, y = np.concatenate(xs).astype(np.float64), np.concatenate(ys)
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    line = LogisticRegression(C=0.3, max_iter=3000).fit((x - mean) / scale, y)
    return LinearScorer(
        names,
        mean.astype(np.float32),
        scale.astype(np.float32),
        line.coef_[0].astype(np.float32),
        float(line.intercept_[0]),
    )


def train(stories: list[LabelledStory]) -> dict[str, LinearScorer]:
    """The three scorers on the stories given."""
    data = [story.pairs() for story in stories]
    pair = fit(PAIR_FEATURES, [x for x, _ in data], [y for _, y in data])
    scores = [score_pairs(story.s, story.o, pair) for story in stories]
    data = [story.clauses(score) for story, score in zip(stories, scores, strict=True)]
    clause = fit(CLAUSE_FEATURES, [x for x, _ in data], [y for _, y in data])
    data = [story.clause_pairs(score, clause) for story, score in zip(stories, scores, strict=True)]
    clause_pair = fit(CLAUSE_PAIR_FEATURES, [x for x, _ in data], [y for _, y in data])
    return {"pair": pair, "clause": clause, "clause pair": clause_pair}


def cross_validate(stories: list[LabelledStory], report: Callable[[str], None]) -> dict[str, dict[str, LinearScorer]]:
    """For each story the scorers trained without it; reports average precision of pairs."""
    from sklearn.metrics import average_precision_score

    found, scorers = [], {}
    for story in stories:
        scorers[story.name] = train([other for other in stories if other is not story])
        x, y = story.pairs()
        found.append(average_precision_score(y, scorers[story.name]["pair"].probability(x)))
        report(f"{story.name:20} {found[-1]:.3f}")
    report(f"{'mean':20} {np.mean(found):.3f}")
    return scorers


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


def load_score(shared: Path) -> ModuleType:
    """The stories' own scorer, for its definition of a hit."""
    spec = importlib.util.spec_from_file_location("score", shared / "stories/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_stories(shared: Path) -> list[LabelledStory]:
    """Every labelled story under the shared folder."""
    score = load_score(shared)
    return [LabelledStory(path.parent, score) for path in sorted((shared / "stories").glob("*/gold.json"))]


def main() -> None:
    """Cross-validates, then trains on all stories and writes the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    stories = load_stories(arguments.shared)
    cross_validate(stories, print)
    if not arguments.check:
        trained = {name: plain(scorer) for name, scorer in train(stories).items()}
        OUT.write_text(json.dumps(trained, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {OUT}")


if __name__ == "__main__":
    main()
