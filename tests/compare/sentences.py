"""Texts whose sentences were compared: what tests of clauses begin with."""

from rashomon.compare.clause_pairs import Compared
from rashomon.compare.joining import compare_sentences
from rashomon.compare.scorer import load_scorer
from rashomon.compare.statements import tabulate
from rashomon.model.article import Article
from rashomon.pipeline import read_story
from rashomon.settings import Settings


def compared(*texts: str) -> Compared:
    """What joining knows before clauses are compared two by two; sentences and clauses in the order of the texts."""
    articles = [Article(f"a{n}", text, f"outlet{n}.example", language="en") for n, text in enumerate(texts)]
    story = read_story(articles, Settings())
    return compare_sentences(tabulate(story, ()), [a.text for a in story.articles], load_scorer())
