"""The clock, which is read here and nowhere below, and moments as they are written on the command line."""

from datetime import UTC, datetime

from rashomon.text.asked import read_moment

__all__ = ["now", "read_moment"]


def now() -> str:
    """The present moment in UTC, fine enough that no two commands have the same."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
