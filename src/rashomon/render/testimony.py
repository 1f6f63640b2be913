"""What one report says, item by item: all that the comparison of its story has of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import ClaimRelation, DifferenceRelation, LeftOutEvidence, Unresolved
from rashomon.model.reading import QuotationForm
from rashomon.model.span import Evidence, Span
from rashomon.render.edition import (
    HARD,
    RELATIONS,
    AnyEvidence,
    Edition,
    find_place_names,
    find_words,
    group_same_words,
    sureness,
)
from rashomon.render.reuse import make_stretches
from rashomon.render.sections import speaker_name


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the report and where they stand."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class OtherValue:
    """What other reports give for it: the words, and each report that has them with its outlet."""

    words: str
    reports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """A difference that the report takes part in: its own words for it, and what the others give."""

    id: str
    relation: DifferenceRelation
    about: str
    own: tuple[Words, ...]
    others: tuple[OtherValue, ...]
    sureness: str

    @property
    def hard(self) -> bool:
        """True where not all values can stand side by side."""
        return self.relation in HARD


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim that the report makes, in its own words, and how many independent accounts stand behind it in all."""

    id: str
    words: tuple[Words, ...]
    relation: ClaimRelation
    origins: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of someone that the report gives. `name` is that of a person or a body, None where none is known;
    `origins` are the independent accounts that give them, in any wording.
    """

    id: str
    speaker: str
    name: str | None
    words: Words
    form: QuotationForm
    origins: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Another report of the same origin; `share` is the percentage of its words that stand in one of them too."""

    article: str
    outlet: str
    original: bool
    share: int


@dataclass(frozen=True, slots=True)
class Descent:
    """The origin of the report: whose account it is, why we think so, and the other reports that carry it.

    `share` is the percentage of this report's words that stand in one of those too.
    """

    name: str
    agency: str | None
    original: bool
    reason: str
    share: int
    kin: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class Testimony:
    """One report in the comparison of its story. `apart` says why it does not seem to tell of the event, if so."""

    descent: Descent
    apart: str
    partings: tuple[Parting, ...]
    statements: tuple[Statement, ...]
    sayings: tuple[Saying, ...]
    left_out: tuple[LeftOutEvidence, ...]
    unresolved: tuple[Unresolved, ...]

    def cited(self) -> Iterator[Span]:
        """Every place that a list of it links to."""
        yield from (one.span for parting in self.partings for one in parting.own)
        yield from (one.span for statement in self.statements for one in statement.words)
        yield from (saying.words.span for saying in self.sayings)
        yield from (Span(gone.start, gone.end) for gone in self.left_out)
        yield from (one.span for open_one in self.unresolved for one in open_one.evidence)


def find_testimony(edition: Edition, article: str) -> Testimony:
    """All that the comparison has of a report it holds, in the comparison's order."""
    comparison = edition.comparison
    return Testimony(
        descent=_descent(edition, article),
        apart=next((_labelled(edition, one.reason) for one in comparison.apart if one.article == article), ""),
        partings=tuple(_partings(edition, article)),
        statements=tuple(_statements(edition, article)),
        sayings=tuple(_sayings(edition, article)),
        left_out=tuple(gone for gone in comparison.left_out if gone.article == article),
        unresolved=tuple(_unresolved(edition, article)),
    )


def _descent(edition: Edition, article: str) -> Descent:
    number = edition.origin_of[article]
    origin = edition.origins[number]
    shared = make_stretches(edition) if len(origin.articles) > 1 else {}
    shares = {one: _share(edition.text(one), shared.get(one, [])) for one in origin.articles}
    return Descent(
        edition.origin_label(number),
        origin.agency,
        origin.original == article,
        _labelled(edition, origin.reason),
        shares[article],
        tuple(
            Kin(other, _outlet(edition, other), origin.original == other, shares[other])
            for other in origin.articles
            if other != article
        ),
    )


def _share(text: str, stretches: list[tuple[int, int]]) -> int:
    held = sum(len(text[start:end].split()) for start, end in stretches)
    return min(100, round(100 * held / max(1, len(text.split()))))


def _labelled(edition: Edition, reason: str) -> str:
    """A reason that calls reports by what the page calls them; ids that are addresses cannot be read."""
    for article in sorted(edition.labels, key=len, reverse=True):
        reason = reason.replace(article, edition.label(article))
    return reason


def _outlet(edition: Edition, article: str) -> str:
    place = edition.place.get(article)
    return (edition.witnesses[place].outlet if place is not None else None) or edition.label(article)


def _partings(edition: Edition, article: str) -> Iterator[Parting]:
    """The hardest first."""
    for difference in sorted(edition.comparison.differences, key=lambda one: RELATIONS.index(one.relation)):
        own = [
            _focused(value.value, one)
            for value in difference.values
            for one in value.evidence
            if one.article == article
        ]
        if not own:
            continue
        others = (
            OtherValue(value.value, _reports(edition, value.evidence))
            for value in difference.values
            if all(one.article != article for one in value.evidence)
        )
        yield Parting(
            difference.id,
            difference.relation,
            difference.about,
            tuple({words.text: words for words in reversed(own)}.values())[::-1],
            tuple(others),
            sureness(difference.confidence),
        )


def _statements(edition: Edition, article: str) -> Iterator[Statement]:
    for claim in edition.comparison.claims:
        own = [one for one in claim.evidence if one.article == article]
        if own:
            speakers = [one.attribution.speaker for one in own if one.attribution]
            yield Statement(claim.id, _words(own), claim.relation, claim.origins, speakers[0] if speakers else None)


def _sayings(edition: Edition, article: str) -> Iterator[Saying]:
    places = find_place_names(edition.comparison)
    for utterance in edition.comparison.quotations:
        name = utterance.speaker.name
        origins = len(edition.origins_of(one.article for one in utterance.variants))
        for one in utterance.variants:
            if one.article == article:
                words = Words(Span(one.start, one.end), one.text)
                named = None if name in places else name
                yield Saying(utterance.id, speaker_name(utterance), named, words, one.form, origins)


def _unresolved(edition: Edition, article: str) -> Iterator[Unresolved]:
    for one in edition.comparison.unresolved:
        own = tuple(place for place in one.evidence if place.article == article)
        if own:
            yield Unresolved(one.what, own, one.reason)


def _reports(edition: Edition, evidence: Sequence[Evidence]) -> tuple[tuple[str, str], ...]:
    return tuple((article, _outlet(edition, article)) for article in edition.in_order(one.article for one in evidence))


def _focused(value: str, evidence: Evidence) -> Words:
    """The compared words alone where they stand in the evidence, else all of it."""
    start, end = find_words(value, evidence) or (evidence.start, evidence.end)
    return Words(Span(start, end), evidence.text[start - evidence.start : end - evidence.start])


def _words(places: Sequence[AnyEvidence]) -> tuple[Words, ...]:
    """Each wording once, where it first stands."""
    return tuple(Words(Span(same[0].start, same[0].end), same[0].text) for same in group_same_words(places))
