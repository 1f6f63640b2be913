"""What of a store a request asks for: a living story, moments, a comparison that there is."""

from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from fastapi.responses import RedirectResponse

from rashomon.errors import NotComparedYet
from rashomon.model.kept import StoryRecord
from rashomon.stream.living import Standing, living_story, standing_comparison
from rashomon.web.api.problems import Problem
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import lead_to

Housed = Annotated[House, Depends(the_house)]
StoryId = Annotated[str, Path(description="A story's id; one that it had before leads to it.")]
ArticleId = Annotated[str, Path(description="An article's id, percent-encoded.")]
Words = Annotated[str, Query(alias="q", description='Words, "quoted phrases" and beginn*: all must be there.')]
_MOMENT = "a day or a time, ISO 8601; in UTC where it has no zone"
Since = Annotated[str | None, Query(description=f"Of those with a report since then: {_MOMENT}.")]
Until = Annotated[str | None, Query(description=f"Of those with a report before then: {_MOMENT}.")]
MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "There is none of that id."}}


class MovedOn(Exception):
    """A story was asked for under a former id."""

    def __init__(self, story: str) -> None:
        super().__init__(story)
        self.story = story


def the_story(story: StoryId, house: Housed) -> StoryRecord:
    """The living story of an address. Raises MovedOn for a former id, NoSuchStory where it leads to no one story."""
    record = living_story(house.store, story)
    if record.id != story:
        raise MovedOn(record.id)
    return record


def lead_on(request: Request, moved: Exception) -> RedirectResponse:
    """The same address with the story's present id."""
    assert isinstance(moved, MovedOn)
    former = request.path_params["story"]
    path = request.url.path.replace(f"/stories/{former}", f"/stories/{moved.story}", 1)
    return lead_to(request, path)


def the_comparison(house: House, story: str) -> Standing:
    """The comparison that there is of a living story. Raises NotComparedYet."""
    standing = standing_comparison(house.store, story)
    if standing is None:
        raise NotComparedYet(
            f"story {story} is not compared yet; ask for it with POST /api/v1/stories/{story}/comparison"
        )
    return standing


AskedStory = Annotated[StoryRecord, Depends(the_story)]
