from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.render.highlight import Mark, cut_segments


def test_segments_carry_every_mark_over_them() -> None:
    segments = cut_segments("one two three", [Mark(Span(0, 7), "a"), Mark(Span(4, 13), "b")])
    assert [(one.text, one.senses) for one in segments] == [("one ", ("a",)), ("two", ("a", "b")), (" three", ("b",))]


def test_segments_are_cut_where_asked() -> None:
    assert [one.text for one in cut_segments("abcd", [], cuts=(2,))] == ["ab", "cd"]


marks = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=12)


@given(st.text(max_size=40), marks, st.lists(st.integers(0, 50), max_size=5))
def test_segments_joined_are_the_text(text: str, places: list[tuple[int, int]], cuts: list[int]) -> None:
    given_marks = [Mark(Span(start, start + length), n) for n, (start, length) in enumerate(places)]
    segments = cut_segments(text, given_marks, cuts)
    assert "".join(one.text for one in segments) == text
    for one in segments:
        over = {m.sense for m in given_marks if m.span.start <= one.start and one.end <= m.span.end}
        reaching = {m.sense for m in given_marks if m.span.start <= one.start and min(m.span.end, len(text)) >= one.end}
        assert set(one.senses) == over | reaching
