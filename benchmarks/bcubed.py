"""B-cubed precision and recall of a grouping (Bagga and Baldwin 1998): the mean over articles."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    """Shares 0..1: of an article's found group that is of its event, and of its event that is in its group."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(events: Sequence[Hashable], found: Sequence[Hashable]) -> BCubed:
    """Of articles whose event is known and the groups they were put in, in one order."""
    event, group, both = Counter(events), Counter(found), Counter(zip(events, found, strict=True))
    pairs = list(zip(events, found, strict=True))
    count = max(1, len(pairs))
    precision = sum(both[e, g] / group[g] for e, g in pairs) / count
    return BCubed(precision, sum(both[e, g] / event[e] for e, g in pairs) / count)
