"""The reports as references: each cited in full, so that a page on paper or in a file says whose words it has."""

from dataclasses import dataclass

from rashomon.render.citations import cite_report
from rashomon.render.edition import Edition
from rashomon.render.fragments import point_to
from rashomon.render.page.places import Links, Place


@dataclass(frozen=True, slots=True)
class Source:
    """One report: its place on the page, its citation, and its address where it has one on the web."""

    place: Place
    citation: str
    address: str


def make_sources(edition: Edition, links: Links) -> tuple[Source, ...]:
    """Every report, in the order of the page."""
    return tuple(
        Source(links.report_place(one.id), cite_report(one), point_to(one.url, "", 0, 0)) for one in edition.witnesses
    )
