"""Word vectors: like words lie near, unknown ones nowhere, common ones are not rare."""

import numpy as np
import pytest

from rashomon.compare.vectors import load_vectors


def near(one: str, two: str) -> float:
    table = load_vectors()
    return float(table.vector(one) @ table.vector(two))


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [("injured", "wounded", "printed"), ("ship", "boat", "trumpet"), ("police", "officers", "apples")],
)
def test_words_of_like_use_lie_nearer(word, like, unlike):
    assert near(word, like) > near(word, unlike) + 0.1


@pytest.mark.parametrize("word", ["ferry", "unsinkable", "the"])
def test_a_vector_has_length_one(word):
    assert np.linalg.norm(load_vectors().vector(word)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("word", ["", "渡轮", "\x00"])
def test_a_word_of_no_known_piece_lies_nowhere(word):
    assert not load_vectors().vector(word).any()


def test_rarity_runs_from_the_commonest_word_to_the_unknown():
    table = load_vectors()
    assert 0 <= table.rarity("the") < table.rarity("ferry") < table.rarity("zzyzx") == 1
