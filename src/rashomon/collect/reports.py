"""Pages and feed items to articles under the ids they keep for good."""

from dataclasses import replace
from typing import Any

from rashomon.collect.addresses import id_of_address, own_address, tidy_address
from rashomon.ingest.decoding import decode, is_blank
from rashomon.ingest.listings import Item
from rashomon.ingest.naming import host_of
from rashomon.ingest.other_forms import find_other_form
from rashomon.ingest.pages import read_page
from rashomon.model.article import Article, Unread

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li blockquote ul ol section article figure figcaption table tr pre".split()
)
_UNSAID = frozenset("script style noscript template iframe form".split())


def read_report(data: bytes, url: str, charset: str | None, item: Item | None) -> Article | str:
    """The article of the page fetched from `url`, or why there is none; what the page leaves open, its list says."""
    found = read_page(data, url, "", None, charset)
    if isinstance(found, Unread):
        return found.reason
    own = own_address(url, found.article.url)
    outlet = found.article.outlet if found.article.outlet != host_of(found.article.url) else None
    return _with_listed(replace(found.article, id=id_of_address(own), url=own, outlet=outlet or host_of(own)), item)


def read_plain(data: bytes, url: str, item: Item | None) -> Article | str:
    """The article of a plain text fetched from `url`, or why there is none."""
    text = decode(data)
    if is_blank(text):
        return "an empty answer"
    if form := find_other_form(text, url):
        return form
    own = own_address(url, None)
    return _with_listed(Article(id_of_address(own), text, outlet=host_of(own), url=own), item)


def read_words(item: Item, outlet: str | None, least: int) -> Article | None:
    """The article that a feed carries whole; None where it carries fewer than `least` words, which make a teaser."""
    own = tidy_address(item.address)
    if not item.words or own is None:
        return None
    text = _text_of(item.words)
    if len(text.split()) < least:
        return None
    return _with_listed(Article(id_of_address(own), text, outlet=outlet or host_of(own), url=own), item)


def _with_listed(article: Article, item: Item | None) -> Article:
    if item is None:
        return article
    return replace(
        article,
        headline=article.headline or item.headline,
        byline=article.byline or item.byline,
        published=article.published or item.published,
        modified=article.modified or item.modified,
    )


def _text_of(html: str) -> str:
    """The words of a piece of HTML, a paragraph a block."""
    from lxml import html as lxml_html

    try:
        tree: Any = lxml_html.fromstring(f"<div>{html}</div>")
    except (ValueError, lxml_html.etree.ParserError):
        return ""
    pieces: list[str] = []
    _gather(tree, pieces)
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def _gather(tree: Any, pieces: list[str]) -> None:  # noqa: ANN401 - lxml's elements
    """The words in order, NUL where a block begins or ends. A loop: strangers' HTML nests deeper than Python does."""
    from lxml import etree

    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += name in _UNSAID
            pieces.append("\0" if name in _BLOCKS or name == "br" else "")
            pieces.append((element.text or "").replace("\0", " ") if not skipped else "")
        else:
            skipped -= event == "end" and name in _UNSAID
            pieces.append("\0" if name in _BLOCKS else "")
            pieces.append((element.tail or "").replace("\0", " ") if not skipped else "")
