"""Days and times as metadata writes them, made ISO 8601."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?![\d-])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b")
_MONTH_NAMES = (
    "jan january, feb february, mar march, apr april, may, jun june, jul july, aug august, sep sept september, "
    "oct october, nov november, dec december"
)
MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES.split(", "), start=1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[ -]({_MONTH})\b\.?,?[ -](\d{{4}})\b", re.I)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\b\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.I)
_LONGEST = 100  # characters; no date is longer


def read_moment(written: object) -> str | None:
    """ISO 8601 of a date as written: a time where it names its zone, else the day; None where it cannot be read.

    Takes ISO, RFC 2822, seconds or milliseconds since 1970, and a day with its month's English name. Days written in
    figures alone ("03/04/2020") are not read, since day and month cannot be told apart.
    """
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)
    if not isinstance(written, str) or not written.strip() or len(written) > _LONGEST:
        return None
    text = " ".join(written.split())
    return _iso(text) or _epoch(text) or _rfc(text) or _worded(text)


def _iso(text: str) -> str | None:
    day = _ISO_DAY.match(text)
    if day is None:
        return None
    try:
        moment = datetime.fromisoformat(re.sub(r" (UTC|GMT|Z)$", "+00:00", text))
    except ValueError:
        return _day(int(day[1]), int(day[2]), int(day[3]))
    return _written(moment)


def _epoch(text: str) -> str | None:
    if not _EPOCH.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()


def _rfc(text: str) -> str | None:
    try:
        return _written(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _worded(text: str) -> str | None:
    if slashed := _SLASHED.search(text):
        return _day(int(slashed[1]), int(slashed[2]), int(slashed[3]))
    if found := _DAY_MONTH.search(text):
        return _day(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    if found := _MONTH_DAY.search(text):
        return _day(int(found[3]), MONTHS[found[1].lower()], int(found[2]))
    return None


def _written(moment: datetime) -> str:
    """A time without a zone could be any of a day's length apart, so only its day is kept."""
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
