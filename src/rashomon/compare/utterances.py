"""One utterance in each of its wordings."""

from rashomon.model.comparison import Utterance
from rashomon.model.joined import StoryReading
from rashomon.settings import QuotationSettings


def group_quotations(story: StoryReading, settings: QuotationSettings) -> tuple[Utterance, ...]:
    """The story's quotations, those of one utterance together."""
    return ()
