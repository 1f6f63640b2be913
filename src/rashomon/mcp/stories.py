"""Stories for an assistant: those of a time, or those that have words."""

from dataclasses import dataclass

from rashomon.model.comparison import DifferenceRelation
from rashomon.model.kept import ListedStory, Title
from rashomon.store.store import Store
from rashomon.stream.living import stories_with
from rashomon.text.asked import read_moment

_LOOKED_AT = 500  # reports that have the words, the newest; their stories are told


@dataclass(frozen=True, slots=True)
class StoryFound:
    """A story: `origins` is the number of independent accounts behind its articles, null where it is not compared yet;
    `parts` counts the places where they part, by relation. `title` stands for a headline that its first report has not.
    """

    id: str
    headline: str | None
    title: Title | None
    articles: int
    outlets: int
    origins: int | None
    parts: dict[DifferenceRelation, int] | None
    first_published: str
    last_published: str
    fresh: bool


@dataclass(frozen=True)  # the protocol's library takes slots for defaults
class StoriesFound:
    """`next_offset` is where to go on, null at the end."""

    stories: tuple[StoryFound, ...]
    next_offset: int | None


def find_stories(
    store: Store, words: str, since: str | None, until: str | None, limit: int, offset: int
) -> StoriesFound:
    """The stories of a time with a report that has all the words, those with the newest such report first.

    Without words all stories of that time, the latest day first, within it those of the most origins.
    """
    after, before = read_moment("since", since), read_moment("until", until)
    if words.strip():
        listed = [one for one in stories_with(store, words, _LOOKED_AT) if _is_within(one, after, before)]
        some, following = listed[offset : offset + limit], offset + limit < len(listed)
    else:
        some = list(store.listed_stories(after, before, limit, offset))
        following = offset + len(some) < store.count_stories(after, before)
    return StoriesFound(tuple(map(_found, some)), offset + len(some) if following else None)


def _is_within(listed: ListedStory, after: str | None, before: str | None) -> bool:
    """True where a report of the story is of that time."""
    return any((after is None or moment >= after) and (before is None or moment < before) for moment in listed.moments)


def _found(listed: ListedStory) -> StoryFound:
    record, figures = listed.record, listed.figures
    return StoryFound(
        id=record.id,
        headline=record.headline,
        title=record.title,
        articles=record.articles,
        outlets=record.outlets,
        origins=figures.origins if figures else None,
        parts=dict(figures.parts) if figures else None,
        first_published=record.first_published,
        last_published=record.last_published,
        fresh=listed.fresh,
    )
