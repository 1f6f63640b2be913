"""A story by any id it ever had, and the comparison of it that is there to be read."""

from dataclasses import dataclass

from rashomon.errors import NoSuchStory
from rashomon.model.kept import StoryRecord
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


def standing_comparison(store: Store, story: str) -> Standing | None:
    """The comparison of a living story as it stands, else the last that was made; None where there is none.

    Nothing is compared here: this is what pages, programs and assistants show.
    """
    found = last = store.last_comparison(story)
    if last is None:
        return None
    digest = store.story_digest(story)
    if last[0] != digest and store.comparison(story, digest) is None:
        return Standing(last[2], last[0], last[1], fresh=False)
    while found is not None and found[0] != digest:  # one made since, of what readers have undone
        found = store.last_comparison(story, found[1])
    kept, when, comparison = found or last
    return Standing(comparison, kept, when, kept == digest)
