"""Each test of the store is run on an empty one of each kind, or on one that has a story which was compared."""

import pytest
from tests.stores import address, store

from factories import TEXTS, make_article, make_comparison
from rashomon.model.comparison import Comparison
from rashomon.model.story import Membership
from rashomon.serialize import comparison_to_json
from rashomon.store.store import Store

__all__ = ["address", "store"]
NOON, EVENING = "2025-03-04T12:00:00+00:00", "2025-03-04T18:00:00+00:00"
FERRY = {
    "gull": {"outlet": "The Gull", "headline": "Ferry aground", "published": "2025-03-04T10:00:00+01:00"},
    "tern": {"outlet": "Tern", "headline": "14 hurt", "published": "2025-03-05"},
    "skua": {"url": "https://skua.example/ferry"},
}


def place(store: Store, story: str, *articles: str, when: str = NOON) -> None:
    """The articles are in the story."""
    store.place([Membership(article, story, 1.0, "") for article in articles], when=when)


def save(store: Store, story: str, comparison: Comparison, when: str = NOON) -> None:
    """The comparison is kept as one of the story as it stands now."""
    store.save_comparison(story, store.story_digest(story), comparison_to_json(comparison), when)


@pytest.fixture
def ferry(store: Store) -> Store:
    """Three reports of a ferry in one story, which was compared."""
    store.keep_all([make_article(id, **FERRY[id]) for id in TEXTS], "feed", NOON)
    place(store, "ferry", *TEXTS)
    save(store, "ferry", make_comparison())
    return store
