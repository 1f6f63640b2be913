"""What was told of as a difference and is none, and beside it what is one; sentences of our own."""

import pytest
from tests.compare.told import compare, values


def test_year_is_compared_as_a_date_and_not_as_an_amount_too():
    found = compare(
        "Voters of Halven in 2010 approved a loan of $3 million to buy the old granary.",
        "Voters of Halven in 2009 approved a loan of $3 million to buy the old granary.",
    )
    assert values(found, "date", "conflict") == [{"2010", "2009"}]
    assert not [d for d in found if d.kind == "number"]


def test_hour_without_its_minute_is_an_hour():
    found = compare(
        "It broke out in the roof at around 9pm on Friday, forcing a number of neighbours to leave.",
        "The fire broke out in the roof of the granary at 8.49pm on Friday and quickly spread to the rest.",
    )
    assert values(found, "date", "conflict") == [{"at around 9pm", "8.49pm"}]


def test_place_in_an_order_is_no_count():
    found = compare(
        "The boxer won his fight in Halven on Sunday by a blow in round six, to the joy of the crowd.",
        "The boxer won his fight in Halven on Sunday by a blow in the 6th, to the joy of the crowd.",
    )
    assert not [d for d in found if d.kind == "number"]


def test_title_before_a_name_is_no_name():
    found = compare(
        "The bodies of Kathryn Marsh and her dog were found in the mill on Saturday by a neighbour of the family.",
        "The bodies of Miss Marsh and her dog were found in the mill on Saturday by a neighbour of the family.",
    )
    assert not values(found, "name", "conflict")


def test_telephone_number_is_no_amount():
    found = compare(
        "Anyone who saw the van is asked to call the police on 0845 125 2222 or the witness line on 0800 555 111.",
        "Anyone who saw the van is asked to call the police on 0845 125 2222 or the witness line on 0800 555111.",
    )
    assert not [d for d in found if d.kind == "number"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("had not yet regained consciousness", "had yet to regain consciousness"),
        ("was not able to speak to her family", "was unable to speak to her family"),
        ("cant speak to her family", "can't speak to her family"),
    ],
)
def test_one_denial_in_other_words_is_no_contradiction(one: str, two: str):
    found = compare(
        f"The driver of the bus {one} on Wednesday and was in the hospital of Halven, doctors said.",
        f"The driver of the bus {two} on Wednesday and was in the hospital of Halven, doctors said.",
    )
    assert not values(found, "stance", "conflict")


def test_a_not_of_other_words_contradicts_nothing():
    found = compare(
        "Mayor Osric Vale never recovered from a stroke in the winter of last year, his family said in Halven.",
        "Mayor Osric Vale with a stroke in the winter of last year, his family said in Halven.",
    )
    assert not values(found, "stance", "conflict")


def test_plea_of_not_guilty_contradicts_no_charge():
    found = compare(
        "The clerk was in the district court of Halven on two counts of theft and one count of fraud on Monday.",
        "The clerk pleaded not guilty in the district court of Halven to two counts of theft and one count of fraud on "
        "Monday.",
    )
    assert not values(found, "stance", "conflict")


def test_verdict_of_not_guilty_contradicts_one_of_guilty():
    found = compare(
        "The clerk was found guilty of two counts of theft by the district court of Halven on Monday.",
        "The clerk was found not guilty of two counts of theft by the district court of Halven on Monday.",
    )
    assert values(found, "stance", "conflict")


@pytest.mark.parametrize("left", ["left", "leave"])
def test_a_not_that_the_other_lacks_contradicts_whatever_the_tense(left: str):
    found = compare(
        f"The ferry {left} the harbour of Halven on Monday in spite of the storm, the harbour master said.",
        "The ferry did not leave the harbour of Halven on Monday in spite of the storm, the harbour master said.",
    )
    assert values(found, "stance", "conflict") or values(found, "stance", "dispute")


def test_a_not_that_the_other_lacks_is_a_contradiction():
    found = compare(
        "The driver of the bus will speak to her family on Wednesday in the hospital of Halven.",
        "The driver of the bus will not speak to her family on Wednesday in the hospital of Halven.",
    )
    assert values(found, "stance", "conflict") == [{"will speak", "will not speak"}]


def test_what_is_dismissed_as_something_is_not_denied_to_be_it():
    found = compare(
        "People in Velmora voted on Sunday in a parliamentary election hailed by the council as free but dismissed by "
        "critics as a sham.",
        "Critics say that the parliamentary election of Sunday in Velmora is a sham, since one party alone may stand.",
    )
    assert not [d for d in found if d.relation == "dispute"]


def test_what_someone_denies_to_have_been_is_disputed():
    found = compare(
        "Osric Vale served as a director of the shipping firm Harvat, the prosecutor said.",
        "Osric Vale denied that he served as a director of the shipping firm Harvat.",
    )
    assert [d for d in found if d.relation == "dispute"]


def test_what_is_kept_from_someone_is_not_denied_to_be_so():
    found = compare(
        "The appeal will show that the defence was denied a key witness in the second half of the trial, he said.",
        "In the second half of the trial the defence will call a key witness, the court was told.",
    )
    assert not [d for d in found if d.relation == "dispute"]


def test_what_is_denied_by_someone_is_disputed():
    found = compare(
        "The mayor took money from the builders of the new bridge, a former clerk told the court.",
        "That the mayor took money from the builders of the new bridge was denied by his lawyer.",
    )
    assert [d for d in found if d.relation == "dispute"]


@pytest.mark.parametrize(("years", "relation"), [(21, "precision"), (35, "conflict")])
def test_decades_are_a_rough_measure(years: int, relation: str):
    found = compare(
        "Osric Vale, who ruled the island of Sarne for two decades until his death in 2006, feared the sea.",
        f"Osric Vale, who ruled the island of Sarne for {years} years until his death in 2006, feared the sea.",
    )
    assert values(found, "number", relation) == [{"two decades", f"{years} years"}]


def test_those_shot_are_not_those_killed():
    found = compare(
        "A man suspected of shooting three people, killing one, at an accounting firm in Halven was held on Monday.",
        "Shooting at an accounting firm in Halven leaves 1 dead and 2 injured, and a man was held on Monday.",
    )
    assert not values(found, "number", "conflict")


def test_a_relative_holds_no_office():
    found = compare(
        "The driver’s father, Jos Maren, was watching the race from the pits on Sunday.",
        "The former racing driver Jos Maren was watching the race from the pits on Sunday.",
    )
    assert not [d for d in found if d.kind == "title"]


def test_former_minister_whom_one_helped_makes_nobody_former():
    found = compare(
        "Fred Lunde, a close aide to former Justice Minister Karl Holm, has died at 75, his family said on Monday.",
        "Council administration aide Fred Lunde has died at 75, his family said on Monday.",
    )
    assert not values(found, "title", "update")


def test_mount_is_mt():
    found = compare(
        "Robert Bask was the second climber to die in the Great-Mount Orvel national park this year.",
        "Robert Bask was the second climber to die in Mt Orvel national park this year.",
    )
    assert not values(found, "name", "conflict")


def test_two_bodies_of_one_town_are_two():
    found = compare(
        "Two players signed for the Port Halven Rovers on Friday, a coach of the Rovers told the Port Halven Herald.",
        "Two players signed for the Port Halven Herald on Friday, a coach told the paper.",
    )
    assert not values(found, "name", "conflict")


def test_what_parts_two_claims_in_the_same_way_is_told_once():
    texts = [
        f"Police are investigating {count} robberies that happened outside the station of Halven at night. All is calm "
        f"now. It shows, said the mayor, that a total of {count} robberies have been reported to the police of Halven."
        for count in ("130", "359")
    ]
    assert values(compare(*texts), "number", "conflict") == [{"130 robberies", "359 robberies"}]


def test_line_that_says_when_a_page_was_changed_is_no_statement():
    report = "\nA man has been charged after a fire at the granary in Halven.\nHe was held over night."
    found = compare(
        f"21 July 2013 Last updated at 11:11 GMT{report}", f"23 July 2013 Last updated at 13:42 GMT{report}"
    )
    assert not found
