from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.comparison import Value
from rashomon.render.page.scale import make_scale


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
