"""The store that a command works on, and where its lists go."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from rashomon.cli.files import write_file
from rashomon.cli.showing import PIPE_WIDTH, write
from rashomon.cli.streams import cause_of, print_out, tell
from rashomon.errors import BadOption
from rashomon.model.kept import StoryRecord

if TYPE_CHECKING:
    from rashomon.store.store import Store


class Look(TypedDict):
    """How lines look where they are going."""

    colour: bool
    width: int


def open_named(where: str | None, *, create: bool = False, writing: bool = True) -> "Store":
    """The store of that path or address, else the platform's own. Raises NotAStore where there is none to open."""
    from rashomon.store.opening import open_store  # here: comparing files loads no database

    return open_store(where, create=create, writing=writing)


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


def put_out_lines(lines: Iterable[str], output: Path | None) -> None:
    """The lines where they are wanted, some hundreds at a time, so that any number of them fits in memory."""
    portions = _portions(iter(lines))
    if output is None:
        for portion in portions:
            if not print_out(portion):  # nobody reads on
                return
        return
    try:
        write_file(portions, output)
    except OSError as error:
        raise BadOption(f"cannot write {output}: {cause_of(error)}; give another file with -o") from None


def _portions(lines: Iterator[str]) -> Iterator[str]:
    while some := list(islice(lines, 500)):
        yield "".join(some)


def living_story(store: "Store", id: str) -> StoryRecord:
    """The story of that id, or the one it became, which is said. Raises NoSuchStory where that is not one."""
    from rashomon.stream import living  # here: comparing files loads no database

    record = living.living_story(store, id)
    if record.id != id:
        tell(f"story {id} became {record.id}")
    return record
