from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.stream.conftest import FRIDAY, GULL, MILL, MONDAY, OATS, TERN, TUESDAY, opened

from rashomon.errors import BadOption, NoSuchArticle, NoSuchCorrection
from rashomon.model.selector import Selector
from rashomon.settings import GroupingSettings
from rashomon.store.opening import open_store
from rashomon.stream.correcting import correct_story, merge_stories, move_article, pin_articles, split_story, undo
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


def number_of(store, kind):
    """The number of the only correction of a kind."""
    return next(kept.number for kept in store.kept_corrections() if kept.correction.kind == kind)


def test_a_split_that_is_undone_holds_no_more(store, stream):
    before, old = stories(store), store.story_of(GULL.id)
    new = split_story(store, old, [TERN.id], TUESDAY, "Ann")
    assert undo(store, number_of(store, "split"), FRIDAY, "Ben").back == (TERN.id,)
    assert stories(store) == before and store.story(new).id == old
    assert store.corrections() == ()
    kept = store.kept_corrections()[0]
    assert (kept.correction.by, kept.undone, kept.undone_by) == ("Ann", FRIDAY, "Ben")
    told = store.history(old)[-1]
    assert (told.kind, told.story, told.other, told.by) == ("merged", new, old, "Ben")
    assert told.reason == "the split of 2025-05-06 was undone"
    assert regroup(store, GroupingSettings(), FRIDAY) == 0


def test_a_merge_that_is_undone_gives_both_stories_back_under_their_ids(store, stream):
    before = list(store.memberships())
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    merge_stories(store, ferry, mill, TUESDAY, "Ann")
    assert set(undo(store, number_of(store, "merge"), FRIDAY, "Ann").back) == {MILL.id, OATS.id}
    assert [(one.article, one.story) for one in store.memberships()] == [(one.article, one.story) for one in before]
    assert store.story(mill).articles == 2
    assert regroup(store, GroupingSettings(), FRIDAY) == 0


def test_a_move_that_is_undone_takes_back_its_article(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    move_article(store, TERN.id, mill, TUESDAY, "Ann")
    undo(store, number_of(store, "move"), FRIDAY, "Ann")
    assert store.story_of(TERN.id) == ferry
    assert [one.kind for one in store.history(mill)][-1] == "moved"


def test_an_article_put_elsewhere_since_stays_there_and_is_said_to(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    new = split_story(store, ferry, [TERN.id], TUESDAY, "Ann")
    move_article(store, TERN.id, mill, FRIDAY, "Ben")
    undone = undo(store, number_of(store, "split"), FRIDAY, "Ann")
    assert undone.back == () and undone.stayed == ((TERN.id, mill),)
    assert store.story_of(TERN.id) == mill != new


def test_an_article_that_an_earlier_correction_held_goes_back_to_where_that_had_it(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    move_article(store, TERN.id, mill, TUESDAY, "Ann")
    new = split_story(store, mill, [TERN.id], FRIDAY, "Ann")
    undo(store, number_of(store, "split"), FRIDAY, "Ann")
    assert store.story_of(TERN.id) == mill not in (ferry, new)


def test_a_split_of_a_story_that_was_merged_since_goes_back_to_where_that_went(store, stream):
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    split_story(store, ferry, [TERN.id], TUESDAY, "Ann")
    merge_stories(store, mill, ferry, FRIDAY, "Ann")
    undo(store, number_of(store, "split"), FRIDAY, "Ann")
    assert {one.story for one in store.memberships()} == {mill}


def test_a_pin_that_is_undone_is_told_in_the_history(store, stream):
    ferry = store.story_of(GULL.id)
    pin_articles(store, [GULL.id], TUESDAY, "Ann")
    undo(store, number_of(store, "pin"), FRIDAY, "Ben")
    assert [(one.kind, one.by) for one in store.history(ferry)][-1] == ("unpinned", "Ben")
    assert store.corrections() == ()


def test_a_correction_is_undone_once(store, stream):
    pin_articles(store, [GULL.id], TUESDAY, "Ann")
    number = number_of(store, "pin")
    undo(store, number, FRIDAY, "Ben")
    with pytest.raises(BadOption, match="on 2025-05-09 by Ben"):
        undo(store, number, FRIDAY, "Ann")
    with pytest.raises(NoSuchCorrection, match="99"):
        undo(store, 99, FRIDAY, "Ann")


def test_what_was_undone_can_be_decided_again_in_the_same_moment(store, stream):
    for _ in range(2):
        pin_articles(store, [GULL.id], TUESDAY, "Ann")
        undo(store, store.kept_corrections()[-1].number, TUESDAY, "Ann")
    pin_articles(store, [GULL.id], TUESDAY, "Ann")
    pin_articles(store, [GULL.id], TUESDAY, "Ann")
    assert [kept.undone for kept in store.kept_corrections()] == [TUESDAY, TUESDAY, None]


def place(article, words):
    """Words of an article, as a reader points at them."""
    start = article.text.index(words)
    return Selector(article.id, start, start + len(words), words)


def test_a_correction_of_words_is_kept_with_what_stands_around_them(store, stream):
    ferry = store.story_of(GULL.id)
    built = place(GULL, "The Marlin was built in 1961.")
    number = correct_story(store, "boilerplate", ferry, [built], TUESDAY, "Ann")
    kept = store.kept_correction(number)
    assert kept.correction.articles == (GULL.id,) and kept.undone is None
    assert kept.correction.places[0] == replace(built, prefix="le were hurt, the coast guard said.\n\n"[-32:])
    assert store.kept_corrections(ferry) == (kept,) and store.kept_corrections("another") == ()
    assert undo(store, number, FRIDAY, "Ann").back == ()
    assert store.kept_correction(number).undone == FRIDAY


def test_corrections_of_words_leave_grouping_as_it_is(store, stream):
    before = list(store.memberships())
    ferry = store.story_of(GULL.id)
    correct_story(store, "same_claim", ferry, [place(GULL, "Twelve"), place(TERN, "14")], TUESDAY, "Ann")
    assert regroup(store, GroupingSettings(), FRIDAY) == 0
    assert list(store.memberships()) == before


@pytest.mark.parametrize(
    ("kind", "places", "complaint"),
    [
        ("same_claim", [place(GULL, "Twelve")], "two places"),
        ("same_claim", [place(GULL, "Twelve")] * 2, "two places"),
        ("boilerplate", [], "a place"),
        ("boilerplate", [place(MILL, "Three")], "not in"),
        ("boilerplate", [Selector(GULL.id, 0, 3, "Ship")], "no such words, “Ship”"),
        ("split", [place(GULL, "Twelve")], "no correction of words"),
    ],
)
def test_words_that_cannot_be_corrected_are_refused(store, stream, kind, places, complaint):
    with pytest.raises(BadOption, match=complaint):
        correct_story(store, kind, store.story_of(GULL.id), places, TUESDAY, "Ann")
    assert store.kept_corrections() == ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["split", "merge", "move", "pin"]), st.integers(0, 3), st.integers(0, 3))))
def test_what_is_undone_from_the_last_to_the_first_was_never_done(tmp_path_factory, deeds):
    articles = [GULL, TERN, MILL, OATS]
    with open_store(tmp_path_factory.mktemp("undo") / "store.sqlite") as store:
        opened(store).keep(articles, "feed.example", MONDAY)
        before = {one.article: one.story for one in store.memberships()}
        for number, (deed, n, m) in enumerate(deeds):
            article, story = articles[n].id, store.story_of(articles[m].id)
            with suppress(BadOption):  # not everything can be done in every story
                when = f"2025-05-06T08:00:{number:02}+00:00"
                if deed == "split":
                    split_story(store, store.story_of(article), [article], when, "Ann")
                elif deed == "merge":
                    merge_stories(store, store.story_of(article), story, when, "Ann")
                elif deed == "move":
                    move_article(store, article, story, when, "Ann")
                else:
                    pin_articles(store, [article], when, "Ann")
        for kept in store.kept_corrections()[::-1]:
            undo(store, kept.number, FRIDAY, "Ann")
        assert {one.article: one.story for one in store.memberships()} == before
        assert store.corrections() == ()
        assert regroup(store, GroupingSettings(), FRIDAY) == 0
