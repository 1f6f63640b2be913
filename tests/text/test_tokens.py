"""Words in their places, and when two of them are one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.tokens import find_tokens, fold, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine people, of 1,200, died.", ["Nine", "people", "of", "1,200", "died"]),
        ("the ship’s well-known U.S. captain", ["the", "ship’s", "well-known", "U.S", "captain"]),
        ("9:40 on 3/4, 2.5%", ["9:40", "on", "3/4", "2.5"]),
        ("— … “”", []),
    ],
)
def test_words_are_found_without_their_punctuation(text, words):
    assert [token.text for token in find_tokens(text, Span(0, len(text)))] == words


@pytest.mark.parametrize(
    ("one", "two"), [("Müller", "muller"), ("Zelensky’s", "ZELENSKY"), ("Kraków's", "krakow"), ("dogs’", "DOGS")]
)
def test_one_word_written_two_ways_folds_to_one(one, two):
    assert fold(one) == fold(two)


@pytest.mark.parametrize(
    "forms",
    [("claims", "claimed", "claiming", "claim"), ("parties", "party"), ("stopped", "stop"), ("crashes", "crashed")],
)
def test_endings_fall_away(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("Boris", "Bori"), ("gas", "ga"), ("bring", "br"), ("kiss", "kis")])
def test_what_is_no_ending_stays(pair):
    assert stem(pair[0]) != stem(pair[1])


@given(st.text(max_size=80))
def test_tokens_are_their_own_words_in_order(text):
    tokens = find_tokens(text, Span(0, max(1, len(text))))
    assert all(token.span.of(text) == token.text for token in tokens)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(tokens))
