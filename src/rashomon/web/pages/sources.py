"""Where the reports come from: feeds and files, how each fares, what failed and why."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from rashomon.errors import BadOption
from rashomon.ingest.sources import is_address
from rashomon.model.kept import SourceHealth
from rashomon.web.house import House, the_house
from rashomon.web.templating import show
from rashomon.web.turns import in_turn

router = APIRouter()
_SINGLE = ("page", "other")  # no lists: a page that was given, or what was pasted


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of one manner."""

    id: str
    name: str
    note: str
    sources: tuple[SourceHealth, ...]


@router.get("/sources")
def sources(request: Request, house: House = Depends(the_house)) -> HTMLResponse:
    """Every source that was ever read, those that fail first."""
    health = [one for one in house.store.source_health() if one.state.kind != "file" or one.articles or one.skipped]
    lists = [one for one in health if is_address(one.state.url) and one.state.kind not in _SINGLE]
    pages = [one for one in health if is_address(one.state.url) and one.state.kind in _SINGLE]
    others = [one for one in health if not is_address(one.state.url)]
    followed = "asked when they are due" if house.jobs.follows else "asked when you say so"
    shelves = (
        Shelf("lists", "Feeds and other lists", f"Each leads to reports; {followed}.", tuple(lists)),
        Shelf("pages", "Other addresses", "Pages given one by one, and lists no longer followed.", tuple(pages)),
        Shelf("files", "Files, and what was pasted", "", tuple(others)),
    )
    return show(
        request,
        "source_list.html.j2",
        shelves=[shelf for shelf in shelves if shelf.sources],
        failing=sum(1 for one in lists if one.state.failures),
        may_write=not house.rules.read_only,
    )


@router.post("/sources/forget", dependencies=[Depends(in_turn)])
def forget(url: Annotated[str, Form()], house: House = Depends(the_house)) -> RedirectResponse:
    """The list is not followed any more; its reports stay."""
    if house.store.source_state(url) is None:
        raise BadOption(f"{url[:200]!r} is no source that is followed; the list of them has changed")
    house.store.forget_source(url)
    return RedirectResponse("/sources", 303)
