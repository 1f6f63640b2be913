"""`rashomon show`."""

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.cli.options import OutputOption, PlainOption, StoreOption
from rashomon.cli.stores import Look, look_of, open_named, put_out
from rashomon.errors import NoSuchArticle, NoSuchStory
from rashomon.render.rows import record_of, record_of_listed
from rashomon.render.stories import render_story
from rashomon.render.versions import render_versions

if TYPE_CHECKING:
    from rashomon.store.store import Store


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a story or an article.", show_default=False)],
    store: StoreOption = None,
    format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="For a reader, or for a program.")
    ] = "terminal",
    output: OutputOption = None,
    plain: PlainOption = False,
) -> None:
    """Show a story or an article of the store.

    Of a story: its articles, why each is in it, and its history; a former id leads to what the story became. Of an
    article: its text, its versions, and what each of them changed.
    """
    look = look_of(output, plain) if format == "terminal" else None
    with open_named(store) as opened:
        try:
            shown = _story(opened, id, look)
        except NoSuchStory:
            shown = _article(opened, id, look)
    put_out(shown, output)


def _story(store: "Store", id: str, look: Look | None) -> str:
    listed = store.listed_story(id)
    record = listed.record
    history = store.history(record.id)
    memberships = tuple(store.memberships(record.id))
    if look is None:
        told = {
            **record_of_listed(listed),
            "memberships": map(record_of, memberships),
            "history": map(record_of, history),
        }
        return _json({name: list(value) if isinstance(value, map) else value for name, value in told.items()})
    articles = {article.id: article for article in store.articles(story=record.id)}
    return render_story(listed, memberships, articles, history, **look)


def _article(store: "Store", id: str, look: Look | None) -> str:
    from rashomon.store.changes import changes

    try:
        versions = store.versions(id)
    except NoSuchArticle:
        raise NoSuchArticle(
            f"no story and no article {id!r} in the store; `rashomon stories` and `rashomon search` list what it holds"
        ) from None
    edits = [changes(old.article, new.article) for old, new in pairwise(versions)]
    story = store.story_of(id)
    found = [one for one in store.memberships(story) if one.article == id] if story else []
    if look is None:
        told = [{**record_of(one), "changes": []} for one in versions]
        for version, changed in zip(told[1:], edits, strict=True):
            version["changes"] = [record_of(edit) for edit in changed]
        return _json({"article": id, "story": story, "versions": told})
    return render_versions(versions, edits, found[0] if found else None, **look)


def _json(record: dict[str, object]) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
