"""Where a quoted stretch opens and closes; each case is shown by putting brackets round what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.quotes import find_quoted_spans, strip_marks
from rashomon.text.sentences import find_paragraph_spans


def marked(text: str) -> str:
    found = [span for p in find_paragraph_spans(text) for span in find_quoted_spans(text, p)]
    for span in reversed(found):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    "expected",
    [
        'She said: ["We are home."]',
        "[“We are home,”] she said. [“At last.”]",
        "['We don't know,'] said the dogs' owner.",
        "[‘It’s the boys’ turn,’] he said.",
        "He praised her [”willingness to help”] there.",
        '["We are here,”] said the mayor.',
        "[«We are here»], the mayor said.",
        "[“He told me ‘no’ twice,”] she said.",
        "[“He called it “mad” and left,”] she said.",
        "It was the summer of '76, rock 'n' roll and the '90s.",
        'He is 6\'2" tall and the board is 5" wide.',
        "The players' union and the clubs' owners met.",
        "The plan, ['the first of its kind'], failed.",
    ],
)
def test_quoted_spans_open_and_close_at_marks(expected):
    assert marked(expected.replace("[", "").replace("]", "")) == expected


def test_quotation_left_open_runs_to_the_end_of_its_paragraph():
    text = "She said: “We waited.\n“Nobody came.”"
    assert marked(text) == "She said: [“We waited.]\n[“Nobody came.”]"


def test_quotation_opened_anew_in_one_line_is_two():
    assert marked("He said: “We waited. “Nobody came.”") == "He said: [“We waited.] [“Nobody came.”]"


@pytest.mark.parametrize(
    ("quoted", "inside"), [("“We go.”", "We go."), ("“We go.", "We go."), ("'go'", "go"), ("« go »", "go")]
)
def test_strip_marks_leaves_the_words(quoted, inside):
    found = strip_marks(quoted, Span(0, len(quoted)))
    assert found is not None
    assert found.of(quoted) == inside


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`", max_size=80))
def test_quoted_spans_are_in_order_and_apart(text):
    for paragraph in find_paragraph_spans(text):
        at = paragraph.start
        for span in find_quoted_spans(text, paragraph):
            assert at <= span.start < span.end <= paragraph.end
            at = span.end
