"""What only the live page has beside the comparison: how it stands, what may be asked of it, and what can be undone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from rashomon.model.comparison import Comparison
from rashomon.model.kept import ListedStory, StoryFigures
from rashomon.model.story import KeptCorrection
from rashomon.model.view import View
from rashomon.render.dates import show_moment
from rashomon.render.edition import HARD, count, find_place_names, make_edition
from rashomon.render.views import LISTS, to_query
from rashomon.store.speakers import speaker_key
from rashomon.web.addresses import article_at, speaker_at, story_at
from rashomon.web.formats import EXPORTS

_LEGENDS = {"relation": "How they part", "kind": "Over what", "outlet": "Outlet", "origin": "Origin"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by: its name in the query, what it is called, how many items or reports it is about."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of one name of the query; several of them mean any."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LivePage:
    """The story's page where it is served. `undo` are the numbers of corrections by their items on the page; `speakers`
    the addresses of all that is quoted of one, by the names under which they are quoted here.
    """

    story: str
    digest: str
    query: str
    filters: tuple[Filter, ...]
    exports: tuple[tuple[str, str], ...]
    undo: dict[str, int]
    speakers: dict[str, str]
    may_write: bool

    @property
    def address(self) -> str:
        """The page itself."""
        return story_at(self.story)

    def article(self, article: str) -> str:
        """The page of an article, with its versions."""
        return article_at(article)


def make_live(
    figures: StoryFigures,
    comparison: Comparison,
    view: View,
    corrections: Sequence[KeptCorrection],
    may_write: bool,
    before: str | None = None,
) -> LivePage:
    """What the page of this comparison has; `comparison` is the whole of it, whatever the view.

    `corrections` are those that stand. `before` is the digest of the comparison that this reader saw before, where what
    is new is marked.
    """
    query, address = to_query(view), story_at(figures.story)
    seen = urlencode([("digest", figures.digest), *([("before", before)] if before else [])])
    suffix = f"?{query}&{seen}" if query else f"?{seen}"  # a file is of what is seen, though the story goes on
    return LivePage(
        story=figures.story,
        digest=figures.digest,
        query=query,
        filters=tuple(_filters(comparison, view)),
        exports=tuple((one.name, f"{address}/export.{ending}{suffix}") for ending, one in EXPORTS.items()),
        undo=_undo(comparison, corrections) if may_write else {},
        speakers=dict(_speakers(comparison)),
        may_write=may_write,
    )


def _filters(comparison: Comparison, view: View) -> Iterable[Filter]:
    edition = make_edition(comparison)
    relations = Counter(one.relation for one in comparison.differences)
    kinds = Counter(one.kind for one in comparison.differences)
    outlets = Counter(one.outlet for one in comparison.articles if one.outlet)
    ranked = sorted(relations, key=lambda one: (one not in HARD, -relations[one], one))
    offered: dict[str, list[tuple[str, str, int]]] = {
        "relation": [(one, one, relations[one]) for one in ranked],
        "kind": [(one, one, number) for one, number in kinds.most_common()],
        "outlet": [(one, one, outlets[one]) for one in sorted(outlets, key=str.casefold)],
        "origin": [
            (one.id, edition.origin_label(number), len(one.articles))
            for number, one in enumerate(edition.origins)
            if one.id
        ],
    }
    for name, choices in offered.items():
        chosen = getattr(view, LISTS[name])
        if len(choices) > 1 or chosen:
            yield Filter(name, _LEGENDS[name], tuple(Choice(*one, chosen=one[0] in chosen) for one in choices))


def _speakers(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """Persons and bodies alone."""
    places = find_place_names(comparison)
    for one in comparison.quotations:
        name = one.speaker.name
        if name and name not in places and (key := speaker_key(name)):
            yield name, speaker_at(key)


def _undo(comparison: Comparison, corrections: Sequence[KeptCorrection]) -> dict[str, int]:
    """The number of the correction behind each line of what readers corrected: the same decision, reader and time."""
    numbers = {(kept.correction.kind, kept.correction.by, kept.correction.when): kept.number for kept in corrections}
    found = {
        f"k-{number}": numbers.get((one.kind, one.by, one.when)) for number, one in enumerate(comparison.corrected, 1)
    }
    return {item: number for item, number in found.items() if number is not None}


def tell_state(listed: ListedStory) -> str:
    """In one line how the comparison stands to the reports as they are now; empty where it is of these very ones."""
    if listed.fresh or listed.figures is None:
        return ""
    made = show_moment(listed.figures.when)
    if listed.failure:
        return f"It could not be compared anew: {listed.failure}. What is shown is of {made}."
    came = max(0, listed.record.articles - listed.figures.reports)
    new = f"{count(came, 'new report')} not compared yet. " if came else ""
    return f"{new}It is being compared anew; what is shown is of {made}."
