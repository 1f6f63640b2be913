"""What a list of reports says: a feed, a sitemap, a list of feeds, a front page; and the reports it leads to."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.article import Unread

ListingKind = Literal["feed", "list of feeds", "sitemap", "sitemap index", "front page"]


@dataclass(frozen=True, slots=True)
class Item:
    """One report that a list leads to. `words` is the report itself as HTML, where the list carries it whole."""

    address: str
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read of a list: its reports, further lists, and what in it could not be read.

    `every` is the time in seconds after which the list says that it may have changed; None where it does not say.
    """

    kind: ListingKind
    title: str | None = None
    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()
    every: int | None = None
    unread: tuple[Unread, ...] = ()
