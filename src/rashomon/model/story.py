"""Stories of a stream: which articles belong to which, how that came about, and what a reader decided."""

from dataclasses import dataclass
from typing import Literal, get_args

from rashomon.model.selector import Selector

ChangeKind = Literal["opened", "grew", "split", "merged", "moved", "pinned", "unpinned"]
GroupingKind = Literal["split", "merge", "move", "pin"]
ReadingKind = Literal["same_claim", "other_claim", "same_person", "other_person", "boilerplate", "not_boilerplate"]
CorrectionKind = GroupingKind | ReadingKind

GROUPING_KINDS: tuple[GroupingKind, ...] = get_args(GroupingKind)
READING_KINDS: tuple[ReadingKind, ...] = get_args(ReadingKind)

IN_WORDS: dict[CorrectionKind, str] = {
    "split": "split",
    "merge": "merge",
    "move": "move",
    "pin": "pin",
    "same_claim": "same claim",
    "other_claim": "not the same claim",
    "same_person": "same person",
    "other_person": "not the same person",
    "boilerplate": "boilerplate",
    "not_boilerplate": "not boilerplate",
}


@dataclass(frozen=True, slots=True)
class Membership:
    """One article in one story. `score` is how surely it belongs there, 0..1; 1 where it opened the story or was put
    there by a reader. `reason` says what it shares with the story.
    """

    article: str
    story: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What happened to a story, so that its id keeps its history. `when` is ISO 8601; `other` is the story it was
    merged into, split from or moved to; `by` is "rashomon" or who corrected it.
    """

    story: str
    kind: ChangeKind
    other: str | None
    articles: tuple[str, ...]
    when: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader decided, to be honoured by every later run.

    split: `articles` are no part of `story`, but a story of their own; merge: `other` is the same story as `story`;
    move: `articles` belong to `other`; pin: `articles` stay in `story` whatever comes.

    The others are about words, `places`, of the reports of `story`. same_claim: their claims are one; other_claim: the
    first is no part of the claim that the rest stand for; same_person: they name one person; other_person: the first
    names another than the rest; boilerplate: they are no part of the report; not_boilerplate: they are.
    """

    kind: CorrectionKind
    story: str
    other: str | None
    articles: tuple[str, ...]
    when: str
    by: str
    places: tuple[Selector, ...] = ()

    @property
    def groups(self) -> bool:
        """True where it says which articles are of one story; else it is about what their words mean."""
        return self.kind in GROUPING_KINDS


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction under its number in the store, and when and by whom it was undone, if it was."""

    number: int
    correction: Correction
    undone: str | None = None
    undone_by: str | None = None
