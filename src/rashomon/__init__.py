"""Reads many reports of one event and shows, with the very words, what they share and where they part."""

from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.pipeline import compare_articles
from rashomon.render import render

__all__ = ["Article", "Comparison", "compare_articles", "read_articles", "render"]
