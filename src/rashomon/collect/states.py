"""How far pages and lists were read: whether to ask again, how politely, and what to remember. Pure; no clock here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Literal

from rashomon.collect.asking import Answer
from rashomon.ingest.listings import Item, Listing
from rashomon.model.kept import SourceState
from rashomon.settings import CollectSettings

Look = Literal["ask", "unasked", "given up", "too soon"]
GONE = "gone for good (410)"
_PACE_OF = 12  # latest items whose times tell a feed's pace


def moment_of(written: str | None) -> datetime | None:
    """The moment of an ISO time, in UTC; a day is its beginning; None where there is none."""
    if not written:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def written(moment: datetime) -> str:
    """The moment as the store keeps it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def validators(state: SourceState | None) -> dict[str, str]:
    """The headers by which a server can say that nothing has changed."""
    if state is None:
        return {}
    told = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in told.items() if value and value.isascii() and value.isprintable()}


def look_at(state: SourceState | None, item: Item | None, now: datetime, settings: CollectSettings) -> Look:
    """Whether a page that a list names is to be asked: it is new, said to have changed, or due for another look."""
    if state is None:
        return "ask"
    read, due = moment_of(state.last_read), moment_of(state.next_due)
    said = moment_of(item.modified) if item else None
    if said and read and said > read:
        return "ask"
    if state.last_error == GONE or state.failures >= settings.most_tries:
        return "given up"
    if due is not None and due <= now:
        return "ask"
    return "too soon" if state.failures else "unasked"


def after_page(
    address: str, headers: Mapping[str, str], published: str | None, now: datetime, settings: CollectSettings
) -> SourceState:
    """A page was read, or found unchanged: it is looked at again when it is twice as old, until it has settled."""
    out = moment_of(published)
    age = (now - out).total_seconds() if out else settings.most_due
    again = max(age, settings.looked_at_again)
    due = written(now + timedelta(seconds=again)) if age < settings.settled_after else None
    return SourceState(address, "page", headers.get("etag"), headers.get("last-modified"), written(now), due)


def after_list(
    address: str, listing: Listing, headers: Mapping[str, str], whole: bool, now: datetime, settings: CollectSettings
) -> SourceState:
    """A list was read; its validators are kept only where all that it led to is done: else it must be read whole."""
    due = now + timedelta(seconds=_pause(listing, settings))
    etag, modified = (
        (headers.get("etag"), headers.get("last-modified")) if whole and not listing.lists else (None, None)
    )
    return SourceState(address, listing.kind, etag, modified, written(now), written(due))


def after_same(state: SourceState, now: datetime, settings: CollectSettings) -> SourceState:
    """It had not changed: a list is due after as long as before, a page after twice as long, until it has settled."""
    read, due = moment_of(state.last_read), moment_of(state.next_due)
    pause = (due - read).total_seconds() if read and due and due > read else settings.usual_due
    if state.kind == "page":
        settled = pause * 2 > settings.settled_after
        due = None if settled else now + timedelta(seconds=pause * 2)
    else:
        due = now + timedelta(seconds=min(max(pause, settings.least_due), settings.most_due))
    next_due = written(due) if due else None
    return replace(state, last_read=written(now), next_due=next_due, failures=0, last_error=None)


def after_failure(
    address: str, kind: str, state: SourceState | None, reason: str, now: datetime, settings: CollectSettings
) -> SourceState:
    """It could not be read: tried again later, twice as late each time; never where it is gone for good."""
    state = state or SourceState(address, kind)
    failures = state.failures + 1
    first = settings.retry_after if state.kind == "page" else settings.least_due
    pause = min(first * 2 ** min(failures - 1, 20), settings.most_due)
    due = None if reason == GONE else written(now + timedelta(seconds=pause))
    return replace(state, failures=failures, last_error=reason, next_due=due)


def wait_asked_for(answer: Answer, now: datetime) -> float | None:
    """Seconds of a Retry-After, which is a number or a date; None where there is none that can be read."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(min(int(asked[:9]), 10**8))
    from email.utils import parsedate_to_datetime

    try:
        until = parsedate_to_datetime(asked)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((until - now).total_seconds(), 0.0)


def _pause(listing: Listing, settings: CollectSettings) -> float:
    """What the list asks for; else half the usual time between its latest items; bounded."""
    pause = float(listing.every) if listing.every else _pace(listing.items) or settings.usual_due
    return min(max(pause, settings.least_due), settings.most_due)


def _pace(items: Sequence[Item]) -> float | None:
    """Half the median of the seconds between the latest items that give a time of day."""
    times = [
        moment for item in items if item.published and "T" in item.published if (moment := moment_of(item.published))
    ]
    times = sorted(times, reverse=True)[:_PACE_OF]
    gaps = sorted((later - earlier).total_seconds() for later, earlier in pairwise(times))
    return gaps[len(gaps) // 2] / 2 if gaps else None
