"""A story of readings: its articles are those of the readings, in order."""

from rashomon.model.article import Article
from rashomon.model.joined import StoryReading
from rashomon.model.reading import Masthead, Reading, Speaker


def test_articles_of_a_story_are_those_of_its_readings():
    articles = (Article("b", "x"), Article("a", "y"))
    assert StoryReading(tuple(Reading(article, Masthead()) for article in articles), ()).articles == articles


def test_a_speaker_with_a_name_is_named():
    assert Speaker("Iris Vane", None).named and not Speaker(None, "a sailor").named
