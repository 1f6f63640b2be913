"""A progress bar on the terminal; none in a pipe."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """A bar that is gone when this ends; None where standard error is no terminal that could draw it."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console  # here: most commands draw none
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(20), MofNCompleteColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    console = Console(stderr=True, no_color="NO_COLOR" in os.environ or None)
    with Progress(*columns, console=console, transient=True) as bar:
        yield bar
