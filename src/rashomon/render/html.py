"""For the browser: one file that needs nothing else, script and network included."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.model.comparison import Comparison
from rashomon.render.page.parts import make_page

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent
# Characters that HTML cannot hold, each replaced by one of the same length so that places stay true.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def render_html(comparison: Comparison) -> str:
    """The page: all texts, style and script in one file. The words of the reports stand in it whole and in order."""
    page = make_page(comparison)
    template = _environment().get_template("page.html.j2")
    shown: str = template.render(page=page, live=None)
    return replace_unsafe(shown)


def replace_unsafe(shown: str) -> str:
    """A page in which every character that HTML cannot hold is one that says so; places in it stay true."""
    return _UNSAFE.sub("\ufffd", shown)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    return make_environment(HERE / "templates")


def make_environment(*folders: Path) -> "Environment":
    """The templates in these folders, the first folder's before others of its name; they escape what they print."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here: the other formats need no templates

    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        auto_reload=False,  # or every page that is served would look at every file it is made of
    )
    environment.filters["breaks"] = keep_breaks
    environment.globals["static"] = read_static
    return environment


def keep_breaks(text: str) -> "Markup":
    """Text with its markup escaped and its carriage returns kept, which a browser would else read as line feeds."""
    from markupsafe import Markup, escape

    return Markup(str(escape(text)).replace("\r", "&#13;"))


@lru_cache(maxsize=4)
def read_static(name: str) -> "Markup":
    """The style sheet or script, as it stands in the page."""
    from markupsafe import Markup

    return Markup((HERE / "static" / name).read_text(encoding="utf-8"))
