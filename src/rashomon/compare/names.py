"""One name in all its spellings."""

from rashomon.model.comparison import Name
from rashomon.model.reading import Reading
from rashomon.settings import NameSettings


def join_names(readings: tuple[Reading, ...], settings: NameSettings) -> tuple[Name, ...]:
    """The people, places and bodies of the story, each with every way it is written and where."""
    return ()
