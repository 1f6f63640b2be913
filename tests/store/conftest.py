"""Each test of the store is run on an empty one of each kind."""

from tests.stores import address, store

__all__ = ["address", "store"]
