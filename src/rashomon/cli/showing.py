"""A comparison to the place where it was asked for: terminal, pipe, file or browser."""

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.cli.files import write_file
from rashomon.cli.options import FORMAT_OF_SUFFIX
from rashomon.cli.streams import cause_of, print_out, tell
from rashomon.errors import BadOption
from rashomon.ingest.readers import read_articles
from rashomon.model.comparison import Comparison
from rashomon.model.view import View
from rashomon.pipeline import compare_articles
from rashomon.render import Format, render
from rashomon.render.narrowing import narrow
from rashomon.render.views import refuse_unknown

PIPE_WIDTH = 100  # columns where no terminal says how wide it is, so that a pipe always gets the same bytes


@dataclass(frozen=True, slots=True)
class Showing:
    """What was asked for on the command line."""

    format: Format | None
    output: Path | None
    opened: bool
    everything: bool
    plain: bool
    view: View = field(default_factory=View)  # what of the comparison is shown

    @property
    def shown_as(self) -> Format:
        """The format asked for, or else the one that fits the browser or the file's name."""
        if self.format:
            return self.format
        if self.output:
            return FORMAT_OF_SUFFIX.get(self.output.suffix.lower(), "html" if self.opened else "terminal")
        return "html" if self.opened else "terminal"


def show_comparison(sources: Iterable[str | Path], showing: Showing) -> None:
    """Compares what the sources hold and shows it; each source that could not be read is one line on standard error."""
    sources = tuple(sources)
    _refuse_the_impossible(sources, showing.output)
    articles, unread = read_articles(*sources)
    for one in unread:
        tell(f"not read: {one.where}: {one.reason}")
    present(compare_articles(articles, unread), showing)


def present(comparison: Comparison, showing: Showing) -> None:
    """What is asked for of the comparison, as and where it was asked for.

    Raises BadOption where that is of an outlet, origin or article that the comparison has not.
    """
    refuse_unknown(comparison, showing.view)
    on_terminal = showing.output is None and not showing.opened and sys.stdout is not None and sys.stdout.isatty()
    text = render(
        narrow(comparison, showing.view),
        format=showing.shown_as,
        colour=on_terminal and not showing.plain and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if on_terminal else PIPE_WIDTH,
        everything=showing.everything,
    )
    if showing.opened:
        _open(write(text, showing.output or _new_page(showing.shown_as)))
    elif showing.output:
        write(text, showing.output)
    else:
        print_out(text)


def _refuse_the_impossible(sources: tuple[str | Path, ...], output: Path | None) -> None:
    if "" in sources:
        raise BadOption("an empty argument names no article; give files, folders, addresses or -")
    if "-" in sources and sys.stdin is None:
        raise BadOption("standard input is closed; pipe JSON lines into it, or leave out -")
    if output and any(source != "-" and Path(source).resolve() == output.resolve() for source in sources):
        raise BadOption(f"{output} is one of the articles; give another file with -o")


def write(text: str, path: Path) -> Path:
    """The text in a file, with line feeds alone. Raises BadOption where it cannot be written."""
    try:
        write_file((text,), path)
    except OSError as error:
        raise BadOption(f"cannot write {path}: {cause_of(error)}; give another file with -o") from None
    return path


def _new_page(shown_as: Format) -> Path:
    import tempfile  # with webbrowser below: milliseconds that only --open should pay

    suffix = next(suffix for suffix, named in FORMAT_OF_SUFFIX.items() if named == shown_as)
    return Path(tempfile.mkdtemp(prefix="rashomon-")) / f"comparison{suffix}"


def _open(path: Path) -> None:
    import webbrowser

    tell(f"written to {path}")
    if not webbrowser.open(path.resolve().as_uri()):
        tell(f"no browser could be started; open {path} by hand")
