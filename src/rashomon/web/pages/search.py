"""Search: articles, claims and quotations that have all the words asked for, each marked in its place."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.errors import BadOption
from rashomon.model.kept import Finding, Match
from rashomon.render.matches import runs_of
from rashomon.store.store import Store
from rashomon.web.answers import answer_kept
from rashomon.web.house import House, the_house
from rashomon.web.templating import fill

router = APIRouter()

FOUND = 20  # matches a page

Where = Literal["articles", "claims", "quotations"]
PLACES: tuple[Where, ...] = ("articles", "claims", "quotations")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what was found in one of the places; `counts` are those of all three, in their order.

    `fault` says why the words cannot be looked for.
    """

    words: str
    where: Where
    number: int
    counts: tuple[tuple[Where, int], ...] = ()
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    fault: str = ""

    @property
    def total(self) -> int:
        """How many were found in the place shown."""
        return dict(self.counts).get(self.where, 0)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // FOUND))

    @property
    def asked(self) -> bool:
        """True where there is something to look for."""
        return bool(self.words)


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=2000)] = "",
    where: Annotated[Where, Query(alias="in")] = "articles",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    house: House = Depends(the_house),
) -> Response:
    """What has all the words, the newest first."""
    words = " ".join(q.split())

    def make() -> str:
        return fill(request, "search.html.j2", page=make_search_page(house.store, words, where, page), runs_of=runs_of)

    return answer_kept(request, house, ("search", words, where, page, house.store.mark() if words else ""), make)


def make_search_page(store: Store, words: str, where: Where, number: int) -> SearchPage:
    """A page of what has the words; an empty one where none is asked for."""
    if not words:
        return SearchPage(words, where, number)
    try:
        counts: tuple[tuple[Where, int], ...] = (
            ("articles", store.count_matches(words)),
            ("claims", store.count_findings(words, "claim")),
            ("quotations", store.count_findings(words, "quotation")),
        )
        offset = (number - 1) * FOUND
        if where == "articles":
            return SearchPage(words, where, number, counts, matches=store.search(words, FOUND, offset))
        kind: Literal["claim", "quotation"] = "claim" if where == "claims" else "quotation"
        return SearchPage(words, where, number, counts, findings=store.find_findings(words, kind, FOUND, offset))
    except BadOption as fault:
        return SearchPage(words, where, number, fault=str(fault))
