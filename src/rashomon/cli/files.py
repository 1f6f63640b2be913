"""Files that a command writes: whole or not at all, so that what stood there outlives a failure."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_STREAMS = (1, 2)  # descriptors of standard output and error
_OF_DESCRIPTORS = (("dev", "fd"), ("proc", "self"))  # beginnings of paths of what is open already


def write_file(portions: Iterable[str], path: Path) -> None:
    """The file holds all of the text, in UTF-8 with line feeds alone; where this raises OSError, what it held before.

    A link goes on leading where it leads, and permissions stay. What is no file (a pipe, a device), and a file in a
    folder that takes no other, is written as it stands.
    """
    found = _stat(path)
    if found is not None and (not stat.S_ISREG(found.st_mode) or _is_open(path, found)):
        _write(portions, path)
        return
    target = path.resolve()
    if found is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))  # nor is it to be replaced
    with _beside(target) as draft:
        _write(portions, draft or target)
        if draft:
            _put_in_place(draft, target, found)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_open(path: Path, found: os.stat_result) -> bool:
    """True where a stream of ours leads there (`-o /dev/stdout > FILE`), which would go on with what was replaced."""
    if path.absolute().parts[1:3] in _OF_DESCRIPTORS:
        return True
    for stream in _STREAMS:
        try:
            if os.path.samestat(os.fstat(stream), found):
                return True
        except OSError:  # it is closed
            continue
    return False


@contextmanager
def _beside(target: Path) -> Iterator[Path | None]:
    """A new empty file in the same folder, gone afterwards; None where the folder takes none."""
    draft = target.with_name(f".rashomon-{secrets.token_hex(6)}")
    try:
        draft.open("x").close()
    except OSError:
        yield None
        return
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, target: Path, found: os.stat_result | None) -> None:
    """The draft stands for the target, under its owner and permissions; where it cannot, its text does."""
    try:
        if found is not None:
            _make_alike(draft, found)
        draft.replace(target)
    except OSError:  # of another owner, of several names, mounted by itself
        shutil.copyfile(draft, target)


def _make_alike(draft: Path, found: os.stat_result) -> None:
    if found.st_nlink > 1:
        raise OSError("it has other names, which are to stay its own")
    made = draft.stat()
    if (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        os.chown(draft, found.st_uid, found.st_gid)
    draft.chmod(stat.S_IMODE(found.st_mode))


def _write(portions: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(portions)
