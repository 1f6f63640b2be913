"""Reads many reports of one event and shows, with the very words, what they share and where they part."""

from typing import TYPE_CHECKING

from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.render import render

if TYPE_CHECKING:
    from rashomon.pipeline import compare_articles

__all__ = ["Article", "Comparison", "compare_articles", "read_articles", "render"]


def __getattr__(name: str) -> object:
    """`compare_articles`, loaded when first asked for: the command line says before how numpy is to start."""
    if name != "compare_articles":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from rashomon.pipeline import compare_articles

    return compare_articles
