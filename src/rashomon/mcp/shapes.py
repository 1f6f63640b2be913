"""A comparison in short, for an assistant's narrow memory: the same items, of each the first places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import (
    Claim,
    ClaimRelation,
    Comparison,
    Difference,
    DifferenceKind,
    DifferenceRelation,
    Happening,
    Name,
    Utterance,
    Value,
    Variant,
    WordingOfQuotation,
)
from rashomon.model.span import Evidence


@dataclass(frozen=True, slots=True)
class Report:
    """An article: its id, whose it is, and the origin whose text it carries."""

    id: str
    outlet: str | None
    headline: str | None
    published: str | None
    url: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a report, and whom it credits for them; null is its own voice."""

    article: str
    start: int
    end: int
    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class ClaimInShort:
    """A claim: `evidence` are the first of its `places`; "not found in" a report never means that it omitted it."""

    id: str
    relation: ClaimRelation
    origins: int
    outlets: int
    places: int
    evidence: tuple[Said, ...]
    differences: tuple[str, ...]
    not_found_in: tuple[str, ...]
    within: str | None  # a wider claim, of more reports, whose words hold these


@dataclass(frozen=True, slots=True)
class ValueInShort:
    """One of the values that compete; `origins` are the independent accounts that give it, `evidence` the first of its
    `places`.
    """

    value: str
    speaker: str | None
    origins: int
    places: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DifferenceInShort:
    """One place where the reports part, with all its values; `reason` says why they are set against each other."""

    id: str
    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    values: tuple[ValueInShort, ...]
    claims: tuple[str, ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class QuotationInShort:
    """What was said, in the first of the wordings printed; `speaker` is null where no name is known. `origins` are the
    independent accounts that have it.
    """

    id: str
    speaker: str | None
    description: str | None
    wording: WordingOfQuotation
    origins: int
    places: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NameInShort:
    """A person, place or body, in each spelling printed; `evidence` has one place of each of the first spellings."""

    id: str
    kind: str
    canonical: str
    role: str | None
    spellings: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DayInShort:
    """A day, month or year that reports name; `evidence` are the first of its `places`."""

    date: str
    places: int
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortening:
    """How items are shortened: at most so many places of each; `origin_of` each article tells independent accounts."""

    places: int
    origin_of: Mapping[str, str]

    def origins(self, places: Iterable[Evidence | Variant]) -> int:
        """How many independent accounts these places are of."""
        return len({self.origin_of[one.article] for one in places})


def find_origins(comparison: Comparison) -> dict[str, str]:
    """The origin of each article."""
    return {article: origin.id for origin in comparison.origins for article in origin.articles}


def list_articles(comparison: Comparison) -> tuple[Report, ...]:
    """Every article, in the order of the comparison."""
    origin_of = find_origins(comparison)
    return tuple(
        Report(one.id, one.outlet, one.headline, one.published, one.url, origin_of[one.id])
        for one in comparison.articles
    )


def shorten_claim(claim: Claim, how: Shortening) -> ClaimInShort:
    """A claim with the first of its places."""
    said = (
        Said(one.article, one.start, one.end, one.text, one.attribution.speaker if one.attribution else None)
        for one in claim.evidence[: how.places]
    )
    return ClaimInShort(
        id=claim.id,
        relation=claim.relation,
        origins=claim.origins,
        outlets=claim.outlets,
        places=len(claim.evidence),
        evidence=tuple(said),
        differences=claim.differences,
        not_found_in=claim.not_found_in,
        within=claim.within,
    )


def shorten_difference(difference: Difference, how: Shortening) -> DifferenceInShort:
    """A difference with all its values, and the first places of each."""
    return DifferenceInShort(
        id=difference.id,
        kind=difference.kind,
        relation=difference.relation,
        about=difference.about,
        values=tuple(_shorten_value(one, how) for one in difference.values),
        claims=difference.claims,
        confidence=difference.confidence,
        reason=difference.reason,
    )


def _shorten_value(value: Value, how: Shortening) -> ValueInShort:
    shown, origins = value.evidence[: how.places], how.origins(value.evidence)
    return ValueInShort(value.value, value.speaker, origins, len(value.evidence), shown)


def shorten_quotation(said: Utterance, how: Shortening) -> QuotationInShort:
    """A quotation in the first wordings printed."""
    return QuotationInShort(
        id=said.id,
        speaker=said.speaker.name,
        description=said.speaker.description,
        wording=said.wording,
        origins=how.origins(said.variants),
        places=len(said.variants),
        evidence=tuple(Evidence(one.article, one.start, one.end, one.text) for one in said.variants[: how.places]),
    )


def shorten_name(name: Name, how: Shortening) -> NameInShort:
    """A name in each spelling, with a place of each of the first ones."""
    places = tuple(one.evidence[0] for one in name.variants[: how.places] if one.evidence)
    return NameInShort(name.id, name.kind, name.canonical, name.role, tuple(one.text for one in name.variants), places)


def shorten_happening(happening: Happening, how: Shortening) -> DayInShort:
    """A day of the timeline with the first places that name it."""
    shown = happening.evidence[: how.places]
    return DayInShort(happening.date, len(happening.evidence), shown, happening.claims)


def by_origins(claims: Iterable[Claim]) -> Sequence[Claim]:
    """Those of the most independent accounts first, else as they stand."""
    return sorted(claims, key=lambda claim: -claim.origins)
