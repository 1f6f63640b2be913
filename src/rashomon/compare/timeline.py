"""When what happened."""

from rashomon.model.comparison import Claim, Happening
from rashomon.model.joined import StoryReading


def make_timeline(story: StoryReading, claims: tuple[Claim, ...]) -> tuple[Happening, ...]:
    """The dates that the reports give, in order, each with the words that give it and the claims made there."""
    return ()
