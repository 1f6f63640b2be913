"""What a page says of itself: headline, outlet, byline, language and the times of publication and change."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.ingest.decoding import without_surrogates
from rashomon.text.moments import read_moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(
    r"(Article|NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report\w*|WebPage)$"
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "pubdate", "publication_date", "date",
    "dc.date", "originalpublicationdate", "article_date_original", "ptime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified", "utime",
)  # fmt: skip
_HEADLINE = ("og:title", "twitter:title", "dc.title", "parsely-title")
_BYLINE = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "byline")
_OUTLET = ("og:site_name", "application-name", "dc.publisher")
_DEEPEST = 20  # levels of JSON-LD; real pages nest four or five


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was found; None where the page does not say, or says what cannot be read."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None


def read_page_metadata(tree: "HtmlElement") -> PageMetadata:
    """The metadata of a parsed page: JSON-LD first, then meta elements, then <time> elements."""
    linked = _linked_article(tree)
    meta = _meta(tree)
    return PageMetadata(
        headline=_words(linked.get("headline")) or _first(meta, _HEADLINE) or _element_text(tree, "h1"),
        outlet=_first(meta, _OUTLET) or _name(linked.get("publisher")),
        byline=_name(linked.get("author")) or _first(meta, _BYLINE),
        language=_words(tree.get("lang"))
        or _words(linked.get("inLanguage"))
        or _first(meta, ("og:locale", "content-language")),
        url=_canonical(tree) or _first(meta, ("og:url",)),
        published=_moment(linked.get("datePublished"), *(meta.get(key) for key in _PUBLISHED), *_times(tree)),
        modified=_moment(linked.get("dateModified"), *(meta.get(key) for key in _MODIFIED)),
    )


def _linked_article(tree: "HtmlElement") -> dict[str, Any]:
    """The JSON-LD object of the page's article; of several, the one that gives a date."""
    found = [node for script in tree.iter("script") if _is_linked(script) for node in _objects(_loaded(script.text), 0)]
    articles = [node for node in found if _ARTICLE_TYPES.search(_type(node))]
    dated = [node for node in articles if node.get("datePublished")]
    return next(iter(dated or articles), {})


def _is_linked(script: "HtmlElement") -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _loaded(text: str | None) -> object:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(node: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        yield node
        for value in node.values():
            if isinstance(value, dict | list):
                yield from _objects(value, depth + 1)
    elif isinstance(node, list):
        for item in node:
            yield from _objects(item, depth + 1)


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((item for item in kind if isinstance(item, str)), None)
    return kind if isinstance(kind, str) else ""


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """The content of each meta element by its lower-case name; of two with one name, the first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = _words(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _times(tree: "HtmlElement") -> Iterator[str | None]:
    """The moments of <time datetime> elements: those marked as publication first, then in order."""
    elements = [element for element in tree.iter("time") if element.get("datetime")]
    yield from (
        e.get("datetime") for e in elements if e.get("pubdate") is not None or e.get("itemprop") == "datePublished"
    )
    yield from (e.get("datetime") for e in elements)


def _moment(*written: object) -> str | None:
    """The first that can be read; a time is preferred to a bare day of the same date."""
    read = [moment for one in written if (moment := read_moment(one))]
    day = read[0][:10] if read else ""
    return next(
        (moment for moment in read if moment.startswith(day) and len(moment) > len(day)), read[0] if read else None
    )


def _canonical(tree: "HtmlElement") -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return _words(element.get("href"))
    return None


def _element_text(tree: "HtmlElement", tag: str) -> str | None:
    return next((words for element in tree.iter(tag) if (words := _words(element.text_content()))), None)


def _name(node: object) -> str | None:
    """The name of a JSON-LD person or body, or of several; an address is no name."""
    if isinstance(node, dict):
        node = node.get("name")
    if isinstance(node, list):
        node = ", ".join(name for item in node if (name := _name(item)))
    words = _words(node)
    return None if words and words.startswith("http") else words


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta and not meta[name].startswith("http")), None)


def _words(value: object) -> str | None:
    return without_surrogates(" ".join(value.split())) or None if isinstance(value, str) else None
