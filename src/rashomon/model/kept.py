"""What the store hands out: versions of articles, stories, what a search found, and how far each source was read.

Times are ISO 8601, as they were given to the store, which has no clock of its own.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.article import Article
from rashomon.model.span import Evidence, Span

Outcome = Literal["new", "same", "changed"]
Part = Literal["headline", "byline", "text"]


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
class StoryRecord:
    """A story as the store knows it.

    `first_published` and `last_published` are in UTC, of its first and its last report; a report without a date counts
    with the time it was first fetched. `lead` is the first report, whose headline names the story. `became` holds the
    living stories that took over the articles of one that has none left.
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


@dataclass(frozen=True, slots=True)
class Match:
    """An article that has the words looked for. `evidence` is the stretch of its text that shows most of them, None
    where only the headline has them; `words` are their places in the text within that stretch.
    """

    article: str
    outlet: str | None
    headline: str | None
    published: str | None
    story: str | None
    evidence: Evidence | None
    words: tuple[Span, ...]


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
