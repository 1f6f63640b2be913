"""How near clauses come: the words of one sought among the words of another."""

import numpy as np
import pytest

from rashomon.compare.meanings import Meanings, find_nearness, read_meanings, seek_words
from rashomon.model.joined import Place
from rashomon.model.span import Span


def meanings(*sentences: str) -> Meanings:
    """Each sentence in a text of its own; "|" parts its clauses."""
    texts = [sentence.replace("|", "") for sentence in sentences]
    clauses = []
    for sentence in sentences:
        ends = np.cumsum([len(part) for part in sentence.split("|")]).tolist()
        clauses.append(tuple(Span(a, b) for a, b in zip([0, *ends], ends, strict=False)))
    return read_meanings(texts, [Place(n, Span(0, len(text))) for n, text in enumerate(texts)], clauses)


def near(*sentences: str) -> tuple[np.ndarray, np.ndarray]:
    """Clauses by clauses: cosines of their means, and how near the words of the row's come to the column's."""
    read = meanings(*sentences)
    return find_nearness(read).clauses, seek_words(read, ~np.eye(len(sentences), dtype=bool))


def test_the_same_words_are_found_whole():
    clauses, sought = near("The ferry struck the pier", "The ferry struck the pier")
    assert clauses[0, 1] == pytest.approx(1, abs=1e-3) and sought[0, 1] == pytest.approx(1, abs=1e-3)


def test_a_clause_is_found_in_a_longer_one_more_than_the_longer_in_it():
    _, sought = near(
        "The ferry struck the pier", "The ferry struck the pier while forty tourists watched from a bridge"
    )
    assert sought[0, 1] > sought[1, 0] + 0.1


def test_other_words_for_the_same_come_nearer_than_something_else():
    _, sought = near("its orbit is decaying", "its orbit has been degrading", "its fuel has been sold")
    assert sought[0, 1] > sought[0, 2]


def test_clauses_of_one_sentence_are_told_apart():
    clauses, sought = near("The mayor resigned |and the ferry struck the pier", "A ferry hit the pier")
    assert clauses.shape == (3, 3)
    assert sought[2, 1] > sought[2, 0] and clauses[2, 1] > clauses[2, 0]


def test_words_are_sought_only_where_sentences_are_likely_to_share_something():
    read = meanings("The ferry struck the pier", "The ferry struck the pier")
    assert not seek_words(read, np.zeros((2, 2), bool)).any()


def test_a_clause_without_words_is_like_nothing():
    _, sought = near("The ferry sank|...", "The ferry sank")
    assert sought[1, 2] == 0 and sought[2, 1] == 0 and sought[0, 2] > 0.8


def test_sentences_come_as_near_as_their_nearest_clauses():
    found = find_nearness(meanings("The mayor resigned |and the ferry struck the pier", "The ferry struck the pier"))
    assert found.nearest[0, 1] == found.clauses[:2, 2].max() > found.sentences[0, 1]


def test_words_of_grammar_weigh_little_in_what_sentences_are_about():
    found = find_nearness(meanings("the ferry of the island", "ferry island", "of the and the"))
    assert found.matter[0, 1] > found.sentences[0, 1]
