"""The address of everything that a page links to, made in one place; ids may be addresses themselves."""

from urllib.parse import quote, urlencode

from rashomon.model.selector import Selector
from rashomon.model.span import Span


def story_at(story: str, item: str = "") -> str:
    """The page of a story; of one of its items ("c-3"), where one is given."""
    return f"/stories/{_quoted(story)}{f'#{item}' if item else ''}"


def article_at(article: str, span: Span | None = None, **asked: object) -> str:
    """The page of an article; with the words of a span marked, and what else is asked of it ("version")."""
    given = {**asked, **({"start": span.start, "end": span.end} if span else {})}
    return f"/articles/{_quoted(article)}{_query(given)}{'#here' if span else ''}"


def speaker_at(key: str, **asked: object) -> str:
    """The page of all that is quoted of one."""
    return f"/speakers/{_quoted(key)}{_query(asked)}"


def evidence_at(words: Selector) -> str:
    """The address that finds these words again, wherever they stand by then: W3C's two selectors as a query."""
    place = {"article": words.article, "start": words.start, "end": words.end}
    return f"/evidence{_query({**place, 'exact': words.exact, 'prefix': words.prefix, 'suffix': words.suffix})}"


def page_at(path: str, **asked: object) -> str:
    """A page with its query; what is None, empty or 0 is not asked."""
    return f"{path}{_query(asked)}"


def _query(asked: dict[str, object]) -> str:
    given = {name.rstrip("_"): value for name, value in asked.items() if value is not None and value != ""}
    return f"?{urlencode(given, errors='replace')}" if given else ""


def _quoted(id: str) -> str:
    return quote(id, safe="", errors="replace")
