"""Search: articles, claims and quotations that have all the words asked for, each marked in its place."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.errors import BadOption
from rashomon.model.kept import ANYWHERE, Finding, FindingKind, Match, Within
from rashomon.render.matches import runs_of
from rashomon.store.store import Store
from rashomon.text.asked import read_day
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import answer_kept
from rashomon.web.templating import fill

router = APIRouter()

FOUND = 20  # matches a page

Where = Literal["articles", "claims", "quotations"]
KINDS: dict[Where, FindingKind] = {"claims": "claim", "quotations": "quotation"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and where: days are those of the reports, in UTC, the first and the last of them included."""

    words: str
    where: Where = "articles"
    since: date | None = None
    until: date | None = None
    outlet: str = ""

    @property
    def within(self) -> Within:
        """What the search is narrowed to."""
        after = self.until + timedelta(days=1) if self.until and self.until < date.max else None
        return Within(
            self.since.isoformat() if self.since else None, after.isoformat() if after else None, self.outlet or None
        )

    @property
    def narrowed(self) -> bool:
        """True where more than words is asked for."""
        return self.within != ANYWHERE


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what was found in one of the places; `counts` are those of all three, in their order.

    `outlets` are those that have something on the page; `fault` says why the words cannot be looked for.
    """

    asked: Asked
    number: int
    counts: tuple[tuple[Where, int], ...] = ()
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    fault: str = ""

    @property
    def total(self) -> int:
        """How many were found in the place shown."""
        return dict(self.counts).get(self.asked.where, 0)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // FOUND))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of what is shown, each once, in the order of the alphabet."""
        named = (*(one.outlet for one in self.matches), *(one.outlet for one in self.findings))
        return tuple(sorted({outlet for outlet in named if outlet}))


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=2000)] = "",
    where: Annotated[Where, Query(alias="in")] = "articles",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    outlet: Annotated[str, Query(max_length=300)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    house: House = Depends(the_house),
) -> Response:
    """What has all the words, the newest first."""
    asked = Asked(" ".join(q.split()), where, read_day("since", since), read_day("until", until), outlet.strip())

    def make() -> str:
        return fill(request, "search.html.j2", page=make_search_page(house.store, asked, page), runs_of=runs_of)

    return answer_kept(request, house, ("search", asked, page, house.store.mark() if asked.words else ""), make)


def make_search_page(store: Store, asked: Asked, number: int) -> SearchPage:
    """A page of what has the words; an empty one where none is asked for."""
    if not asked.words:
        return SearchPage(asked, number)
    words, within, offset = asked.words, asked.within, (number - 1) * FOUND
    try:
        counts: tuple[tuple[Where, int], ...] = (
            ("articles", store.count_matches(words, within)),
            ("claims", store.count_findings(words, "claim", within)),
            ("quotations", store.count_findings(words, "quotation", within)),
        )
        if asked.where == "articles":
            return SearchPage(asked, number, counts, matches=store.search(words, FOUND, offset, within))
        found = store.find_findings(words, KINDS[asked.where], FOUND, offset, within)
        return SearchPage(asked, number, counts, findings=found)
    except BadOption as fault:
        return SearchPage(asked, number, fault=str(fault))
