"""What the store hands out: versions of articles, stories, what was found in them, how far each source was read.

Times are ISO 8601, as they were given to the store, which has no clock of its own.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.article import Article
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.span import Evidence, Span

Outcome = Literal["new", "same", "changed"]
Part = Literal["headline", "byline", "text"]
FindingKind = Literal["claim", "quotation"]
TitleKind = Literal["headline", "found", "words"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article that was given to be kept; `version` counts from 1."""

    article: str
    outcome: Outcome
    version: int


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood when it was fetched. `digest` is that of its headline, byline and text; `source` is the
    feed, file or address it came from.
    """

    article: Article
    number: int
    digest: str
    source: str
    fetched: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One place in which two versions differ. `old` and `new` are the places of `before` and `after` in that part of
    the older and the newer version; None where that version has nothing there.
    """

    part: Part
    old: Span | None
    new: Span | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Title:
    """What stands for a headline that was not given: one found in the text of `article` ("found"), else words of that
    text ("words"), cut short where they are long. A story may be headed by the headline of another of its reports
    ("headline").
    """

    words: str
    kind: TitleKind
    article: str


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A story as the store knows it.

    `first_published` and `last_published` are in UTC, of its first and its last report; a report without a date counts
    with the time it was first fetched. `lead` is the first report, whose headline names the story; `title` does where
    it has none. `became` holds the living stories that took over the articles of one that has none left.
    """

    id: str
    opened: str
    first_published: str
    last_published: str
    articles: int
    outlets: int
    lead: str | None
    headline: str | None
    became: tuple[str, ...] = ()
    title: Title | None = None

    @property
    def name(self) -> str:
        """What it is called: by its headline, else its title, else its id."""
        return self.headline or (self.title.words if self.title else self.id)


@dataclass(frozen=True, slots=True)
class Within:
    """What a search is narrowed to: what was reported since one moment and before another, in UTC; by one outlet.

    None is any. A claim or quotation is found where a report of that time has it, and one of that outlet.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None


ANYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Match:
    """An article that has the words looked for. `evidence` is the stretch of its text that shows most of them, None
    where only the headline has them; `words` are their places in the text within that stretch. `title` stands for a
    headline that was not given.
    """

    article: str
    outlet: str | None
    headline: str | None
    published: str | None
    story: str | None
    evidence: Evidence | None
    words: tuple[Span, ...]
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """How far a source was read. `failures` are those since it was last read."""

    url: str
    kind: str
    etag: str | None = None
    last_modified: str | None = None
    last_read: str | None = None
    next_due: str | None = None
    failures: int = 0
    last_error: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not kept as an article, and why. `source` is what led to it."""

    where: str
    source: str
    reason: str
    when: str


@dataclass(frozen=True, slots=True)
class StoryFigures:
    """What the last comparison of a story came to. `digest` is that of the versions compared, `when` the moment it was
    made; `parts` counts the places where the reports part, by relation, in the order of the contract.
    """

    story: str
    digest: str
    when: str
    reports: int
    outlets: int
    origins: int
    claims: int
    quotations: int
    parts: tuple[tuple[DifferenceRelation, int], ...]

    @property
    def differences(self) -> int:
        """How many places there are where the reports part, of every relation."""
        return sum(count for _, count in self.parts)


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story as a list shows it: by origins, not by outlets.

    `figures` is None where it was never compared. `fresh` where they are of its very versions and corrections as they
    stand now; else `failure` says why it could not be compared, None where it only waits. `moments` are those of its
    reports, sorted; of more than 200 so many, evenly taken, the first and the last among them. `undated` reports give
    no date: their moments are those at which they were first kept.
    """

    record: StoryRecord
    figures: StoryFigures | None
    fresh: bool
    moments: tuple[str, ...]
    failure: str | None = None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One place that makes a claim, or gives a quotation: whose report it is, and its very words."""

    article: str
    outlet: str | None
    published: str | None
    headline: str | None
    speaker: str | None
    evidence: Evidence
    title: Title | None = None  # where it has no headline


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim or quotation of a story, as its last comparison has it, shown by the place that has most of the words
    looked for. `item` is its id in that comparison ("c-3", "q-2"); `words` are the places of the words in the
    article's text, within the evidence; none where only the speaker's name has them.

    `also` are its other places, in the order of the comparison; `outlets` and `origins` count them all. `key` is the
    speaker's, None where no name of a person or body is known.
    """

    kind: FindingKind
    story: str
    item: str
    article: str
    outlet: str | None
    published: str | None
    headline: str | None
    speaker: str | None
    evidence: Evidence
    words: tuple[Span, ...]
    also: tuple[Place, ...] = ()
    outlets: int = 1
    origins: int = 1
    key: str | None = None
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name under which something is quoted, in any story: `key` is the name folded, fit for an address. The same
    name in two stories may be two people; `described` are the words by which reports say who it is, most used first.
    """

    key: str
    name: str
    quotations: int
    stories: int
    outlets: int
    described: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How far a source was read, how many articles came from it, and how many things were skipped; of these the last
    few, newest first.
    """

    state: SourceState
    articles: int
    skipped: int
    last_skipped: tuple[Skipped, ...]
