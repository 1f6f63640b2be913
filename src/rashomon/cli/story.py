"""`rashomon story`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.cli.corrections import correct_words, undo_correction
from rashomon.cli.moments import now
from rashomon.cli.options import PlainOption, StoreOption
from rashomon.cli.stores import Look, living_story, look_of, open_named
from rashomon.cli.streams import print_out
from rashomon.errors import BadOption
from rashomon.render.corrections import render_corrections
from rashomon.render.edition import count
from rashomon.render.stories import render_history

if TYPE_CHECKING:
    from rashomon.store.store import Store

Deed = Literal[
    "split",
    "merge",
    "move",
    "pin",
    "same-claim",
    "other-claim",
    "same-person",
    "other-person",
    "boilerplate",
    "not-boilerplate",
    "undo",
    "corrections",
    "history",
]
_OF_WORDS = "STORY PLACE..."
WANTED: dict[str, tuple[str, int, int | None]] = {  # how it is written, the fewest and the most ids
    "split": ("STORY ARTICLE...", 2, None),
    "merge": ("STORY OTHER", 2, 2),
    "move": ("ARTICLE STORY", 2, 2),
    "pin": ("ARTICLE...", 1, None),
    "same-claim": (_OF_WORDS, 3, None),
    "other-claim": (_OF_WORDS, 3, None),
    "same-person": (_OF_WORDS, 3, None),
    "other-person": (_OF_WORDS, 3, None),
    "boilerplate": (_OF_WORDS, 2, None),
    "not-boilerplate": (_OF_WORDS, 2, None),
    "undo": ("NUMBER", 1, 1),
    "corrections": ("[STORY]", 0, 1),
    "history": ("STORY", 1, 1),
}


def story(
    deed: Annotated[Deed, typer.Argument(metavar="DEED", help="One of those below.", show_default=False)],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Ids of stories and articles; places; a number.", show_default=False),
    ] = None,
    store: StoreOption = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who decides; it stands in the history.")
    ] = "a reader",
    plain: PlainOption = False,
) -> None:
    """Correct a story, undo that, or show what was corrected and what happened.

    split STORY ARTICLE...: the articles are a story of their own. merge STORY OTHER: both are one, under the first id.
    move ARTICLE STORY: the article belongs there. pin ARTICLE...: they stay where they are, whatever comes.

    A PLACE is ARTICLE:START-END, in characters as `rashomon compare --story STORY -f json` gives them. same-claim STORY
    PLACE...: their claims are one. other-claim STORY PLACE...: the first is no part of the claim that the rest stand
    for. same-person, other-person: the same of the names at the places. boilerplate STORY PLACE...: the words are no
    part of the report. not-boilerplate: they are.

    A correction is kept, and honoured by every later run. corrections [STORY]: what was decided, each with its number.
    undo NUMBER: it holds no more. history STORY: what happened to it.
    """
    given = ids or []
    written, fewest, most = WANTED[deed]
    if len(given) < fewest or (most is not None and len(given) > most):
        raise BadOption(f"write: rashomon story {deed} {written}")
    with open_named(store) as opened:
        print_out(_done(opened, deed, list(dict.fromkeys(given)), by.strip() or "a reader", look_of(None, plain)))


def _done(store: "Store", deed: Deed, given: list[str], by: str, look: Look) -> str:
    if deed == "history":
        return render_history(store.history(store.story(given[0]).id), **look)
    if deed == "corrections":
        return render_corrections(store.kept_corrections(store.story(given[0]).id if given else None), **look)
    if deed in _DEEDS:
        return _DEEDS[deed](store, given, by) + "\n"
    return correct_words(store, deed, given, by) + "\n"


def _split(store: "Store", ids: list[str], by: str) -> str:
    from rashomon.stream.correcting import split_story

    old = living_story(store, ids[0]).id
    new = split_story(store, old, ids[1:], now(), by)
    return f"{count(len(ids) - 1, 'article')} of story {old} now in story {new}"


def _merge(store: "Store", ids: list[str], by: str) -> str:
    from rashomon.stream.correcting import merge_stories

    first, other = (living_story(store, id).id for id in (ids[0], ids[-1]))
    merge_stories(store, first, other, now(), by)
    return f"story {other} now part of story {first}"


def _move(store: "Store", ids: list[str], by: str) -> str:
    from rashomon.stream.correcting import move_article

    story = living_story(store, ids[-1]).id
    move_article(store, ids[0], story, now(), by)
    return f"{ids[0]} now in story {story}"


def _pin(store: "Store", ids: list[str], by: str) -> str:
    from rashomon.stream.correcting import pin_articles

    pin_articles(store, ids, now(), by)
    return f"{count(len(ids), 'article')} pinned"


_DEEDS: dict[str, Callable[["Store", list[str], str], str]] = {
    "split": _split,
    "merge": _merge,
    "move": _move,
    "pin": _pin,
    "undo": undo_correction,
}
