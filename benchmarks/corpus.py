"""Where labelled data lies and how it is read: stories, and files of JSON lines."""

import gzip
import hashlib
import json
import os
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import RashomonError
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article, Unread
from rashomon.model.comparison import Comparison
from rashomon.pipeline import checked, compare_articles

ROOT = Path(__file__).resolve().parent.parent
ARTICLES, LABELS = "articles.jsonl", "gold.json"
Row = dict[str, Any]
Wanted = Mapping[str, type | Sequence[str]]  # what every row has: a type, or the keys of each object of a list


class BadData(Exception):
    """Data that cannot be scored; the message is one line and says where and why."""


def shared_folder(given: Path | None = None) -> Path:
    """The folder of shared material: as given, else RASHOMON_SHARED, else beside the repository."""
    return given or Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")


def find_stories(
    data: Path | None, shared: Path, names: Sequence[str] = (), needed: Sequence[str] = (ARTICLES, LABELS)
) -> list[Path]:
    """The folders of stories in `data`, by name; without it those of the shared folder, none where that is absent.

    Raises BadData where `data` holds no story, or there are stories but none of a name asked for.
    """
    place = data or shared / "stories"
    found = sorted(path.parent for path in place.glob(f"*/{ARTICLES}") if _is_story(path.parent, needed))
    if _is_story(place, needed):
        found = [place]
    if data and not found:
        raise BadData(f"{data}: no folder with {' and '.join(needed)} in it")
    unknown = sorted(set(names) - {folder.name for folder in found})
    if found and unknown:
        raise BadData(f"{place}: no story {', '.join(unknown)}")
    return [folder for folder in found if not names or folder.name in names]


def _is_story(folder: Path, needed: Sequence[str]) -> bool:
    return all((folder / name).is_file() for name in needed)


def story_articles(folder: Path) -> tuple[Article, ...]:
    """The articles of one story. Raises BadData where there is none."""
    return _read(folder)[0]


def run_story(folder: Path) -> Comparison:
    """The comparison of one story, as the command line would make it. Raises BadData where it has no article."""
    articles, unread = _read(folder)
    return compare_articles(articles, unread)


def _read(folder: Path) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    path = folder / ARTICLES
    try:
        articles, unread = read_articles(path)
        checked(articles)
    except RashomonError as error:
        raise BadData(f"{path}: {error}") from None
    for one in unread:
        print(f"{one.where}: {one.reason}", file=sys.stderr)
    return articles, unread


def corpus_digest(folders: list[Path]) -> str:
    """A fingerprint of the articles and labels: figures of two corpora cannot be compared."""
    digest = hashlib.sha256()
    for folder in folders:
        for name in (ARTICLES, LABELS):
            digest.update(f"{folder.name}/{name}\0".encode())
            digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def read_rows(path: Path, wanted: Wanted) -> list[Row]:
    """The rows of a file of JSON lines, packed with gzip or not. Raises BadData."""
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise BadData(f"{path}: a broken gzip file") from None
    except OSError as error:
        raise BadData(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise BadData(f"{path}: no UTF-8 text") from None
    rows = [_row(line, f"{path}:{n}", wanted) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not rows:
        raise BadData(f"{path}: no rows")
    return rows


def _row(line: str, where: str, wanted: Wanted) -> Row:
    try:
        row = json.loads(line)
    except ValueError:
        raise BadData(f"{where}: no JSON") from None
    if not isinstance(row, dict):
        raise BadData(f"{where}: no JSON object")
    for key, held in wanted.items():
        if isinstance(held, type):
            if not isinstance(row.get(key), held):
                raise BadData(f"{where}: {key!r} is missing or no {held.__name__}")
        elif not _is_list_of(row.get(key), held):
            raise BadData(f"{where}: {key!r} is missing or no list of objects with {', '.join(held)}")
    return row


def _is_list_of(parts: object, keys: Sequence[str]) -> bool:
    return isinstance(parts, list) and all(isinstance(part, dict) and part.keys() >= set(keys) for part in parts)
