"""Sitemaps, news sitemaps and their indexes."""

from rashomon.ingest.listings import Listing
from rashomon.ingest.sitemaps import read_sitemap
from rashomon.model.article import Unread

_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
_PICTURE = '<image:image xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><image:loc>https://t.example/p.png</image:loc></image:image>'


def sitemap(entries: str, kind: str = "urlset") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><{kind} {_NAMES}>{entries}</{kind}>'.encode()


def test_news_sitemap_gives_title_and_time():
    when = "<n:publication_date>2026-03-04T08:00:00Z</n:publication_date>"
    news = (
        f"<n:news><n:publication><n:name>Tern</n:name></n:publication>{when}<n:title>Ferry aground</n:title></n:news>"
    )
    read = read_sitemap(sitemap(f"<url><loc> https://t.example/1 </loc>{news}{_PICTURE}</url>"), "s")
    assert isinstance(read, Listing) and read.kind == "sitemap"
    (item,) = read.items
    assert (item.address, item.headline, item.published) == (
        "https://t.example/1",
        "Ferry aground",
        "2026-03-04T08:00:00+00:00",
    )


def test_latest_first_and_undated_last():
    dated = [("old", "2026-01-01"), ("none", ""), ("new", "2026-03-01")]
    entries = "".join(f"<url><loc>https://t.example/{name}</loc><lastmod>{day}</lastmod></url>" for name, day in dated)
    read = read_sitemap(sitemap(entries), "s")
    assert isinstance(read, Listing) and [item.address[-3:] for item in read.items] == ["new", "old", "one"]


def test_an_index_leads_to_sitemaps():
    entries = (
        "<sitemap><loc>https://t.example/a.xml</loc></sitemap><sitemap><loc>https://t.example/b.xml.gz</loc></sitemap>"
    )
    read = read_sitemap(sitemap(entries, "sitemapindex"), "s")
    assert isinstance(read, Listing) and read.kind == "sitemap index" and not read.items
    assert read.lists == ("https://t.example/a.xml", "https://t.example/b.xml.gz")


def test_entries_that_cannot_be_fetched_are_said_once():
    read = read_sitemap(sitemap("<url><loc>ftp://t.example/1</loc></url><url/>"), "s")
    assert isinstance(read, Listing) and not read.items and len(read.unread) == 1


def test_broken_and_deep_xml():
    cut = sitemap("<url><loc>https://t.example/1</loc></url><url><loc>https://t.ex")[:-20]
    read = read_sitemap(cut, "s")
    assert isinstance(read, Listing) and read.items[0].address == "https://t.example/1"
    assert isinstance(read_sitemap(b"nothing", "s"), Unread)
    read_sitemap(b"<urlset>" + b"<a>" * 100_000, "s")
