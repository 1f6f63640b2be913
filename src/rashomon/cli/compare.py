"""`rashomon compare`."""

from typing import Annotated

import typer

from rashomon.cli.options import AllOption, FormatOption, OpenOption, OutputOption, PlainOption
from rashomon.cli.showing import Showing, show_comparison


def compare(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLES",
            help="Files, folders, patterns, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    format: FormatOption = None,
    output: OutputOption = None,
    opened: OpenOption = False,
    everything: AllOption = False,
    plain: PlainOption = False,
) -> None:
    """Compare reports of one event.

    ARTICLES are pages (.html), plain text (.txt), Markdown (.md) or JSON lines (.jsonl), one report each or one a
    line. What cannot be read is named on standard error and in the comparison; the rest is compared.
    """
    show_comparison(articles, Showing(format, output, opened, everything, plain))
