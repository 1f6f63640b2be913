"""The whole page as one context."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.comparison import Claim, Comparison, Difference, Name, Utterance
from rashomon.render.dates import show_period
from rashomon.render.edition import Edition, count, count_relations, make_edition
from rashomon.render.nested import in_nests, tell_shared
from rashomon.render.page.chart import MOST_SQUARES, Grid, KeyEntry, make_grid, make_key
from rashomon.render.page.claims import ClaimGroup, ClaimLine, fold_claims, group_claims, make_claims
from rashomon.render.page.columns import Column
from rashomon.render.page.copies import Copies, make_copies
from rashomon.render.page.heights import find_heights
from rashomon.render.page.leftover import Leftovers, make_leftovers
from rashomon.render.page.marks import ItemMark, make_marks
from rashomon.render.page.names import Names, make_names
from rashomon.render.page.news import News, make_news
from rashomon.render.page.parting import Parting, make_parting
from rashomon.render.page.places import Links, item_id, report_id
from rashomon.render.page.reports import Report, make_reports
from rashomon.render.page.said import Speaker, make_speakers
from rashomon.render.page.sources import Source, make_sources
from rashomon.render.page.strips import Strip, Strips
from rashomon.render.page.timeline import Day, event_date, make_timeline
from rashomon.render.views import tell_narrowed
from rashomon.text.telling import find_telling


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the page: the event in one line."""

    title: str
    href: str
    source: str
    date: str
    date_note: str
    reports: str
    origins: str
    strip: Strip
    claims: str
    differences: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the templates print."""

    head: Head
    nav: tuple[tuple[str, str, int], ...]
    key: tuple[KeyEntry, ...]
    most_squares: int
    groups: tuple[ClaimGroup, ...]
    news: News | None
    parting: Parting
    parting_note: str
    shared: tuple[ClaimGroup, ...]
    shared_note: str
    grid: Grid
    speakers: tuple[Speaker, ...]
    utterances: int
    altered: int
    single: tuple[tuple[Column, tuple[ClaimLine, ...]], ...]
    names: Names
    timeline: tuple[Day, ...]
    copies: Copies
    leftovers: Leftovers
    sources: tuple[Source, ...]
    reports: tuple[Report, ...]
    symbols: list[tuple[str, list[tuple[int, str]]]]
    strip_width: float
    strip_units: int
    short_ids: bool
    heights: dict[str, int]  # of sections, where there is too much to lay out at once
    id_width: str
    version: str
    marks: dict[str, tuple[ItemMark, ...]]  # item -> what is said beside it
    narrowed: str  # what is filtered and what is not shown; empty where all is


def make_page(comparison: Comparison) -> Page:
    """The page of a comparison. Items are numbered as the comparison numbers them, so that addresses can be kept."""
    edition = make_edition(comparison)
    links, strips, numbers = Links(edition), Strips(edition), number_items(comparison)
    head = _head(edition, links, strips)
    news = make_news(edition, links, numbers)
    parting = make_parting(edition, links, strips, numbers)
    claims = make_claims(edition, links, strips, numbers)
    groups = group_claims(edition, claims)
    shared = tuple(group for group in group_claims(edition, fold_claims(claims)) if group.origins > 1)
    within, alone = in_nests(claims)
    speakers = make_speakers(edition, links, strips, numbers)
    names = make_names(edition, links, numbers)
    timeline = make_timeline(edition, links, strips, numbers)
    copies = make_copies(edition, links)
    leftovers = make_leftovers(edition, links)
    reports = make_reports(edition, links.cited, numbers)  # last: by now every link has been made
    longest = max(map(len, edition.labels.values()), default=3)
    return Page(
        head=head,
        nav=(
            *((("new", "New", len(news.items)),) if news else ()),
            ("part", "Where they part", len(comparison.differences)),
            ("share", "What they share", len(within)),
            ("grid", "Claim by claim", len(claims)),
            ("said", "Who said what", len(comparison.quotations)),
            ("single", "Only in one", len(alone)),
            ("names", "Names", len(comparison.names)),
            ("time", "Timeline", len(timeline)),
            ("copies", "Copies", sum(len(tree.leaves) - 1 for tree in copies.trees)),
            ("left", "Left out", len(leftovers.apart) + len(leftovers.left_out) + len(leftovers.unresolved)),
        ),
        key=make_key(claims),
        most_squares=MOST_SQUARES,
        groups=groups,
        news=news,
        parting=parting,
        parting_note=count_relations(comparison.differences),
        shared=shared,
        shared_note=tell_shared(within),
        grid=make_grid(edition, groups),
        speakers=speakers,
        utterances=len(comparison.quotations),
        altered=sum(one.wording == "altered" for one in comparison.quotations),
        single=_single(edition, alone),
        names=names,
        timeline=timeline,
        copies=copies,
        leftovers=leftovers,
        sources=make_sources(edition, links),
        reports=reports,
        symbols=strips.symbols(),
        strip_width=strips.width,
        strip_units=strips.units,
        heights=find_heights(shared, claims, speakers, names),
        short_ids=longest <= 5,
        id_width="2.25rem" if longest <= 3 else "3rem" if longest <= 5 else "8rem",
        version=comparison.made_by.version,
        marks=make_marks(edition, numbers),
        narrowed=tell_narrowed(comparison.narrowed) if comparison.narrowed else "",
    )


def number_items(comparison: Comparison) -> dict[str, str]:
    """The address of every claim, difference, quotation and name on the page, by its id."""
    lists: tuple[tuple[str, Sequence[Claim | Difference | Utterance | Name]], ...] = (
        ("c", comparison.claims),
        ("d", comparison.differences),
        ("q", comparison.quotations),
        ("n", comparison.names),
    )
    numbers: dict[str, str] = {}
    for letter, items in lists:
        for number, item in enumerate(items, 1):
            numbers[item.id] = item_id(item.id, letter, number)
    return numbers


def _head(edition: Edition, links: Links, strips: Strips) -> Head:
    title, href, source = _title(edition, links)
    comparison = edition.comparison
    dated = event_date(edition) if comparison.narrowed is None else None  # a part does not have all dates
    period = show_period(comparison.story.first_published, comparison.story.last_published)
    return Head(
        title=title,
        href=href,
        source=source,
        date=dated[0] if dated else period or "Date not known",
        date_note=f"date given in {dated[1]} of {len(edition.witnesses)}" if dated else "published" if period else "",
        reports=count(len(edition.witnesses), "report"),
        origins=count(len(edition.origins), "independent origin"),
        strip=strips.all_reports(),
        claims=count(len(comparison.claims), "claim"),
        differences=count(len(comparison.differences), "difference"),
    )


def _title(edition: Edition, links: Links) -> tuple[str, str, str]:
    """The headline of the story, else the words that tell it; their place, and whose they are."""
    headline = edition.comparison.story.headline
    if headline and headline.text.strip():
        if headline.start is not None and headline.end is not None:
            return (
                headline.text,
                links.at(headline.article, headline.start, headline.end),
                f"Headline of {edition.label(headline.article)}",
            )
        return headline.text, links.report(headline.article), f"Headline of {edition.label(headline.article)}"
    told = find_telling(edition.comparison)
    if told:
        return " ".join(told.text.split()), links.to(told), f"Words of report {edition.label(told.article)}"
    return count(len(edition.witnesses), "report"), "#reports", ""


def _single(edition: Edition, claims: list[ClaimLine]) -> tuple[tuple[Column, tuple[ClaimLine, ...]], ...]:
    """What each origin alone has, in the order of the page; last what only reports have that are not given."""
    held: dict[int, list[ClaimLine]] = {}
    for claim in claims:
        held.setdefault(min(edition.origins_of(claim.reports), default=len(edition.origins)), []).append(claim)
    return tuple((_column(edition, number), tuple(held[number])) for number in sorted(held))


def _column(edition: Edition, number: int) -> Column:
    if number == len(edition.origins):
        return Column("report not given", (), "#reports", True)
    articles = edition.origins[number].articles
    return Column(edition.origin_label(number), articles, f"#{report_id(articles[0])}", True)
