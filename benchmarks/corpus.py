"""Where the labelled stories lie, and how a story is run: the same calls the command line makes."""

import hashlib
import os
from pathlib import Path

from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.pipeline import compare_articles

ROOT = Path(__file__).resolve().parent.parent


def shared_folder(given: Path | None = None) -> Path:
    """The folder of shared material: as given, else RASHOMON_SHARED, else beside the repository."""
    return given or Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")


def story_folders(shared: Path, names: list[str] | None = None) -> list[Path]:
    """The folders of labelled stories, by name; empty where the data is absent."""
    folders = sorted(path.parent for path in (shared / "stories").glob("*/gold.json"))
    return [folder for folder in folders if not names or folder.name in names]


def story_articles(folder: Path) -> tuple[Article, ...]:
    """The articles of one story."""
    return tuple(read_articles(str(folder / "articles.jsonl"))[0])


def run_story(folder: Path) -> Comparison:
    """The comparison of one story."""
    articles, unread = read_articles(str(folder / "articles.jsonl"))
    return compare_articles(articles, unread)


def corpus_digest(folders: list[Path]) -> str:
    """A fingerprint of the articles and labels: figures of two corpora cannot be compared."""
    digest = hashlib.sha256()
    for folder in folders:
        for name in ("articles.jsonl", "gold.json"):
            digest.update(f"{folder.name}/{name}\0".encode())
            digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]
