"""The options that every command showing a comparison takes."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["terminal", "html", "markdown", "json"]

FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to show it; by default what the name of FILE says, else terminal."),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
OpenOption = Annotated[bool, typer.Option("--open", help="Write the page and open it in the browser.")]
AllOption = Annotated[bool, typer.Option("--all", help="Show all of it, shortening nothing.")]
PlainOption = Annotated[bool, typer.Option("--no-colour", help="No colours; setting NO_COLOR does the same.")]

FORMAT_OF_SUFFIX: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "terminal",
}
