"""`rashomon search`."""

from typing import Annotated

import typer

from rashomon.cli.options import LimitOption, ListingOption, OutputOption, PlainOption, StoreOption
from rashomon.cli.stores import look_of, open_named, put_out
from rashomon.render.matches import render_matches
from rashomon.render.rows import record_of, render_records

COLUMNS = ("article", "outlet", "headline", "published", "story", "start", "end", "text")


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help='Words, "quoted phrases" and beginn*: all must be there.', show_default=False
        ),
    ],
    store: StoreOption = None,
    format: ListingOption = "terminal",
    limit: LimitOption = 20,
    output: OutputOption = None,
    plain: PlainOption = False,
) -> None:
    """Find articles of the store by their words.

    All WORDS must be in the article, in any order; "quoted words" must follow each other, harb* is the beginning of a
    word. The newest come first, each with the words in their place.
    """
    with open_named(store) as opened:
        matches = opened.search(" ".join(words), limit)
    if format == "terminal":
        put_out(render_matches(matches, **look_of(output, plain)), output)
        return
    records = [record_of(one) for one in matches]
    if format == "csv":
        records = [{**one, **(one["evidence"] or {}), "article": one["article"]} for one in records]
    put_out("".join(render_records(format, COLUMNS, records)), output)
