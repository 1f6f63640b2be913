"""Sentences and paragraphs: spans that cover the words, in order, never one inside another."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.sentences import LONGEST_SENTENCE, find_paragraph_spans, find_sentence_spans, trim


def sentences(text: str) -> list[str]:
    return [
        sentence.of(text)
        for paragraph in find_paragraph_spans(text)
        for sentence in find_sentence_spans(text, paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank. Nine were hurt.", ["The ferry sank.", "Nine were hurt."]),
        ("It was due this week.The ferry sank.", ["It was due this week.", "The ferry sank."]),
        ("Mr. Vane of the U.S. Coast Guard left.", ["Mr. Vane of the U.S. Coast Guard left."]),
        ("It rose 2.5 percent. It fell.", ["It rose 2.5 percent.", "It fell."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("a\r\n\r\nb\u2028c", ["a", "b", "c"]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_text_is_cut_into_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“It sank. We swam. Nobody came,” she said.",
        '"It sank. We swam. Nobody came," she said.',
        "She said: “It sank. We swam.",
    ],
)
def test_no_sentence_ends_inside_a_quotation(text):
    assert sentences(text) == [text]


def test_stretches_left_out_part_a_paragraph():
    text = "The ferry sank. Sign up here. Nine were hurt."
    gone = Span(16, 29)
    assert [piece.of(text) for piece in find_paragraph_spans(text, [gone])] == ["The ferry sank.", "Nine were hurt."]
    assert find_paragraph_spans(text, [Span(0, len(text))]) == ()


def test_one_gap_may_hold_another_or_span_lines():
    text = "one two\nthree four\nfive six"
    gaps = [Span(4, 12), Span(5, 6), Span(13, 15), Span(19, 23)]
    assert [piece.of(text) for piece in find_paragraph_spans(text, gaps)] == ["one", "e", "our", "six"]


def test_many_gaps_cost_no_square():
    text = "left out\nkept\n" * 20_000
    gaps = [Span(14 * n, 14 * n + 8) for n in range(20_000)]
    begun = time.perf_counter()
    assert len(find_paragraph_spans(text, gaps)) == 20_000
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("run", ["word " * 3000, "a" * 20_000, "no stop here, " * 1000])
def test_length_is_bounded_and_no_word_is_lost(run):
    found = sentences(run)
    assert max(map(len, found)) <= LONGEST_SENTENCE
    assert "".join("".join(found).split()) == "".join(run.split())


PROSE = st.text(st.sampled_from("aB1 .!?\n\"“”'’,;:—\t\u2028é"), max_size=200) | st.text(max_size=100)


@given(PROSE)
def test_sentences_cover_every_word_in_order(text):
    spans = [sentence for paragraph in find_paragraph_spans(text) for sentence in find_sentence_spans(text, paragraph)]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(trim(text, span.start, span.end) == span for span in spans)


def test_trimming_leaves_no_empty_span():
    assert trim("  ab ", 0, 5) == Span(2, 4)
    assert trim("  ", 0, 2) is None
