"""`rashomon story`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.cli.moments import now
from rashomon.cli.options import PlainOption, StoreOption
from rashomon.cli.stores import living_story, look_of, open_named
from rashomon.cli.streams import print_out
from rashomon.errors import BadOption
from rashomon.render.edition import count
from rashomon.render.stories import render_history

if TYPE_CHECKING:
    from rashomon.store.store import Store

Deed = Literal["split", "merge", "move", "pin", "history"]
WANTED = {
    "split": "STORY ARTICLE...",
    "merge": "STORY OTHER",
    "move": "ARTICLE STORY",
    "pin": "ARTICLE...",
    "history": "STORY",
}


def story(
    deed: Annotated[Deed, typer.Argument(metavar="split|merge|move|pin|history", show_default=False)],
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of stories and articles.", show_default=False)],
    store: StoreOption = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who decides; it stands in the history.")
    ] = "a reader",
    plain: PlainOption = False,
) -> None:
    """Correct a story, or show its history.

    split STORY ARTICLE...: the articles are a story of their own. merge STORY OTHER: both are one, under the first id.
    move ARTICLE STORY: the article belongs there. pin ARTICLE...: they stay where they are, whatever comes. history
    STORY: what happened to it. A correction is kept, and honoured whenever grouping runs again.
    """
    fewest, most = {"split": (2, None), "merge": (2, 2), "move": (2, 2), "pin": (1, None), "history": (1, 1)}[deed]
    if len(ids) < fewest or (most is not None and len(ids) > most):
        raise BadOption(f"write: rashomon story {deed} {WANTED[deed]}")
    with open_named(store) as opened:
        if deed == "history":
            print_out(render_history(opened.history(opened.story(ids[0]).id), **look_of(None, plain)))
        else:
            print_out(_DEEDS[deed](opened, list(dict.fromkeys(ids)), by.strip() or "a reader") + "\n")


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
}
