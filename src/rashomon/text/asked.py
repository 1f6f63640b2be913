"""Moments as a reader asks for them, on a command line or in an address."""

from datetime import UTC, datetime

from rashomon.errors import BadOption


def read_moment(option: str, written: str | None) -> str | None:
    """A day as it is, a time in UTC, None where nothing was written. Raises BadOption for what is neither."""
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        raise BadOption(
            f"{option} {written!r} is no date; write a day, 2025-11-27, or a time, 2025-11-27T14:30Z"
        ) from None
    if "T" not in written.strip().upper() and " " not in written.strip():
        return moment.date().isoformat()
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:  # the first and last hours of the calendar
        raise BadOption(f"{option} {written!r} is no time that we can count from; write a later one") from None
