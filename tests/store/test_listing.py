"""Lists of stories: in which order, of which days, with which figures."""

from dataclasses import replace

import pytest
from tests.store.conftest import EVENING, NOON, place, save

from factories import TEXTS, make_article, make_comparison, make_empty, make_witness
from rashomon.errors import NoSuchStory
from rashomon.model.story import StoryChange
from rashomon.serialize import comparison_to_json

DAYS = {
    "a": "2025-03-04T09:00:00+00:00",
    "b": "2025-03-04T23:30:00+00:00",
    "c": "2025-03-05T08:00:00+00:00",
    "d": "2025-03-05T07:00:00+00:00",
    "e": "2025-03-05T06:00:00+00:00",
    "f": "2025-03-06",
}


@pytest.fixture
def days(store):
    """Six reports of three days, each a story of its own."""
    store.keep_all([make_article(id, f"Report {id}.", published=day) for id, day in DAYS.items()], "feed", NOON)
    for id in DAYS:
        place(store, f"story-{id}", id)
    return store


def listed(store, **asked):
    return "".join(one.record.id[-1] for one in store.listed_stories(**asked))


def compared(store, story, origins):
    """The story was compared, and has so many origins."""
    save(store, story, make_empty(*(make_witness(f"{story} {number}") for number in range(origins))))


def test_the_figures_are_those_of_the_comparison(ferry):
    (one,) = ferry.listed_stories()
    made = make_comparison()
    figures = one.figures
    assert figures is not None and one.fresh and one.failure is None
    assert (figures.story, figures.digest, figures.when) == ("ferry", ferry.story_digest("ferry"), NOON)
    assert (figures.reports, figures.outlets, figures.origins) == (3, 3, len(made.origins))
    assert (figures.claims, figures.quotations, figures.differences) == (3, 1, len(made.differences))
    assert figures.parts == (("conflict", 1), ("wording", 1))
    assert one.record == ferry.story("ferry")
    assert one == ferry.listed_story("ferry")


def test_moments_are_those_of_the_reports_in_utc(ferry):
    assert ferry.listed_story("ferry").moments == ("2025-03-04T09:00:00+00:00", NOON, "2025-03-05")


def test_reports_without_a_date_have_the_moment_they_were_kept_and_are_counted(store):
    store.keep_all([make_article("dated", published="2025-03-01"), make_article("bare")], "paste", NOON)
    place(store, "two", "dated", "bare")
    one = store.listed_story("two")
    assert (one.moments, one.undated) == (("2025-03-01", NOON), 1)


def test_of_very_many_moments_some_are_told(store):
    many = [make_article(str(n), f"Report {n}.", published=f"2025-03-{1 + n % 28:02}") for n in range(999)]
    store.keep_all(many, "feed", NOON)
    place(store, "long", *(one.id for one in many))
    moments = store.listed_story("long").moments
    assert len(moments) == 200 and list(moments) == sorted(moments)
    assert (moments[0], moments[-1]) == ("2025-03-01", "2025-03-28")


def test_a_story_never_compared_has_no_figures(days):
    one = days.listed_story("story-a")
    assert one.figures is None and not one.fresh and one.failure is None


def test_the_latest_day_comes_first_and_in_it_the_most_origins(days):
    assert listed(days) == "fcdeba"
    compared(days, "story-e", 3)
    compared(days, "story-d", 2)
    compared(days, "story-b", 7)
    assert listed(days) == "fedcba"


def test_where_origins_are_as_many_the_most_reports_come_first(days):
    place(days, "story-e", "d")
    assert listed(days) == "fecba"


def test_lists_go_on_from_page_to_page(days):
    assert [listed(days, limit=2, offset=offset) for offset in (0, 2, 4, 6)] == ["fc", "de", "ba", ""]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "2025-03-05"}, "fcde"),
        ({"since": "2025-03-05T07:30"}, "fc"),
        ({"until": "2025-03-05"}, "ba"),
        ({"since": "2025-03-05", "until": "2025-03-06"}, "cde"),
        ({"since": "2025-03-07"}, ""),
        ({"since": "2025-03-04", "until": "2025-03-07"}, "fcdeba"),
    ],
)
def test_stories_of_a_time_are_those_with_a_report_in_it(days, asked, found):
    assert listed(days, **asked) == found
    assert days.count_stories(**asked) == len(found)


def test_a_story_that_goes_on_is_among_those_of_each_of_its_days(days):
    place(days, "story-a", "f")
    assert listed(days, since="2025-03-04", until="2025-03-05") == "ab"
    assert listed(days, since="2025-03-05", until="2025-03-06") == "cde"
    assert listed(days, since="2025-03-06", until="2025-03-07") == "a"
    assert listed(days)[0] == "a"


def test_figures_of_an_earlier_state_are_shown_as_such(ferry):
    before = ferry.listed_story("ferry").figures
    ferry.keep(make_article("tern", TEXTS["tern"] + " Nobody died."), "feed", EVENING)
    one = ferry.listed_story("ferry")
    assert one.figures == before and not one.fresh
    save(ferry, "ferry", make_empty(make_witness("gull")), EVENING)
    one = ferry.listed_story("ferry")
    assert one.fresh and one.figures.claims == 0 and one.figures.when == EVENING


def test_an_earlier_comparison_that_comes_late_shows_nothing(ferry):
    """As when an export is read in, the latest first."""
    former = replace(make_comparison(), claims=())
    for when in ("2025-01-01", EVENING):
        ferry.save_comparison("ferry", "of former versions", comparison_to_json(former), when)
        assert ferry.listed_story("ferry").figures.claims == 3


def test_of_former_states_the_latest_is_shown(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    ferry.save_comparison("ferry", "of former versions", comparison_to_json(make_empty(make_witness("gull"))), EVENING)
    assert ferry.listed_story("ferry").figures.claims == 0
    ferry.save_comparison("ferry", "of even earlier ones", comparison_to_json(make_comparison()), NOON)
    assert ferry.listed_story("ferry").figures.claims == 0


def test_a_state_that_comes_back_is_shown_as_it_was_compared(ferry):
    tern, digest = ferry.article("tern"), ferry.story_digest("ferry")
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    save(ferry, "ferry", make_empty(make_witness("gull")), EVENING)
    ferry.keep(tern, "feed", EVENING)
    assert not ferry.listed_story("ferry").fresh
    ferry.shelve_comparison("ferry", digest)
    one = ferry.listed_story("ferry")
    assert one.fresh and one.figures.claims == 3 and one.figures.when == NOON


@pytest.mark.parametrize("text", ["", "{", '{"n": 1}', '{"format": "rashomon.comparison/1"}', "[]"])
def test_what_cannot_be_read_as_a_comparison_is_kept_and_not_shown(days, text):
    days.save_comparison("story-a", days.story_digest("story-a"), text, NOON)
    assert days.comparison("story-a", days.story_digest("story-a")) == text
    assert days.listed_story("story-a").figures is None


def test_a_story_that_became_another_is_listed_as_that(days):
    change = StoryChange("story-a", "merged", "story-b", ("a",), EVENING, "Ana", "")
    place(days, "story-b", "a", when=EVENING)
    days.place((), (change,), when=EVENING)
    assert days.listed_story("story-a") == days.listed_story("story-b")
    assert listed(days) == "fcdeb"


def test_a_story_without_articles_has_no_figures(ferry):
    place(ferry, "elsewhere", *TEXTS)
    one = ferry.listed_story("ferry")
    assert (one.figures, one.fresh, one.moments, one.record.articles) == (None, False, (), 0)


def test_a_story_that_never_was_is_an_error(store):
    with pytest.raises(NoSuchStory):
        store.listed_story("gone")
