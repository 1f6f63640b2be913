"""The small picture of when reports came: nothing lost, nothing outside, the same in words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.coming import HEIGHT, draw_coming

DAY = "2025-03-04"
moments = st.datetimes().map(lambda moment: moment.replace(year=2025, month=3, microsecond=0).isoformat() + "+00:00")


def corners(path: str) -> list[tuple[float, float]]:
    """Where each square begins."""
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path)]


def test_reports_of_one_time_stand_on_each_other():
    drawn = draw_coming(("2025-03-04T08:10:00+00:00", "2025-03-04T09:50:00+00:00", "2025-03-04T10:00:00+00:00"), DAY)
    (first, low), (second, high), (next_one, _) = corners(drawn.squares)
    assert first == second < next_one and high < low < HEIGHT


def test_a_report_of_which_only_the_day_is_known_is_an_open_square_in_its_middle():
    drawn = draw_coming(("2025-03-04",), DAY)
    assert not drawn.squares and corners(drawn.open_squares)[0][0] == drawn.width * 5 / 6
    assert drawn.spoken == "1 report, 4 Mar 2025"


def test_what_lies_outside_the_days_shown_is_counted():
    drawn = draw_coming(("2025-03-01T23:59:00+00:00", "2025-03-02T00:00:00+00:00", "2025-03-05T00:00:00+00:00"), DAY)
    assert (drawn.before, drawn.after, len(corners(drawn.squares))) == (1, 1, 1)
    assert drawn.spoken == "1 Mar 2025, 23:59 to 5 Mar 2025, 00:00"


def test_of_what_gives_no_date_it_is_said_when_it_was_kept():
    kept = ("2025-03-04T08:10:00+00:00", "2025-03-04T08:10:00+00:00")
    assert draw_coming(kept, DAY, undated=2).spoken == "2 reports, no date given; kept 4 Mar 2025, 08:10"
    assert draw_coming(("2025-03-03", *kept), DAY, 2).spoken.endswith("; 2 without a date, as kept")
    assert draw_coming(kept, DAY, undated=2, reports=3).spoken.startswith("3 reports, 4 Mar")


@given(st.lists(moments | st.just("2025-03-03"), max_size=200).map(sorted))
def test_every_report_is_drawn_or_counted_and_none_outside_the_picture(given_moments):
    drawn = draw_coming(tuple(given_moments), DAY)
    places = corners(drawn.squares) + corners(drawn.open_squares)
    assert len(places) + drawn.before + drawn.after == len(given_moments)
    assert len(set(places)) == len(places)
    assert all(0 <= x < drawn.width and -0.01 <= y < HEIGHT for x, y in places)


def test_the_first_and_last_days_there_are_can_be_drawn():
    for day in ("0001-01-01", "9999-12-31"):
        drawn = draw_coming((day, f"{day}T12:00:00+00:00"), day)
        assert len(corners(drawn.squares) + corners(drawn.open_squares)) == 2
