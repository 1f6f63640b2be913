"""Lines of evidence: the words, what of them is compared, and their sentence around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.render.edition import AnyEvidence, Edition, find_words, group_same_words, sentence_around
from rashomon.render.outline import Runs, set_off
from rashomon.render.page.places import Links, Place

MOST_NAMED = 40  # reports named beside the same words; what is beyond is counted, and drawn in the strip


@dataclass(frozen=True, slots=True)
class Line:
    """The same words in one report or several, linked to each place."""

    places: tuple[Place, ...]
    before: str
    runs: Runs
    after: str
    fragment: bool
    more: int = 0  # places not named
    label: str = ""


def make_lines(
    edition: Edition, links: Links, evidence: Iterable[AnyEvidence], focus: str = "", context: bool = False
) -> tuple[Line, ...]:
    """One line for each wording; `focus` is set off in it, and with `context` its sentence stands around it."""
    return tuple(make_line(edition, links, same, focus, context) for same in group_same_words(evidence))


def make_line(
    edition: Edition, links: Links, same: Sequence[AnyEvidence], focus: str = "", context: bool = False, label: str = ""
) -> Line:
    """The line for places that carry the same words."""
    first = same[0]
    text = edition.text(first.article)
    before, after = sentence_around(text, first.start, first.end) if context else ("", "")
    runs = set_off(first, find_words(focus, first)) if focus else ((first.text, False),)
    ordered = sorted(same, key=lambda one: (edition.place.get(one.article, 0), one.start))
    places = tuple(links.place(one) for one in ordered[:MOST_NAMED])
    return Line(
        places, before, runs, after, not context and is_fragment(text, first.start), len(same) - len(places), label
    )


def is_fragment(text: str, start: int) -> bool:
    """True where the words before a place belong to its sentence."""
    before = text[max(0, start - 8) : start].rstrip(" \t\"'“‘(")
    if not before or before[-1] in ".!?…\n\r":
        return False
    return start > 0 and text[start - 1] not in "\n\r"
