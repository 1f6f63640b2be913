"""What every renderer asks of a comparison: the fixed order of the reports, counts, and the words around a place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from rashomon.model.comparison import (
    Claim,
    ClaimEvidence,
    Comparison,
    Difference,
    LeftOutEvidence,
    Origin,
    Variant,
    Witness,
)
from rashomon.model.news import FormerEvidence
from rashomon.model.span import Evidence
from rashomon.render.labels import name_reports

AnyEvidence = Evidence | ClaimEvidence | Variant | LeftOutEvidence | FormerEvidence
Words = TypeVar("Words", bound=AnyEvidence)

HARD = ("conflict", "dispute", "update")  # relations in which not all values can stand side by side
RELATIONS = (*HARD, "precision", "wording")
PLURAL = {
    "conflict": "conflicts",
    "dispute": "disputes",
    "update": "updates",
    "precision": "in precision",
    "wording": "in wording",
}
SIGNS = {"conflict": "≠", "dispute": "⇄", "update": "→", "precision": "≈", "wording": "“"}
# Where a sentence ends, seen from outside: not after a single letter or a title, nor before a small letter. What is
# missed only makes the grey words longer; sentences that matter are found by the text floor.
_STOP = re.compile(
    r"[.!?…](?<!\b[A-Za-z].)(?<!\bM[rs].)(?<!\bMrs.)(?<!\bDr.)(?<!\bSt.)(?<!\bNo.)(?<!\bGen.)(?<!\bSen.)(?<!\bRep.)"
    r"(?<!\bGov.)[\"”’')\]]*\s+(?![a-z])|[\r\n\u2028\u2029]+"
)


@dataclass(frozen=True, slots=True)
class Edition:
    """A comparison with its reports in the order of the page: origin by origin, those of one origin side by side."""

    comparison: Comparison
    witnesses: tuple[Witness, ...]
    origins: tuple[Origin, ...]
    place: dict[str, int] = field(repr=False)  # article -> its place in `witnesses`
    origin_of: dict[str, int] = field(repr=False)  # article -> its place in `origins`
    differences: dict[str, Difference] = field(repr=False)
    claims: dict[str, Claim] = field(repr=False)
    labels: dict[str, str] = field(default_factory=dict, repr=False)  # article -> what the page calls it

    @property
    def copied(self) -> bool:
        """True where an origin has more than one report."""
        return any(len(origin.articles) > 1 for origin in self.origins)

    @property
    def published(self) -> dict[str, str | None]:
        """When each report was published, as far as that is known."""
        return {one.id: one.published for one in self.witnesses}

    def text(self, article: str) -> str:
        """The text of a report; empty where the comparison does not hold it."""
        place = self.place.get(article)
        return "" if place is None else self.witnesses[place].text

    def in_order(self, articles: Iterable[str]) -> list[str]:
        """The reports named, each once, in the order of the page; those the comparison does not hold come last."""
        return sorted(set(articles), key=lambda article: (self.place.get(article, len(self.place)), article))

    def origins_of(self, articles: Iterable[str]) -> set[int]:
        """The places of the origins behind these reports."""
        return {self.origin_of[article] for article in articles if article in self.origin_of}

    def label(self, article: str) -> str:
        """What the page calls a report: its id where that is short, else its outlet."""
        return self.labels.get(article, article)

    def origin_label(self, number: int) -> str:
        """What the page calls an origin: its agency, or else its original or first report."""
        origin = self.origins[number]
        return origin.agency or self.label(origin.original or origin.articles[0])

    def numbers(self, items: Literal["timeline", "left_out", "unresolved"]) -> tuple[int, ...]:
        """The numbers that items without an id go by: those of the whole comparison, also where a part is shown."""
        if self.comparison.narrowed is None:
            return tuple(range(1, len(getattr(self.comparison, items)) + 1))
        numbers: tuple[int, ...] = getattr(self.comparison.narrowed.numbers, items)
        return numbers

    def origin_name(self, number: int) -> str:
        """The agency of an origin, or else its original or first report."""
        origin = self.origins[number]
        return origin.agency or origin.original or origin.articles[0]


def make_edition(comparison: Comparison) -> Edition:
    """The comparison, ready to be shown. A report in no origin is taken as its own."""
    by_id = {witness.id: witness for witness in comparison.articles}
    held: set[str] = set()
    origins = [_known(origin, by_id, held) for origin in comparison.origins]
    origins += [Origin("", (article,), article, None, "") for article in by_id if article not in held]
    kept = tuple(origin for origin in origins if origin.articles)
    order = [article for origin in kept for article in origin.articles]
    return Edition(
        comparison=comparison,
        witnesses=tuple(by_id[article] for article in order),
        origins=kept,
        place={article: n for n, article in enumerate(order)},
        origin_of={article: n for n, origin in enumerate(kept) for article in origin.articles},
        differences={difference.id: difference for difference in comparison.differences},
        claims={claim.id: claim for claim in comparison.claims},
        labels=name_reports(by_id[article] for article in order),
    )


def _known(origin: Origin, by_id: dict[str, Witness], held: set[str]) -> Origin:
    """The origin with those of its reports that the comparison holds and no origin before it has."""
    articles = tuple(article for article in origin.articles if article in by_id and article not in held)
    held.update(articles)
    return Origin(origin.id, articles, origin.original, origin.agency, origin.reason)


def find_place_names(comparison: Comparison) -> frozenset[str]:
    """The names of places: what a place is said to say is nobody's, and has no speaker's page."""
    return frozenset(name.canonical for name in comparison.names if name.kind == "place")


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def count_relations(differences: Iterable[Difference]) -> str:
    """How many of each: "5 conflicts · 3 disputes · 7 in precision"; empty where there are none."""
    relations = [difference.relation for difference in differences]
    found = ((relation, relations.count(relation)) for relation in RELATIONS if relation in relations)
    return " · ".join(f"{n} {relation if n == 1 and relation in HARD else PLURAL[relation]}" for relation, n in found)


def sureness(confidence: float) -> str:
    """A word for a confidence that is not high; empty where it is."""
    return "" if confidence >= 0.75 else "fairly sure" if confidence >= 0.5 else "unsure"


def group_same_words(evidence: Iterable[Words]) -> list[list[Words]]:
    """The places that carry the same words, white space apart, put together; in order of the first of each."""
    groups: dict[str, list[Words]] = {}
    for one in evidence:
        groups.setdefault(" ".join(one.text.split()), []).append(one)
    return list(groups.values())


def find_words(needle: str, evidence: AnyEvidence) -> tuple[int, int] | None:
    """Where words stand in a piece of evidence, as places in its article; None where they do not."""
    if not needle.strip():
        return None
    at = evidence.text.find(needle)
    if at < 0:
        at = evidence.text.lower().find(needle.lower())
        if at < 0 or len(evidence.text.lower()) != len(evidence.text):
            return None
    return evidence.start + at, evidence.start + at + len(needle)


def sentence_around(text: str, start: int, end: int, most: int = 95) -> tuple[str, str]:
    """The words of the sentence before and after a place, at most `most` characters each, cut at a word with "…"."""
    before, after = text[max(0, start - 4 * most) : start], text[end : end + 4 * most]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    ended = text[end - 1 : end] in {".", "!", "?"} and (not after or after[0].isspace())
    stop = _STOP.search(after)
    after = "" if ended else after[: stop.end()].rstrip() if stop else after
    if len(before) > most:
        before = "… " + before[-most:].partition(" ")[2]
    if len(after) > most:
        after = after[:most].rpartition(" ")[0] + " …"
    return before, after
