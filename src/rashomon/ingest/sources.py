"""What a source on the command line stands for: files, in a fixed order, or the reason why there is none."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from rashomon.model.article import Unread

PLAIN, PAGES, JSON, JSON_LINES = (
    (".txt", ".md", ".markdown"),
    (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    (".json",),
    (".jsonl", ".ndjson"),
)
READABLE = (*PLAIN, *PAGES, *JSON, *JSON_LINES)
_MOST_KINDS = 8  # names of kinds in one message


def find_files(source: str, readable: tuple[str, ...] = READABLE) -> Iterator[Path | Unread]:
    """The files that a path, a folder (searched to its depths) or a pattern with * ? [ ] names, sorted.

    Of a folder only those that end in one of `readable`; a file that is named itself is taken whatever its ending.
    """
    path = Path(source)
    try:
        if path.is_dir():
            yield from _in_folder(path, readable)
        elif path.exists():
            yield path
        elif glob.has_magic(source):
            yield from _matching(source, readable)
        else:
            yield Unread(source, "no such file or folder; check the path")
    except (OSError, ValueError) as error:  # a name too long, a NUL in it, a folder that may not be searched
        yield Unread(source, f"cannot be opened ({cause_of(error)}); check the path and its permissions")


def is_address(source: str) -> bool:
    """True where the source is a web address to fetch."""
    return source.lower().startswith(("http://", "https://"))


def _in_folder(folder: Path, readable: tuple[str, ...]) -> Iterator[Path | Unread]:
    unsearched: list[OSError] = []
    files = sorted(
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=unsearched.append)
        for name in names
        if not name.startswith(".")
    )
    found = [file for file in files if file.name.lower().endswith(readable)]
    taken = set(found)
    yield from found
    if found and (others := [file.suffix or file.name for file in files if file not in taken]):
        kinds = ", ".join(sorted(set(others))[:_MOST_KINDS])
        passed = f"{len(others)} files of other kinds were passed over ({kinds})"
        yield Unread(str(folder), f"{passed}; only {', '.join(readable)} are read")
    for error in unsearched:
        yield Unread(str(error.filename or folder), f"cannot be searched ({cause_of(error)}); check its permissions")
    if not found and not unsearched:
        yield Unread(str(folder), f"a folder without articles; put files in it that end in {', '.join(readable)}")


def _matching(pattern: str, readable: tuple[str, ...]) -> Iterator[Path | Unread]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may begin at the root
    if not matches:
        yield Unread(pattern, "no file matches this pattern; check it, and quote it where the shell expands it")
    for match in matches:
        path = Path(match)
        if path.is_dir():
            yield from _in_folder(path, readable)
        else:
            yield path


def cause_of(error: Exception) -> str:
    """Why a file could not be read, in the system's own words."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
