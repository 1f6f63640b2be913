"""One item of a story by itself: its places with their links and citations, and the buttons that correct it.

The story's page fetches the same as a fragment and puts it below the item.
"""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Header, Request
from fastapi.responses import Response

from rashomon.web.addresses import story_at
from rashomon.web.door.readers import reader_of
from rashomon.web.house import House, the_house
from rashomon.web.items import show_kept_item
from rashomon.web.sending.answers import lead_to
from rashomon.web.shown import the_standing
from rashomon.web.templating import show

router = APIRouter()
MOST_STORIES = 30  # offered to be merged; any other is given by its id

Asking = Annotated[str | None, Header(alias="hx-request")]


@router.get("/stories/{id}/items/story")
def whole_story(id: str, request: Request, hx_request: Asking = None, house: House = Depends(the_house)) -> Response:
    """The reports of a story, to be split off or moved, and the stories it may be merged with."""
    record = house.store.story(id)
    if record.id != id:
        return lead_to(request, f"{story_at(record.id)}/items/story")
    articles = list(house.store.articles(story=record.id))
    others = [one for one in house.store.stories(limit=MOST_STORIES + 1) if one.id != record.id][:MOST_STORIES]
    template = "story_whole_panel.html.j2" if hx_request else "story_whole.html.j2"
    return show(
        request,
        template,
        record=record,
        articles=articles,
        others=others,
        may_write=not house.rules.read_only,
        reader=reader_of(request),
    )


@router.get("/stories/{id}/items/{item}")
def one_item(
    id: str, item: str, request: Request, hx_request: Asking = None, house: House = Depends(the_house)
) -> Response:
    """The item of that address on the story's page, as the comparison has it that is shown there."""
    record = house.store.story(id)
    if record.id != id:
        return lead_to(request, f"{story_at(record.id)}/items/{quote(item, safe='')}")
    standing = the_standing(house.store, record.id)
    template = "story_item_panel.html.j2" if hx_request else "story_item.html.j2"
    return show(
        request,
        template,
        record=record,
        digest=standing.digest,
        item=show_kept_item(standing.comparison, item),
        may_write=not house.rules.read_only,
        reader=reader_of(request),
    )
