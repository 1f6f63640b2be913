"""A story under any of its ids, the comparison there is of it, and words found again in its reports."""

from dataclasses import replace

import pytest
from tests.stream.conftest import FRIDAY, GULL, MONDAY, TERN, TUESDAY

from rashomon.errors import BadOption, NoSuchStory, NoSuchWords
from rashomon.model.selector import Selector
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story
from rashomon.stream.correcting import merge_stories, move_article, split_story
from rashomon.stream.living import living_story, standing_comparison
from rashomon.stream.quoting import quote

HURT = "Twelve people were hurt"


@pytest.fixture
def ferry(store, stream):
    return store.story_of(GULL.id)


def test_former_id_leads_to_the_story_that_took_its_reports_over(store, ferry, stream):
    mill = store.story_of("skua.example/mill")
    merge_stories(store, ferry, mill, TUESDAY, "Ana")
    assert living_story(store, mill).id == ferry


def test_story_that_became_several_names_them(store, ferry, stream):
    mill = store.story_of("skua.example/mill")
    tern = split_story(store, ferry, [TERN.id], TUESDAY, "Ana")
    move_article(store, "oats.example/mill", ferry, TUESDAY, "Ana")
    move_article(store, "skua.example/mill", tern, TUESDAY, "Ana")
    with pytest.raises(NoSuchStory, match=f"became ({ferry} and {tern}|{tern} and {ferry}); give one of them"):
        living_story(store, mill)


def test_comparison_is_fresh_until_a_report_changes(store, ferry, stream):
    assert standing_comparison(store, ferry) is None
    compare_story(store, ferry, MONDAY, Settings())
    made = standing_comparison(store, ferry)
    assert made is not None and made.fresh and made.when == MONDAY
    stream.keep([replace(TERN, text=TERN.text + " Nobody died.")], "feed.example", TUESDAY)
    former = standing_comparison(store, ferry)
    assert former is not None and not former.fresh and former.comparison == made.comparison
    compare_story(store, ferry, FRIDAY, Settings())
    assert standing_comparison(store, ferry).fresh


def test_comparison_of_what_was_again_as_before_is_fresh_though_another_was_made_since(store, ferry, stream):
    compare_story(store, ferry, MONDAY, Settings())
    first = standing_comparison(store, ferry)
    stream.keep([replace(TERN, text=TERN.text + " Nobody died.")], "feed.example", TUESDAY)
    compare_story(store, ferry, TUESDAY, Settings())
    stream.keep([TERN], "feed.example", FRIDAY)
    assert not standing_comparison(store, ferry).fresh
    compare_story(store, ferry, FRIDAY, Settings())
    assert standing_comparison(store, ferry) == first


def test_words_are_found_where_they_moved_to(store, ferry, stream):
    stream.keep([replace(GULL, text="Updated. " + GULL.text)], "feed.example", TUESDAY)
    found = quote(store, Selector(GULL.id, GULL.text.index(HURT), GULL.text.index(HURT) + len(HURT), HURT))
    assert not found.gone and found.version.number == 2
    assert found.evidence.text == HURT and found.evidence.start == GULL.text.index(HURT) + len("Updated. ")
    assert found.selector.exact == HURT


def test_words_gone_are_told_with_the_last_version_that_had_them(store, ferry, stream):
    stream.keep([replace(GULL, text=GULL.text.replace("Twelve", "Ten"))], "feed.example", TUESDAY)
    found = quote(store, Selector(GULL.id, 0, 0, HURT))
    assert found.gone and (found.version.number, found.latest.number) == (1, 2)


def test_place_without_words_is_one_of_the_latest_version(store, ferry, stream):
    found = quote(store, Selector(GULL.id, 4, 9, ""))
    assert found.evidence.text == GULL.text[4:9]
    with pytest.raises(NoSuchWords, match="4-100000"):
        quote(store, Selector(GULL.id, 4, 100_000, ""))
    with pytest.raises(BadOption, match="no words and no place"):
        quote(store, Selector(GULL.id, 9, 9, " "))


def test_words_that_never_stood_there_are_not_found(store, ferry, stream):
    with pytest.raises(NoSuchWords, match="Nineteen people were hurt"):
        quote(store, Selector(GULL.id, 0, 0, "Nineteen people were hurt"))


def test_words_carry_whose_they_are(store, ferry, stream):
    found = quote(store, Selector(GULL.id, 0, 0, HURT))
    assert found.citation.startswith("The Gull, ") and "https://gull.example/ferry#:~:text=" in found.citation
    assert found.target["selector"][1]["exact"] == HURT
