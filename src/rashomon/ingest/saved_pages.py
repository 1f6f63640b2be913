"""Pages saved in one file with all they show (MHTML): the page itself, its address, and when it was saved."""

import email
import re
from collections.abc import Mapping
from email.message import Message

from rashomon.ingest.decoding import decode
from rashomon.ingest.pages import read_page
from rashomon.ingest.records import Found
from rashomon.model.article import Unread
from rashomon.text.moments import read_moment

_LOOKED_AT = 1 << 16  # bytes; the fields at the head of a mail that many servers handed on take a quarter
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(.*)")
_POSTMARK = re.compile(r"\AFrom [^\n]*\d{4}\n")  # what stands before a mail that was kept among others
_FOLDED = re.compile(r"\n[ \t]+")
_SENT = frozenset(("to", "received", "message-id", "delivered-to"))  # what only a mail has
_PAGES = ("text/html", "application/xhtml+xml")
_WITH_ALL = ("multipart/related", *_PAGES)
_BROKEN = "a saved page (MHTML) that holds no page; open it in a browser and save it as .html"


def fields_of(text: str) -> dict[str, str]:
    """The fields that a text begins with as a mail does, by their name in small letters; none where it does not."""
    head, _, _ = text[:_LOOKED_AT].replace("\r\n", "\n").lstrip("\ufeff\n").partition("\n\n")
    found: dict[str, str] = {}
    for line in _FOLDED.sub(" ", _POSTMARK.sub("", head, count=1)).split("\n"):
        field = _FIELD.fullmatch(line)
        if field is None:
            return {}
        found.setdefault(field[1].lower(), field[2].strip())
    return found


def is_saved_page(fields: Mapping[str, str]) -> bool:
    """True of the fields of a page that a browser saved in one file; false of those of a mail."""
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    return "mime-version" in fields and kind in _WITH_ALL and not _SENT & fields.keys()


def fields_of_file(data: bytes) -> dict[str, str]:
    """The fields that a file's first bytes hold."""
    return fields_of(decode(data[:_LOOKED_AT]))


def saved_at(fields: Mapping[str, str]) -> str | None:
    """When the page was saved, where the browser says."""
    return read_moment(fields.get("date"))


def read_saved_page(data: bytes, where: str, spare_id: str) -> Found | Unread:
    """The article of a page that was saved in one file, at the address it was saved from."""
    try:
        whole = email.message_from_bytes(data)
        page = _page_of(whole)
        held = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except Exception as error:  # strangers' files break the parser in ways nobody listed
        return Unread(where, f"a saved page (MHTML) that is broken ({type(error).__name__}); save the page as .html")
    if page is None or not isinstance(held, bytes):
        return Unread(where, _BROKEN)
    said = (whole.get("Snapshot-Content-Location"), page.get("Content-Location"), whole.get("Content-Location"))
    places = ("".join(str(place).split()) for place in said if place)  # a long address is folded
    address = next((place for place in places if place.lower().startswith(("http://", "https://"))), None)
    return read_page(held, where, spare_id, address, charset)


def _page_of(whole: Message) -> Message | None:
    """The part that is the page itself: the one named as the start, else the first that is a page at all."""
    pages = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    start = str(whole.get_param("start", "")).strip("<>")
    named = (part for part in pages if start and str(part.get("Content-ID")).strip("<> ") == start)
    return next(named, pages[0] if pages else None)
