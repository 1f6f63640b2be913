"""OPML: a reader's list of feeds."""

from rashomon.ingest.listings import Listing
from rashomon.ingest.xml_trees import is_web_address, local_name, parse_xml, words_of
from rashomon.model.article import Unread

_NO_FEED = "an outline without the address of a feed (xmlUrl); give one, or leave it out"
_LONGEST = 80  # characters of an outline's name in a message


def read_opml(data: bytes, where: str) -> Listing | Unread:
    """The feeds that the outlines name, in order, each once; a branch's outline that only holds others is no loss."""
    root = parse_xml(data)
    if root is None:
        return Unread(where, "no XML that can be read; export the list of feeds again")
    title, feeds, unread = None, dict[str, None](), []
    for element in root.iter():
        if local_name(element) == "title" and title is None:
            title = words_of(element)
        if local_name(element) != "outline":
            continue
        told = {str(key).lower(): str(value).strip() for key, value in element.attrib.items()}
        address = told.get("xmlurl") or (told.get("url") if told.get("type", "").lower() in ("rss", "atom") else None)
        if address and is_web_address(address):
            feeds.setdefault(address)
        elif address or not len(element):
            name = (told.get("text") or told.get("title") or address or "")[:_LONGEST]
            unread.append(Unread(f"{where}: {name}" if name else where, _NO_FEED))
    if not feeds and not unread:
        return Unread(where, "a list without feeds; put some in it")
    return Listing("list of feeds", title, lists=tuple(feeds), unread=tuple(unread))
