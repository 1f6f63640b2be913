"""The word sequences of a whole article as numbers."""

import numpy as np
import pytest

from rashomon.reuse.sequences import count_shared, read_all_sequences, read_sequences

TEXT = "The ferry left Orrin at noon, and nobody on the quay had counted the 40 people who boarded."


def shared(one, other):
    return count_shared(read_sequences(one), read_sequences(other))


def test_each_sequence_of_five_words_counts_once():
    assert len(read_sequences("one two three four")) == 0
    assert len(read_sequences("one two three four five")) == 1
    assert len(read_sequences("one two three four five " * 3)) == 5
    assert len(read_sequences(TEXT)) == len(TEXT.split()) - 4


@pytest.mark.parametrize(
    "same",
    [
        TEXT.upper(),
        TEXT.replace(" ", "\n\n"),
        TEXT.replace(",", " –"),
        "“" + TEXT.replace("ferry", "fer\u00adry") + "”",
        "\u200b" + TEXT,
    ],
)
def test_case_punctuation_and_what_nobody_sees_make_no_difference(same):
    assert list(read_sequences(same)) == list(read_sequences(TEXT))


def test_one_word_changed_changes_five_sequences():
    assert shared(TEXT, TEXT.replace("quay", "pier")) == len(read_sequences(TEXT)) - 5


def test_words_of_the_same_letters_are_different():
    assert shared("stop at the old dam", "pots at the old dam") == 0
    assert shared("ab c d e f", "a bc d e f") == 0


def test_marks_may_be_written_in_two_ways():
    assert shared("le café de la gare", "le cafe\u0301 de la gare") == 1


def test_scripts_without_spaces_are_read_by_the_character():
    assert len(read_sequences("船は正午に港を出た")) == 5
    assert shared("船は正午に港を出た。", "「船は正午に港を出た」と") == 5
    assert len(read_sequences("\U00020000" * 5)) == 1


def test_a_long_text_is_read_as_a_short_one():
    words = [f"word{n}" for n in range(30_000)]
    text = " ".join(words)
    assert len(text) > 1 << 17
    whole = read_sequences(text)
    assert len(whole) == len(words) - 4
    for at in range(0, len(words), 997):
        part = read_sequences(" ".join(words[at : at + 60]))
        assert count_shared(part, whole) == len(part)


def test_many_texts_are_read_as_each_alone():
    texts = ["", TEXT, "…", TEXT.lower() * 2000, "a b c d", "Ünder the old bridge of Orrin", "x" * 70_000, TEXT, ""]
    for text, found in zip(texts, read_all_sequences(texts), strict=True):
        assert np.array_equal(found, read_sequences(text))
    assert list(read_all_sequences([])) == []


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800 \udfff a b c d e", "\U0010ffff" * 9, "'" * 100_000, "a" * 200_000]
)
def test_any_text_can_be_read(text):
    assert len(read_sequences(text)) <= max(1, len(text))
