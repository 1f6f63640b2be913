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
        (Within(since="2026-01-19"), True),
        (Within(since="2026-01-19", until="2026-01-19T06:00:00+00:00"), False),
        (Within(since="2026-01-19T06:00:00+00:00", until="2026-01-19T06:00:01+00:00"), True),
        (Within(since="2026-01-19T06:00:01+00:00"), False),
        (Within(until="2026-01-18T20:00:00+00:00"), False),
        (Within(since="2026-01-19", until="2026-01-18T23:00:00+00:00"), False),
    ],
)
def test_findings_are_those_that_a_report_of_that_time_has(ferry, within, found):
    """The Gull has it of 18 January, 20:00; Tern of 19 January, 06:00; Skua has it not."""
    assert bool(ferry.find_findings("loud bang", "quotation", within=within)) == found
    assert bool(ferry.count_findings("loud bang", "quotation", within)) == found


def test_findings_of_a_time_are_all_that_a_report_of_it_has(ferry):
    """Each is shown by a report of that time, whatever was told before."""
    for since in ("2026-01-18", "2026-01-19", "2026-01-19T06:00:01+00:00"):
        for until in ("2026-01-19T06:00:00+00:00", "2026-01-20"):
            within = Within(since, until)
            ids = {one.article for one in ferry.search("marlin", within=within)}
            known = ferry.find_findings("marlin", None, limit=100)
            wanted = {one.item for one in known if {one.article, *(also.article for also in one.also)} & ids}
            found = ferry.find_findings("marlin", None, limit=100, within=within)
            assert {one.item for one in found} == wanted
            assert ferry.count_findings("marlin", None, within) == len(wanted)


def test_finding_is_shown_by_the_report_asked_for(ferry):
    def shown(within):
        (found,) = ferry.find_findings("loud bang", "quotation", within=within)
        return found.outlet, [one.outlet for one in found.also]

    assert shown(ANYWHERE) == ("The Gull", ["Tern"])
    assert shown(Within(since="2026-01-19")) == shown(Within(outlet="Tern")) == ("Tern", ["The Gull"])
