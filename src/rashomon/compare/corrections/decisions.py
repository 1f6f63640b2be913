"""What readers decided, with the words it is about found again in the reports as they are now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from rashomon.model.article import Article
from rashomon.model.joined import Place
from rashomon.model.selector import Selector
from rashomon.model.span import Evidence, Span
from rashomon.model.story import Correction, ReadingKind
from rashomon.text.selecting import find_selected

MARKS: tuple[ReadingKind, ...] = ("boilerplate", "not_boilerplate")
FIRST_IS_ODD = ("other_claim", "other_person")
LONGEST_WORDS = 80  # code points of lost words that a reason gives; it tells which words, the correction has them all


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction of words: its places that the reports have, in its order, and what became of the others."""

    correction: Correction
    kind: ReadingKind
    places: tuple[Evidence, ...]
    lost: tuple[str, ...] = ()
    odd_lost: bool = False

    @property
    def possible(self) -> bool:
        """True where enough of its words are left that it says something."""
        return not self.odd_lost and len(self.places) >= (1 if self.kind in MARKS else 2)


def find_decisions(articles: Iterable[Article], corrections: Iterable[Correction]) -> tuple[Decision, ...]:
    """The corrections of words, in the order in which they were made; those of grouping are no matter here."""
    held = {article.id: article for article in articles}
    return tuple(_decision(one, cast(ReadingKind, one.kind), held) for one in corrections if not one.groups)


def _decision(correction: Correction, kind: ReadingKind, held: Mapping[str, Article]) -> Decision:
    found = [_found(place, held) for place in correction.places]
    return Decision(
        correction,
        kind,
        tuple(one for one in found if isinstance(one, Evidence)),
        tuple(dict.fromkeys(one for one in found if isinstance(one, str))),
        kind in FIRST_IS_ODD and any(isinstance(one, str) for one in found[:1]),
    )


def _found(place: Selector, held: Mapping[str, Article]) -> Evidence | str:
    """The words where they stand now, or why they do not."""
    article = held.get(place.article)
    if article is None:
        return f"{place.article} is no longer in the story"
    span = find_selected(article.text, place)
    if span is None:
        words = " ".join(place.exact.split())
        cut = words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rstrip() + "…"
        return f"the words “{cut}” are no longer in {place.article}"
    return article.evidence(span)


def find_marks(decisions: Sequence[Decision]) -> dict[str, tuple[tuple[Span, bool], ...]]:
    """For each article what readers marked as boilerplate (True) or as part of the report, the latest word last."""
    marks: dict[str, list[tuple[Span, bool]]] = {}
    for one in decisions:
        for place in one.places if one.kind in MARKS else ():
            marks.setdefault(place.article, []).append((place.span, one.kind == "boilerplate"))
    return {article: tuple(held) for article, held in marks.items()}


def places_in(decision: Decision, articles: Sequence[Article]) -> tuple[Place, ...]:
    """Its places, by the numbers of the articles in their story."""
    number = {article.id: n for n, article in enumerate(articles)}
    return tuple(Place(number[place.article], place.span) for place in decision.places)


def share_most(one: Span, other: Span) -> bool:
    """True for two places of one article that share half of the longer: one and the same, perhaps cut otherwise."""
    return 2 * one.overlap(other) >= max(len(one), len(other))


def share_some(one: Span, other: Span) -> bool:
    """True for two places of one article that share half of the shorter: one may have become part of the other."""
    return 2 * one.overlap(other) >= min(len(one), len(other))
