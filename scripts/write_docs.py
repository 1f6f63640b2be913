"""Writes into the Markdown files what a command really prints.

A comment of the form  <!-- output: COMMAND | lines 1-40 -->  stands above a fenced block; the block is filled with
those lines of what COMMAND prints. COMMAND is a `rashomon` command line, `the Python above`, a `curl` line that asks
the application over the demonstration's reports, or `assistant VERB ARGUMENTS`, which asks it by the Model Context
Protocol; these two stand above what they print. Between the comments  <!-- help: NAME -->  and  <!-- end of help -->
stands what the command of that name says of itself, between  <!-- addresses -->  and  <!-- end of addresses -->  all
that the API serves. `--check` writes nothing and fails where a file is not what it would write.
"""

import argparse
import contextlib
import functools
import inspect
import io
import json
import re
import shlex
import subprocess
import sys
import tempfile
import typing
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import anyio
from mcp import Client
from starlette.testclient import TestClient

from rashomon.cli.main import app
from rashomon.collect.job import collect
from rashomon.mcp.server import make_server
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.arriving import open_stream
from rashomon.stream.standing import compare_waiting
from rashomon.web.app import make_app

ROOT = Path(__file__).parent.parent
NONE = type(None)
ASKED = ("curl ", "assistant ")
REPORTS = "src/rashomon/demo/articles.jsonl"
HERE, NOON = "http://127.0.0.1:8765", "2026-01-19T12:00:00+00:00"
COMMANDS = {
    info.name or info.callback.__name__: info.callback for info in app.registered_commands if info.callback is not None
}
FILLED = ("README.md", "docs/api.md", "docs/cli.md", "docs/pipeline.md")
BLOCK = re.compile(
    r"<!-- output: (?P<command>.+?)(?: \| lines (?P<first>\d+)-(?P<last>\d+))? -->\n"
    r"```(?P<tag>\w*)\n(?P<body>.*?)```\n",
    re.DOTALL,
)
HELP = re.compile(r"(<!-- help: (?P<name>\w+) -->\n).*?(<!-- end of help -->\n)", re.DOTALL)
ADDRESSES = re.compile(r"(<!-- addresses -->\n).*?(<!-- end of addresses -->\n)", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def filled(text: str) -> str:
    """The Markdown text with each marked block holding what its command prints now."""

    def fill(block: re.Match[str]) -> str:
        printed = output_of(block["command"], text[: block.start()]).splitlines()
        if block["first"]:
            printed = printed[int(block["first"]) - 1 : int(block["last"])]
        if block["command"].startswith(ASKED):
            shell = "$ " if block["command"].startswith("curl ") else ""
            printed.insert(0, shell + block["command"].removeprefix("assistant "))
        head = block[0].split("\n", 1)[0]
        body = "\n".join(line.rstrip() for line in printed)
        return f"{head}\n```{block['tag']}\n{body}\n```\n"

    text = HELP.sub(lambda block: f"{block[1]}\n{help_of(block['name'])}\n{block[3]}", BLOCK.sub(fill, text))
    return ADDRESSES.sub(lambda block: f"{block[1]}\n{addresses()}\n{block[2]}", text)


def help_of(name: str) -> str:
    """What a command says of itself, as Markdown; typer's own print of it changes from version to version."""
    command = COMMANDS[name]
    arguments, rows = "", ""
    for hint in typing.get_type_hints(command, include_extras=True).values():
        for told in getattr(hint, "__metadata__", ()):
            names = [name for name in (told.default, *(told.param_decls or ())) if isinstance(name, str)]
            kinds = typing.get_args(hint.__origin__)
            if not names:
                several = "..." if typing.get_origin(hint.__origin__) is list or list[str] in kinds else ""
                arguments += f" [{told.metavar}{several}]" if NONE in kinds else f" {told.metavar}{several}"
                continue
            value = (told.metavar or "|".join(words_of(hint.__origin__))).replace("|", "\\|")
            rows += f"| `{', '.join(names)}`{f' `{value}`' if value else ''} | {told.help} |\n"
    said = inspect.cleandoc(command.__doc__ or "")
    return f"    rashomon {name}{arguments} [OPTIONS]\n\n{said}\n\n| option | what it does |\n|---|---|\n{rows}"


def words_of(kind: object) -> list[str]:
    """The words of a closed list, alone or beside None."""
    if typing.get_origin(kind) is typing.Literal:
        return list(typing.get_args(kind))
    return [word for inner in typing.get_args(kind) for word in words_of(inner)]


def output_of(command: str, before: str) -> str:
    """What a command prints, at a fixed width; `before` is the Markdown above it."""
    if command == "the Python above":
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.chdir(ROOT):
            exec(compile(PYTHON.findall(before)[-1], "README.md", "exec"), {})
        return printed.getvalue()
    if command.startswith(ASKED):
        with reading_room() as (client, store):
            return asked(client, command) if command.startswith("curl ") else told(store, command)
    name, *arguments = shlex.split(command)
    assert name == "rashomon", command
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "88", "PYTHONPATH": str(ROOT / "src")},
    )
    return done.stdout.decode("utf-8")


@functools.cache
def demonstration() -> bytes:
    """A store of the demonstration's reports, made as docs/api.md says, at a moment that is always the same."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        with open_store(Path(folder) / "halven.sqlite") as store:
            stream = open_stream(store, GroupingSettings(), StreamSettings(), NOON)
            collect(
                [REPORTS],
                store,
                lambda articles, source, fetched: stream.keep(articles, source, fetched).kept,
                clock=lambda: datetime.fromisoformat(NOON),
            )
            for one in compare_waiting(store, NOON, Settings()):
                assert one.failure is None, one.failure
        return (Path(folder) / "halven.sqlite").read_bytes()


@contextlib.contextmanager
def reading_room() -> Iterator[tuple[TestClient, Store]]:
    """The application over such a store, which each command has for itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "halven.sqlite"
        path.write_bytes(demonstration())
        with open_store(path) as store:
            yield TestClient(make_app(store, lambda: NOON, folder=Path(folder)), base_url=HERE), store


def asked(client: TestClient, command: str) -> str:
    """What a `curl` line prints; with `| jq` as jq lays it out."""
    asking, _, filtered = command.partition(" | ")
    assert filtered in ("", "jq"), command
    given = argparse.ArgumentParser()
    given.add_argument("-s", action="store_true")
    given.add_argument("-X", default=None)
    given.add_argument("-H", action="append", default=[])
    given.add_argument("-d", default=None)
    given.add_argument("url")
    options = given.parse_args(shlex.split(asking)[1:])
    headers = dict(line.split(": ", 1) for line in options.H)
    method = options.X or ("POST" if options.d else "GET")
    answer = client.request(method, options.url, headers=headers, content=options.d)
    return json.dumps(answer.json(), indent=2, ensure_ascii=False) if filtered else answer.text


def told(store: Store, command: str) -> str:
    """What an assistant is told that asks VERB with ARGUMENTS, a JSON object."""
    _, verb, arguments = command.split(" ", 2)

    async def talk() -> object:
        async with Client(make_server(store, Settings())) as client:
            return (await client.call_tool(verb, json.loads(arguments))).structured_content

    return json.dumps(anyio.run(talk), indent=2, ensure_ascii=False)


def addresses() -> str:
    """A table of all that the API serves."""
    with reading_room() as (client, _):
        paths = client.get("/api/v1/openapi.json").json()["paths"]
    rows = (
        f"| `{method.upper()} {path}` | {one['summary']} |\n"
        for path, methods in paths.items()
        for method, one in methods.items()
    )
    return f"| address | what it gives or does |\n|---|---|\n{''.join(rows)}"


def main() -> int:
    """Writes each file anew where it is stale; the exit status is 1 if `--check` finds one."""
    stale = 0
    for name in FILLED:
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        if (new := filled(old)) != old:
            stale += 1
            print(f"{'stale' if '--check' in sys.argv else 'written'}: {name}")
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    return int("--check" in sys.argv and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
