"""The group of commands, and the one place where an exit status is decided."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from rashomon.cli.collect import collect
from rashomon.cli.compare import compare
from rashomon.cli.demo import demo
from rashomon.cli.export import export
from rashomon.cli.import_ import import_
from rashomon.cli.mcp import mcp
from rashomon.cli.search import search
from rashomon.cli.serve import serve
from rashomon.cli.show import show
from rashomon.cli.stories import stories
from rashomon.cli.story import story
from rashomon.cli.streams import speak_utf8, tell
from rashomon.errors import TRACEBACK, RashomonError
from rashomon.version import VERSION

STORE = "RASHOMON_STORE"
MENDABLE, OURS, INTERRUPTED = 2, 1, 130

# Plain help and plain errors: one line a fault, readable in a pipe, and nothing of rich is imported.
app = typer.Typer(name="rashomon", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(compare)
app.command()(collect)
app.command()(demo)
app.command()(stories)
app.command()(story)
app.command()(search)
app.command()(show)
app.command()(serve)
app.command()(mcp)
app.command()(export)
app.command(name="import")(import_)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {VERSION}")
        raise typer.Exit()


@app.callback(invoke_without_command=True)
def rashomon(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="PATH|URL",
            envvar=STORE,
            show_envvar=False,
            help="The store of any command; it may also stand after it.",
        ),
    ] = None,
) -> None:
    """Read many reports of one event; show, with the very words, what they share and where they part."""
    if store:  # the default of every command that takes one
        context.default_map = {name: {"store": store} for name in context.command.commands}  # type: ignore[attr-defined]
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 2 what the user can mend, 1 a fault of ours (one line on standard error)."""
    speak_utf8()
    try:
        status = app(args=arguments, prog_name="rashomon", standalone_mode=False)
    except RashomonError as fault:
        tell(str(fault))
        return MENDABLE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as fault:
        return _report(fault)
    return status if isinstance(status, int) else 0


def _report(fault: Exception) -> int:
    """One line about a fault that we did not raise on purpose: typer's complaint about an option, or a bug."""
    complaint = getattr(fault, "format_message", None)  # typer's exceptions and, in older versions, click's
    if complaint is not None:
        tell(f"{complaint()} See rashomon --help.")
        return MENDABLE
    if os.environ.get(TRACEBACK):
        traceback.print_exc(file=sys.stderr)
    kind = type(fault).__name__
    tell(
        f"a fault of ours, {kind}: {fault}; please report it with the articles that caused it"
        f" and with what the same command prints under {TRACEBACK}=1"
    )
    return OURS
