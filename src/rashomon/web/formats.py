"""The formats in which a comparison can be taken away, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model.comparison import Comparison
from rashomon.render.cited import render_cited_json
from rashomon.render.html import render_html
from rashomon.render.markdown import render_markdown
from rashomon.render.sheet import render_csv

_BYTE_ORDER = "\ufeff"  # without it a spreadsheet takes UTF-8 for the letters of its own country


@dataclass(frozen=True, slots=True)
class Export:
    """How a comparison is written to a file, what the file is, and what it is called on the page."""

    name: str
    media_type: str
    write: Callable[[Comparison], str]


EXPORTS = {
    "html": Export("HTML", "text/html; charset=utf-8", render_html),
    "md": Export("Markdown", "text/markdown; charset=utf-8", render_markdown),
    "json": Export("JSON", "application/json", render_cited_json),
    "csv": Export("CSV", "text/csv; charset=utf-8; header=present", lambda seen: _BYTE_ORDER + render_csv(seen)),
}
