"""Who speaks, across the story."""

from rashomon.model.comparison import Name
from rashomon.model.reading import Reading


def resolve_speakers(readings: tuple[Reading, ...], names: tuple[Name, ...]) -> tuple[Reading, ...]:
    """The readings with the speakers of quotations and attributions resolved to the story's names."""
    return readings
