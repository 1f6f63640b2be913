"""Differences in what reports add, round off, leave open or cut; sentences of our own."""

import pytest
from tests.compare.told import compare, values


def test_phrase_that_one_report_adds_is_told():
    found = compare(
        "Her brother had been struck in the shoulder with a wooden oar, she told the court.",
        "Her brother had been struck with a wooden oar, she told the court.",
    )
    assert any("in the shoulder" in told or "shoulder" in told for told in values(found, "wording", "precision"))


def test_added_day_is_a_date_of_its_own():
    found = compare(
        "The harbour council voted on Tuesday to close the old fish market for good.",
        "The harbour council voted to close the old fish market for good.",
    )
    assert any("on Tuesday" in told or "Tuesday" in told for told in values(found, "date", "precision"))


def test_dateline_is_no_addition():
    found = compare(
        "OSLO (Reuters) - The harbour council voted to close the old fish market for good.",
        "OSLO - The harbour council voted to close the old fish market for good.",
    )
    assert not found


def test_identical_reports_do_not_part():
    text = "The harbour council voted on Tuesday to close the old fish market. Some 40 traders protested recently."
    assert not compare(text, text)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The bill was signed into law last week by the governor.", "this month", "date"),
        ("The bill was signed into law last month by the governor.", "recently", "date"),
    ],
)
def test_looser_time_is_a_matter_of_precision(one: str, two: str, kind: str):
    found = compare(one, f"The bill was signed into law {two} by the governor.")
    assert values(found, kind, "precision")


def test_week_is_reckoned_from_the_day_of_its_report():
    found = compare(
        "The old ferry pier burned down last week, the harbour master said.",
        "The old ferry pier burned down on March 6, the harbour master said.",
    )
    assert values(found, "date", "precision") == [{"last week", "March 6"}]


def test_one_week_by_the_same_words_is_no_difference():
    found = compare(
        "The old ferry pier burned down last week, the harbour master said.",
        "The old ferry pier, built of oak, burned down last week, the harbour master said.",
    )
    assert not [d for d in found if d.kind == "date"]


def test_weeks_of_reports_without_a_date_are_not_told_apart_nor_taken_for_one():
    found = compare(
        "Minister Olaf Berg will visit the burned ferry pier at Vardo this week, his aide said.",
        "Minister Olaf Berg visited the burned ferry pier at Vardo last week, his aide said.",
        "A ferry pier burned down in Vardo on March 13. Minister Olaf Berg spoke in Oslo.",
        published=(None, None, "2024-03-14"),
    )
    assert not [d for d in found if d.kind == "date"]


def test_weekdays_of_different_weeks_are_of_two_happenings():
    one = "Oil company Nordkai said on Thursday that a leak in its pipeline may have fouled 143 wells in Halven."
    two = (
        "Pipeline operator Nordkai said Monday that an additional 25 wells in Halven may have been fouled by the leak "
        "in its pipeline."
    )
    dates = [d for d in compare(one, two, published=("2024-03-15", "2024-04-02")) if d.kind == "date"]
    assert not dates
    assert [d.relation for d in compare(one, two, published=("2024-03-15", "2024-03-15")) if d.kind == "date"]


def test_dates_beside_two_verbs_are_of_two_happenings():
    told = compare(
        "The Halven observatory, or Sky House, was opened in 2011 on the hill above the town.",
        "The Halven observatory, or Sky House, was closed in 2013 on the hill above the town.",
    )
    assert not [d for d in told if (d.kind, d.relation) == ("date", "conflict")]
    told = compare(
        "The Halven observatory, or Sky House, was opened in 2011 on the hill above the town.",
        "The Halven observatory, or Sky House, was opened in 2013 on the hill above the town.",
    )
    assert [d for d in told if (d.kind, d.relation) == ("date", "conflict")]


def test_part_of_a_toll_is_no_toll():
    found = compare(
        "There were 84 wounded people in the blast at the old mill, and they were taken to hospital, doctors said.",
        "Some 96 wounded people – including at least 15 women – were taken to hospital after the blast at the old"
        " mill, doctors said.",
    )
    told = [value for d in found if d.kind == "number" for value in d.values]
    assert told and not any("15 women" in value.value for value in told)


def test_day_with_and_without_its_year_is_no_conflict():
    found = compare(
        "The old ferry pier reopens to everybody on May 4, the mayor said.",
        "The old ferry pier reopens to everybody on May 4, 2025, the mayor said.",
    )
    assert not [d for d in found if (d.kind, d.relation) == ("date", "conflict")]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (
            "Mira Oduya said a stunt with the ferry had gone wrong.",
            "Mira Oduya called the stunt with the ferry a regret.",
        ),
        ("What could be wrong with the stunt of the ferry?", "The stunt with the ferry was filmed by Mira Oduya."),
        (
            "Olaf Berg does not deny shouting at Mira Oduya during the search of the ferry.",
            "Mira Oduya says that Olaf Berg was shouting at her during the search of the ferry.",
        ),
        ("An incorrect age of Mira Oduya was given here before.", "The age of Mira Oduya is 16, her mother said."),
        (
            "Yet what she told of a bribe is untrue, Olaf Berg’s clerk wrote to the board. The ferry sank on a cold"
            " night. Its owner wept. A lighthouse was dark. Nobody came. The wind had turned by noon.",
            "Mira Oduya kept the bribe of a bookseller in a tin, as everybody knew. Gulls cried at noon. Rain fell."
            " The road was closed. The school stayed shut.",
        ),
    ],
)
def test_what_only_looks_like_a_denial_is_no_dispute(said: str, other: str):
    assert not [d for d in compare(said, other) if d.relation == "dispute"]


def test_words_that_deny_are_a_dispute():
    found = compare(
        "Olaf Berg was shouting at Mira Oduya on the ferry, she said.",
        "Olaf Berg said that what Mira Oduya said of shouting on the ferry is wrong.",
    )
    assert [d for d in found if d.relation == "dispute"]


def test_not_only_is_no_denial():
    found = compare(
        "The pier was closed for the winter because it leaked, the harbour master of Halven said.",
        "The pier was closed for the winter not only because it leaked, the harbour master of Halven said.",
    )
    assert not [d for d in found if d.relation == "conflict"]


def test_crowd_without_a_noun_counts_people():
    found = compare(
        "Thousands marched through the old town against the new toll.",
        "Some 3,400 people marched through the old town against the new toll.",
    )
    assert values(found, "number", "precision")


def test_counts_of_two_nations_are_two_counts():
    found = compare(
        "The leak exposed the records of 400,000 British customers, the lender said.",
        "Records of 2,100,000 Canadian customers lay open in the leak for weeks.",
    )
    assert not values(found, "number", "conflict")


def test_increase_is_not_compared_with_a_total():
    found = compare(
        "The flood left 50 families homeless in the valley, the mayor said.",
        "Another 20 families lost their homes in the flood that hit the valley.",
    )
    assert not values(found, "number", "conflict")


def test_age_that_a_later_report_corrects_is_an_update():
    found = compare(
        "A 3-year-old girl slipped into the mill pond on Monday and was pulled out by the miller.",
        "A 4-year-old girl slipped into the mill pond on Monday and was pulled out by the miller.",
        published=("2024-03-12", "2024-03-13"),
    )
    assert values(found, "number", "update")


def test_report_that_quotes_more_is_told():
    found = compare(
        "“To all who lost their savings with us, I am truly sorry for this failure,” said Mr Hallam.",
        "“I am truly sorry for this failure,” said Mr Hallam.",
    )
    assert [d for d in found if d.about.startswith("words of") and d.relation == "wording"]


def test_word_with_more_beside_it_is_a_matter_of_precision():
    found = compare(
        "The lake frog is an endangered animal and lives in two valleys.",
        "The lake frog is a critically endangered animal and lives in two valleys.",
    )
    assert values(found, "wording", "precision") and not values(found, "wording", "wording")
