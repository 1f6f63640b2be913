"""No bytes whatever break the readers of lists; each answers with what it read, or why it read nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rashomon.ingest.feeds import read_feed
from rashomon.ingest.front_pages import read_front_page
from rashomon.ingest.kinds import kind_of
from rashomon.ingest.listings import Listing
from rashomon.ingest.opml import read_opml
from rashomon.ingest.sitemaps import read_sitemap
from rashomon.ingest.unpacking import BadCompression, unpack
from rashomon.model.article import Unread

_PIECES = (
    "<rss>", "</rss>", "<channel>", "<item>", "</item>", "<link>", "</link>", "<link href='", "'/>", "<title>",
    "<feed>", "<entry>", "<pubDate>", "<updated>", "<content type='html'>", "<![CDATA[", "]]>", "&amp;", "&", "&#0;",
    "&x;", "<!--", "<urlset>", "<url>", "<loc>", "<lastmod>", "<sitemap>", "<opml>", "<outline xmlUrl='",
    "https://a.example/1", "http://[", "//", "\0", "\ud7ff", "é", "Fri, 99 Nov 2026 25:61:00 +9999",
    "2026-13-45T99:99:99Z", "-1", "{", "}", "\"items\":", "[]", "<?xml version='1.0' encoding='utf-16'?>",
    "<!DOCTYPE x>", "<x:y>", "<id>", "<guid isPermaLink='true'>", "<ttl>", "\n",
)  # fmt: skip
documents = some.lists(some.sampled_from(_PIECES), max_size=40).map("".join)
anything = some.one_of(some.binary(max_size=300), documents.map(str.encode))


@pytest.mark.parametrize("read", [read_feed, read_opml, read_sitemap])
@settings(max_examples=150)
@given(data=anything)
def test_any_bytes_are_read_or_refused(read, data):
    found = read(data, "here")
    assert isinstance(found, Listing | Unread)
    if isinstance(found, Listing):
        assert all(item.address.lower().startswith(("http://", "https://")) for item in found.items)
        repr(found).encode()


@settings(max_examples=150)
@given(data=anything, html=documents)
def test_any_bytes_have_a_kind(data, html):
    kind_of(data, "text/html")
    read_front_page(html, "https://a.example/")


@settings(max_examples=150)
@given(
    data=some.binary(max_size=200),
    head=some.sampled_from([b"", b"\x1f\x8b", b"\x1f\x8b\x08\0\0\0\0\0\0\3", b"\x78\x9c"]),
)
def test_any_bytes_are_unpacked_or_refused(data, head):
    try:
        unpacked = unpack(head + data, 1000)
    except BadCompression:
        return
    assert unpacked is None or len(unpacked) <= 1000
