"""Lists of feeds: every feed once, in order; what names none is said."""

from rashomon.ingest.listings import Listing
from rashomon.ingest.opml import read_opml
from rashomon.model.article import Unread


def opml(outlines: str) -> bytes:
    head = '<?xml version="1.0"?><opml version="2.0"><head><title>Coast</title></head>'
    return f"{head}<body>{outlines}</body></opml>".encode()


def test_feeds_of_all_branches_in_order():
    read = read_opml(
        opml(
            '<outline text="Papers"><outline type="rss" xmlUrl="https://b.example/feed"/>'
            '<outline type="rss" XMLURL="https://a.example/feed"/></outline><outline xmlUrl="https://b.example/feed"/>'
        ),
        "o",
    )
    assert isinstance(read, Listing) and (read.kind, read.title) == ("list of feeds", "Coast")
    assert read.lists == ("https://b.example/feed", "https://a.example/feed") and not read.unread


def test_an_outline_that_names_no_feed_is_listed():
    read = read_opml(opml('<outline text="Gull"/><outline text="Tern" xmlUrl="file:///etc/passwd"/>'), "o")
    assert isinstance(read, Listing) and [one.where for one in read.unread] == ["o: Gull", "o: Tern"]


def test_an_empty_list_and_no_xml():
    assert isinstance(read_opml(opml(""), "o"), Unread)
    assert isinstance(read_opml(b"not at all", "o"), Unread)


def test_entities_are_neither_multiplied_nor_read_from_files():
    entities = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    head = f"<!DOCTYPE opml [{entities}]>"
    read = read_opml(
        f'{head}<opml><head><title>&x;&b;</title></head><body><outline text="&b;"/></body></opml>'.encode(), "o"
    )
    assert "root:" not in repr(read) and "aaaaaaaaaaaaaaaaaaaaa" not in repr(read)
