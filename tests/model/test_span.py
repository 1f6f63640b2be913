"""Spans: made valid or not made at all."""

import pytest

from rashomon.model.span import Evidence, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2)])
def test_a_span_is_never_empty_nor_before_the_text(start, end):
    with pytest.raises(ValueError, match=f"{start}..{end}"):
        Span(start, end)


def test_span_gives_its_words():
    assert Span(4, 9).of("The ferry sank") == "ferry"
    assert len(Span(4, 9)) == 5


@pytest.mark.parametrize(("other", "shared"), [(Span(0, 4), 0), (Span(0, 5), 1), (Span(5, 7), 2), (Span(9, 12), 0)])
def test_overlap_counts_shared_code_points(other, shared):
    assert Span(4, 9).overlap(other) == other.overlap(Span(4, 9)) == shared


def test_a_span_holds_what_lies_in_it():
    assert Span(4, 9).holds(Span(4, 9)) and Span(4, 9).holds(Span(5, 6))
    assert not Span(4, 9).holds(Span(3, 6))


def test_spans_come_in_order_of_place():
    assert sorted([Span(4, 9), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 9)]


def test_evidence_knows_its_span():
    assert Evidence("a", 4, 9, "ferry").span == Span(4, 9)
