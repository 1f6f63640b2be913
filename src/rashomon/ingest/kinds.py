"""What some bytes are, found out from the bytes; the name and the server's word only where the bytes leave it open."""

import re
from typing import Literal

from rashomon.ingest.decoding import decode

Kind = Literal["page", "feed", "sitemap", "list of feeds", "json", "json lines", "archive", "text"]

_LOOKED_AT = 8192  # bytes; a document's first element stands in them
_BEFORE = re.compile(r"\s*(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\][^>]*)?>)", re.S | re.I)
_HTML = re.compile(r"\s*<!doctype\s+html\b", re.I)
_ELEMENT = re.compile(r"\s*<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_OF_ELEMENT: dict[str, Kind] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "opml": "list of feeds",
}
_PAGE_ELEMENTS = frozenset("html head body title meta div p article main h1 header section link script center".split())
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_OF_TYPE: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/feed+json": "feed",
    "text/x-opml": "list of feeds",
    "text/x-opml+xml": "list of feeds",
    "application/x-ndjson": "json lines",
    "application/jsonl": "json lines",
}


def kind_of(data: bytes, content_type: str | None = None) -> Kind:
    """The kind of a document; `content_type` without parameters. What is nothing else is text."""
    if data.startswith(b"WARC/"):
        return "archive"
    head = decode(data[:_LOOKED_AT]).lstrip("\ufeff\ufffd \t\r\n")
    if head[:1] in ("{", "["):
        return _json_kind(data, head)
    told = _OF_TYPE.get((content_type or "").lower())
    named = _first_element(head)
    if named in _OF_ELEMENT:  # though its server call it a page, as many do
        return _OF_ELEMENT[named]
    return told or ("page" if named in _PAGE_ELEMENTS else "text")


def _first_element(head: str) -> str:
    place = 0
    while before := _BEFORE.match(head, place):
        if _HTML.match(before[0]):
            return "html"
        place = before.end()
    element = _ELEMENT.match(head, place)
    return element[1].lower() if element else ""


def _json_kind(data: bytes, head: str) -> Kind:
    """One object a line where a line ends and the next begins with one; else one JSON value."""
    if _JSON_FEED.search(head):
        return "feed"
    end = data.find(b"\n")
    if end < 0 or not data[max(end - 64, 0) : end].rstrip().endswith(b"}"):
        return "json"
    return "json lines" if data[end : end + 64].strip()[:1] in (b"{", b"") else "json"
