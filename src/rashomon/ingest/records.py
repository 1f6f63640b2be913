"""One JSON object to an article."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ingest.decoding import is_blank, without_surrogates
from rashomon.ingest.naming import id_of_url
from rashomon.model.article import Article, Unread
from rashomon.text.moments import read_moment

_FIELDS = {  # of an article: the keys it may stand under, the contract's first
    "outlet": ("outlet", "publisher", "source"),
    "url": ("url", "link"),
    "headline": ("title", "headline"),
    "byline": ("byline", "author"),
    "language": ("language", "lang"),
}
_DATES = {"published": ("published", "date", "published_at"), "modified": ("modified", "updated")}


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it was found: `given` where its id stands in the input, else the id is ours to choose."""

    article: Article
    where: str
    given: bool


def read_json_line(line: str, where: str, spare_id: str) -> Iterator[Found | Unread]:
    """The article of one JSON line, and what is wrong with it; `spare_id` is its id where it gives none."""
    node = parse_json(line, where)
    if isinstance(node, Unread):
        yield node
    else:
        yield from read_record(node, where, spare_id)


def read_json_text(text: str, where: str, spare_id: str) -> Iterator[Found | Unread]:
    """The articles of a JSON file: one object, a list of them, or {"articles": [...]}."""
    node = parse_json(text, where)
    if isinstance(node, Unread):
        yield node
        return
    if isinstance(node, dict) and isinstance(node.get("articles"), list):
        node = node["articles"]
    if not isinstance(node, list):
        yield from read_record(node, where, spare_id)
        return
    if not node:
        yield Unread(where, "an empty list; put an article in it, or leave the file out")
    for number, item in enumerate(node, start=1):
        yield from read_record(item, f"{where}:{number}", f"{spare_id}-{number}")


def parse_json(text: str, where: str) -> object:
    """The JSON value that `text` holds, or an Unread that says where it breaks."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return Unread(where, f"not JSON: {error.msg} at {place}; mend it, or leave it out")
    except (ValueError, RecursionError):
        return Unread(
            where, "JSON that cannot be read: nested too deep, or a number too long; mend it, or leave it out"
        )


def read_record(node: object, where: str, spare_id: str) -> Iterator[Found | Unread]:
    """The article that a JSON object holds; dates that cannot be read are reported, and the article kept."""
    if not isinstance(node, dict):
        yield Unread(where, 'not a JSON object; write {"id": ..., "text": ...}')
        return
    text = node.get("text")
    fields = {name: _first(node, keys) for name, keys in _FIELDS.items()}
    if not isinstance(text, str) or is_blank(without_surrogates(text)):
        if not fields["headline"]:
            yield Unread(where, f'no article: {_lack_of(text)}; give the report\'s words as "text"')
            return
        yield Unread(where, f"{_lack_of(text)}; its headline was read as its text")
        text = fields["headline"]
    dates = {name: _first(node, keys) for name, keys in _DATES.items()}
    given = _word(node.get("id"))
    article = Article(
        id=given or (id_of_url(fields["url"]) if fields["url"] else "") or spare_id,
        text=without_surrogates(text),
        **fields,
        **{name: read_moment(written) for name, written in dates.items()},
    )
    yield Found(article, where, given is not None)
    for name, written in dates.items():
        if written is not None and read_moment(written) is None:
            yield Unread(
                where, f"{name} {written[:40]!r} is no date we can read; write it as 2025-11-27; the article was kept"
            )


def _lack_of(text: object) -> str:
    """What is wrong with a record's text."""
    if text is None:
        return "it has no text"
    return "its text is empty" if isinstance(text, str) else "its text is no string"


def _first(node: dict[str, object], keys: tuple[str, ...]) -> str | None:
    return next((word for key in keys if (word := _word(node.get(key)))), None)


def _word(value: object) -> str | None:
    """A trimmed string; lists of names are joined, numbers written out, all else is nothing."""
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        value = str(value)
    if not isinstance(value, str):
        return None
    return without_surrogates(" ".join(value.split())) or None
