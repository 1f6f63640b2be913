"""Pages that lead to reports rather than being one: what feeds they announce."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from rashomon.ingest.listings import Listing
from rashomon.ingest.page_metadata import PageMetadata, read_page_metadata
from rashomon.ingest.xml_trees import is_web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_OF_REPORT = ("article", "video.other", "profile")  # og:type of what is no front page
_FRONTS = ("", "index", "home", "default")  # last part of a front page's path, without its ending
_SHORTEST_PARAGRAPH = 15  # words; shorter ones are teasers, captions and notices
_FEWEST_WORDS = 120  # of a report; a front page that introduces itself uses fewer
_LONGEST_SECTION = 2  # parts of a path; "world/asia" is a section, what lies deeper is a report


def read_front_page(html: str, url: str) -> Listing | None:
    """The feeds that a front page or section page announces, in its order; None where the page is a report itself.

    A page that calls itself an article, or gives a time of publication, is one. Else its address decides: the site's
    root is a front page; so is what lies no deeper than a section, offers feeds, and consists of links rather than of
    paragraphs. Feeds of comments are not taken.
    """
    import trafilatura  # here: a third of a second to load

    tree: Any = trafilatura.load_html(html)
    if tree is None:
        return None
    metadata = read_page_metadata(tree)
    if _is_report(tree, metadata):
        return None
    feeds = tuple(dict.fromkeys(_announced(tree, url)))
    depth = _depth(url)
    if depth == 0 or (feeds and depth <= _LONGEST_SECTION and not _reads_on(tree)):
        return Listing("front page", metadata.outlet or metadata.headline, lists=feeds)
    return None


def _is_report(tree: "HtmlElement", metadata: PageMetadata) -> bool:
    types = (e.get("content") for e in tree.iter("meta") if (e.get("property") or e.get("name")) == "og:type")
    kind = next((one.strip().lower() for one in types if one), "")
    marked = any((e.get("property") or "").lower() == "article:published_time" for e in tree.iter("meta"))
    return marked or kind in _OF_REPORT or (metadata.published is not None and kind != "website")


def _reads_on(tree: "HtmlElement") -> bool:
    """True of a page with paragraphs enough for a report, and more words in them than in its links."""
    told = [len(element.text_content().split()) for element in tree.iter("p")]
    running = sum(words for words in told if words >= _SHORTEST_PARAGRAPH)
    linked = sum(len(element.text_content().split()) for element in tree.iter("a"))
    return running >= _FEWEST_WORDS and running > linked


def _depth(url: str) -> int:
    """Parts of the address's path that say something; 0 is the root."""
    parts = [part for part in urlsplit(url).path.lower().split("/") if part]
    if parts and parts[-1].partition(".")[0] in _FRONTS:
        parts.pop()
    if parts and len(parts[0]) <= 2:  # "/en/": the root in one language
        parts.pop(0)
    slug = parts[-1] if parts else ""
    return len(parts) + (_LONGEST_SECTION if slug.count("-") > 2 or any(sign.isdigit() for sign in slug) else 0)


def _announced(tree: "HtmlElement", url: str) -> list[str]:
    found = []
    for link in tree.iter("link"):
        words = (link.get("rel") or "").lower().split()
        if "alternate" not in words or (link.get("type") or "").split(";")[0].strip().lower() not in _FEEDS:
            continue
        try:
            address = urljoin(url, (link.get("href") or "").strip())
        except ValueError:
            continue
        of_comments = "comment" in (link.get("title") or "").lower() or "/comments/" in f"{address}/".lower()
        if link.get("href") and is_web_address(address) and not of_comments:
            found.append(address)
    return found
