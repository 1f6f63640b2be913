"""Stories: the list of them, one, its reports, its history."""

from fastapi import APIRouter

from rashomon.model.story import StoryChange
from rashomon.text.asked import read_moment
from rashomon.web.api.asked import MISSING, AskedStory, Housed, Since, Until
from rashomon.web.api.paging import Paged, Portion
from rashomon.web.api.shapes import Member, StoryShown, show_member, show_story

router = APIRouter(prefix="/stories", tags=["stories"])


@router.get("", operation_id="list_stories", summary="The stories, those of the latest day first")
def list_stories(house: Housed, paging: Paged, since: Since = None, until: Until = None) -> Portion[StoryShown]:
    """Within a day those of the most independent origins come first: origins are counted, not outlets."""
    after, before = read_moment("since", since), read_moment("until", until)
    listed = house.store.listed_stories(after, before, limit=paging.limit, offset=paging.offset)
    return paging.of([show_story(one) for one in listed], house.store.count_stories(after, before))


@router.get(
    "/{story}", operation_id="get_story", summary="One story, with the figures of its comparison", responses=MISSING
)
def get_story(house: Housed, record: AskedStory) -> StoryShown:
    """A former id leads to what the story became."""
    return show_story(house.store.listed_story(record.id))


@router.get(
    "/{story}/articles",
    operation_id="list_articles_of_story",
    summary="Its reports, and why each is in it",
    responses=MISSING,
)
def list_articles(house: Housed, record: AskedStory, paging: Paged) -> Portion[Member]:
    """In the order in which they were kept."""
    articles = {one.id: one for one in house.store.articles(story=record.id)}
    members = (one for one in house.store.memberships(record.id) if one.article in articles)
    return paging.within([show_member(one, articles[one.article]) for one in members])


@router.get("/{story}/history", operation_id="list_history_of_story", summary="What happened to it", responses=MISSING)
def list_history(house: Housed, record: AskedStory, paging: Paged) -> Portion[StoryChange]:
    """Every change that names the story, in the order recorded."""
    return paging.within(house.store.history(record.id))
