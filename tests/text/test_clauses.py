"""Clauses: pieces of a sentence long enough to state something, together the whole of it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.clauses import SHORTEST_CLAUSE, find_clause_spans


def clauses(text: str) -> list[str]:
    return [clause.of(text) for clause in find_clause_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry Marlin hit the harbour wall, and nine of its passengers were hurt.",
            ["The ferry Marlin hit the harbour wall,", "and nine of its passengers were hurt."],
        ),
        (
            "Nine people were hurt on the ferry after it had hit the wall at noon.",
            ["Nine people were hurt on the ferry", "after it had hit the wall at noon."],
        ),
        (
            "“The engine of the boat went dead. There was nothing that we could do,” he said.",
            ["“The engine of the boat went dead.", "There was nothing that we could do,” he said."],
        ),
    ],
)
def test_a_sentence_is_cut_where_another_statement_begins(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize("text", ["Nine were hurt, and two died.", "Ferry, wall, harbour, noon.", "No."])
def test_short_pieces_stay_together(text):
    assert clauses(text) == [text]


@given(st.lists(st.sampled_from(["ferry", "and", "after", "hit,", "which", "“we", "went”", "(the", "wall)", "9"])))
def test_clauses_cover_the_sentence_and_are_long_enough(words):
    text = " ".join(words) or "x"
    spans = find_clause_spans(text, Span(0, len(text)))
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert len(spans) == 1 or all(len(span.of(text).split()) >= SHORTEST_CLAUSE for span in spans)
