"""Copies of articles with one word changed: the change must be found, and an identical copy must give no difference.

  python -m benchmarks.changed_copies [--errors] [--seed N] [--each N] [--shared DIR] [STORY ...]

A change is found where a difference of the right kind has a value on the old word and another on the new one.
"""

import argparse
import dataclasses
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import shared_folder, story_articles, story_folders

from rashomon.model.article import Article
from rashomon.model.comparison import Comparison, Difference
from rashomon.pipeline import compare_articles

GOAL = 0.98  # share of the changes found
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Plural nouns that are measures of time or money, not things counted.
MEASURES = {
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "seconds",
    "times",
    "dollars",
    "cents",
    "pounds",
    "euros",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SURNAMES = ("Harrow", "Castellan", "Whitcombe", "Okafor", "Lindqvist", "Marchetti", "Delaney", "Sorensen", "Pemberton")
_GIVEN = """
Adam Alan Alex Alexander Alice Amanda Amy Andrea Andrew Angela Anna Anne Anthony Barbara Ben Benjamin Brian
Carl Carol Caroline Catherine Charles Chris Christian Christopher Claire Daniel David Deborah Dmitry Donald
Edward Elizabeth Emily Emma Eric Frank Gary George Greg Hannah Helen Henry Ian Ivan Jack Jake James Jane Jason
Jeff Jennifer Jeremy Jessica Jim Joe John Jonathan Joseph Julia Julie Karen Kate Keith Kelly Kevin Laura
Lauren Linda Lisa Louise Lucy Luke Maria Marie Mark Martin Mary Matt Matthew Megan Michael Michelle Mike
Mohammed Nancy Natalie Nicholas Nick Nicole Oliver Olivia Patricia Patrick Paul Peter Philip Rachel Rebecca
Richard Rick Rob Robert Robin Roger Ron Rose Ruth Ryan Sam Samantha Sarah Scott Sean Sergei Simon Sophie
Stephen Steve Steven Susan Terry Thane Thomas Tim Tom Tony Victor Victoria Viktor Vladimir Volodymyr William
Zoe
"""
GIVEN = frozenset(_GIVEN.split())
_COUNT = re.compile(
    r"(?<![\d$£€.,:\-])\b(\d{1,3}|" + "|".join(SMALL) + r")\b(?=\s+(?:[a-z]+\s+)?([a-z]{3,}s)\b)(?![.,]\d)"
)
_NAME = re.compile(r"\b([A-Z][a-z]+)\s+([A-Z][a-z]{3,})\b(?!\s+[A-Z])")
_WEEKDAY = re.compile(
    r"\b(" + "|".join(WEEKDAYS) + r")\b(?!\s+(?:Times|Telegraph|Express|Mirror|Post|Mail|Night|night))"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One word at `start` of an article's text, to be read as another."""

    kind: str  # number, name or date: the kind of difference it must give
    start: int
    old: str
    new: str

    def made_in(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.new + text[self.start + len(self.old) :]


def find_changes(article: Article, left_out: list[tuple[int, int]], chance: random.Random) -> Iterator[Change]:
    """Every number of things counted, surname of a named person and weekday, each with another in its place."""
    text = article.text
    for match in _COUNT.finditer(text):
        if match.group(2) not in MEASURES and not _within(match.start(), left_out):
            yield Change("number", match.start(1), match.group(1), _other_number(match.group(1), chance))
    for match in _NAME.finditer(text):
        if match.group(1) in GIVEN and not _within(match.start(), left_out):
            yield Change("name", match.start(2), match.group(2), chance.choice(SURNAMES))
    for match in _WEEKDAY.finditer(text):
        if not _within(match.start(), left_out):
            new = chance.choice([day for day in WEEKDAYS if day != match.group(1)])
            yield Change("date", match.start(1), match.group(1), new)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _other_number(old: str, chance: random.Random) -> str:
    if old in SMALL:
        return chance.choice([word for word in SMALL if word != old])
    number = int(old)
    return str(number + chance.choice([step for step in (-3, -2, -1, 1, 2, 3, 5, 10) if number + step > 1]))


def is_found(change: Change, original: Article, copy: Article, comparison: Comparison) -> Difference | None:
    """The difference of the right kind that has one value on the old word and another on the new one."""
    for difference in comparison.differences:
        old, new = (
            _values_on(difference, original.id, change.start, change.old),
            _values_on(difference, copy.id, change.start, change.new),
        )
        if difference.kind == change.kind and old and new and old != new:
            return difference
    return None


def _values_on(difference: Difference, article: str, start: int, word: str) -> set[int]:
    return {
        n
        for n, value in enumerate(difference.values)
        for e in value.evidence
        if e.article == article and e.start < start + len(word) and e.end > start
    }


def copy_of(article: Article, text: str) -> Article:
    """The same article as another outlet would carry it."""
    return dataclasses.replace(article, id=f"{article.id}-copy", outlet="copy.example", url=None, text=text)


def main(argv: list[str] | None = None) -> int:
    """0 where the goal is met and no identical copy gives a difference; else 1."""
    args = _arguments(argv)
    folders = story_folders(shared_folder(args.shared), args.stories)
    if not folders:
        print("skipped: no labelled stories; give --shared DIR or set RASHOMON_SHARED")
        return 0
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    for folder in folders:
        for article in story_articles(folder):
            _try_article(article, f"{folder.name}/{article.id}", args, made, found, tally)
    for kind in sorted(made):
        print(f"{kind:8} {found[kind]:4} of {made[kind]:4} changes found ({100 * found[kind] / made[kind]:.1f} %)")
    share = found.total() / max(1, made.total())
    print(
        f"{'all':8} {found.total():4} of {made.total():4} changes found ({100 * share:.1f} %; goal {100 * GOAL:.0f} %)"
    )
    print(f"differences beside the change: {tally['beside']}; changed words not in one claim: {tally['unjoined']}")
    print(f"identical copies with a difference: {tally['false']} of {tally['copies']}")
    return 0 if share >= GOAL and not tally["false"] else 1


def _try_article(
    article: Article, where: str, args: argparse.Namespace, made: Counter[str], found: Counter[str], tally: Counter[str]
) -> None:
    same = compare_articles([article, copy_of(article, article.text)])
    tally["copies"] += 1
    tally["false"] += bool(same.differences)
    for difference in same.differences if args.errors else ():
        print(f"{where}: identical copy differs: {difference.kind} {[v.value for v in difference.values]}")
    left_out = [(gone.start, gone.end) for gone in same.left_out if gone.article == article.id]
    chance = random.Random(f"{args.seed} {where}")
    changes = list(find_changes(article, left_out, chance))
    for kind in ("number", "name", "date"):
        mine = [change for change in changes if change.kind == kind]
        for change in chance.sample(mine, min(args.each, len(mine))):
            made[kind] += 1
            copy = copy_of(article, change.made_in(article.text))
            comparison = compare_articles([article, copy])
            right = is_found(change, article, copy, comparison)
            found[kind] += right is not None
            beside = [difference for difference in comparison.differences if difference is not right]
            tally["beside"] += len(beside)
            joined = _is_joined(change, article, copy, comparison)
            tally["unjoined"] += not joined
            if args.errors and (right is None or beside):
                _tell(where, change, article, "missed" if right is None else "found", joined, beside)


def _is_joined(change: Change, article: Article, copy: Article, comparison: Comparison) -> bool:
    """Whether one claim holds the changed words of both."""
    return any(
        {e.article for e in claim.evidence if e.start <= change.start < e.end} >= {article.id, copy.id}
        for claim in comparison.claims
    )


def _tell(where: str, change: Change, article: Article, outcome: str, joined: bool, beside: list[Difference]) -> None:
    around = article.text[max(0, change.start - 70) : change.start + 60].replace("\n", " / ")
    state = outcome if joined else f"{outcome}, not joined"
    print(f"{where}: {change.kind} {change.old} -> {change.new} {state}: …{around}…")
    for difference in beside:
        print(f"    beside it: {difference.kind} {difference.relation} {[v.value for v in difference.values]}")


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", help="only these stories")
    parser.add_argument("--errors", action="store_true", help="list the changes that were missed")
    parser.add_argument("--seed", type=int, default=1, help="of the choice of changes (default 1)")
    parser.add_argument("--each", type=int, default=2, help="changes of each kind an article (default 2)")
    parser.add_argument("--shared", type=Path, help="folder that holds stories/ (default RASHOMON_SHARED or ../shared)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
