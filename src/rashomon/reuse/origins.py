"""Independent origins."""

from rashomon.model.comparison import Apart, Origin, Passage
from rashomon.model.reading import Reading
from rashomon.settings import ReuseSettings


def find_origins(
    readings: tuple[Reading, ...], passages: tuple[Passage, ...], settings: ReuseSettings
) -> tuple[Origin, ...]:
    """The articles in groups of one origin each, largest first: a partition."""
    return tuple(
        Origin(f"o-{n}", (reading.article.id,), reading.article.id, None, "shares no text with another report")
        for n, reading in enumerate(readings, 1)
    )


def find_apart(readings: tuple[Reading, ...], settings: ReuseSettings) -> tuple[Apart, ...]:
    """The articles that do not seem to report the event of the others."""
    return ()
