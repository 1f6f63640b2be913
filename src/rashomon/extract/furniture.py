"""Furniture: what stands in the text and is not the report."""

from rashomon.model.article import Article
from rashomon.model.reading import LeftOut, Masthead
from rashomon.settings import FurnitureSettings


def find_furniture(article: Article, settings: FurnitureSettings) -> tuple[Masthead, tuple[LeftOut, ...]]:
    """The masthead of the article, and the stretches that are not part of its report, each with a reason."""
    return Masthead(headline=article.headline, byline=article.byline, published=article.published), ()
