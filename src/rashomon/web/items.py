"""One item of a story's page by itself: every place it rests on, to be linked, cited and corrected."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from rashomon.errors import BadOption
from rashomon.model.comparison import Comparison, Witness
from rashomon.model.span import Evidence, Span
from rashomon.render.citations import cite
from rashomon.render.edition import AnyEvidence, Edition, make_edition
from rashomon.render.page.marks import CORRECTED
from rashomon.render.page.parts import number_items
from rashomon.render.page.places import safe_id
from rashomon.text.asked import read_place, write_place
from rashomon.text.selecting import select
from rashomon.web.addresses import evidence_at
from rashomon.web.shown import read_kept

NOUNS = {
    "c": "Claim",
    "d": "Difference",
    "q": "Quotation",
    "n": "Name",
    "t": "Date",
    "x": "Left out",
    "y": "Unresolved",
    "k": "Correction",
}
MOST_ALIKE = 25  # items offered as "the same"; any other is given by its number
LONGEST_LABEL = 90  # characters of an item in a list to choose from

Parting = Literal["other_claim", "other_person", ""]
Joining = Literal["same_claim", "same_person", ""]


@dataclass(frozen=True, slots=True)
class Piece:
    """One place: whose words, a link that finds them again, their citation, and its name when it is corrected."""

    label: str
    words: str
    href: str
    link: str
    citation: str
    place: str  # "ARTICLE:START-END"


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its places; `parting` and `joining` are the corrections it can have, `marked` whether its words are
    left out already.
    """

    id: str
    noun: str
    title: str
    pieces: tuple[Piece, ...]
    parting: Parting
    joining: Joining
    marked: bool
    alike: tuple[tuple[str, str], ...]  # items it may be the same as, the likeliest first: id, words


@dataclass(frozen=True, slots=True)
class Found:
    """An item of a comparison before it is shown: what it is called, and its places in order."""

    title: str
    places: tuple[Evidence, ...]


def find_place(place: str, comparison: Comparison) -> Evidence:
    """The words at "ARTICLE:START-END" of a comparison's reports. Raises BadOption where there are none."""
    article, span = read_place(place)
    witness = next((one for one in comparison.articles if one.id == article), None)
    if witness is None or span.end > len(witness.text):
        raise BadOption(f"{place!r} is no place of this story; give one of a report that its comparison has")
    return Evidence(article, span.start, span.end, span.of(witness.text))


def find_places(comparison: Comparison, item: str) -> Found:
    """The item of that address on the page ("c-3"). Raises BadOption where there is none."""
    find = _FINDERS.get(item[:1])
    found = find(comparison, item) if find and item[1:2] == "-" else None
    if found is None:
        raise BadOption(f"no item {item!r} in this comparison of the story; its page lists what there is")
    return found


@lru_cache(maxsize=64)
def show_kept_item(kept: str, item: str) -> Item:
    """The item of a kept comparison, laid out once however many look at it. Raises BadOption as `show_item` does."""
    return show_item(read_kept(kept), item)


def show_item(comparison: Comparison, item: str) -> Item:
    """The item with all that can be done with it. Raises BadOption where there is none of that address."""
    found = find_places(comparison, item)
    edition = make_edition(comparison)
    letter = item[:1]
    several = len(found.places) > 1
    return Item(
        id=item,
        noun=f"{NOUNS[letter]} {item[2:]}",
        title=found.title,
        pieces=tuple(_piece(edition, one) for one in found.places if one.article in edition.place),
        parting="" if not several else "other_claim" if letter in "cd" else "other_person" if letter == "n" else "",
        joining="same_claim" if letter == "c" else "same_person" if letter == "n" else "",
        marked=letter == "x",
        alike=_alike(comparison, item, found.title) if letter in "cn" else (),
    )


def evidence_link(witness: Witness, one: AnyEvidence) -> str:
    """The address that finds these words again, wherever they stand by then: W3C's two selectors as a query."""
    return evidence_at(select(witness.id, witness.text, Span(one.start, one.end)))


def _piece(edition: Edition, one: Evidence) -> Piece:
    witness = edition.witnesses[edition.place[one.article]]
    return Piece(
        label=edition.label(one.article),
        words=one.text,
        href=f"#{safe_id(one.article)}.{one.start}-{one.end}",
        link=evidence_link(witness, one),
        citation=cite(witness, one),
        place=write_place(one.article, one.span),
    )


def _alike(comparison: Comparison, item: str, title: str) -> tuple[tuple[str, str], ...]:
    """The other items of its kind whose words are most like it."""
    numbers = number_items(comparison)
    others = (
        ((numbers[one.id], one.wording.text) for one in comparison.claims)
        if item.startswith("c")
        else ((numbers[one.id], one.canonical) for one in comparison.names)
    )
    scored = [(-fuzz.token_set_ratio(title, words), place, id, words) for place, (id, words) in enumerate(others)]
    likeliest = sorted(one for one in scored if one[2] != item)[:MOST_ALIKE]
    return tuple((id, _short(words)) for _, _, id, words in likeliest)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_LABEL else flat[:LONGEST_LABEL].rpartition(" ")[0] + " …"


def _plain(places: Iterable[AnyEvidence]) -> tuple[Evidence, ...]:
    """The places, each once, in the order given."""
    return tuple(dict.fromkeys(Evidence(one.article, one.start, one.end, one.text) for one in places))


def _by_id(comparison: Comparison, item: str) -> Found | None:
    """A claim, difference, quotation or name."""
    numbers = number_items(comparison)
    for claim in comparison.claims:
        if numbers[claim.id] == item:
            return Found(claim.wording.text, _plain(claim.evidence))
    for part in comparison.differences:
        if numbers[part.id] == item:
            return Found(part.about, _plain(place for value in part.values for place in value.evidence))
    for said in comparison.quotations:
        if numbers[said.id] == item:
            return Found(said.speaker.name or said.speaker.description or "", _plain(said.variants))
    for name in comparison.names:
        if numbers[name.id] == item:
            return Found(name.canonical, _plain(place for form in name.variants for place in form.evidence))
    return None


def _by_number(comparison: Comparison, item: str) -> Found | None:
    """A date, or what was left out, is unresolved or was corrected, which go by their number in the list."""
    lists: dict[str, list[tuple[str, tuple[Evidence, ...]]]] = {
        "t": [(one.date, _plain(one.evidence)) for one in comparison.timeline],
        "x": [(one.reason, _plain((one,))) for one in comparison.left_out],
        "y": [(one.what, _plain(one.evidence)) for one in comparison.unresolved],
        "k": [(CORRECTED[one.kind], _plain(one.places)) for one in comparison.corrected],
    }
    items = lists[item[0]]
    known = item[2:].isdecimal() and len(item) < 9 and 1 <= int(item[2:]) <= len(items)
    return Found(*items[int(item[2:]) - 1]) if known else None


_FINDERS: dict[str, Callable[[Comparison, str], Found | None]] = {
    **dict.fromkeys("cdqn", _by_id),
    **dict.fromkeys("txyk", _by_number),
}
