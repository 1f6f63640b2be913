"""RSS, Atom and JSON feeds: the reports they lead to, and the pace they ask for."""

import json
import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from rashomon.ingest.decoding import decode, without_surrogates
from rashomon.ingest.listings import Item, Listing
from rashomon.ingest.xml_trees import is_web_address
from rashomon.model.article import Unread
from rashomon.text.moments import read_moment

_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_LONGEST_PERIOD = 31_536_000  # seconds; a feed that asks for more years is not meant so
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_SPACE = re.compile(r"\s+")
_NO_LINK = "an item without a web address; it cannot be fetched"


def read_feed(data: bytes, where: str, url: str | None = None, content_type: str | None = None) -> Listing | Unread:
    """The items of a feed in its order, each address once. `url` is where it lies, for links that are relative to it;
    `content_type` is what the server said, encoding included. Broken XML is read as far as it goes.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json_feed(data, where, url)
    import feedparser  # here: half a tenth of a second to load, and files do without

    headers = {"content-type": content_type or "application/xml", "content-location": url or ""}
    try:  # from a stream: what begins like an address would be fetched
        read = feedparser.parse(BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception as error:  # strangers' bytes may break the parser in ways nobody listed
        return Unread(where, f"the feed could not be parsed ({type(error).__name__}); tell its keeper")
    if not read.get("version") and not read.entries:
        return Unread(where, "not a feed that can be read; open it in a browser to see what it is")
    items = [_item(entry, url) for entry in read.entries]
    return _listing(items, where, _line(read.feed.get("title")), _every(read.feed))


def _listing(items: list[Item | None], where: str, title: str | None, every: int | None) -> Listing:
    found: dict[str, Item] = {}
    for item in items:
        if item:
            found.setdefault(item.address, item)
    unread = (Unread(where, _NO_LINK),) * any(item is None for item in items)
    return Listing("feed", title, tuple(found.values()), every=every, unread=unread)


def _item(entry: Mapping[str, Any], url: str | None) -> Item | None:
    address = _address(entry, url)
    if address is None:
        return None
    whole = [part.get("value") or "" for part in entry.get("content", ()) if "html" in (part.get("type") or "html")]
    return Item(
        address,
        headline=_line(entry.get("title")),
        byline=_line(entry.get("author")),
        published=_moment(entry, "published"),
        modified=_moment(entry, "updated") if "updated" in entry else None,  # else feedparser gives `published`
        words=without_surrogates(max(whole, key=len)).strip() or None if whole else None,
    )


def _address(entry: Mapping[str, Any], url: str | None) -> str | None:
    """The report's own address: before a counter's redirect, and an id only where it is said to be the address."""
    for written in (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id")):
        if isinstance(written, str) and written.strip():
            address = _joined(url, written.strip())
            if is_web_address(address):
                return address
    return None


def _joined(url: str | None, written: str) -> str | None:
    try:
        return urljoin(url, written) if url else written
    except ValueError:
        return None


def _moment(entry: Mapping[str, Any], name: str) -> str | None:
    """The time as written, with its zone; where only the parser can read it, in UTC."""
    if moment := read_moment(entry.get(name)):
        return moment
    parsed = entry.get(f"{name}_parsed")
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _every(feed: Mapping[str, Any]) -> int | None:
    """Seconds between two readings: RSS's `ttl` in minutes, else the syndication module's period and frequency."""
    minutes = _number(feed.get("ttl"))
    if minutes:
        return min(minutes * 60, _LONGEST_PERIOD)
    period = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower())
    return period // (_number(feed.get("sy_updatefrequency")) or 1) if period else None


def _number(written: object) -> int:
    digits = str(written).strip() if written is not None else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0


def _line(written: object) -> str | None:
    """One line without markup; None where nothing is left."""
    if not isinstance(written, str):
        return None
    return _SPACE.sub(" ", _MARKUP.sub("", without_surrogates(written))).strip() or None


def _read_json_feed(data: bytes, where: str, url: str | None) -> Listing | Unread:
    """JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""
    try:
        feed = json.loads(decode(data).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return Unread(where, "a JSON feed that cannot be read; tell its keeper")
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list):
        return Unread(where, "JSON, but no feed; give JSON lines as a file that ends in .jsonl")
    items = [_json_item(entry, url) if isinstance(entry, dict) else None for entry in entries]
    return _listing(items, where, _line(feed.get("title")), None)


def _json_item(entry: Mapping[str, Any], url: str | None) -> Item | None:
    written = next((one for key in ("url", "external_url") if isinstance(one := entry.get(key), str)), None)
    address = _joined(url, written.strip()) if written else None
    if address is None or not is_web_address(address):
        return None
    words = entry.get("content_html")
    authors = entry.get("authors") or [entry.get("author")]
    names = [_line(one.get("name")) for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    return Item(
        address,
        headline=_line(entry.get("title")),
        byline=", ".join(name for name in names if name) or None,
        published=read_moment(entry.get("date_published")),
        modified=read_moment(entry.get("date_modified")),
        words=without_surrogates(words) if isinstance(words, str) and words.strip() else None,
    )
