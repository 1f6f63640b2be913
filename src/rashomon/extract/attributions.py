"""Attributions: who is said to stand behind a statement."""

from rashomon.model.article import Article
from rashomon.model.reading import Attribution, Mention, Quotation, Sentence


def find_attributions(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Attribution, ...]:
    """The stretches that the article credits to someone, in order; they may lie inside each other."""
    return ()
