"""Words that two articles share."""

from rashomon.model.comparison import Passage
from rashomon.model.reading import Reading
from rashomon.settings import ReuseSettings


def find_passages(readings: tuple[Reading, ...], settings: ReuseSettings) -> tuple[Passage, ...]:
    """The stretches that two articles share word for word or lightly edited, in order of article and place."""
    return ()
