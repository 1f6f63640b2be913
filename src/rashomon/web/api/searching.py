"""Search: articles, claims and quotations by their words."""

from fastapi import APIRouter

from rashomon.model.kept import Finding, FindingKind, Match
from rashomon.web.api.asked import Housed, Words
from rashomon.web.api.paging import Paged, Portion

router = APIRouter(prefix="/search", tags=["search"])


@router.get("/articles", operation_id="search_articles", summary="Articles that have all the words")
def search_articles(house: Housed, q: Words, paging: Paged) -> Portion[Match]:
    """The newest first; `words` are their places in the text, within `evidence`."""
    matches = house.store.search(q, paging.limit, paging.offset)
    return paging.of(matches, house.store.count_matches(q), lambda one: one)


@router.get("/claims", operation_id="search_claims", summary="Claims that have all the words")
def search_claims(house: Housed, q: Words, paging: Paged) -> Portion[Finding]:
    """Of each story's last comparison, the newest first; `item` is the claim's id there."""
    return _findings(house, q, "claim", paging)


@router.get("/quotations", operation_id="search_quotations", summary="Quotations that have all the words")
def search_quotations(house: Housed, q: Words, paging: Paged) -> Portion[Finding]:
    """Of each story's last comparison, the newest first; `item` is the quotation's id there."""
    return _findings(house, q, "quotation", paging)


def _findings(house: Housed, words: str, kind: FindingKind, paging: Paged) -> Portion[Finding]:
    found = house.store.find_findings(words, kind, paging.limit, paging.offset)
    return paging.of(found, house.store.count_findings(words, kind), lambda one: one)
