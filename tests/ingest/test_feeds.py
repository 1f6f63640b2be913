"""Feeds of every dialect give the same items, broken ones as far as they go, hostile ones nothing but their words."""

import json

import pytest

from rashomon.ingest.feeds import read_feed
from rashomon.ingest.listings import Listing
from rashomon.model.article import Unread

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gull</title>
<entry><title type="html">Ferry &lt;b&gt;aground&lt;/b&gt;</title><link href="/ferry"/><id>tag:1</id>
<author><name>Mira Oduya</name></author>
<published>2026-03-04T08:00:00+01:00</published><updated>2026-03-04T09:30:00Z</updated>
<content type="html">&lt;p&gt;The whole report.&lt;/p&gt;</content></entry></feed>"""


def rss(items: str, channel: str = "") -> bytes:
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    more = ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    return f"{head}{more}><channel><title>The Tern</title>{channel}{items}</channel></rss>".encode()


def test_atom_item_with_all_it_says():
    read = read_feed(ATOM.encode(), "f", "https://gull.example/feed")
    assert isinstance(read, Listing) and (read.kind, read.title) == ("feed", "The Gull")
    (item,) = read.items
    assert (item.address, item.headline, item.byline) == ("https://gull.example/ferry", "Ferry aground", "Mira Oduya")
    assert (item.published, item.modified) == ("2026-03-04T08:00:00+01:00", "2026-03-04T09:30:00+00:00")
    assert item.words == "<p>The whole report.</p>"


def test_rss_item_without_a_time_of_change_has_none():
    read = read_feed(
        rss("<item><link>https://t.example/1</link><pubDate>Wed, 04 Mar 2026 08:00 +0100</pubDate></item>"), "f"
    )
    assert isinstance(read, Listing)
    assert (read.items[0].published, read.items[0].modified) == ("2026-03-04T08:00:00+01:00", None)


def test_a_summary_is_not_the_whole_report():
    read = read_feed(rss("<item><link>https://t.example/1</link><description>A teaser</description></item>"), "f")
    assert isinstance(read, Listing) and read.items[0].words is None


def test_an_id_is_the_address_only_where_it_is_one():
    read = read_feed(rss('<item><guid isPermaLink="true">https://t.example/9</guid></item>'), "f")
    assert isinstance(read, Listing) and read.items[0].address == "https://t.example/9"
    read = read_feed(rss('<item><title>x</title><guid isPermaLink="false">tern-9</guid></item>'), "f")
    assert isinstance(read, Listing) and not read.items and "without a web address" in read.unread[0].reason


def test_one_address_given_twice_is_one_item():
    read = read_feed(rss("<item><link>https://t.example/1</link></item>" * 2), "f")
    assert isinstance(read, Listing) and len(read.items) == 1


@pytest.mark.parametrize(
    ("channel", "seconds"),
    [
        ("<ttl>30</ttl>", 1800),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 21_600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3600),
        ("", None),
    ],
)
def test_pace_that_the_feed_asks_for(channel, seconds):
    read = read_feed(rss("<item><link>https://t.example/1</link></item>", channel), "f")
    assert isinstance(read, Listing) and read.every == seconds


def test_broken_xml_is_read_as_far_as_it_goes():
    broken = rss("<item><title>Fish & chips</title><link>https://t.example/1</link></item><item><title>Half")
    read = read_feed(broken[:-30], "f")
    assert isinstance(read, Listing) and read.items[0].headline == "Fish & chips"


def test_encoding_that_the_server_names_wrongly():
    data = '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item><title>Café</title>'.encode(
        "cp1252"
    )
    read = read_feed(
        data + b"<link>https://t.example/1</link></item></channel></rss>", "f", None, "text/xml; charset=utf-8"
    )
    assert isinstance(read, Listing) and read.items[0].headline == "Café"


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Skua",
        "items": [
            {
                "id": "1",
                "url": "/1",
                "title": "Ferry",
                "date_published": "2026-03-04T08:00:00Z",
                "authors": [{"name": "A"}],
            },
            7,
        ],
    }
    read = read_feed(json.dumps(feed).encode(), "f", "https://skua.example/feed.json")
    assert isinstance(read, Listing) and len(read.unread) == 1
    assert (read.items[0].address, read.items[0].byline) == ("https://skua.example/1", "A")


def test_entities_are_not_multiplied():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss version="2.0"><channel><item><title>&l11;</title>'
    read = read_feed(f"{data}<link>https://t.example/1</link></item></channel></rss>".encode(), "f")
    assert isinstance(read, Unread) or all(len(item.headline or "") < 1000 for item in read.items)


def test_a_file_is_never_opened_nor_an_address_asked():
    for data in (b"/etc/passwd", b"http://127.0.0.1:1/feed", b"file:///etc/passwd"):
        assert isinstance(read_feed(data, "f"), Unread)


@pytest.mark.parametrize(
    "data", [b"", b"\0\0\0", b"<html><p>No feed</p></html>", b"{", b'{"a": 1}', b"<rss", b"\xff" * 99]
)
def test_what_is_no_feed_is_said_to_be_none(data):
    assert isinstance(read_feed(data, "f"), Unread)
