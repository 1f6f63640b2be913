"""The clock, which is read here and nowhere below."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment in UTC, fine enough that no two commands have the same."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
