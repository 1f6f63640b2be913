"""`rashomon compare`."""

import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from rashomon.cli.moments import now
from rashomon.cli.options import (
    AllOption,
    ArticleOption,
    FormatOption,
    KindOption,
    OpenOption,
    OriginOption,
    OutletOption,
    OutputOption,
    PlainOption,
    RelationOption,
    StoreOption,
)
from rashomon.cli.showing import Showing, present, show_comparison
from rashomon.cli.stores import living_story, open_named
from rashomon.cli.streams import tell
from rashomon.errors import BadOption
from rashomon.model.view import View
from rashomon.render.views import read_view
from rashomon.settings import Settings
from rashomon.text.asked import read_moment

LAST = "last"


def compare(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLES",
            help="Files, folders, patterns, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    story: Annotated[
        str | None,
        typer.Option(
            "--story", metavar="ID", help="Compare the reports of that story of the store.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="last|DATE", help="With --story: show first what is new since then.", show_default=False
        ),
    ] = None,
    kind: KindOption = None,
    relation: RelationOption = None,
    outlet: OutletOption = None,
    origin: OriginOption = None,
    article: ArticleOption = None,
    store: StoreOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    opened: OpenOption = False,
    everything: AllOption = False,
    plain: PlainOption = False,
) -> None:
    """Compare reports of one event.

    ARTICLES are pages (.html), plain text (.txt), Markdown (.md) or JSON lines (.jsonl), one report each or one a
    line. What cannot be read is named on standard error and in the comparison; the rest is compared. With --story the
    reports are those that the store has of it; the comparison is kept there, so that --since last can show what the
    reports have added, revised and withdrawn.
    """
    gc.disable()  # a comparison ends with its process; to look for garbage in it takes a fifteenth of its time
    view = _view(kind=kind, relation=relation, outlet=outlet, origin=origin, article=article)
    showing = Showing(format, output, opened, everything, plain, view)
    if story is not None:
        if articles:
            raise BadOption("give articles or --story ID, not both")
        _compare_kept(story, since, store, showing)
    elif since is not None:
        raise BadOption("--since needs a story of the store; give it with --story ID")
    elif not articles:
        raise BadOption("no ARTICLES; name files, folders, addresses or -, or a story of the store with --story ID")
    else:
        show_comparison(articles, showing)


def _view(**asked: Sequence[str] | None) -> View:
    return read_view((name, value) for name, values in asked.items() for value in values or ())


def _compare_kept(story: str, since: str | None, store: str | None, showing: Showing) -> None:
    from rashomon.stream.comparing import compare_story, new_since_last, new_since_moment

    moment = None if since == LAST else read_moment("--since", since)
    settings = Settings()
    with open_named(store) as opened:
        id = living_story(opened, story).id
        comparison = compare_story(opened, id, now(), settings)
        if since == LAST:
            news = new_since_last(opened, id, comparison, settings)
            if news is None:
                tell(f"nothing to hold it against: story {id} was not compared before it became what it is")
        else:
            news = new_since_moment(opened, id, comparison, moment, settings) if moment else None
    present(replace(comparison, new_since=news), showing)
