"""A store that was filled and compared, and assistants that ask it."""

from tests.web.conftest import cable_car, ferry, filled, store

__all__ = ["cable_car", "ferry", "filled", "store"]
