"""`rashomon export`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from rashomon.cli.options import OutputOption, StoreOption
from rashomon.cli.stores import living_story, open_named, put_out_lines
from rashomon.render.rows import record_of, render_records

if TYPE_CHECKING:
    from rashomon.store.store import Store

COLUMNS = (
    *("story", "score", "reason", "id", "outlet", "url", "headline", "byline"),
    *("published", "modified", "language", "text"),
)


def export(
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="Only that story.", show_default=False)
    ] = None,
    store: StoreOption = None,
    format: Annotated[
        Literal["jsonl", "csv"],
        typer.Option("--format", "-f", help="JSON lines that `rashomon import` reads, or a table of the articles."),
    ] = "jsonl",
    output: OutputOption = None,
) -> None:
    """Write out the store, or one story.

    JSON lines hold everything: each version of each article, stories, memberships with their reasons, the history,
    corrections, comparisons and sources. CSV holds one line an article, in its latest version.
    """
    with open_named(store) as opened:
        id = living_story(opened, story).id if story is not None else None
        put_out_lines(_lines(opened, id, format), output)


def _lines(store: "Store", story: str | None, format: Literal["jsonl", "csv"]) -> Iterator[str]:
    if format == "csv":
        return render_records("csv", COLUMNS, _rows(store, story))
    from rashomon.stream.exporting import export_records

    return render_records("jsonl", (), export_records(store, story))


def _rows(store: "Store", story: str | None) -> Iterator[dict[str, Any]]:
    """One row an article; those in no story have none."""
    member_of = {one.article: record_of(one) for one in store.memberships(story)}
    for article in store.articles(story=story):
        yield {**record_of(article), **member_of.get(article.id, {})}
