"""`rashomon import`."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import StoreOption
from rashomon.cli.stores import open_named
from rashomon.cli.streams import cause_of, tell
from rashomon.errors import BadOption, NotAnExport, UnreadableInput
from rashomon.render.edition import count
from rashomon.settings import GroupingSettings

if TYPE_CHECKING:
    from rashomon.stream.importing import Taken


def import_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES", help="What `rashomon export` wrote, or - for standard input.", show_default=False
        ),
    ],
    store: StoreOption = None,
) -> None:
    """Take in what `rashomon export` wrote.

    The store is made where there is none. What it has already stays as it is, so that the same FILES given twice change
    nothing. Each file is taken in whole or, where a line of it is bad, not at all.
    """
    from rashomon.stream.importing import import_lines

    with open_named(store, create=True) as opened:
        for file in files:
            with _lines_of(file) as lines:
                taken = import_lines(opened, lines, GroupingSettings(), file)
            tell(f"{file}: {_account(taken)}")


def _account(taken: "Taken") -> str:
    told = (
        count(taken.stories, "story", "stories"),
        f"{count(taken.versions, 'version')} of articles, {taken.new:,} of them new",
        count(taken.corrections, "correction"),
    )
    return ", ".join(told)


@contextmanager
def _lines_of(file: str) -> Iterator[Iterable[str]]:
    """The lines of a file or of standard input, each ending at a line feed alone."""
    if file == "-":
        if sys.stdin is None:
            raise BadOption("standard input is closed; pipe an export into it, or leave out -")
        sys.stdin.reconfigure(encoding="utf-8", errors="strict", newline="\n")  # type: ignore[union-attr]
        yield _read(sys.stdin, "standard input")
        return
    try:
        opened = Path(file).open(encoding="utf-8", newline="\n")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UnreadableInput(f"{file}: cannot be read ({cause_of(error)}); check the path") from None
    with opened:
        yield _read(opened, file)


def _read(lines: Iterable[str], where: str) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError:
        raise NotAnExport(f"{where}: not UTF-8; give a file that `rashomon export` wrote, unchanged") from None
    except OSError as error:
        raise UnreadableInput(f"{where}: cannot be read ({cause_of(error)}); check the file") from None
