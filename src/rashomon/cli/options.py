"""The options that every command showing a comparison takes."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.render import Format

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
        "--store", metavar="WHERE", help="A file, or postgresql://...; by default a file in your data folder."
    ),
]

FORMAT_OF_SUFFIX: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "terminal",
}
