"""Stories of a stream: which articles belong to which, how that came about, and what a reader decided."""

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["opened", "grew", "split", "merged", "moved", "pinned"]
CorrectionKind = Literal["split", "merge", "move", "pin"]


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
    """

    kind: CorrectionKind
    story: str
    other: str | None
    articles: tuple[str, ...]
    when: str
    by: str
