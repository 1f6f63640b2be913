"""A store with a stream, and the few articles that come along it."""

import pytest
from tests.stores import address, store

from rashomon.model.article import Article
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.store.store import Store
from rashomon.stream.arriving import Stream, open_stream

__all__ = ["address", "store"]
MONDAY, TUESDAY, FRIDAY = "2025-05-05T08:00:00+00:00", "2025-05-06T08:00:00+00:00", "2025-05-09T08:00:00+00:00"
GULL = Article(
    "gull.example/ferry",
    "The ferry Marlin ran aground off Port Halven on Sunday.\n\nTwelve people were hurt, the coast guard said.\n\n"
    "The Marlin was built in 1961.",
    outlet="The Gull",
    url="https://gull.example/ferry",
    headline="Ferry Marlin aground off Port Halven",
    published="2025-05-04T20:00:00+00:00",
)
TERN = Article(
    "tern.example/marlin",
    "The ferry Marlin ran aground off Port Halven on Sunday, and 14 people were hurt.\n\nThe captain of the Marlin was"
    " questioned by the coast guard.",
    outlet="Tern",
    url="https://tern.example/marlin",
    headline="14 hurt as ferry runs aground off Halven",
    published="2025-05-05T06:00:00+00:00",
)
MILL = Article(
    "skua.example/mill",
    "Three people died when a flour mill burned in Oldacre on 3 May 2025, the mayor, Ada Penn, said.",
    outlet="Skua",
    headline="Three dead in mill fire",
    published="2025-05-04",
)
OATS = Article(
    "oats.example/mill",
    "Four people died when a flour mill burned in Oldacre on 3 May 2025, police said. Ada Penn is its mayor.",
    outlet="Oats",
    headline="Flour mill burns in Oldacre",
    published="2025-05-04",
)


def opened(store: Store, when: str = MONDAY) -> Stream:
    """The stream of a store, as at the beginning of a run."""
    return open_stream(store, GroupingSettings(), StreamSettings(), when)


@pytest.fixture
def stream(store: Store) -> Stream:
    """A stream along which the reports of two events came."""
    made = opened(store)
    made.keep([GULL, MILL, TERN, OATS], "feed.example", MONDAY)
    return made
