import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from tests.factories import find, make_claim, make_empty, make_witness

from rashomon.model.comparison import Comparison, Corrected, Headline
from rashomon.render import render
from rashomon.render.markdown import escape


def test_markdown(comparison: Comparison, snapshot: SnapshotAssertion) -> None:
    assert render(comparison, "markdown") == snapshot


def test_words_of_a_report_open_no_markup() -> None:
    empty = make_empty(make_witness("gull", "x"))
    headline = Headline("gull", "# <script>alert(1)</script>\n\n- [a](javascript:x) **b** `c`", None, None)
    shown = render(dataclasses.replace(empty, story=dataclasses.replace(empty.story, headline=headline)), "markdown")
    first = shown.splitlines()[0]
    assert first == r"# \# \<script\>alert(1)\</script\> - \[a\](javascript:x) \*\*b\*\* \`c\`"


@given(st.text())
def test_escaped_text_is_one_line(text: str) -> None:
    assert len(escape(text).splitlines()) <= 1


def test_every_quoted_line_is_cited_by_its_report_its_place_and_a_link_to_the_words(comparison: Comparison) -> None:
    shown = render(comparison, "markdown")
    lines = [line for line in shown.splitlines() if line.startswith("> ")]
    assert all(re.search(r"\\\[[123]\\\] \[(gull|tern|skua) \d+–\d+\]\(\S+\)$", line) for line in lines)
    assert r"\[3\] [skua 52–71](https://skua.example/ferry#:~:text=14%20people%20were%20hurt)" in shown
    assert shown.endswith("3. **skua**: report skua, <https://skua.example/ferry>\n")


def test_an_address_ends_neither_its_link_nor_the_line() -> None:
    hostile = make_witness("gull", "A ferry sank there.", url="https://gull.example/a_(b)?<c>`d")
    claim = make_claim(1, find("gull", "A ferry sank", {"gull": hostile.text}), origins=1)
    shown = render(dataclasses.replace(make_empty(hostile), claims=(claim,)), "markdown")
    assert "(https://gull.example/a_%28b%29?%3Cc%3E%60d#:~:text=A%20ferry%20sank)" in shown
    assert "<https://gull.example/a_%28b%29?%3Cc%3E%60d>" in shown


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_what_readers_corrected_is_told_with_who_and_when(comparison: Comparison, format: str) -> None:
    parted = Corrected("other_claim", "Ada", "2025-03-05T10:00:00Z", (find("gull", "Twelve"),), True, "")
    gone = Corrected("boilerplate", "Ben", "2025-03-06T10:00:00Z", (), False, "the words are in no report")
    corrected = dataclasses.replace(comparison, corrected=(parted, gone))
    shown = render(corrected, format)  # type: ignore[arg-type]
    assert "a reader parted these, Ada, 5 March 2025" in shown and "gull 49" in shown
    assert "not carried out" in shown and "the words are in no report" in shown
    assert "orrected" not in render(comparison, format)  # type: ignore[arg-type]
