"""The options that several commands take."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from rashomon.model.comparison import DifferenceKind, DifferenceRelation
from rashomon.render import Format
from rashomon.render.rows import Listing

FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to show it; by default what the name of FILE says, else terminal."),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
OpenOption = Annotated[bool, typer.Option("--open", help="Write the page and open it in the browser.")]
AllOption = Annotated[bool, typer.Option("--all", help="In the terminal, show all of it; other formats always do.")]
PlainOption = Annotated[bool, typer.Option("--no-colour", help="No colours; setting NO_COLOR does the same.")]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="|".join(get_args(DifferenceKind)),
        help="Only differences of this kind, and what parts there. Can be repeated, as the four below.",
    ),
]
RelationOption = Annotated[
    list[str] | None,
    typer.Option(
        "--relation",
        metavar="|".join(get_args(DifferenceRelation)),
        help="Only differences of this relation, and what parts there.",
    ),
]
OutletOption = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only what stands in reports of this outlet, and beside it."),
]
OriginOption = Annotated[
    list[str] | None,
    typer.Option("--origin", metavar="ID", help="Only what stands in reports of this origin, as o-1, and beside it."),
]
ArticleOption = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ID", help="Only what stands in this report, and beside it."),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH|URL",
        help="A file, or postgresql://...; by default RASHOMON_STORE, else a file in your data folder.",
    ),
]
ListingOption = Annotated[
    Listing, typer.Option("--format", "-f", help="How to list them: for a reader, or for a program.")
]
LimitOption = Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="At most so many.")]

FORMAT_OF_SUFFIX: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".txt": "terminal",
}
