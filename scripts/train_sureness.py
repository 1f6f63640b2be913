"""Trains src/rashomon/compare/slots/sureness.toml on the labelled stories, and cross-validates it.

    pip install scikit-learn        # in a throw-away environment that also has rashomon
    python scripts/train_sureness.py [--shared DIR] [--check]

`--check` only prints how well the confidence tells right from wrong, one story left out at a time. A difference is
right where the very words of two of its values lie on the words of two values of one labelled difference: stricter than
the score of the stories, which asks for their sentences.
"""

import argparse
import json
import os
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

from rashomon.compare import differences as finding
from rashomon.compare.slots.findings import Finding, as_difference
from rashomon.compare.slots.sureness import sureness_features
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.model.comparison import Difference
from rashomon.pipeline import compare_articles

OUT = Path(__file__).resolve().parents[1] / "src/rashomon/compare/slots/sureness.toml"
STRENGTH = 0.3  # of the weights against their being nought; the best of 0.1, 0.3 and 1 by cross-validation
Place = tuple[str, int, int]  # article, start, end
Example = tuple[str, dict[str, float], bool, float]  # story, features, right or not, the finder's guess


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--shared", default=os.environ.get("RASHOMON_SHARED", "../shared"))
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    folders = sorted(path.parent for path in Path(given.shared, "stories").glob("*/gold.json"))
    examples = [one for folder in folders for one in read_examples(folder)]
    names = sorted({name for _, features, _, _ in examples for name in features})
    table = np.array([[features.get(name, 0.0) for name in names] for _, features, _, _ in examples])
    right = np.array([one[2] for one in examples])
    print_check(np.array([one[0] for one in examples]), table, right, np.array([one[3] for one in examples]))
    if not given.check:
        weights = learn(table, right).coef_[0]
        lines = [f"{json.dumps(name)} = {weight:.2f}\n" for name, weight in zip(names, weights, strict=True)]
        OUT.write_text("# Log odds by scripts/train_sureness.py; what is not named adds nothing.\n" + "".join(lines))


def read_examples(folder: Path) -> Iterator[Example]:
    """Each difference found in a labelled story, and whether its labels have it."""
    articles, _ = read_articles(folder / "articles.jsonl")
    texts = {article.id: article.text for article in articles}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    labelled = [[value_places(texts, value) for value in one["values"]] for one in gold["differences"]]
    for found in found_in(articles):
        told: dict[str, list[Place]] = {}
        for one in found.told:
            told.setdefault(one.key, []).append((one.page.article.id, one.words.start, one.words.end))
        values = list(told.values())
        features = sureness_features(found, as_difference(found))
        yield folder.name, features, any(same(values, other) for other in labelled), found.confidence


def found_in(articles: Iterable[Article]) -> list[Finding]:
    """What the finders found, as it is about to be printed."""
    kept: list[Finding] = []
    printed = finding.with_sureness

    def keep(found: Finding, difference: Difference) -> Difference:
        kept.append(found)
        return printed(found, difference)

    finding.with_sureness = keep
    try:
        compare_articles(articles)
    finally:
        finding.with_sureness = printed
    return kept


def value_places(texts: dict[str, str], value: dict[str, Any]) -> list[Place]:
    """Where the words of a labelled value stand; the whole evidence where they are not in it word for word."""
    places = []
    for evidence in value["evidence"]:
        text = texts[evidence["article"]]
        start = evidence.get("start", text.find(evidence["text"]))
        at = evidence["text"].find(value["value"])
        begin, length = (start + at, len(value["value"])) if at >= 0 else (start, len(evidence["text"]))
        places.append((evidence["article"], begin, begin + length))
    return places


def same(ours: list[list[Place]], theirs: list[list[Place]]) -> bool:
    """True where two values of ours touch the words of two values of theirs."""
    pairs = list(permutations(range(len(theirs)), 2))
    near = [[any(touch(x, y) for x in one for y in other) for other in ours] for one in theirs]
    return any(near[i][k] and near[j][m] for i, j in pairs for k, m in permutations(range(len(ours)), 2))


def touch(x: Place, y: Place) -> bool:
    return x[0] == y[0] and min(x[2], y[2]) > max(x[1], y[1])


def learn(table: np.ndarray, right: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(table, right)


def print_check(story: np.ndarray, table: np.ndarray, right: np.ndarray, guess: np.ndarray) -> None:
    """How the learned confidence and the finders' guesses tell right from wrong, each story by the others."""
    learned = np.zeros(len(right))
    for one in sorted(set(story)):
        out = story == one
        learned[out] = learn(table[~out], right[~out]).predict_proba(table[out])[:, 1]
    print(f"{len(right)} differences of {len(set(story))} stories, {right.mean():.2f} of them right")
    for name, sure in (("the finders' guesses", guess), ("learned, story left out", learned)):
        print(f"  {name}: area {roc_auc_score(right, sure):.3f}, squared error {brier_score_loss(right, sure):.3f}")
    for low, high in ((0, 0.5), (0.5, 0.75), (0.75, 1.01)):
        held = (learned >= low) & (learned < high)
        share = right[held].mean() if held.any() else float("nan")
        print(f"  {held.sum()} of confidence {low} to {min(high, 1)}: {share:.2f} right")


if __name__ == "__main__":
    main()
