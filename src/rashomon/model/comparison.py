"""The comparison: the public contract, field for field. `docs/format.md` says what each word means.

Renderers, the store and the web read nothing else. Keys may be added; to change one is a new FORMAT.
"""

from dataclasses import dataclass
from typing import Any, Literal

from rashomon.model.news import NewSince
from rashomon.model.reading import AttributionKind, NameKind, QuotationForm
from rashomon.model.span import Evidence
from rashomon.model.story import ReadingKind
from rashomon.model.view import Narrowed

FORMAT = "rashomon.comparison/1"

ClaimRelation = Literal["agree", "differ", "updated", "disputed", "single"]
DifferenceKind = Literal["number", "name", "date", "place", "title", "wording", "stance", "order"]
DifferenceRelation = Literal["conflict", "update", "precision", "wording", "dispute"]
WordingOfQuotation = Literal["same", "cut", "altered", "single"]


@dataclass(frozen=True, slots=True)
class MadeBy:
    version: str
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as printed; `start` and `end` are None where it stands in no text."""

    article: str
    text: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    headline: Headline | None
    first_published: str | None
    last_published: str | None


@dataclass(frozen=True, slots=True)
class Witness:
    """One article as the comparison lists it: its text and what is known around it."""

    id: str
    outlet: str | None
    url: str | None
    headline: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    modified: str | None
    language: str | None
    credits: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent account, however many outlets carry it; each article is in exactly one."""

    id: str
    articles: tuple[str, ...]
    original: str | None
    agency: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share; `quoted` where all stand in quotation marks, so that neither need be a copy."""

    a: Evidence
    b: Evidence
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """An article that does not seem to report this event."""

    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimAttribution:
    speaker: str | None
    kind: AttributionKind
    medium: str | None
    cue: str | None
    hedged: bool


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """The words of one article that make the claim, and whom they credit (None is the outlet's own voice)."""

    article: str
    start: int
    end: int
    text: str
    attribution: ClaimAttribution | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement and every place that makes it; `origins` is the number of independent accounts behind it."""

    id: str
    wording: Evidence
    relation: ClaimRelation
    outlets: int
    origins: int
    evidence: tuple[ClaimEvidence, ...]
    differences: tuple[str, ...]
    not_found_in: tuple[str, ...]
    within: str | None = None  # the wider claim, of more reports, whose words hold these


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that compete: a span's words, what they come to, and every place that gives it."""

    value: str
    normal: dict[str, Any] | None  # {"number", "unit", "bound"}, {"date"} or {"name"}
    speaker: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the reports part, holding all its values (two or more)."""

    id: str
    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    values: tuple[Value, ...]
    claims: tuple[str, ...]
    confidence: float  # 0..1
    reason: str


@dataclass(frozen=True, slots=True)
class QuotedSpeaker:
    name: str | None
    description: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's wording of an utterance."""

    article: str
    start: int
    end: int
    text: str
    form: QuotationForm
    cue: Evidence | None
    source: Evidence | None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that one speaker said, in each wording printed of it."""

    id: str
    speaker: QuotedSpeaker
    wording: WordingOfQuotation
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """One person, place or body, in every way the reports write it."""

    id: str
    kind: NameKind
    canonical: str
    role: str | None
    variants: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    date: str
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutEvidence:
    article: str
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something we could not settle, said as such."""

    what: str
    evidence: tuple[Evidence, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a reader decided about words of the reports, and whether the comparison is so; if not, `reason` says why.

    `places` are those of its places that the reports have, in its own order; `when` is ISO 8601.
    """

    kind: ReadingKind
    by: str
    when: str
    places: tuple[Evidence, ...]
    carried_out: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything N reports of one event share and where they part, each line tied to the words that prove it."""

    format: str
    made_by: MadeBy
    story: Story
    articles: tuple[Witness, ...]
    origins: tuple[Origin, ...]
    passages: tuple[Passage, ...]
    apart: tuple[Apart, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    quotations: tuple[Utterance, ...]
    names: tuple[Name, ...]
    timeline: tuple[Happening, ...]
    left_out: tuple[LeftOutEvidence, ...]
    unresolved: tuple[Unresolved, ...]
    corrected: tuple[Corrected, ...] = ()  # as readers' corrections were heeded, in the order in which they were made
    new_since: NewSince | None = None  # where it was held against an earlier one
    narrowed: Narrowed | None = None  # where a part of it is shown
