"""The demonstration: eight reports of one invented event, by invented outlets, in an invented country.

Written for this project; nothing in `articles.jsonl` happened, and each line says so in its `note`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def demo_articles() -> Iterator[Path]:
    """The file of the demonstration's articles, as JSON lines, for as long as the block runs."""
    with as_file(files(__name__) / "articles.jsonl") as path:
        yield path
