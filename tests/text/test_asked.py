"""What readers write: days and places."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import BadOption
from rashomon.model.span import Span
from rashomon.text.asked import read_day, read_place, write_place


def test_a_day_is_read_and_nothing_is_none():
    assert read_day("since", "2025-11-27") == date(2025, 11, 27)
    assert read_day("since", None) is read_day("since", "") is None


def test_what_is_no_day_is_said_with_where_it_was_written():
    with pytest.raises(BadOption, match=r"^--since 'yesterday' is no day; write it as 2025-11-27$"):
        read_day("--since", "yesterday")


@given(st.text(min_size=1), st.integers(0, 999_999_998), st.integers(1, 100))
def test_a_place_that_is_written_is_read_back(article, start, length):
    span = Span(start, min(start + length, 999_999_999))
    assert read_place(write_place(article, span)) == (article, span)


@pytest.mark.parametrize(
    "written", ["", "gull", "gull:5", ":1-2", "gull:5-5", "gull:6-5", "gull:-1-5", "gull:1-٥", "gull:1-2 "]
)
def test_what_is_no_place_is_said(written):
    with pytest.raises(BadOption, match="write ARTICLE:START-END"):
        read_place(written)
