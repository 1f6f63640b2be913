"""What a close reading of one article finds: places in its text, each with what it means there."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.article import Article
from rashomon.model.span import Span

NameKind = Literal["person", "place", "org", "other"]
QuotationForm = Literal["direct", "indirect", "mixed"]
Bound = Literal["exact", "about", "at least", "at most", "more than", "less than", "range", "vague"]
Fate = Literal["killed", "injured", "missing", "rescued", "displaced", "trapped", "ill"]
Role = Fate | Literal["arrested", "charged", "jailed", "kidnapped", "aboard"]
AttributionKind = Literal["named", "unnamed", "outlet", "document"]


EMBEDDED_POST = "the signature of an embedded post"  # why it is left out; the post itself stands before it


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the text that is not part of the report, and why we think so."""

    span: Span
    reason: str
    stated: bool = False  # a caption or display line that states something: still read as evidence


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands around the report: given by the article's metadata or found in its text."""

    headline: str | None = None
    headline_span: Span | None = None  # None where the headline stands in no text
    byline: str | None = None
    dateline: str | None = None  # the words, "ERIE, Pa. (AP)"
    dateline_span: Span | None = None
    published: str | None = None  # ISO 8601
    language: str | None = None  # ISO 639-1
    credits: tuple[str, ...] = ()  # news agencies credited for the text, not those cited for a fact


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the clauses it is made of; the clauses are in order, disjoint, and cover its words."""

    span: Span
    paragraph: int  # 0 is the first paragraph of the article
    clauses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in its place. `span` has its title too ("Mr Putin", "US envoy Witkoff"); `name` is the bare name."""

    span: Span
    name: Span
    kind: NameKind
    role: Span | None = None  # the words that say who it is, before or after: "US Army Secretary", "Ukraine's top aide"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `low` and `high` are equal unless the words give a range or a bound."""

    span: Span  # hedge, number, unit and head noun: "about 20 points"
    number: Span  # the figure alone: "20"
    low: float | None  # None where the words set no lower end ("at most 5")
    high: float | None
    bound: Bound
    unit: str  # "count", "percent", "fraction", "USD", "km2", "tonne", "year", ...
    head: str | None = None  # the counted noun, singular and lower-case: "point"
    role: Role | None = None  # what is said to have happened to those counted: "killed", "injured"


@dataclass(frozen=True, slots=True)
class DateParts:
    """What the words of a date give by themselves; what they leave open is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    swapped: tuple[int, int] | None = None  # month and day the other way round, where "3/4" may be either
    unit: Literal["day", "week", "weekend", "month", "year"] | None = None  # of `shift`
    shift: int = 0  # units from the day of writing: -1 in "last month", 0 in "this month"
    years_back: int | None = None  # 2 in "New Year's Eve two years ago"
    days_on: int = 0  # days from the day named: -1 in "a day before Saturday's"
    tense: Literal["past", "future"] | None = None  # of the words around, where they show it


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in its place. `date` is None where it could not be resolved; `basis` says how it was, or why not."""

    span: Span
    date: str | None  # YYYY-MM-DD, YYYY-MM or YYYY
    basis: str
    parts: DateParts = DateParts()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it. Without a name, `description` is the source's own words for them."""

    name: str | None
    description: str | None

    @property
    def named(self) -> bool:
        """True where the reports give a name."""
        return self.name is not None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One unbroken stretch of what someone said: `content` without its marks, the cue ("said"), the source's words."""

    content: Span
    form: QuotationForm
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = None  # resolved; None where nobody could be found


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to stand behind what the words at `span` report. Text without one is in the outlet's own voice."""

    span: Span  # the words attributed
    kind: AttributionKind
    speaker: str | None
    medium: str | None = None  # "on Telegram", "CBS News", "a statement"
    cue: str | None = None  # "claimed", "according to"
    hedged: bool = False  # "reportedly", "is thought to"
    source: Span | None = None  # the words that name who, where they stand in the same sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read closely. Spans are of `article.text`; only captions and their dates lie in what was left out."""

    article: Article
    masthead: Masthead
    left_out: tuple[LeftOut, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    captions: tuple[Sentence, ...] = ()  # what was left out and states something all the same
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
