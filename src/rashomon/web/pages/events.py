"""The lines along which readers are told of changes: server-sent events, of the list and of each story."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from rashomon.errors import StoreFault
from rashomon.store.store import Store
from rashomon.web.house import House, the_house

router = APIRouter()
Found = TypeVar("Found")
_AGAIN = 3000  # milliseconds before a browser asks again, where the line was cut


def _known_story(story: str, house: House = Depends(the_house)) -> str:
    """Looked up before the answer begins, so that an unknown one is answered as such. Raises NoSuchStory."""
    return house.store.story(story).id


Seen = Annotated[str | None, Query(description="The mark that the reader has; else nothing is told but what comes.")]


@router.get("/events", response_class=EventSourceResponse)
async def list_events(
    house: House = Depends(the_house), seen: Seen = None, last_event_id: Annotated[str | None, Header()] = None
) -> AsyncIterator[ServerSentEvent]:
    """Tells that the list of stories is another one: `changed` with its mark."""
    last = last_event_id or seen
    while True:
        coming = house.live.coming()
        mark = house.live.mark
        if mark != last:  # which the page may know better already than the watcher, who looks once in a while
            mark = await _look_up(house, house.store.mark)
        if mark != last:
            if last is not None:
                yield ServerSentEvent(event="changed", id=mark, retry=_AGAIN, data={"mark": mark})
            last = mark
        if not await house.live.change(coming):
            return


@router.get("/stories/{story}/events", response_class=EventSourceResponse)
async def story_events(
    story: Annotated[str, Depends(_known_story)],
    house: House = Depends(the_house),
    seen: Seen = None,
    last_event_id: Annotated[str | None, Header()] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Tells that a story is another one: `changed` with its mark, digest, counts, and whether it is compared."""
    last = last_event_id or seen
    while True:
        coming = house.live.coming()
        mark = await _look_up(house, house.store.mark, story)
        if mark != last:
            if last is not None:
                told = await _look_up(house, _told_of, house.store, story)
                yield ServerSentEvent(event="changed", id=mark, retry=_AGAIN, data={"mark": mark, **told})
            last = mark
        if not await house.live.change(coming):
            return


async def _look_up(house: House, read: Callable[..., Found], *given: object) -> Found:
    """What a reading of the store gives; while the store cannot be read the line waits, and the watcher tells of it.

    A line that broke off would be asked for anew, and one that is refused is not asked for again.
    """
    while True:
        try:
            return await house.live.look_up(read, *given)
        except StoreFault:
            if house.live.ended:
                raise
            await asyncio.sleep(house.limits.looks)


def _told_of(store: Store, id: str) -> dict[str, object]:
    """What a reader of a story's page is told of it as it stands now."""
    listed = store.listed_story(id)
    return {
        "story": listed.record.id,
        "digest": store.story_digest(listed.record.id),
        "reports": listed.record.articles,
        "fresh": listed.fresh,
        "failure": listed.failure,
    }
