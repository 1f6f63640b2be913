"""What a document is, told by its bytes."""

import pytest

from rashomon.ingest.kinds import kind_of


@pytest.mark.parametrize(
    ("data", "content_type", "kind"),
    [
        (b'<?xml version="1.0"?><!-- a --><rss version="2.0">', None, "feed"),
        (b'\xef\xbb\xbf  <feed xmlns="http://www.w3.org/2005/Atom">', "text/plain", "feed"),
        (b'<?xml version="1.0"?><rss version="2.0">', "text/html", "feed"),
        (b'<rss version="2.0">', "text/html", "feed"),
        (b'<rdf:RDF xmlns:rdf="x">', None, "feed"),
        (b'<?xml version="1.0"?><urlset>', "text/xml", "sitemap"),
        (b"<sitemapindex>", None, "sitemap"),
        (b'<!DOCTYPE opml [<!ENTITY a "b>">]><opml version="1.0">', None, "list of feeds"),
        (b"<!DOCTYPE html><html><head><title>rss</title>", None, "page"),
        (b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', None, "page"),
        (b'<!DOCTYPE rss [<!ENTITY % x PUBLIC "-//W3C//ENTITIES for XHTML//EN" "x">]><rss>', None, "feed"),
        (b"<p>Words</p>", None, "page"),
        (b"Words alone", "text/html", "page"),
        (b"Words alone", None, "text"),
        (b"WARC/1.1\r\n", None, "archive"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', None, "feed"),
        (b'{"text": "a"}\n{"text": "b"}\n', None, "json lines"),
        (b'{\n "text": "a"\n}', None, "json"),
        (b'[{"text": "a"}]', None, "json"),
        ("<rss version='2.0'>".encode("utf-16"), None, "feed"),
        (b"", None, "text"),
    ],
)
def test_kind(data, content_type, kind):
    assert kind_of(data, content_type) == kind


def test_hostile_beginnings_take_no_time():
    for head in (b"<!DOCTYPE" * 9000, b"<!--" * 9000, b"<?" * 9000, b"<!DOCTYPE a [" * 9000, b"<" * 90_000):
        assert kind_of(head) in ("text", "page")
