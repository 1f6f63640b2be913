import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from tests.factories import make_empty, make_witness

from rashomon.model.comparison import Comparison, Headline
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
