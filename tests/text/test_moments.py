"""Dates as metadata writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.moments import read_moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-03-04", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("2025-03-04T10:05:00Z", "2025-03-04T10:05:00+00:00"),
        ("2025-03-04T10:05:00+03:00", "2025-03-04T10:05:00+03:00"),
        ("2025-03-04 10:05:00", "2025-03-04"),  # of no zone
        ("Tue, 04 Mar 2025 10:05:00 GMT", "2025-03-04T10:05:00+00:00"),
        ("1741082700", "2025-03-04T10:05:00+00:00"),
        (1741082700, "2025-03-04T10:05:00+00:00"),
        ("1741082700000", "2025-03-04T10:05:00+00:00"),
        ("4 March 2025", "2025-03-04"),
        ("March 4th, 2025 at noon", "2025-03-04"),
        ("2025/3/4", "2025-03-04"),
    ],
)
def test_a_moment_is_read(written, moment):
    assert read_moment(written) == moment


@pytest.mark.parametrize(
    "written", [None, "", "yesterday", "03/04/2025", "2025-13-45", "31 February 2025", True, 3.5, []]
)
def test_what_is_no_moment_is_none(written):
    assert read_moment(written) is None


@given(st.text(max_size=60) | st.integers())
def test_nothing_written_breaks_it(written):
    moment = read_moment(written)
    assert moment is None or read_moment(moment) == moment
