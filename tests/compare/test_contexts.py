"""A word has one vector a sentence, which tells what it means there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.contexts import INPUTS, LONGEST, load_encoder, word_inputs
from rashomon.model.span import Span
from rashomon.text.tokens import find_tokens


def read(*sentences: str) -> list[np.ndarray]:
    return load_encoder().read([word_inputs(text, find_tokens(text, Span(0, len(text)))) for text in sentences])


def word(sentence: str, wanted: str) -> np.ndarray:
    words = [token.text for token in find_tokens(sentence, Span(0, len(sentence)))]
    return read(sentence)[0][words.index(wanted)]


@pytest.mark.parametrize(
    ("sentence", "one", "like", "unlike"),
    [
        ("The crew lost {} with the ship", "contact", "communication", "control"),
        ("Police {} the tent", "requested", "proposed", "closed"),
        ("Police {} the driver", "arrested", "detained", "thanked"),
        ("The storm {} the bridge", "damaged", "wrecked", "spared"),
    ],
)
def test_words_of_like_use_lie_near_in_one_place(sentence, one, like, unlike):
    here, near, far = (word(sentence.format(said), said) for said in (one, like, unlike))
    assert here @ near > here @ far + 0.05


def test_a_word_differs_by_what_stands_beside_it():
    river, other_river = word("The river left its bank", "bank"), word("They sat on the bank of the river", "bank")
    money = word("The bank lends money at interest", "bank")
    assert river @ other_river > river @ money


def test_a_sentence_reads_the_same_alone_and_among_others():
    alone = read("The ferry struck the pier at noon.")[0]
    among = read("Nobody was hurt.", "The ferry struck the pier at noon.", "The pilot saw the old bridge too late.")[1]
    np.testing.assert_allclose(alone, among, atol=1e-5)


def test_long_sentences_are_read_in_runs_and_empty_ones_give_nothing():
    long, none = read(" ".join(["ferry"] * (LONGEST + 3)), "...")
    assert long.shape[0] == LONGEST + 3 and none.shape[0] == 0
    assert read() == []


@given(st.text(min_size=1, max_size=200))
def test_every_word_of_any_text_has_a_vector_of_length_one(text):
    words = find_tokens(text, Span(0, len(text)))
    inputs = word_inputs(text, words)
    assert inputs.shape == (len(words), INPUTS)
    (vectors,) = load_encoder().read([inputs])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
