"""Quotations: content, cue, source."""

from rashomon.model.article import Article
from rashomon.model.reading import Mention, Quotation, Sentence
from rashomon.settings import QuotationSettings


def find_quotations(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], settings: QuotationSettings
) -> tuple[Quotation, ...]:
    """The quotations of the sentences, in order; the speaker as far as this article alone tells it."""
    return ()
