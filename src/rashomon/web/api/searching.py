"""Search: articles, claims and quotations by their words."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from rashomon.model.kept import Finding, FindingKind, Match, Within
from rashomon.text.asked import read_moment
from rashomon.web.api.asked import Housed, Since, Until, Words
from rashomon.web.api.paging import Paged, Portion

router = APIRouter(prefix="/search", tags=["search"])
Outlet = Annotated[str | None, Query(description="Of this outlet, as it is named; a finding, where it has it too.")]


def read_within(since: Since = None, until: Until = None, outlet: Outlet = None) -> Within:
    """What a search is narrowed to. Raises BadOption where a moment is none."""
    return Within(read_moment("since", since), read_moment("until", until), outlet)


Narrowed = Annotated[Within, Depends(read_within)]


@router.get("/articles", operation_id="search_articles", summary="Articles that have all the words")
def search_articles(house: Housed, q: Words, within: Narrowed, paging: Paged) -> Portion[Match]:
    """The newest first; `words` are their places in the text, within `evidence`."""
    matches = house.store.search(q, paging.limit, paging.offset, within)
    return paging.of(matches, house.store.count_matches(q, within))


@router.get("/claims", operation_id="search_claims", summary="Claims that have all the words")
def search_claims(house: Housed, q: Words, within: Narrowed, paging: Paged) -> Portion[Finding]:
    """Of each story's last comparison, what was first told last first; `item` is the claim's id there.

    It is found where any of its reports is of that time, and any of that outlet; `article` and `published` are, where
    one of these has the words, of such a report.
    """
    return _findings(house, q, "claim", within, paging)


@router.get("/quotations", operation_id="search_quotations", summary="Quotations that have all the words")
def search_quotations(house: Housed, q: Words, within: Narrowed, paging: Paged) -> Portion[Finding]:
    """Of each story's last comparison, what was first told last first; `item` is the quotation's id there.

    It is found where any of its reports is of that time, and any of that outlet; `article` and `published` are, where
    one of these has the words, of such a report.
    """
    return _findings(house, q, "quotation", within, paging)


def _findings(house: Housed, words: str, kind: FindingKind, within: Within, paging: Paged) -> Portion[Finding]:
    found = house.store.find_findings(words, kind, paging.limit, paging.offset, within)
    return paging.of(found, house.store.count_findings(words, kind, within))
