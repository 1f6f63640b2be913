"""What `rashomon story` does about the words of a story's reports, and about corrections as such."""

import re
from typing import TYPE_CHECKING, cast

from rashomon.cli.moments import now
from rashomon.cli.stores import living_story
from rashomon.errors import BadOption
from rashomon.model.selector import Selector
from rashomon.model.story import IN_WORDS, ReadingKind
from rashomon.render.edition import count

if TYPE_CHECKING:
    from rashomon.store.store import Store

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.DOTALL)


def correct_words(store: "Store", deed: str, given: list[str], by: str) -> str:
    """What was decided about the words at some places of a story's reports, in a line."""
    from rashomon.stream.correcting import correct_story

    story = living_story(store, given[0]).id
    kind = cast(ReadingKind, deed.replace("-", "_"))
    places = [_read_place(store, one) for one in given[1:]]
    number = correct_story(store, kind, story, places, now(), by)
    return f"correction {number}: {IN_WORDS[kind]}, at {count(len(places), 'place')} of story {story}"


def _read_place(store: "Store", given: str) -> Selector:
    """The words at ARTICLE:START-END as they stand now. Raises BadOption where that is no place of an article."""
    found = _PLACE.fullmatch(given)
    if found is None:
        raise BadOption(f"{given!r} is no place; write ARTICLE:START-END, counted in characters from 0")
    article, start, end = found["article"], int(found["start"]), int(found["end"])
    text = store.article(article).text
    if not start < end <= len(text):
        raise BadOption(f"{given!r} is no place: the text of {article} has {count(len(text), 'character')}")
    return Selector(article, start, end, text[start:end])


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
