"""Differences of sentences that no claim joins: the reports of each test are given without one."""

import pytest
from tests.compare.told import values

from rashomon.compare.differences import find_differences
from rashomon.compare.names import join_names
from rashomon.model.article import Article
from rashomon.model.comparison import Difference
from rashomon.model.joined import StoryReading
from rashomon.pipeline import read_closely
from rashomon.settings import Settings


def compare(*texts: str, published: tuple[str, ...] = ("2024-03-04", "2024-03-05", "2024-03-06")) -> list[Difference]:
    settings = Settings()
    articles = [Article(f"a{n}", text, published=published[n]) for n, text in enumerate(texts)]
    readings = tuple(read_closely(article, settings) for article in articles)
    story = StoryReading(readings, join_names(readings, settings.names), tuple(range(len(texts))))
    return list(find_differences(story, (), (), settings.differences))


def test_hours_of_one_accident_are_a_conflict():
    found = compare(
        "The accident happened at about 9.10 a.m. above the old quarry.",
        "Witnesses wept. The accident, which took place at 9:37 a.m. near the quarry, is being examined.",
    )
    assert values(found, "date", "conflict") == [{"at about 9.10 a.m.", "9:37 a.m."}]


def test_rounder_hour_is_no_conflict():
    found = compare(
        "The accident happened at about 9.10 a.m. above the old quarry.",
        "The accident took place at 9:12 a.m. above the old quarry.",
    )
    assert not values(found, "date", "conflict")


def test_order_of_two_happenings_is_compared():
    found = compare(
        "The driver closed the valve before the boiler burst, the company says.",
        "The valve was closed only after the boiler burst, two stokers told the paper.",
    )
    assert values(found, "order", "conflict") == [{"before the boiler burst", "after the boiler burst"}]


def test_toll_that_rose_is_an_update_and_only_its_verb_shows_it():
    found = compare(
        "At least nine people were killed when the dam at Orvel gave way.",
        "The number of victims of the dam at Orvel has risen to 14, the ministry said.",
    )
    assert values(found, "number", "update") == [{"At least nine people", "14"}]


def test_tolls_of_the_same_minute_are_a_conflict():
    same = ("2024-03-04T18:45:00Z",) * 2
    found = compare(
        "Eleven people are dead and 31 are hurt after the Orvel dam burst.",
        "After the Orvel dam burst, 23 people are hurt, the clinic says.",
        published=same,
    )
    assert values(found, "number", "conflict")


def test_ceiling_and_higher_figure_are_a_conflict():
    found = compare(
        "The wind at the summit station had reached 80 kilometres an hour.",
        "The wind at the summit station did not exceed 45 kilometres an hour.",
    )
    assert [d.relation for d in found if d.kind == "number"] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The repair of the bridge would cost 2.4 million dollars.", "The state gave 1.5 million dollars to orphans."),
        ("The bridge was built in 1974 by monks.", "The queen opened parliament in 1976 with a short speech."),
        ("The trial begins on Monday.", "Snow fell on Friday in the hills."),
    ],
)
def test_unrelated_numbers_and_dates_are_not_compared(one: str, two: str):
    assert compare(one, two) == []


def test_day_that_both_give_elsewhere_still_parts_them_here():
    told = "The trawler sank off Karvik on Sunday in heavy seas. The lifeboat reached the trawler off Karvik on {}."
    found = compare(told.format("Sunday"), told.format("Thursday"), published=("2024-03-04",) * 2)
    assert values(found, "date", "conflict") == [{"Sunday", "Thursday"}]


def test_ranks_that_cannot_both_be_are_a_conflict():
    found = compare("Colonel Anna Rusk led the search.", "Captain Anna Rusk spoke for the rescuers.")
    assert values(found, "title", "conflict") == [{"Colonel", "Captain"}]


def test_denial_of_what_the_sentence_before_says_is_a_dispute():
    found = compare(
        "The union says it told the owners in May that the ropes were rotten.",
        "The union had warned the owners that the ropes were rotten. The owners deny that.",
    )
    assert [d.kind for d in found if d.relation == "dispute"] == ["stance"]


def test_label_is_short_and_reason_has_the_values():
    for one in compare("The ferry sank in 1974 off Karvik.", "The ferry sank in 1976 off Karvik."):
        assert 0 < len(one.about) <= 60
        assert all(v.value in one.reason for v in one.values)


def test_spokesman_named_by_one_report_is_given_his_name():
    found = compare(
        "The outage began at dawn. A company spokesman said the cause of the outage was not known.",
        "Paul Vane, a company spokesman, said the cause of the outage was not known.",
    )
    assert any("Paul Vane" in d.reason for d in found if (d.kind, d.relation) == ("name", "precision"))
