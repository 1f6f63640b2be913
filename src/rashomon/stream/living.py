"""A story by any id it ever had, or by words of its reports; and the comparison of it that is there to be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.errors import NoSuchStory
from rashomon.model.kept import ListedStory, StoryRecord
from rashomon.store.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A comparison as it was kept: `comparison` is its JSON, `when` the moment it was made.

    `fresh` where it is of the story's reports and corrections as they stand; else of former ones.
    """

    comparison: str
    digest: str
    when: str
    fresh: bool


def living_story(store: Store, id: str) -> StoryRecord:
    """The story of that id, or the one it became. Raises NoSuchStory where that is not one; the message names all."""
    record = store.story(id)
    if not record.articles:
        became = (
            f"became {' and '.join(record.became)}; give one of them" if record.became else "has no articles any more"
        )
        raise NoSuchStory(f"story {id!r} {became}")
    return record


def stories_with(store: Store, words: str, most: int) -> Iterator[ListedStory]:
    """The stories of the newest reports that have all the words, at most so many reports; of the newest first.

    Raises BadOption where there is no word.
    """
    for id in dict.fromkeys(match.story for match in store.search(words, most) if match.story):
        yield store.listed_story(id)


def standing_comparison(store: Store, story: str) -> Standing | None:
    """The comparison of a living story that its figures in lists are of; None where there is none yet.

    Nothing is compared here: this is what pages, programs and assistants show.
    """
    listed = store.listed_story(story)
    if listed.figures is None:
        return None
    kept = store.comparison(story, listed.figures.digest)
    return None if kept is None else Standing(kept, listed.figures.digest, listed.figures.when, listed.fresh)
