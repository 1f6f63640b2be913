"""The options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

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
