"""What is said beside an item: that it is new, or that a reader corrected it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.model.comparison import Comparison, Corrected
from rashomon.model.span import Evidence
from rashomon.render.dates import show_date
from rashomon.render.edition import AnyEvidence, Edition
from rashomon.render.news import TOLD

CORRECTED = {
    "same_claim": "a reader joined these",
    "other_claim": "a reader parted these",
    "same_person": "a reader made these one person",
    "other_person": "a reader told these apart",
    "boilerplate": "a reader left this out",
    "not_boilerplate": "a reader took this in",
}


@dataclass(frozen=True, slots=True)
class ItemMark:
    """One remark: its look ("new" or "corrected"), the words, and where on the page it is explained."""

    look: str
    words: str
    href: str


@dataclass(slots=True)
class Ground:
    """The places of items, so that an item can be found by words."""

    held: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)  # article -> start, end, item; in order

    def lay(self, item: str, places: Iterable[AnyEvidence]) -> None:
        """The item stands at these places."""
        for one in places:
            self.held.setdefault(one.article, []).append((one.start, one.end, item))

    def sort(self) -> None:
        """What was laid can be found."""
        for places in self.held.values():
            places.sort()

    def at(self, place: Evidence) -> Iterator[str]:
        """The items that have words of this place."""
        places = self.held.get(place.article, [])
        for _, end, item in places[: bisect_left(places, (place.end, -1, ""))]:
            if end > place.start:
                yield item


def make_marks(edition: Edition, numbers: dict[str, str]) -> dict[str, tuple[ItemMark, ...]]:
    """The remarks beside each item that has any, by its address on the page."""
    marks: dict[str, dict[ItemMark, None]] = {}
    for item, mark in (*_news(edition.comparison, numbers), *_corrections(edition, numbers)):
        marks.setdefault(item, {})[mark] = None
    return {item: tuple(some) for item, some in marks.items()}


def _news(comparison: Comparison, numbers: dict[str, str]) -> Iterator[tuple[str, ItemMark]]:
    news = comparison.new_since
    if news is None:
        return
    for claim in news.claims:
        if claim.claim in numbers:
            told = "new" if claim.change == "added" else TOLD[claim.change]
            yield numbers[claim.claim], ItemMark("new", told, "#new")
    for one in news.differences:
        if one.difference in numbers:
            yield numbers[one.difference], ItemMark("new", one.change, "#new")


def _corrections(edition: Edition, numbers: dict[str, str]) -> Iterator[tuple[str, ItemMark]]:
    comparison = edition.comparison
    done = [(number, one) for number, one in enumerate(comparison.corrected, 1) if one.carried_out]
    if not done:
        return
    claims, names, gone = Ground(), Ground(), Ground()
    for claim in comparison.claims:
        claims.lay(numbers[claim.id], claim.evidence)
    for name in comparison.names:
        names.lay(numbers[name.id], (place for form in name.variants for place in form.evidence))
    for number, stretch in zip(edition.numbers("left_out"), comparison.left_out, strict=True):
        gone.lay(f"x-{number}", (stretch,))
    for ground in (claims, names, gone):
        ground.sort()
    for number, one in done:
        ground = claims if one.kind.endswith("claim") else names if one.kind.endswith("person") else gone
        mark = ItemMark("corrected", tell_corrected(one), f"#k-{number}")
        for item in dict.fromkeys(item for place in one.places for item in ground.at(place)):
            yield item, mark


def tell_corrected(one: Corrected) -> str:
    """What a reader decided: "a reader joined these, anna, 4 March 2025"."""
    return ", ".join(filter(None, (CORRECTED[one.kind], one.by, show_date(one.when))))
