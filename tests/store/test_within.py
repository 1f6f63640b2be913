import pytest
from tests.web.reading_room import FERRY, NOW

from rashomon.model.kept import ANYWHERE, Within
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story


@pytest.fixture
def ferry(store):
    """Three reports of a ferry, of 18 and 19 January, compared."""
    open_stream(store, GroupingSettings(), StreamSettings(), NOW).keep(FERRY, "feed", NOW)
    compare_story(store, store.story_of(FERRY[0].id), NOW, Settings())
    return store


@pytest.mark.parametrize(
    ("within", "outlets"),
    [
        (ANYWHERE, {"The Gull", "Tern", "Skua"}),
        (Within(since="2026-01-19"), {"Tern", "Skua"}),
        (Within(until="2026-01-19"), {"The Gull"}),
        (Within(since="2026-01-19T07:00:00+00:00"), {"Skua"}),
        (Within(outlet="Tern"), {"Tern"}),
        (Within(outlet="tern"), set()),
        (Within(since="2026-01-20", outlet="Tern"), set()),
    ],
)
def test_articles_are_found_within_bounds(ferry, within, outlets):
    assert {one.outlet for one in ferry.search("marlin", within=within)} == outlets
    assert ferry.count_matches("marlin", within) == len(outlets)


@pytest.mark.parametrize(
    ("within", "found"),
    [
        (ANYWHERE, True),
        (Within(outlet="Tern"), True),
        (Within(outlet="The Gull"), True),
        (Within(outlet="Gull"), False),
        (Within(outlet="Skua"), False),
        (Within(since="2026-01-18", until="2026-01-19"), True),
        (Within(until="2026-01-18"), False),
    ],
)
def test_findings_count_with_their_first_moment_and_every_outlet(ferry, within, found):
    assert bool(ferry.find_findings("loud bang", "quotation", within=within)) == found
    assert bool(ferry.count_findings("loud bang", "quotation", within)) == found
