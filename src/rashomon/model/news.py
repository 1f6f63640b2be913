"""What a comparison of a story has that an earlier one had not: part of the public contract, see `docs/format.md`."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Evidence

RevisionChange = Literal["added", "revised", "withdrawn"]
ClaimChange = Literal["added", "gained", "revised", "lost", "withdrawn"]
DifferenceChange = Literal["new", "grew", "turned", "resolved", "not found again"]


@dataclass(frozen=True, slots=True)
class FormerText:
    """A report as it stood at the earlier comparison, where it was changed since or has left the story."""

    id: str
    outlet: str | None
    headline: str | None
    published: str | None
    modified: str | None
    text: str


@dataclass(frozen=True, slots=True)
class FormerEvidence:
    """The very words of a former text: `text` equals its characters from `start` to `end`."""

    former: str
    start: int
    end: int
    text: str

    @property
    def article(self) -> str:
        """The id of the report, as of other evidence."""
        return self.former


@dataclass(frozen=True, slots=True)
class Revision:
    """A sentence that a changed report added (no `before`), withdrew (no `after`) or revised."""

    article: str
    change: RevisionChange
    before: FormerEvidence | None
    after: Evidence | None


@dataclass(frozen=True, slots=True)
class NewHeadline:
    """A report's headline, where it was changed."""

    article: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ClaimNews:
    """What became of one claim. `claim` is its id, None where it was withdrawn; `origins` are the independent accounts
    behind it then and now; `evidence` are the places that are new, `former` those that are gone.
    """

    change: ClaimChange
    claim: str | None
    origins_before: int
    origins: int
    evidence: tuple[Evidence, ...]
    former: tuple[FormerEvidence, ...]


@dataclass(frozen=True, slots=True)
class FormerValue:
    """A value of a former difference; `stands` where a report still has the words."""

    value: str
    stands: bool
    evidence: tuple[FormerEvidence, ...]


@dataclass(frozen=True, slots=True)
class DifferenceNews:
    """What became of one difference. `difference` is its id, None where it is told no more; `relation_before` is what
    it was; `evidence` are the places of new values, `former` the values of one that is told no more.
    """

    change: DifferenceChange
    difference: str | None
    about: str
    relation_before: str | None
    evidence: tuple[Evidence, ...]
    former: tuple[FormerValue, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class NewSince:
    """All that is new since an earlier comparison, which was made at `since` (ISO 8601)."""

    since: str
    came: tuple[str, ...]
    left: tuple[str, ...]
    former: tuple[FormerText, ...]
    headlines: tuple[NewHeadline, ...]
    revisions: tuple[Revision, ...]
    claims: tuple[ClaimNews, ...]
    differences: tuple[DifferenceNews, ...]

    @property
    def empty(self) -> bool:
        """True where nothing at all is new."""
        parts = (self.came, self.left, self.headlines, self.revisions, self.claims, self.differences)
        return not any(parts)
