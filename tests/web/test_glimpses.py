"""What a list shows of a comparison: the words in which the reports part most, and the origins, drawn."""

from dataclasses import replace

from tests.factories import find, make_comparison

from rashomon.model.comparison import Value
from rashomon.web.glimpses import Glimpse, choose, find_glimpse

NUMBER, WORDING = make_comparison().differences


def test_what_can_stand_side_by_side_is_not_shown():
    assert choose((WORDING,)) is None and choose(()) is None


def test_a_number_is_shown_before_what_more_reports_take_part_in():
    title = replace(NUMBER, id="d-3", kind="title", values=(*NUMBER.values, WORDING.values[0]))
    found = choose((title, NUMBER))
    assert found is not None and found.item == "d-1"
    assert found.values == ("Twelve", "14") and found.more == 0


def test_of_numbers_the_one_that_most_reports_take_part_in_is_shown():
    fewer = replace(
        NUMBER, id="d-0", values=(NUMBER.values[0], replace(NUMBER.values[1], evidence=NUMBER.values[1].evidence[:1]))
    )
    found = choose((fewer, NUMBER))
    assert found is not None and found.item == "d-1"


def test_values_that_are_statements_are_counted_not_shown():
    long = Value("so much that nobody could say " * 3, None, None, (find("gull", "hurt"),))
    found = choose((replace(NUMBER, values=(*NUMBER.values, long)),))
    assert found is not None and found.values == ("Twelve", "14") and found.more == 1
    assert choose((replace(NUMBER, values=(NUMBER.values[0], long)),)) is None


def test_of_many_values_the_first_are_shown_and_the_rest_counted():
    many = tuple(replace(NUMBER.values[0], value=str(number)) for number in range(7))
    found = choose((replace(NUMBER, values=many),))
    assert found is not None and found.values == ("0", "1", "2", "3") and found.more == 3


def widths(glimpse: Glimpse) -> list[float]:
    """The widths of what is drawn, one an origin."""
    return [float(one.partition("h")[2].partition("v")[0]) for one in glimpse.strip[1].split("M")[1:]]


def test_reports_of_one_origin_are_one_box_as_wide_as_they_are_many():
    assert widths(Glimpse((2, 1), None)) == [16, 9] and Glimpse((2, 1), None).strip[0] == 29


def test_a_strip_of_very_many_reports_fits_beside_the_figures():
    for origins in ((12, 1, 1) * 5, (1,) * 40, (1,) * 400, (200,)):
        wide, _ = Glimpse(origins, None).strip
        assert wide <= 150


def test_the_origins_drawn_are_those_counted(app, store, ferry):
    figures = store.listed_story(ferry).figures
    glimpse = find_glimpse(app.state.house, figures)
    assert len(glimpse.origins) == figures.origins and sum(glimpse.origins) == figures.reports
    assert find_glimpse(app.state.house, figures) == glimpse
