"""`rashomon serve`."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.collect import read_contact, robots_folder
from rashomon.cli.extras import needing
from rashomon.cli.moments import now
from rashomon.cli.options import StoreOption
from rashomon.cli.stores import open_named
from rashomon.cli.streams import cause_of, print_out, tell
from rashomon.errors import TRACEBACK, BadOption

if TYPE_CHECKING:
    from fastapi import FastAPI

PASSWORD = "RASHOMON_PASSWORD"
_SHORTEST = 8  # signs of a password; two guesses a second find a shorter one in a lifetime
_ITS_ADDRESS = "this machine's address in figures"  # no other name of it is let in
_EVERYWHERE = ("0.0.0.0", "::", "0")
_NOT_FOUND = 2
_TOLD_AGAIN = 10.0  # seconds before the same line is told again


def serve(
    store: StoreOption = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; any but this machine's own needs a password.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port to listen on; 0 takes one that is free.")
    ] = 8765,
    opened: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="Ask the feeds that are known when they are due.")] = False,
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="WHERE", help="Where you are found; told to every server asked.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Addresses that are added may be private or of this machine.")
    ] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody may add or correct anything.")] = False,
    password_file: Annotated[
        Path | None,
        typer.Option(
            "--password-file", metavar="FILE", help=f"Ask for the password in FILE; {PASSWORD} does the same."
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name under which a proxy in front is asked."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option("--proxy", metavar="ADDRESS", help="A proxy in front, whose X-Forwarded headers are believed."),
    ] = None,
    get: Annotated[
        str | None, typer.Option("--get", metavar="PATH", help="Print the page at PATH and stop; nothing listens.")
    ] = None,
) -> None:
    """Read in the browser: the stories, each one's comparison, its articles, a search; and correct the machine.

    Works on any store, and makes one where there is none, unless it is --read-only. Listens for this machine alone
    unless a password is set. Stories are compared in the background; nothing is fetched unless you add an address or
    follow the feeds.
    """
    with needing("web", "serving"):
        from rashomon.collect.wishes import Wishes
        from rashomon.web.app import make_app  # here and below: other commands do without the web
        from rashomon.web.door.rules import Rules
        from rashomon.web.serving import is_loopback
    password = _password(password_file) if get is None else None  # who can ask so can read the store anyhow
    if not is_loopback(host) and password is None and get is None:
        raise BadOption(f"--host {host} is open to others: set a password first, in {PASSWORD} or with --password-file")
    _log_in_lines()
    wishes = Wishes(allow_private=allow_private, contact=read_contact(contact), robots=robots_folder())
    rules = Rules(tuple(name.lower() for name in (*_name(host), *(allow_host or ()))), password, read_only)
    with open_named(store, create=not read_only) as kept, _ending():
        app = make_app(kept, now, address=store, rules=rules, follow=follow, wishes=wishes)
        if get is not None:
            _print(app, get)
        else:
            _listen(app, host, port, tuple(proxy or ()), f"reads {kept.where}{_reach(host, rules.hosts)}", opened)


def _listen(app: "FastAPI", host: str, port: int, proxies: tuple[str, ...], told: str, opened: bool) -> None:
    from rashomon.web.serving import address_of, open_socket, serve_app

    with open_socket(host, port) as listening:
        address = address_of(listening)

        def started(end: Callable[[], None]) -> None:
            tell(f"{address} {told}; Ctrl-C ends it")
            if not _has_htmx():
                tell("htmx was not fetched when this was installed; the pages work without, and load more often")
            if opened:
                _open(address)

        with suppress(KeyboardInterrupt):  # that is how it ends
            serve_app(app, listening, proxies, started)


def _print(app: "FastAPI", path: str) -> None:
    """The page on standard output; one that is not there is an error."""
    from rashomon.web.serving import ask_once

    if not path.startswith("/"):
        raise BadOption(f"--get {path}: a path begins with a slash, as /stories")
    answer = ask_once(app, path, "http://127.0.0.1")
    print_out(answer.text)
    if answer.is_error:
        tell(f"{path}: {answer.status_code} {answer.reason_phrase}")
        raise typer.Exit(_NOT_FOUND)


def _password(file: Path | None) -> str | None:
    """The password that is set, which is never written anywhere. Raises BadOption where it cannot be one."""
    told = os.environ.get(PASSWORD)
    named = PASSWORD
    if file is not None:
        named = str(file)
        try:
            told = file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            reason = cause_of(error) if isinstance(error, OSError) else "it is no text"
            raise BadOption(f"--password-file {file}: cannot be read: {reason}") from None
    if told is None:
        return None
    if len(told) < _SHORTEST:
        raise BadOption(f"the password in {named} is too short; take {_SHORTEST} signs or more")
    return told


def _name(host: str) -> tuple[str, ...]:
    """The name listened on, where it is one and not figures."""
    return () if host.replace(".", "").isdigit() or ":" in host else (host,)


def _reach(host: str, names: Sequence[str]) -> str:
    """How other machines reach what listens on every address of this one, which is told as this machine finds it."""
    if host.strip("[]") not in _EVERYWHERE:
        return ""
    return f", for other machines at the same port of {' or '.join((*names, _ITS_ADDRESS))}"


def _has_htmx() -> bool:
    from rashomon.web.app import STATIC

    return (STATIC / "vendor" / "htmx.min.js").is_file()


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        tell(f"no browser could be started; open {address} by hand")


def _log_in_lines() -> None:
    """What the application logs is told as everything else is: in lines on standard error, none over and over."""
    import logging  # here: no other command logs

    class Told(logging.Handler):
        last, when = "", 0.0

        def emit(self, record: logging.LogRecord) -> None:
            line, now = record.getMessage().partition("\n")[0], time.monotonic()
            if line != self.last or now - self.when >= _TOLD_AGAIN:
                self.last, self.when = line, now
                tell(self.format(record) if record.exc_info and os.environ.get(TRACEBACK) else line)

    for name in ("rashomon.web", "uvicorn", "asyncio"):
        log = logging.getLogger(name)
        log.handlers, log.propagate = [Told()], False
        log.setLevel(logging.WARNING)
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # a body that is none is told to who sent it


@contextmanager
def _ending() -> Iterator[None]:
    """When the system asks us to end, that is done as cleanly as by Ctrl-C."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
