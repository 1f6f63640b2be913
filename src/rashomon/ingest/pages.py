"""A web page to an article; trafilatura finds the text, the page's own metadata gives the rest."""

import re
from typing import Any

from rashomon.ingest.decoding import decode, is_blank, without_surrogates
from rashomon.ingest.naming import host_of
from rashomon.ingest.page_metadata import PageMetadata, read_page_metadata
from rashomon.ingest.records import Found
from rashomon.model.article import Article, Unread

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_HEAD = 4096  # bytes; a page names its encoding in the first kilobyte
_NO_TEXT = "no article was found in the page; save the report's words as a .txt file"


def read_page(
    data: bytes, where: str, spare_id: str, url: str | None = None, charset: str | None = None
) -> Found | Unread:
    """The article of a page. `charset` is what the server said of its encoding; the page's own word comes next."""
    html = decode_page(data, charset)
    try:
        text, metadata = _extracted(html)
    except (
        Exception
    ) as error:  # a page may break the parser in ways nobody listed, and must not lose the other articles
        return Unread(
            where, f"the page could not be parsed ({type(error).__name__}); save the report's words as a .txt file"
        )
    if not text or is_blank(text):
        return Unread(where, _NO_TEXT)
    address = url or metadata.url
    article = Article(
        id=spare_id,
        text=without_surrogates(text),
        outlet=metadata.outlet or host_of(address),
        url=address,
        headline=metadata.headline,
        byline=metadata.byline,
        published=metadata.published,
        modified=metadata.modified,
        language=_language(metadata.language),
    )
    return Found(article, where, given=False)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The characters of a page in the encoding that the server or the page names, else as any text."""
    named = _CHARSET.search(data, 0, _HEAD)
    for name in (charset, named[1].decode("ascii", "replace") if named else None):
        encoding = {"iso-8859-1": "cp1252", "latin1": "cp1252"}.get((name or "").lower(), name)  # as browsers read them
        try:
            if encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
                return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    return decode(data)


def _extracted(html: str) -> tuple[str | None, PageMetadata]:
    import trafilatura  # here: a third of a second to load, and JSON lines do without

    tree: Any = trafilatura.load_html(html)
    if tree is None:
        return None, PageMetadata()
    metadata = read_page_metadata(tree)  # first: finding the text may take the tree apart
    text = trafilatura.extract(html, include_comments=False, include_tables=False, output_format="txt")
    return text, metadata


def _language(written: str | None) -> str | None:
    """The ISO 639-1 code at the head of "en-GB" or "en_US"."""
    code = re.match(r"([a-z]{2})(?![a-z])", (written or "").lower())
    return code[1] if code else None
