"""Dates as a reader writes them. No clock and no locale: the same date is always the same words."""

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def show_date(iso: str, short: bool = False) -> str:
    """A date in words: "27 November 2025", "November 2025" or "2025"; anything that is no ISO date unchanged."""
    match = _ISO.match(iso)
    if not match:
        return iso
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1][: 3 if short else None]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def weekday(iso: str) -> str:
    """The name of the day; empty for a month or a year."""
    from datetime import date

    try:
        return DAYS[date.fromisoformat(iso[:10]).weekday()] if len(iso) >= 10 else ""
    except ValueError:
        return ""


def show_period(first: str | None, last: str | None) -> str:
    """From first to last: "1 January 2018", or "1 January 2018 to 3 January 2018"; empty where unknown."""
    if not first or not last:
        return show_date(first or last or "")
    return show_date(first) if first[:10] == last[:10] else f"{show_date(first)} to {show_date(last)}"


def show_moment(iso: str) -> str:
    """A day and, where it is given, the time with its zone: "27 November 2025, 14:30 UTC"."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) <= len("2025-11-27"):
        return show_date(iso)
    zone = moment.tzname() or ""
    return f"{show_date(iso)}, {moment:%H:%M}{f' {zone}' if zone else ''}"
