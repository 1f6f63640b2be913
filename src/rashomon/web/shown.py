"""A story as it is shown: the comparison that is there, what of it is asked for, and what is new in it to a reader."""

from dataclasses import replace
from functools import lru_cache

from rashomon.compare.news.since import find_new_since
from rashomon.errors import BadOption, NotComparedYet
from rashomon.model.comparison import Comparison
from rashomon.model.kept import ListedStory
from rashomon.serialize import comparison_from_json
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.stream.living import Standing, standing_comparison
from rashomon.web.addresses import story_at
from rashomon.web.house import House


@lru_cache(maxsize=32)  # as many stories as are read at once; a large one takes some megabytes
def read_kept(kept: str) -> Comparison:
    """A kept comparison; the same text is read once."""
    return comparison_from_json(kept)


def listed_as_of(house: House, story: str, mark: str) -> ListedStory:
    """The story as it stands under that mark of it, looked up once. Raises NoSuchStory."""
    listed = house.stories.get((story, mark), lambda: house.store.listed_story(story))
    if listed.record.id == story and listed.record.articles:
        return listed
    return house.store.listed_story(story)  # what it became goes on, of which its mark says nothing


def kept_comparison(store: Store, story: str, digest: str) -> Comparison:
    """The comparison of a story under a digest. Raises BadOption where it is kept no more."""
    kept = store.comparison(story, digest)
    if kept is None:
        raise BadOption(f"story {story} has no comparison {digest} any more; load its page again")
    return read_kept(kept)


def the_standing(store: Store, story: str) -> Standing:
    """The comparison that there is of a living story. Raises NotComparedYet."""
    standing = standing_comparison(store, story)
    if standing is None:
        raise NotComparedYet(f"story {story} is not compared yet; look at {story_at(story)}, and come back when it is")
    return standing


def with_news(store: Store, story: str, now: Comparison, before: str | None, settings: Settings) -> Comparison:
    """The comparison with what is new since the one of the digest `before`; as it is where that is kept no more."""
    found = store.dated_comparison(story, before) if before else None
    if found is None:
        return now
    when, kept = found
    return replace(now, new_since=find_new_since(read_kept(kept), now, when, settings.news))
