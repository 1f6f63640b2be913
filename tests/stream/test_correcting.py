import pytest
from tests.stream.conftest import GULL, MILL, MONDAY, OATS, TERN, TUESDAY, opened

from rashomon.errors import BadOption, NoSuchArticle
from rashomon.settings import GroupingSettings
from rashomon.stream.correcting import merge_stories, move_article, pin_articles, split_story
from rashomon.stream.regrouping import regroup


def stories(store):
    """The articles of each story, in order."""
    held = {}
    for one in store.memberships():
        held.setdefault(one.story, set()).add(one.article)
    return sorted(map(sorted, held.values()))


def test_grouping_anew_without_corrections_moves_nothing(store, stream):
    before = stories(store)
    assert regroup(store, GroupingSettings(), TUESDAY) == 0
    assert stories(store) == before


def test_a_split_sticks(store, stream):
    old = store.story_of(GULL.id)
    new = split_story(store, old, [TERN.id], TUESDAY, "Ann")
    assert store.story_of(TERN.id) == new != store.story_of(GULL.id) == old
    assert [(one.story, one.kind, one.other, one.by) for one in store.history(new)] == [(new, "split", old, "Ann")]
    assert regroup(store, GroupingSettings(), TUESDAY) == 0
    assert store.story_of(TERN.id) == new


def test_a_merge_sticks_and_the_former_id_leads_to_the_story(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    merge_stories(store, ferry, mill, TUESDAY, "Ann")
    assert stories(store) == [sorted(one.id for one in (GULL, TERN, MILL, OATS))]
    assert store.story(mill).id == ferry
    assert regroup(store, GroupingSettings(), TUESDAY) == 0
    assert len(stories(store)) == 1


def test_a_move_sticks(store, stream):
    mill = store.story_of(MILL.id)
    move_article(store, TERN.id, mill, TUESDAY, "Ann")
    regroup(store, GroupingSettings(), TUESDAY)
    assert store.story_of(TERN.id) == mill == store.story_of(OATS.id)


def test_corrections_hold_for_what_comes_after(store):
    opened(store).keep([GULL, MILL], "feed.example", MONDAY)
    merge_stories(store, store.story_of(GULL.id), store.story_of(MILL.id), TUESDAY, "Ann")
    opened(store).keep([OATS, TERN], "feed.example", TUESDAY)
    assert len(stories(store)) == 1


def test_what_is_pinned_stays(store, stream):
    mill = store.story_of(MILL.id)
    move_article(store, TERN.id, mill, TUESDAY, "Ann")
    pin_articles(store, [TERN.id, GULL.id], TUESDAY, "Ann")
    assert {one.kind for one in store.corrections()} == {"move", "pin"}
    regroup(store, GroupingSettings(), TUESDAY)
    assert store.story_of(TERN.id) == mill
    assert any(one.kind == "pinned" for one in store.history(mill))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda store, ferry, mill: split_story(store, ferry, [GULL.id, TERN.id], TUESDAY, "Ann"),
        lambda store, ferry, mill: split_story(store, ferry, [MILL.id], TUESDAY, "Ann"),
        lambda store, ferry, mill: merge_stories(store, ferry, ferry, TUESDAY, "Ann"),
        lambda store, ferry, mill: move_article(store, GULL.id, ferry, TUESDAY, "Ann"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(store, stream, wrong):
    before = stories(store)
    with pytest.raises(BadOption):
        wrong(store, store.story_of(GULL.id), store.story_of(MILL.id))
    assert stories(store) == before and not store.corrections()


def test_an_article_that_is_not_kept_is_refused(store, stream):
    with pytest.raises(NoSuchArticle):
        pin_articles(store, ["nowhere"], TUESDAY, "Ann")


def test_a_large_store_is_grouped_anew_one_by_one_under_the_same_ids(store, stream):
    split = split_story(store, store.story_of(GULL.id), [TERN.id], TUESDAY, "Ann")
    before = list(store.memberships())
    assert regroup(store, GroupingSettings(largest_table=1), TUESDAY) == 0
    assert [(one.article, one.story) for one in store.memberships()] == [(one.article, one.story) for one in before]
    assert store.story_of(TERN.id) == split
