import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from tests.factories import find, make_claim, make_empty, make_witness

from rashomon.model.comparison import Comparison, Headline
from rashomon.render import render
from rashomon.render.plain import Ink, Word, cells, safe, wrap


def test_terminal(comparison: Comparison, snapshot: SnapshotAssertion) -> None:
    assert render(comparison, width=80) == snapshot


def test_terminal_of_one_report_says_each_section_is_empty(snapshot: SnapshotAssertion) -> None:
    assert render(make_empty(make_witness("gull", "A ferry.")), width=60) == snapshot


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_asked(comparison: Comparison, width: int) -> None:
    assert max(cells(line) for line in render(comparison, width=width).splitlines()) <= width


def test_colour_adds_styles_and_no_words(comparison: Comparison) -> None:
    painted = render(comparison, colour=True)
    assert "\x1b[1m" in painted
    words = re.sub(r"\x1b\[[\d;]*m", "", painted).split()
    assert words == render(comparison).replace("*", "").split()


def test_long_lists_are_cut_and_counted_unless_all_is_asked_for(comparison: Comparison) -> None:
    claims = tuple(make_claim(n, find("gull", "A ferry ran aground"), origins=2) for n in range(1, 31))
    many = dataclasses.replace(comparison, claims=claims)
    assert "… and 18 more; --all shows them" in render(many)
    assert "c-30" not in render(many)
    assert "c-30" in render(many, everything=True)


def test_a_report_cannot_move_the_cursor() -> None:
    hostile = make_empty(make_witness("gull\x1b[2J", "x", outlet="\x9b31m"))
    story = dataclasses.replace(hostile.story, headline=Headline("gull", "A\x1b]0;owned\x07 ferry\u202e", None, None))
    shown = render(dataclasses.replace(hostile, story=story))
    assert not set(shown) & set("\x1b\x9b\x07\u202e")


@given(st.text(), st.integers(20, 120))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    words = [Word(word) for word in safe(text).split()]
    lines = wrap(words, width, Ink(False))
    assert "".join(lines).replace(" ", "") == safe(text).replace(" ", "")
    assert all(cells(line) <= width for line in lines)
