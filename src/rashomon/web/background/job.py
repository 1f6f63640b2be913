"""A piece of work that is done in the background, as it stands."""

from dataclasses import dataclass
from typing import Literal

from rashomon.collect.account import Account

JobKind = Literal["compare", "collect"]
JobState = Literal["waiting", "running", "done", "failed", "stopped"]
_OVER: tuple[JobState, ...] = ("done", "failed", "stopped")


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work. `what` is the story's id, or what was added in a few words; `asked` and `ended` are ISO 8601.

    `account` and `placed` (article, its story) tell what a collecting job brought; `error` why one failed.
    """

    id: str
    kind: JobKind
    what: str
    asked: str
    state: JobState = "waiting"
    ended: str | None = None
    progress: str | None = None
    account: Account | None = None
    placed: tuple[tuple[str, str | None], ...] = ()
    error: str | None = None
    digest: str | None = None  # of the versions that were to be compared

    @property
    def over(self) -> bool:
        """True where nothing more will come of it."""
        return self.state in _OVER

    @property
    def stories(self) -> tuple[str, ...]:
        """The stories that what it brought went into, in the order in which it was read."""
        return tuple(dict.fromkeys(story for _, story in self.placed if story))
