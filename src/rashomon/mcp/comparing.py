"""The comparison of a story for an assistant: first in outline, then any list of it in portions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.errors import BadOption
from rashomon.mcp.shapes import (
    ClaimInShort,
    DayInShort,
    DifferenceInShort,
    NameInShort,
    QuotationInShort,
    Report,
    Shortening,
    by_origins,
    find_origins,
    list_articles,
    shorten_claim,
    shorten_difference,
    shorten_happening,
    shorten_name,
    shorten_quotation,
)
from rashomon.model.comparison import Apart, Comparison, Corrected, LeftOutEvidence, Origin, Unresolved
from rashomon.model.view import View
from rashomon.pipeline import compare_articles
from rashomon.render.narrowing import narrow
from rashomon.render.views import refuse_unknown, tell_narrowed
from rashomon.serialize import comparison_from_json
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.stream.living import living_story, standing_comparison

Part = Literal[
    "outline",
    "articles",
    "origins",
    "differences",
    "claims",
    "quotations",
    "names",
    "timeline",
    "left_out",
    "unresolved",
    "corrected",
]
_LISTS: dict[Part, tuple[Callable[[Comparison], Sequence[Any]], Callable[[Any, Shortening], Any]]] = {
    "articles": (list_articles, lambda one, how: one),
    "origins": (lambda comparison: comparison.origins, lambda one, how: one),
    "differences": (lambda comparison: comparison.differences, shorten_difference),
    "claims": (lambda comparison: by_origins(comparison.claims), shorten_claim),
    "quotations": (lambda comparison: comparison.quotations, shorten_quotation),
    "names": (lambda comparison: comparison.names, shorten_name),
    "timeline": (lambda comparison: comparison.timeline, shorten_happening),
    "left_out": (lambda comparison: comparison.left_out, lambda one, how: one),
    "unresolved": (lambda comparison: comparison.unresolved, lambda one, how: one),
    "corrected": (lambda comparison: comparison.corrected, lambda one, how: one),
}
_OUTLINE: tuple[Part, ...] = ("articles", "origins", "differences", "claims")


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of a list is here; `next_offset` is where to go on, null at its end."""

    offset: int
    shown: int
    of: int
    next_offset: int | None


@dataclass(frozen=True)  # the protocol's library takes slots for defaults
class ComparisonInShort:
    """A comparison in outline, or one list of it. Lists that were not asked for are null; `lists` tells how long each
    is. `fresh` is false where reports or corrections came since it was made; `filtered` says what a filter keeps back.
    """

    story: str
    headline: str | None
    first_published: str | None
    last_published: str | None
    made: str | None
    fresh: bool
    filtered: str | None
    lists: dict[str, int]
    portion: dict[str, Shown]
    apart: tuple[Apart, ...]
    articles: tuple[Report, ...] | None = None
    origins: tuple[Origin, ...] | None = None
    differences: tuple[DifferenceInShort, ...] | None = None
    claims: tuple[ClaimInShort, ...] | None = None
    quotations: tuple[QuotationInShort, ...] | None = None
    names: tuple[NameInShort, ...] | None = None
    timeline: tuple[DayInShort, ...] | None = None
    left_out: tuple[LeftOutEvidence, ...] | None = None
    unresolved: tuple[Unresolved, ...] | None = None
    corrected: tuple[Corrected, ...] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part is wanted, from where on, at most how many items of it, and places of each."""

    part: Part = "outline"
    offset: int = 0
    limit: int = 10
    places: int = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A comparison and its standing; `made` is null where it was made just now, to be shown and not kept."""

    story: str
    comparison: Comparison
    made: str | None
    fresh: bool


def hold_comparison(store: Store, id: str, settings: Settings) -> Held:
    """The comparison of a story that there is; where there is none, one is made now. Raises NoSuchStory."""
    story = living_story(store, id).id
    standing = standing_comparison(store, story)
    if standing is None:
        corrections = store.readings_corrected(story)
        made = compare_articles(store.articles(story=story), settings=settings, corrections=corrections)
        return Held(story, made, None, fresh=True)
    return Held(story, comparison_from_json(standing.comparison), standing.when, standing.fresh)


def show_comparison(held: Held, view: View, wanted: Wanted) -> ComparisonInShort:
    """The part that is wanted of what is to be seen."""
    refuse_unknown(held.comparison, view)
    comparison = narrow(held.comparison, view)
    if wanted.part == "outline" and wanted.offset:
        raise BadOption("an outline has no offset; name the list to go on with in part")
    parts = _OUTLINE if wanted.part == "outline" else (wanted.part,)
    lists = {name: take(comparison) for name, (take, _) in _LISTS.items()}
    how = Shortening(wanted.places, find_origins(comparison))
    shown = {name: _shown(name, lists[name], wanted, how) for name in parts}
    return ComparisonInShort(
        story=held.story,
        headline=comparison.story.headline.text if comparison.story.headline else None,
        first_published=comparison.story.first_published,
        last_published=comparison.story.last_published,
        made=held.made,
        fresh=held.fresh,
        filtered=tell_narrowed(comparison.narrowed) if comparison.narrowed else None,
        lists={name: len(items) for name, items in lists.items()},
        portion={name: _portion(lists[name], shown[name], wanted.offset) for name in parts},
        apart=comparison.apart,
        **shown,
    )


def _shown(name: Part, items: Sequence[Any], wanted: Wanted, how: Shortening) -> tuple[Any, ...]:
    shorten = _LISTS[name][1]
    return tuple(shorten(one, how) for one in items[wanted.offset : wanted.offset + wanted.limit])


def _portion(items: Sequence[Any], shown: Sequence[Any], offset: int) -> Shown:
    after = offset + len(shown)
    return Shown(offset, len(shown), len(items), after if shown and after < len(items) else None)
