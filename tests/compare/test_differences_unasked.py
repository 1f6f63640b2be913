"""What is no difference between reports, or a smaller one than it seems; sentences of our own."""

from tests.compare.told import compare, values


def test_addition_that_the_other_report_has_elsewhere_is_none():
    found = compare(
        "The ferry with forty people on board struck the harbour wall in thick fog on its way to the island.",
        "Thick fog hung over the bay. The ferry with forty people on board struck the harbour wall on its way to the "
        "island. Passengers said that the ferry met thick fog near the harbour wall.",
    )
    assert not any("in thick fog" in told for told in values(found, "wording", "precision"))


def test_narrower_word_that_the_other_report_has_elsewhere_is_none():
    found = compare(
        "Divers went down twice on Monday to look for the missing fisherman in the lake.",
        "Divers went down twice on Monday to look for the fisherman in the lake. The missing fisherman is 54.",
    )
    assert not any("missing fisherman" in told for told in values(found, "wording", "precision"))


def test_one_hour_written_in_two_ways_is_no_difference():
    found = compare(
        "Firefighters were called to the old granary on Mill Lane at around 5:10 a.m. on Monday.",
        "Firefighters were called to the old granary on Mill Lane at around 5.10am on Monday.",
    )
    assert not [d for d in found if d.kind == "number"]


def test_quarrel_is_no_denial():
    found = compare(
        "The tenant left the house in Alder Street after a dispute over the rent with the landlord.",
        "The landlord of the house in Alder Street said the tenant owed the rent for three months.",
    )
    assert not [d for d in found if d.relation == "dispute"]


def test_time_that_a_happening_was_the_first_since_is_not_when_it_was():
    found = compare(
        "In 2013 the valley saw its first snow in May, and the orchards lost their blossom.",
        "The valley saw its first snow in May since 1976, and the orchards lost their blossom.",
    )
    assert not values(found, "date", "conflict")


def test_figure_that_a_report_says_was_an_earlier_one_is_an_update():
    found = compare(
        "The girl fell into a 40m deep shaft near the quarry on Sunday while picking berries.",
        "The girl fell into an 80m deep shaft near the quarry on Sunday while picking berries. Earlier reports had put "
        "the shaft at a depth of 40m.",
    )
    assert values(found, "number", "update") and not values(found, "number", "conflict")


def test_range_and_rough_figure_of_one_fall_are_compared():
    found = compare(
        "A mate said the crate fell 10 to 12 feet before it was lifted out.",
        "The sailors shouted when the crate fell about 12 feet past the railing.",
    )
    assert any({"10 to 12 feet", "about 12 feet"} <= told for told in values(found, "number", "precision"))


def test_councils_of_two_bodies_are_two_names():
    found = compare(
        "The mayor called an urgent meeting of the Harbour Security Council to discuss the storm.",
        "The mayor called an urgent meeting of the National Security Council to discuss the storm.",
    )
    assert not any("alike but for one word" in (d.reason or "") for d in found)


def test_exchanged_words_need_a_telling_neighbour():
    found = compare(
        "The crew of the old ferry managed to review the charts and to steer it past the shoals by night.",
        "The ferry was old, its crew tired, and the passengers were asked to get life vests and to wait by the rail.",
    )
    assert not any({"review", "get"} & told for told in values(found, "wording", "wording"))


def test_exchanged_word_between_telling_words_is_told():
    found = compare(
        "About thirty ploughs were sent to the farm to clear the snow from the lane.",
        "Some thirty ploughs were dispatched to the farm to clear the snow from the lane.",
    )
    assert any({"sent", "dispatched"} <= told for told in values(found, "wording", "wording"))


def test_day_that_the_other_report_gives_elsewhere_is_no_addition():
    found = compare(
        "The harbour council voted on Tuesday to close the old fish market for good.",
        "The harbour council voted to close the old fish market for good. Traders heard of it on Tuesday.",
    )
    assert not any("Tuesday" in v for told in values(found, "date", "precision") for v in told)


def test_what_was_not_so_until_now_denies_nothing():
    found = compare(
        "Divers found a second wreck of the old fleet in the bay on Monday, the museum said.",
        "Until now there was no evidence of a second wreck of the old fleet in the bay.",
    )
    assert not [d for d in found if d.relation == "dispute"]


def test_toll_of_a_day_long_ago_is_of_another_event():
    found = compare(
        "The ferry sank off the island on Monday and 59 people were killed, the coastguard said.",
        "The ferry sank off the island on Monday. The island's last such disaster left 32 people dead in June 2019.",
    )
    assert not [d for d in found if d.kind == "number" and {"59 people", "32 people"} <= {v.value for v in d.values}]


def test_tax_that_was_higher_before_is_not_revised_by_a_report():
    found = compare(
        "Previously, the fish traders paid a 35 percent harbour tax on their catch.",
        "The fish traders paid a 31 percent harbour tax on their catch.",
    )
    assert not values(found, "number", "update")


def test_a_not_of_a_clause_of_its_own_denies_nothing_of_the_next():
    found = compare(
        "“If the miners leave the pits they hold, then we shall stop the sale,” Ada Quill said on Monday. “If they "
        "don’t, then we shall reach it by legal means.”",
        "Ada Quill said on Monday: “If the miners leave the pits they occupy, we shall stop the sale. Otherwise, we "
        "shall reach this goal by legal means.”",
    )
    assert not any(d.kind == "stance" for d in found)
    assert not any("don’t" in v.value.split() for d in found for v in d.values)


def test_amounts_that_agree_in_other_units_are_no_difference():
    assert not compare(
        "The water of the lake rose to 41 degrees Fahrenheit on Monday, the ranger said.",
        "The water of the lake rose to 5 degrees Celsius on Monday, the ranger said.",
    )
    assert not compare(
        "The storm brought gusts of 60 miles per hour to the harbour, the ranger said.",
        "The storm brought gusts of 97 km/h to the harbour, the ranger said.",
    )


def test_amounts_that_part_in_other_units_are_a_difference_of_number_alone():
    found = compare(
        "The water of the lake stood at 41 degrees Fahrenheit on Monday, the ranger said.",
        "The water of the lake stood at 9 degrees Celsius on Monday, the ranger said.",
    )
    assert [(d.kind, d.relation) for d in found] == [("number", "conflict")]
