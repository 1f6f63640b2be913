"""Web archives (WARC): the pages they hold, each as its server sent it, with the time it was fetched."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from rashomon.errors import UnreadableInput
from rashomon.ingest.decoding import decode, is_blank
from rashomon.ingest.naming import host_of, id_of_url
from rashomon.ingest.other_forms import find_other_form
from rashomon.ingest.pages import read_page
from rashomon.ingest.records import Found
from rashomon.ingest.unpacking import BadCompression, unpack_pieces
from rashomon.model.article import Article, Unread
from rashomon.settings import IngestSettings
from rashomon.text.moments import read_moment

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_PACKINGS = ("gzip", "x-gzip", "deflate")


@dataclass(frozen=True, slots=True)
class Archived:
    """One record: what was read of it, and when it was fetched (WARC-Date, in UTC)."""

    read: Found | Unread
    fetched: str | None


def read_archive(file: BinaryIO, where: str, settings: IngestSettings) -> Iterator[Archived]:
    """The pages of an archive, one by one, and what in it is none; what an archive says of itself is passed over.

    Raises UnreadableInput where the extra `archive` is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, conversion, resource, response, revisit
    except ImportError:
        raise UnreadableInput(f"{where}: reading web archives needs: pip install 'rashomon[archive]'") from None

    number = 0
    try:
        wanted = response | resource | conversion | revisit
        for record in ArchiveIterator(file, record_types=wanted, auto_decode="transfer"):
            yield Archived(_read_record(record, f"{where}:{number + 1}", settings), _fetched(record))
            number += 1
    except Exception as error:  # the archive's bytes may break its parser in ways nobody listed
        place = f"after {number} records" if number else "at its beginning"
        yield Archived(Unread(where, f"not a web archive that can be read {place} ({type(error).__name__})"), None)
    else:
        if not number:
            yield Archived(Unread(where, "an archive without pages"), None)


def _fetched(record: "WarcRecord") -> str | None:
    return read_moment(record.headers.get("WARC-Date"))


def _read_record(record: "WarcRecord", where: str, settings: IngestSettings) -> Found | Unread:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    where = f"{where} {url}".rstrip()
    if refusal := _refusal(record, url):
        return Unread(where, refusal)
    data = _body(record, settings.largest_article)
    if isinstance(data, str):
        return Unread(where, data)
    kind, charset = _content_type(record)
    if kind in _PAGES:
        return read_page(data, where, id_of_url(url), url, charset)
    text = decode(data)
    if is_blank(text):
        return Unread(where, "a record without words")
    if form := find_other_form(text, url):
        return Unread(where, form)
    return Found(Article(id=id_of_url(url), text=text, outlet=host_of(url), url=url), where, given=False)


def _refusal(record: "WarcRecord", url: str) -> str | None:
    kind = (record.headers.get("WARC-Type") or "").lower()
    if kind == "revisit":
        return "a revisit: the page had not changed since it was archived before"
    if not url.lower().startswith(("http://", "https://")):
        return "a record of something that has no web address"
    if kind == "response":
        status = record.http_headers.status_code if record.http_headers is not None else None
        if status != 200:
            return f"the server answered {status}" if status else "a record that holds no answer of a server"
    content_type, _ = _content_type(record)
    if content_type not in (*_PAGES, "text/plain"):
        return f"holds {content_type or 'something that nobody named'}, not a page"
    return None


def _content_type(record: "WarcRecord") -> tuple[str, str | None]:
    headers = record.http_headers if record.http_headers is not None else record.headers
    kind, _, rest = (headers.get("Content-Type") or "").partition(";")
    _, found, charset = rest.lower().partition("charset=")
    return kind.strip().lower(), charset.strip().strip("\"' ") or None if found else None


def _body(record: "WarcRecord", most: int) -> bytes | str:
    """The page's bytes, unpacked; or why there are none."""
    packed = record.reader.read(most + 1)
    headers = record.http_headers
    packing = (headers.get("Content-Encoding") or "identity").strip().lower() if headers is not None else "identity"
    whole = record.content_length if headers is None or not headers.get("Transfer-Encoding") else 0
    too_large = f"larger than {most // 1_000_000} MB"
    if len(packed) > most:
        return too_large
    if len(packed) < whole:
        return "its end is missing"
    if packing not in _PACKINGS:
        return packed if packing == "identity" else f"compressed by {packing}, which is not read"
    unpacked = bytearray()
    try:
        for piece in unpack_pieces([packed]):
            unpacked += piece
            if len(unpacked) > most:
                return too_large
    except BadCompression:
        if not unpacked:
            return packed  # archivers often store what they had unpacked and leave the header
        return "its compression breaks off"
    return bytes(unpacked)
