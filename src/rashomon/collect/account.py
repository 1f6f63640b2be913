"""What a run brought: a plain account, the same in the terminal and as JSON."""

from collections import Counter
from dataclasses import dataclass, field

from rashomon.model.kept import Kept

_EXAMPLES = 3  # places named of each reason


@dataclass(frozen=True, slots=True)
class Passed:
    """How many things were skipped for one reason, and where the first of them lay."""

    reason: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of articles: `same` were read and found unchanged, `unasked` needed no reading, since nothing said that
    they had changed. `lists` counts the feeds, sitemaps and files read; `unchanged` those that were not
    read again, since they had not changed; `notes` say what was done in other words than asked.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    unasked: int = 0
    lists: int = 0
    unchanged: int = 0
    skipped: tuple[Passed, ...] = ()
    left: int = 0  # to the next run
    notes: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def articles(self) -> int:
        """How many were read."""
        return self.new + self.changed + self.same


@dataclass(slots=True)
class Tally:
    """The account while it is being drawn up."""

    kept: Counter[str] = field(default_factory=Counter)
    unasked: int = 0
    lists: int = 0
    unchanged: int = 0
    left: int = 0
    reasons: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    notes: dict[str, None] = field(default_factory=dict)
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def keep(self, kept: Kept) -> None:
        """One article was kept."""
        self.kept[kept.outcome] += 1

    def skip(self, where: str, reason: str, count: int = 1) -> None:
        """Something was skipped; the same for the same reason, as often as it is come upon, counts once."""
        if (where, reason) in self._seen:
            return
        self._seen.add((where, reason))
        self.counts[reason] += count
        examples = self.reasons.setdefault(reason, [])
        if len(examples) < _EXAMPLES:
            examples.append(where)

    def note(self, words: str) -> None:
        """Something was done that the reader should know; said once."""
        self.notes.setdefault(words)

    def close(self, stopped: bool = False) -> Account:
        """The account, reasons with the most skipped first."""
        order = sorted(self.counts, key=lambda reason: (-self.counts[reason], reason))
        passed = tuple(Passed(reason, self.counts[reason], tuple(self.reasons[reason])) for reason in order)
        return Account(
            self.kept["new"],
            self.kept["changed"],
            self.kept["same"],
            self.unasked,
            self.lists,
            self.unchanged,
            passed,
            self.left,
            tuple(self.notes),
            stopped,
        )
