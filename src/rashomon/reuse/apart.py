"""Articles that do not seem to report the event of the others."""

from rashomon.model.comparison import Apart
from rashomon.model.reading import Reading
from rashomon.settings import ReuseSettings


def find_apart(readings: tuple[Reading, ...], settings: ReuseSettings) -> tuple[Apart, ...]:
    """The articles that do not seem to report the event of the others."""
    return ()
