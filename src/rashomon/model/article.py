"""An article as it was read: one text, one outlet, one version."""

from dataclasses import dataclass
from datetime import date

from rashomon.model.span import Evidence, Span


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `text` is what was read, unchanged; what is unknown is None, never guessed.

    `published` and `modified` are ISO 8601, a day ("2025-11-27") or a time with its zone.
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None

    def evidence(self, span: Span) -> Evidence:
        """The words at `span`, tied to this article. Raises ValueError where the text is shorter."""
        if span.end > len(self.text):
            raise ValueError(f"{self.id}: span {span.start}..{span.end} ends after the text ({len(self.text)})")
        return Evidence(self.id, span.start, span.end, span.of(self.text))

    @property
    def published_on(self) -> date | None:
        """The day of publication, in the zone the article gives."""
        return date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, line or address that could not be read as an article, and why."""

    where: str
    reason: str
