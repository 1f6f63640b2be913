"""Copies of articles with one word changed: the change must be found, and an identical copy must give no difference.

    python -m benchmarks.changed_copies [--errors] [--data DIR] [--seed N] [--each N] [STORY ...]

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

from benchmarks.corpus import ARTICLES, BadData, find_stories, shared_folder, story_articles
from benchmarks.figures import Figure, refuse, show, with_floors
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison, Difference
from rashomon.pipeline import compare_articles

SEED, EACH = 1, 2  # of the choice of changes; changes of each kind an article
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
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b(?!\s+(?:Times|Telegraph|Express|Mirror|Post|Mail|Night))")


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
            yield Change(
                "name",
                match.start(2),
                match.group(2),
                chance.choice([name for name in SURNAMES if name != match.group(2)]),
            )
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


@dataclasses.dataclass(slots=True)
class Tally:
    """What was tried and what came of it."""

    made: Counter[str] = dataclasses.field(default_factory=Counter)  # changes, by kind
    found: Counter[str] = dataclasses.field(default_factory=Counter)
    beside: int = 0  # differences that are not the change
    unjoined: int = 0  # changes whose sentences are in no claim together
    copies: int = 0
    false: int = 0  # identical copies with a difference

    def figures(self) -> list[Figure]:
        """The shares that are held to floors."""
        measured = {"identical copies without a difference": 1 - self.false / max(1, self.copies)}
        if self.made:
            measured = {"changes found": self.found.total() / self.made.total()} | measured
        return with_floors("changed_copies", measured)


def main(argv: list[str] | None = None) -> int:
    """0 where the floors hold or the data is absent; 1 where one does not; 2 where the data is unusable."""
    args = _arguments(argv)
    shared = shared_folder(args.shared)
    try:
        folders = find_stories(args.data, shared, args.stories, needed=(ARTICLES,))
        if not folders:
            print(f"skipped: no stories in {shared / 'stories'}; give --data DIR or set RASHOMON_SHARED")
            return 0
        tally = try_stories(folders, args.seed, args.each, args.errors)
    except BadData as error:
        return refuse("changed_copies", error)
    for kind in sorted(tally.made):
        share = tally.found[kind] / tally.made[kind]
        print(f"{kind:8} {tally.found[kind]:4} of {tally.made[kind]:4} changes found ({100 * share:.1f} %)")
    print(f"differences beside the change: {tally.beside}; changed words not in one claim: {tally.unjoined}")
    print(f"identical copies with a difference: {tally.false} of {tally.copies}")
    return show(tally.figures())


def try_stories(folders: list[Path], seed: int, each: int, errors: bool = False) -> Tally:
    """Every article against its identical copy and against copies with one change. Raises BadData."""
    tally = Tally()
    for folder in folders:
        for article in story_articles(folder):
            _try_article(article, f"{folder.name}/{article.id}", seed, each, errors, tally)
    return tally


def _try_article(article: Article, where: str, seed: int, each: int, errors: bool, tally: Tally) -> None:
    same = compare_articles([article, copy_of(article, article.text)])
    tally.copies += 1
    tally.false += bool(same.differences)
    for difference in same.differences if errors else ():
        values = [value.value for value in difference.values]
        print(f"{where}: identical copy differs: {difference.kind} {values}", file=sys.stderr)
    left_out = [(gone.start, gone.end) for gone in same.left_out if gone.article == article.id]
    chance = random.Random(f"{seed} {where}")
    changes = list(find_changes(article, left_out, chance))
    for kind in ("number", "name", "date"):
        mine = [change for change in changes if change.kind == kind]
        for change in chance.sample(mine, min(each, len(mine))):
            _try_change(change, article, where, errors, tally)


def _try_change(change: Change, article: Article, where: str, errors: bool, tally: Tally) -> None:
    copy = copy_of(article, change.made_in(article.text))
    comparison = compare_articles([article, copy])
    right = is_found(change, article, copy, comparison)
    beside = [difference for difference in comparison.differences if difference is not right]
    joined = _is_joined(change, article, copy, comparison)
    tally.made[change.kind] += 1
    tally.found[change.kind] += right is not None
    tally.beside += len(beside)
    tally.unjoined += not joined
    if errors and (right is None or beside):
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
    print(f"{where}: {change.kind} {change.old} -> {change.new} {state}: …{around}…", file=sys.stderr)
    for difference in beside:
        print(
            f"    beside it: {difference.kind} {difference.relation} {[v.value for v in difference.values]}",
            file=sys.stderr,
        )


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", help="only these stories")
    parser.add_argument("--errors", action="store_true", help="list on standard error what was missed, or found beside")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the choice of changes (default {SEED})")
    parser.add_argument("--each", type=int, default=EACH, help=f"changes of each kind an article (default {EACH})")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder of other stories, or one story's folder")
    parser.add_argument("--shared", type=Path, help="folder that holds stories/ (default RASHOMON_SHARED or ../shared)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
