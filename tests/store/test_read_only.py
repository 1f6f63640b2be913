"""A store opened to be read alone: the database refuses what would be written."""

import pytest

from rashomon.errors import StoreFault
from rashomon.model.article import Article
from rashomon.store.opening import open_store

WHEN = "2025-05-05T08:00:00+00:00"


def test_nothing_can_be_written_to_a_store_opened_for_reading(address):
    article = Article("gull", "A ferry ran aground off Port Halven on Tuesday.")
    with open_store(address) as store:
        store.keep(article, "feed.example", WHEN)
    with open_store(address, create=False, writing=False) as store:
        with pytest.raises(StoreFault):
            store.keep(Article("tern", "Fourteen people were hurt."), "feed.example", WHEN)
        assert store.article("gull") == article
