"""Writes into the Markdown files what a command really prints.

A comment of the form  <!-- output: COMMAND | lines 1-40 -->  stands above a fenced block; the block is filled with
those lines of what COMMAND prints. COMMAND is a `rashomon` command line, or `the Python above`. Between the comments
<!-- help: NAME -->  and  <!-- end of help -->  stands what the command of that name says of itself. `--check` writes
nothing and fails where a file is not what it would write.
"""

import contextlib
import inspect
import io
import re
import shlex
import subprocess
import sys
import typing
from pathlib import Path

from rashomon.cli.main import app

ROOT = Path(__file__).parent.parent
NONE = type(None)
COMMANDS = {
    info.name or info.callback.__name__: info.callback for info in app.registered_commands if info.callback is not None
}
FILLED = ("README.md", "docs/cli.md", "docs/pipeline.md")
BLOCK = re.compile(
    r"<!-- output: (?P<command>.+?)(?: \| lines (?P<first>\d+)-(?P<last>\d+))? -->\n"
    r"```(?P<tag>\w*)\n(?P<body>.*?)```\n",
    re.DOTALL,
)
HELP = re.compile(r"(<!-- help: (?P<name>\w+) -->\n).*?(<!-- end of help -->\n)", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def filled(text: str) -> str:
    """The Markdown text with each marked block holding what its command prints now."""

    def fill(block: re.Match[str]) -> str:
        printed = output_of(block["command"], text[: block.start()]).splitlines()
        if block["first"]:
            printed = printed[int(block["first"]) - 1 : int(block["last"])]
        head = block[0].split("\n", 1)[0]
        body = "\n".join(line.rstrip() for line in printed)
        return f"{head}\n```{block['tag']}\n{body}\n```\n"

    return HELP.sub(lambda block: f"{block[1]}\n{help_of(block['name'])}\n{block[3]}", BLOCK.sub(fill, text))


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
