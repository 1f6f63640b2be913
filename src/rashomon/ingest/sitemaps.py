"""Sitemaps, news sitemaps among them, and indexes of sitemaps."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.ingest.listings import Item, Listing
from rashomon.ingest.xml_trees import is_web_address, local_name, parse_xml, words_of
from rashomon.model.article import Unread
from rashomon.text.moments import read_moment

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_ADDRESS = "an entry without a web address; tell the site's keeper, or leave it"


def read_sitemap(data: bytes, where: str) -> Listing | Unread:
    """The pages, or the further sitemaps, that a sitemap names, the latest first where it dates them.

    Titles and times of publication are those of a news sitemap (xmlns .../sitemap-news/0.9); `modified` is `lastmod`.
    """
    root = parse_xml(data)
    if root is None:
        return Unread(where, "no XML that can be read, so no sitemap")
    entries = [entry for entry in root if local_name(entry) in ("url", "sitemap")]
    read = [(local_name(entry), _item(entry)) for entry in entries]
    items = {item.address: item for name, item in reversed(read) if item and name == "url"}
    lists = {item.address: item for name, item in reversed(read) if item and name == "sitemap"}
    bad = sum(1 for _, item in read if item is None)
    return Listing(
        "sitemap index" if lists and not items else "sitemap",
        items=_latest_first(items),
        lists=tuple(item.address for item in _latest_first(lists)),
        unread=(Unread(where, _NO_ADDRESS),) * bool(bad),
    )


def _latest_first(found: dict[str, Item]) -> tuple[Item, ...]:
    """In the sitemap's order, but the latest first; entries without a date come last."""
    in_order = tuple(reversed(found.values()))
    return tuple(sorted(in_order, key=lambda item: (item.published or item.modified or "")[:10], reverse=True))


def _item(entry: "_Element") -> Item | None:
    told = dict(_told(entry, ""))
    address = told.get("loc")
    if address is None or not is_web_address(address):
        return None
    return Item(
        address,
        headline=told.get("news/title"),
        published=read_moment(told.get("news/publication_date")),
        modified=read_moment(told.get("lastmod")),
    )


def _told(entry: "_Element", within: str) -> Iterator[tuple[str, str]]:
    """What an entry's elements say by their path; "loc" of a picture is not that of the page."""
    for child in reversed(entry):  # of two with one name the first is to stay
        name = local_name(child)
        if name == "news" and not within:
            yield from _told(child, "news/")
        elif words := words_of(child):
            yield within + name, words
