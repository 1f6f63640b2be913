"""Articles go into stories by what they share; nobody's order matters, and a reader's word holds."""

import pytest

from cluster.stock import BUDGET, CUP, FERRY, FERRY_LATER, mixed, report
from rashomon.cluster.grouping import group_articles
from rashomon.model.story import Correction
from rashomon.settings import GroupingSettings

SETTINGS = GroupingSettings()
EVENTS = [{"a0", "a3", "a5"}, {"a1", "a4"}, {"a2"}]


def stories(memberships):
    found = {}
    for one in memberships:
        found.setdefault(one.story, set()).add(one.article)
    return sorted(found.values(), key=lambda held: min(held))


def story_of(memberships):
    return {one.article: one.story for one in memberships}


def correct(kind, story, other, *articles):
    return Correction(kind, story, other, articles, "2031-03-05T10:00:00+00:00", "reader")


def test_reports_of_one_event_are_one_story():
    assert stories(group_articles(mixed(), SETTINGS)) == EVENTS


def test_memberships_come_in_the_order_given_and_do_not_depend_on_it():
    there = group_articles(mixed(), SETTINGS)
    back = group_articles(mixed()[::-1], SETTINGS)
    assert [one.article for one in there] == ["a0", "a1", "a2", "a3", "a4", "a5"]
    assert sorted(there, key=lambda one: one.article) == sorted(back, key=lambda one: one.article)


def test_reasons_name_what_is_shared():
    ferry = next(one for one in group_articles(mixed(), SETTINGS) if one.article == "a3")
    assert "with 2 articles" in ferry.reason
    assert any(word in ferry.reason for word in ("'Gull'", "'Halven'", "'ferry'", "'Oduya'"))
    assert 0.5 < ferry.score <= 1


@pytest.mark.parametrize("text", ["", "   \n", "\ud800", "…", "\x00"])
def test_an_article_without_words_is_a_story_of_its_own(text):
    alone = next(one for one in group_articles([*mixed(), report("empty", text)], SETTINGS) if one.article == "empty")
    assert alone.reason == "no words to compare"
    assert alone.score == 1


def test_nothing_to_group_gives_nothing():
    assert group_articles([], SETTINGS) == ()


def test_articles_without_headline_or_day_are_grouped_all_the_same():
    given = [report(one.id, one.text, day=None) for one in mixed()]
    assert stories(group_articles(given, SETTINGS)) == EVENTS


def test_two_articles_of_one_id_are_both_told():
    told = group_articles([report("a", FERRY), report("a", BUDGET), report("b", FERRY_LATER)], SETTINGS)
    assert [one.article for one in told] == ["a", "a", "b"]
    assert told[0].story == told[2].story != told[1].story


def test_what_a_reader_took_out_stays_out():
    before = story_of(group_articles(mixed(), SETTINGS))
    after = group_articles(mixed(), SETTINGS, [correct("split", before["a0"], None, "a3")])
    assert stories(after) == [{"a0", "a5"}, {"a1", "a4"}, {"a2"}, {"a3"}]


def test_what_opened_a_story_can_be_taken_out_of_it():
    known = group_articles(mixed(), SETTINGS)
    before = story_of(known)
    opener = min(a for a, s in before.items() if s == before["a0"])
    after = group_articles(mixed(), SETTINGS, [correct("split", before["a0"], None, opener)], known)
    assert {opener} in stories(after)
    assert story_of(after)["a3"] == before["a3"]


def test_stories_that_a_reader_merged_are_one():
    before = story_of(group_articles(mixed(), SETTINGS))
    after = group_articles(mixed(), SETTINGS, [correct("merge", before["a0"], before["a2"])])
    assert {"a0", "a2", "a3", "a5"} in stories(after)
    assert story_of(after)["a2"] == before["a0"]


def test_what_a_reader_moved_or_pinned_is_where_it_was_put():
    before = story_of(group_articles(mixed(), SETTINGS))
    moved = group_articles(mixed(), SETTINGS, [correct("move", before["a0"], before["a1"], "a3")])
    assert story_of(moved)["a3"] == before["a1"]
    pinned = group_articles(mixed(), SETTINGS, [correct("pin", before["a2"], None, "a4")])
    assert story_of(pinned)["a4"] == before["a2"]
    assert next(one for one in pinned if one.article == "a4").reason == "put there by a reader"


def test_known_stories_keep_their_names():
    first = group_articles(mixed()[:3], SETTINGS)
    again = story_of(group_articles([report("a-", CUP, "2031-03-01"), *mixed()], SETTINGS, known=first))
    assert {again[one.article] for one in first} == {one.story for one in first}
    assert again["a-"] == again["a2"]
