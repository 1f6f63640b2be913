"""How likely a sentence says what a clause of another says."""

import numpy as np

from rashomon.compare.joining import compare_sentences
from rashomon.compare.scorer import load_scorers
from rashomon.compare.statements import tabulate
from rashomon.model.article import Article
from rashomon.pipeline import read_story
from rashomon.settings import Settings

LONG = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday, and its captain was questioned by police."
HIT = "On Tuesday the ferry Marlin hit the harbour wall of Port Ansel."
CHOIR = "A choir from Ellan sang in the cathedral."


def said(*texts: str) -> np.ndarray:
    """C x S, clauses and sentences in the order of the texts."""
    articles = [Article(f"a{n}", text, f"outlet{n}.example", language="en") for n, text in enumerate(texts)]
    story = read_story(articles, Settings())
    _, found = compare_sentences(tabulate(story, ()), [a.text for a in story.articles], load_scorers())
    return found


def test_the_clause_that_a_sentence_says_is_likelier_than_the_other_of_its_sentence():
    found = said(LONG, HIT)
    assert found[0, 1] > 0.5 > found[1, 1]


def test_what_shares_nothing_is_not_looked_at():
    found = said(HIT, CHOIR)
    assert not found.any()


def test_no_clause_is_sought_in_its_own_article():
    assert not said(f"{HIT} {HIT}", CHOIR)[:, :2].any()
