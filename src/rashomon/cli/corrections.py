"""What `rashomon story` does about the words of a story's reports, and about corrections as such."""

from typing import TYPE_CHECKING, cast

from rashomon.cli.moments import now
from rashomon.cli.stores import living_story
from rashomon.errors import BadOption
from rashomon.model.selector import Selector
from rashomon.model.story import IN_WORDS, ReadingKind
from rashomon.render.edition import count
from rashomon.text.asked import read_place

if TYPE_CHECKING:
    from rashomon.store.store import Store


def correct_words(store: "Store", deed: str, given: list[str], by: str) -> str:
    """What was decided about the words at some places of a story's reports, in a line."""
    from rashomon.stream.correcting import correct_story

    story = living_story(store, given[0]).id
    kind = cast(ReadingKind, deed.replace("-", "_"))
    places = [_find_place(store, one) for one in given[1:]]
    number = correct_story(store, kind, story, places, now(), by)
    return f"correction {number}: {IN_WORDS[kind]}, at {count(len(places), 'place')} of story {story}"


def _find_place(store: "Store", given: str) -> Selector:
    """The words at ARTICLE:START-END as they stand now. Raises BadOption where that is no place of an article."""
    article, span = read_place(given)
    text = store.article(article).text
    if span.end > len(text):
        raise BadOption(f"{given!r} is no place: the text of {article} has {count(len(text), 'character')}")
    return Selector(article, span.start, span.end, span.of(text))


def undo_correction(store: "Store", given: list[str], by: str) -> str:
    """What undoing a correction did, in a line."""
    from rashomon.stream.correcting import undo

    if not given[0].isdecimal() or len(given[0]) > 9:
        raise BadOption(f"{given[0]!r} is no number of a correction; `rashomon story corrections` lists them")
    undone = undo(store, int(given[0]), now(), by)
    told = [f"correction {int(given[0])} ({IN_WORDS[undone.correction.kind]}) undone"]
    told += [f"{article} now in story {store.story_of(article)}" for article in undone.back]
    told += [f"{article} stays in story {story}, where it is held or was put since" for article, story in undone.stayed]
    return "; ".join(told)
