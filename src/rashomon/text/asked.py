"""What readers write on a command line or in an address: moments, days, and places of reports."""

import re
from datetime import UTC, date, datetime

from rashomon.errors import BadOption
from rashomon.model.span import Span

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.DOTALL | re.ASCII)


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


def read_day(option: str, written: str | None) -> date | None:
    """The day; None where nothing was written. Raises BadOption for what is none."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadOption(f"{option} {written!r} is no day; write it as 2025-11-27") from None


def read_place(written: str) -> tuple[str, Span]:
    """The article and the stretch of its text that ARTICLE:START-END names. Raises BadOption for what is none."""
    found = _PLACE.fullmatch(written)
    if found is None or int(found["start"]) >= int(found["end"]):
        raise BadOption(f"{written!r} is no place; write ARTICLE:START-END, counted in characters from 0")
    return found["article"], Span(int(found["start"]), int(found["end"]))


def write_place(article: str, span: Span) -> str:
    """The place as `read_place` reads it."""
    return f"{article}:{span.start}-{span.end}"
