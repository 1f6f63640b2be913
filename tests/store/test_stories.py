"""Stories: who is in which and why, what became of them, what readers decided."""

from dataclasses import replace

import pytest

from factories import make_article
from rashomon.errors import NoSuchArticle, NoSuchStory
from rashomon.model.kept import StoryRecord
from rashomon.model.story import Correction, Membership, StoryChange

NOON, EVENING = "2025-03-04T12:00:00+00:00", "2025-03-04T18:00:00+00:00"


def member(article: str, story: str = "ferry", score: float = 0.75) -> Membership:
    return Membership(article, story, score, f"{article} tells of a ferry")


@pytest.fixture
def filled(store):
    """Five articles, of three days and three outlets, in no story yet."""
    days = {"a": "2025-03-05", "b": "2025-03-04", "c": "2025-03-06", "d": "2025-03-07", "e": None}
    store.keep_all(
        [
            make_article(
                id, f"Report {id}.", outlet="Tern" if id in "ab" else f"Outlet {id}", headline=id, published=day
            )
            for id, day in days.items()
        ],
        "feed",
        NOON,
    )
    return store


def test_articles_wait_until_they_are_placed(filled):
    filled.place([member("b"), member("d")], when=NOON)
    assert [one.id for one in filled.unplaced()] == ["a", "c", "e"]
    assert filled.story_of("b") == "ferry" and filled.story_of("a") is None


def test_a_membership_comes_back_as_it_was_given(filled):
    filled.place([member("b"), member("a")], when=NOON)
    assert list(filled.memberships("ferry")) == [member("a"), member("b")]
    assert list(filled.memberships()) == [member("a"), member("b")]
    assert [one.id for one in filled.articles(story="ferry")] == ["a", "b"]


def test_a_story_grows(filled):
    filled.place([member("a")], when=NOON)
    filled.place([member("b"), member("c")], when=EVENING)
    story = filled.story("ferry")
    assert (story.opened, story.articles, story.outlets) == (NOON, 3, 2)
    assert (story.first_published, story.last_published) == ("2025-03-04", "2025-03-06")
    assert (story.lead, story.headline) == ("b", "b")


def test_placing_again_changes_nothing(filled):
    change = StoryChange("ferry", "opened", None, ("a",), NOON, "rashomon", "its first report")
    for _ in range(2):
        filled.place([member("a"), member("b")], [change], when=NOON)
    assert filled.story("ferry").articles == 2
    assert filled.history("ferry") == (change,)


def test_a_moved_article_leaves_its_former_story(filled):
    filled.place([member("a"), member("b"), member("c", "harbour")], when=NOON)
    filled.place([member("b", "harbour")], when=EVENING)
    assert (filled.story("ferry").articles, filled.story("ferry").lead) == (1, "a")
    harbour = filled.story("harbour")
    assert (harbour.articles, harbour.lead, harbour.first_published) == (2, "b", "2025-03-04")


def test_a_story_that_was_emptied_begins_anew_with_its_next_article(filled):
    filled.place([member("d")], when=NOON)
    filled.place([member("d", "harbour")], when=NOON)
    filled.place([member("b")], when=EVENING)
    story = filled.story("ferry")
    assert (story.opened, story.articles, story.lead) == (NOON, 1, "b")
    assert story.first_published == story.last_published == "2025-03-04"


def test_stories_known_from_elsewhere_wait_for_their_articles(filled):
    given = StoryRecord("ferry", NOON, "2025-03-04", "2025-03-06", 3, 2, None, None)
    filled.add_stories([given])
    assert [(one.id, one.opened, one.articles) for one in filled.emptied()] == [("ferry", NOON, 0)]
    filled.place([member("a")], when=EVENING)
    filled.add_stories([replace(given, opened=EVENING)])
    assert (filled.story("ferry").opened, filled.story("ferry").last_published) == (NOON, "2025-03-05")
    assert filled.emptied() == ()


def test_an_article_that_is_not_kept_cannot_be_placed(filled):
    with pytest.raises(NoSuchArticle, match="'gone'"):
        filled.place([member("a"), member("gone")], when=NOON)
    assert [one.id for one in filled.unplaced()] == ["a", "b", "c", "d", "e"]


def test_stories_are_listed_by_their_latest_report(filled):
    filled.place([member("a", "one"), member("b", "two"), member("c", "three"), member("d", "one")], when=NOON)
    assert [story.id for story in filled.stories()] == ["one", "three", "two"]
    assert [story.id for story in filled.stories(since="2025-03-05")] == ["one", "three"]
    assert [story.id for story in filled.stories(limit=1, offset=1)] == ["three"]


def test_a_merged_story_is_found_by_its_former_id(filled):
    filled.place([member("a"), member("b", "boat")], when=NOON)
    merged = StoryChange("boat", "merged", "ferry", ("b",), EVENING, "rashomon", "the same harbour and hour")
    filled.place([member("b")], [merged], when=EVENING)
    assert filled.story("boat").id == "ferry"
    assert filled.history("ferry") == filled.history("boat") == (merged,)
    assert [story.id for story in filled.stories()] == ["ferry"]


def test_a_story_merged_twice_is_found_by_its_first_id(filled):
    filled.place([member("a", "one"), member("b", "two"), member("c", "three")], when=NOON)
    filled.place([member("a", "two")], [StoryChange("one", "merged", "two", ("a",), NOON, "rashomon", "")], when=NOON)
    both = [member("a", "three"), member("b", "three")]
    filled.place(both, [StoryChange("two", "merged", "three", ("a", "b"), NOON, "rashomon", "")], when=NOON)
    assert filled.story("one").id == "three"


def test_a_story_split_into_two_names_both(filled):
    filled.place([member("a"), member("b")], when=NOON)
    halves = [StoryChange(half, "split", "ferry", (id,), EVENING, "Ana", "") for half, id in (("x", "a"), ("y", "b"))]
    filled.place([member("a", "x"), member("b", "y")], halves, when=EVENING)
    story = filled.story("ferry")
    assert (story.id, story.articles, story.became) == ("ferry", 0, ("x", "y"))


def test_stories_merged_in_a_ring_do_not_hang(filled):
    filled.place([member("a", "one")], when=NOON)
    ring = [StoryChange(a, "merged", b, (), NOON, "rashomon", "") for a, b in (("one", "two"), ("two", "one"))]
    filled.place([member("a", "elsewhere")], ring, when=NOON)
    assert filled.story("one").became == ()


@pytest.mark.parametrize("id", ["gone", "", "nul\0", "\udcff"])
def test_a_story_that_never_was_is_an_error(store, id):
    with pytest.raises(NoSuchStory, match="no story"):
        store.story(id)


def test_corrections_stand_in_the_order_made(store):
    made = [
        Correction("merge", "ferry", "boat", (), NOON, "Ana"),
        Correction("pin", "ferry", None, ("a", "b"), EVENING, "Ben"),
    ]
    for one in (*made, made[0]):
        store.correct(one)
    assert store.corrections() == tuple(made)


def test_signatures_come_back_with_their_stories(filled):
    filled.place([member("a")], when=NOON, signatures={"a": b"\0\xff", "c": b"c"})
    assert list(filled.signatures()) == [("a", "ferry", b"\0\xff"), ("c", None, b"c")]
    assert list(filled.signatures(since="2025-03-06")) == [("c", None, b"c")]


def test_comparisons_are_kept_by_the_versions_compared(filled):
    filled.place([member("a"), member("b")], when=NOON)
    first = filled.story_digest("ferry")
    filled.save_comparison("ferry", first, '{"n": 1}', NOON)
    filled.keep(make_article("a", "Report a, corrected.", headline="a"), "feed", EVENING)
    second = filled.story_digest("ferry")
    assert first != second
    assert filled.comparison("ferry", first) == '{"n": 1}' and filled.comparison("ferry", second) is None
    filled.save_comparison("ferry", second, '{"n": 2}', EVENING)
    assert filled.last_comparison("ferry") == (second, EVENING, '{"n": 2}')
    assert filled.last_comparison("ferry", before=EVENING) == (first, NOON, '{"n": 1}')
    assert filled.last_comparison("boat") is None
