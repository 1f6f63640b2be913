"""What is new since an earlier comparison: present words linked to their places, former words as they stood."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.news import ClaimNews, DifferenceNews, FormerEvidence, NewHeadline, NewSince, Revision
from rashomon.render.dates import show_moment
from rashomon.render.edition import Edition, group_same_words
from rashomon.render.news import TOLD, show_origins, told_in_short
from rashomon.render.page.lines import Line, make_lines
from rashomon.render.page.places import Links, Place


@dataclass(frozen=True, slots=True)
class Former:
    """Words that stood in a former text, and in whose."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that is new. `href` leads to the claim, difference or report, where it is on the page."""

    what: str
    note: str
    href: str = ""
    reports: tuple[Place, ...] = ()
    former: tuple[Former, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """The section."""

    since: str
    told: str
    items: tuple[NewsItem, ...]


def make_news(edition: Edition, links: Links, numbers: dict[str, str]) -> News | None:
    """The section; None where no earlier comparison was asked about."""
    news = edition.comparison.new_since
    if news is None:
        return None
    items = (
        *_reports(links, "Reports that came", news.came),
        *_left(edition, news),
        *(_headline(links, one) for one in news.headlines),
        *(_revision(edition, links, one) for one in news.revisions),
        *(_difference(edition, links, numbers, one) for one in news.differences),
        *(_claim(edition, links, numbers, one) for one in news.claims),
    )
    return News(show_moment(news.since), told_in_short(news), items)


def _reports(links: Links, what: str, articles: tuple[str, ...]) -> Iterator[NewsItem]:
    if articles:
        yield NewsItem(what, "", reports=tuple(links.report_place(article) for article in articles))


def _left(edition: Edition, news: NewSince) -> Iterator[NewsItem]:
    if news.left:
        yield NewsItem("Reports that left the story", ", ".join(edition.label(article) for article in news.left))


def _headline(links: Links, one: NewHeadline) -> NewsItem:
    place = links.report_place(one.article)
    now = (Line((place,), "", ((one.after, False),), "", False),) if one.after else ()
    then = (Former(place.label, one.before),) if one.before else ()
    return NewsItem(place.label, "headline revised", place.href, (), then, now)


def _revision(edition: Edition, links: Links, one: Revision) -> NewsItem:
    then = (_words(edition, one.before),) if one.before else ()
    lines = make_lines(edition, links, (one.after,)) if one.after else ()
    return NewsItem(edition.label(one.article), f"sentence {one.change}", links.report(one.article), (), then, lines)


def _claim(edition: Edition, links: Links, numbers: dict[str, str], one: ClaimNews) -> NewsItem:
    number = numbers.get(one.claim or "", "")
    what = f"Claim {number[2:]}" if number else "A claim"
    former = tuple(_words(edition, same[0]) for same in group_same_words(one.former))
    lines = make_lines(edition, links, one.evidence, context=True)
    note = f"{TOLD[one.change]}: {show_origins(one)}"
    return NewsItem(what, note, f"#{number}" if number else "", (), former, lines)


def _difference(edition: Edition, links: Links, numbers: dict[str, str], one: DifferenceNews) -> NewsItem:
    number = numbers.get(one.difference or "", "")
    former = tuple(_words(edition, same[0]) for value in one.former for same in group_same_words(value.evidence))
    note = f"difference {one.change}; {one.reason}"
    lines = make_lines(edition, links, one.evidence, context=True)
    return NewsItem(one.about, note, f"#{number}" if number else "", (), former, lines)


def _words(edition: Edition, one: FormerEvidence) -> Former:
    return Former(edition.label(one.former), one.text)
