"""Stories whose words readers corrected, as labelled data."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from rashomon.model.comparison import Comparison
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.stream.comparing import compare_story
from rashomon.stream.labels import Record, label


@dataclass(frozen=True, slots=True)
class Labelled:
    """One story: the lines of its `articles.jsonl`, and its `gold.json`."""

    story: str
    articles: tuple[Record, ...]
    gold: Record


def find_corrected(store: Store) -> tuple[str, ...]:
    """The living stories whose comparison heeds a reader's correction, by their ids."""
    named = {article for one in store.corrections() if not one.groups for article in one.articles}
    return tuple(sorted({story for article in named if (story := store.story_of(article)) is not None}))


def label_stories(store: Store, stories: Iterable[str], when: str, settings: Settings) -> Iterator[Labelled]:
    """Each living story as it is compared now; its comparison is kept."""
    for story in stories:
        yield label_story(story, compare_story(store, story, when, settings))


def label_story(story: str, comparison: Comparison) -> Labelled:
    """A story as a comparison of it has it."""
    articles = (
        {"id": one.id, "outlet": one.outlet, "url": one.url, "title": one.headline, "published": one.published}
        | {"text": one.text}
        for one in comparison.articles
    )
    return Labelled(story, tuple(articles), label(comparison))


def correction_records(store: Store, story: str | None = None) -> Iterator[Record]:
    """Every correction as it was decided, by its number, with its end where it was undone; of a story or of all."""
    for kept in store.kept_corrections(story):
        yield {
            "number": kept.number,
            **asdict(kept.correction),
            "undone": kept.undone,
            "undone_by": kept.undone_by,
        }
