from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.comparison import Value
from rashomon.model.span import Evidence
from rashomon.render.page.over_time import APART
from rashomon.render.page.scale import make_scale
from rashomon.render.page.times import make_time_axis


def make_value(words: str, number: float | None, bound: str = "exact", unit: str = "count") -> Value:
    return Value(words, {"number": number, "unit": unit, "bound": bound} if number is not None else None, None, ())


def test_counted_things_stand_on_whole_numbers() -> None:
    scale = make_scale([make_value("19", 19), make_value("about 20", 20, "about")])
    assert scale is not None
    assert [figure for _, figure in scale.ticks] == ["18", "19", "20", "21", "22"]
    assert [(row.look, row.start) for row in scale.rows] == [("exact", 25.0), ("about", 25.0)]


def test_bars_start_at_nought() -> None:
    scale = make_scale([make_value("up to 14 years", 14, "at most"), make_value("10", 10)])
    assert scale is not None
    assert scale.ticks[0] == (0.0, "0")
    assert scale.rows[0].start == 0.0


def test_a_value_without_a_figure_has_a_row_and_no_mark() -> None:
    scale = make_scale([make_value("one", 1), make_value("a pair", 2), make_value("soldiers", None)])
    assert scale is not None
    assert scale.rows[2].start is None


def test_there_is_no_scale_for_one_figure_or_two_units() -> None:
    assert make_scale([make_value("1", 1), make_value("some", None)]) is None
    assert make_scale([make_value("1 m", 1, unit="metre"), make_value("2 h", 2, unit="hour")]) is None


def test_things_counted_under_two_nouns_share_an_axis() -> None:
    assert make_scale([make_value("32 civilians", 32, unit="civilian"), make_value("30 people", 30, unit="people")])


numbers = st.floats(-1e14, 1e14, allow_nan=False) | st.integers(-(10**12), 10**12)


@given(st.lists(st.tuples(numbers, st.sampled_from(["exact", "about", "at most", "at least"])), min_size=2, max_size=6))
def test_every_mark_lies_on_the_axis(values: list[tuple[float, str]]) -> None:
    scale = make_scale([make_value(str(number), number, bound) for number, bound in values])
    if scale is None:
        return
    assert 2 <= len(scale.ticks) <= 14
    for row in scale.rows:
        assert row.start is not None and row.end is not None
        assert 0 <= row.start <= row.end <= 100


TIMES = {
    "gull": "2025-03-04T10:30:00Z",
    "tern": "2025-03-04T12:05:00+01:00",
    "auk": "2025-03-05T07:00:00Z",
    "kite": None,
}


def said(words: str, number: float | None, *articles: str, bound: str = "exact") -> Value:
    return replace(make_value(words, number, bound), evidence=tuple(Evidence(one, 0, 1, "x") for one in articles))


def test_values_given_at_different_times_are_drawn_over_time() -> None:
    scale = make_scale([said("12", 12, "gull", "tern"), said("14", 14, "auk"), said("dozens", None, "kite")], TIMES)
    assert scale is not None
    assert [(row.name, row.moments) for row in scale.drawn] == [("14", (83.33,)), ("12", (15.0, 16.94))]
    assert [(tick.shown, tick.under) for tick in scale.days][:2] == [("06:00", "4 Mar"), ("12:00", "")]
    assert scale.undrawn == ("dozens",) and not scale.by_days
    assert scale.label == (
        "12, published 4 March 2025, 10:30 UTC to 4 March 2025, 11:05 UTC; 14, published 5 March 2025, 07:00 UTC; "
        "dozens, on one scale from 11 to 15 and over the time of publication"
    )


def test_a_value_of_unknown_time_keeps_its_height_and_has_no_moment() -> None:
    values = [said("12", 12, "gull"), said("14", 14, "auk"), said("13", 13, "kite")]
    scale = make_scale(values, TIMES)
    assert scale is not None
    assert [(row.name, bool(row.moments)) for row in scale.drawn] == [("14", True), ("13", False), ("12", True)]
    assert "13, time of publication not known" in scale.label


def test_where_one_report_gives_only_a_day_all_stand_by_days() -> None:
    scale = make_scale(
        [said("12", 12, "gull"), said("14", 14, "auk"), said("15", 15, "owl")], TIMES | {"owl": "2025-03-08"}
    )
    assert scale is not None and scale.by_days
    assert [tick.shown for tick in scale.days] == ["4 Mar", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]
    assert [row.moments for row in scale.rows] == [(0.0,), (25.0,), (100.0,)]


@pytest.mark.parametrize(
    "times",
    [
        {},
        {"gull": "2025-03-04", "auk": "2025-03-04T18:00:00Z"},  # one of them at any time of that day
        {"gull": "2025-03-04T10:00:00Z", "auk": "2025-03-04T11:00:00+01:00"},  # the same moment
        {"gull": "2025-03-04T10:00:00", "auk": "2025-03-04T18:00:00"},  # no zone: a day's length apart at most
        {"gull": "2025-03-04T10:00:00Z", "auk": None},
        {"gull": "soon", "auk": "2025-03-04"},
    ],
)
def test_times_that_tell_nothing_are_not_drawn(times: dict[str, str | None]) -> None:
    scale = make_scale([said("12", 12, "gull"), said("14", 14, "auk")], times)
    assert scale is not None
    assert scale.days == () and not any(row.moments for row in scale.rows)


def test_values_that_every_report_gives_are_not_drawn_over_time() -> None:
    scale = make_scale([said("12", 12, "gull", "auk"), said("14", 14, "auk", "gull")], TIMES)
    assert scale is not None and scale.days == ()


moments = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)).map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S}Z")
days = st.dates(date(1971, 1, 1)).map(date.isoformat)


@given(st.lists(moments, max_size=8) | st.lists(moments | days, max_size=8))
def test_every_moment_has_a_place_on_an_axis_with_few_ticks(published: list[str]) -> None:
    axis = make_time_axis(published)
    if axis is None:
        return
    assert set(axis.at) == set(published) and all(0 <= at <= 100 for at in axis.at.values())
    assert 2 <= len(axis.ticks) <= 7
    assert [tick.at for tick in axis.ticks] == sorted({tick.at for tick in axis.ticks})
    places = [axis.at[one] for one in sorted(published, key=lambda one: one[:10] if axis.by_days else one)]
    assert places == sorted(places)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_words_beside_the_drawing_lie_on_nothing(figures: list[int]) -> None:
    articles = {f"r{n}": f"2025-03-{n + 1:02}" for n in range(len(figures))}
    scale = make_scale([said(str(f), f, f"r{n}") for n, f in enumerate(figures)], articles)
    if scale is None:
        return
    heights = sorted(row.label for row in scale.drawn)
    assert all(later - one >= APART - 0.02 for one, later in pairwise(heights))
    assert heights[0] >= 0 and heights[-1] <= 100
