"""The store that a command works on, and where its lists go."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from rashomon.cli.showing import PIPE_WIDTH, write
from rashomon.cli.streams import print_out

if TYPE_CHECKING:
    from rashomon.store.store import Store


class Look(TypedDict):
    """How lines look where they are going."""

    colour: bool
    width: int


def open_named(where: str | None, *, create: bool = False) -> "Store":
    """The store of that path or address, else the platform's own. Raises NotAStore where there is none to open."""
    from rashomon.store.opening import open_store  # here: comparing files loads no database

    return open_store(where, create=create)


def look_of(output: Path | None, plain: bool) -> Look:
    """Coloured and as wide as the terminal on one; plain and always as wide everywhere else."""
    on_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return Look(
        colour=on_terminal and not plain and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if on_terminal else PIPE_WIDTH,
    )


def put_out(text: str, output: Path | None) -> None:
    """The text in the file named, else on standard output."""
    if output:
        write(text, output)
    else:
        print_out(text)
