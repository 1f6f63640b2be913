"""What a search finds in all, beside the portion of it that is shown."""

import pytest
from tests.stream.conftest import GULL, MONDAY, OATS, TERN, opened

from rashomon.errors import BadOption
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story


@pytest.fixture
def compared(store):
    opened(store).keep([GULL, TERN, OATS], "feed.example", MONDAY)
    for story in store.stories():
        compare_story(store, story.id, MONDAY, Settings())
    return store


@pytest.mark.parametrize("words", ["ferry", "hurt", "Marlin aground", '"coast guard"', "harb*", "zeppelin"])
def test_counts_are_of_all_that_is_found(compared, words):
    assert compared.count_matches(words) == len(compared.search(words, limit=100))
    for kind in ("claim", "quotation", None):
        assert compared.count_findings(words, kind) == len(compared.find_findings(words, kind, limit=100))


def test_something_is_counted(compared):
    assert compared.count_matches("marlin") == 2 and compared.count_findings("marlin") > 0


@pytest.mark.parametrize("words", [None, "ada", "nobody"])
def test_speakers_are_counted(compared, words):
    assert compared.count_speakers(words) == len(compared.speakers(words, limit=100))


def test_no_word_is_refused_as_in_the_search(compared):
    with pytest.raises(BadOption):
        compared.count_matches("?!")
    with pytest.raises(BadOption):
        compared.count_findings("?!")
