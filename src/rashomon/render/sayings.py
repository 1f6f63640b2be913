"""What one person is quoted with: each utterance in every wording printed of it, and the words that name them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import Utterance, Variant
from rashomon.model.kept import Finding, Place, Title
from rashomon.model.reading import QuotationForm
from rashomon.model.span import Evidence, Span
from rashomon.render.collation import join_runs, mark_rare
from rashomon.render.edition import group_same_words
from rashomon.render.outline import Runs
from rashomon.render.wordings import find_wordings

TOLD = {"altered": "worded differently", "cut": "quoted shorter by some", "same": "the same words", "single": ""}
_PRONOUNS = frozenset("he she it they his her its their him them i we who".split())


@dataclass(frozen=True, slots=True)
class Printed:
    """One report that has the wording: where in it, and the words by which it tells that somebody said so, and who.

    `title` stands for a headline that it has not.
    """

    article: str
    outlet: str | None
    published: str | None
    span: Span
    cue: Evidence | None
    source: Evidence | None
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, the words that few others have set off, and every report that prints it.

    `in_part` where it gives only a few of the words that others give; `form` is None where it is not known.
    """

    runs: Runs
    form: QuotationForm | None
    in_part: bool
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said. `item` is its id in the comparison of its story; `told` says how its wordings differ."""

    item: str
    told: str
    wordings: tuple[Wording, ...]
    origins: int


def make_saying(finding: Finding, utterance: Utterance | None) -> Saying:
    """The quotation found, as its story's comparison has it; where that has it no more, as it was found."""
    places = {place.article: place for place in (_shown(finding), *finding.also)}
    if utterance is None or not _holds(utterance, finding.evidence):
        groups = group_same_words(place.evidence for place in (_shown(finding), *finding.also))
        return Saying(finding.item, "", tuple(_found(same, places) for same in groups), finding.origins)
    quoted = find_wordings(one for one in utterance.variants if one.form != "indirect")
    spoken = group_same_words(one for one in utterance.variants if one.form == "indirect")
    whole = [wording for wording in quoted if wording.whole]
    rare = mark_rare([wording.text for wording in whole])
    return Saying(
        finding.item,
        TOLD[utterance.wording],
        (
            *(_wording(join_runs(words), one.variants, places) for one, words in zip(whole, rare, strict=True)),
            *(_wording(((one.text, False),), one.variants, places, in_part=True) for one in quoted if not one.whole),
            *(_wording(((_plain(same[0].text), False),), same, places) for same in spoken),
        ),
        finding.origins,
    )


def find_sources(utterances: Iterable[Utterance]) -> tuple[Evidence, ...]:
    """The words by which the reports name or describe who said it, each once, where they first stand; no pronouns."""
    found: dict[str, Evidence] = {}
    for utterance in utterances:
        for one in utterance.variants:
            if one.source and _plain(one.source.text).casefold() not in _PRONOUNS:
                found.setdefault(_plain(one.source.text), one.source)
    return tuple(found.values())


def _shown(finding: Finding) -> Place:
    return Place(
        finding.article,
        finding.outlet,
        finding.published,
        finding.headline,
        finding.speaker,
        finding.evidence,
        finding.title,
    )


def _holds(utterance: Utterance, evidence: Evidence) -> bool:
    wanted = (evidence.article, evidence.start, evidence.end)
    return any((one.article, one.start, one.end) == wanted for one in utterance.variants)


def _wording(runs: Runs, variants: Sequence[Variant], places: Mapping[str, Place], in_part: bool = False) -> Wording:
    """A wording with the first piece of it in each report that prints it."""
    first: dict[str, Variant] = {}
    for one in variants:
        first.setdefault(one.article, one)
    return Wording(
        runs, variants[0].form, in_part, tuple(_printed(one, places.get(one.article)) for one in first.values())
    )


def _printed(one: Variant, place: Place | None) -> Printed:
    return Printed(
        one.article,
        place.outlet if place else None,
        place.published if place else None,
        Span(one.start, one.end),
        one.cue,
        one.source,
        place.title if place else None,
    )


def _found(same: Sequence[Evidence], places: Mapping[str, Place]) -> Wording:
    printed = (
        Printed(of.article, of.outlet, of.published, one.span, None, None, of.title)
        for one in same
        for of in (places[one.article],)
    )
    return Wording(((_plain(same[0].text), False),), None, False, tuple(printed))


def _plain(text: str) -> str:
    return " ".join(text.split())
