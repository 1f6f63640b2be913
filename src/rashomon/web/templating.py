"""Templates of the pages; those of the comparison are the very ones that write the file."""

from functools import lru_cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rashomon.render.dates import show_date, show_moment
from rashomon.render.edition import count
from rashomon.render.html import HERE as RENDER
from rashomon.render.html import keep_breaks, read_static
from rashomon.version import VERSION

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def environment() -> Environment:
    """All templates; a name that is in both folders is the web's."""
    made = Environment(
        loader=FileSystemLoader([_HERE / "templates", RENDER / "templates"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"breaks": keep_breaks, "date": show_date, "moment": show_moment}
    made.globals |= {"static": read_static, "count": count, "version": VERSION}
    return made


def show(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """A page from its template; `here` is the path asked for."""
    page = environment().get_template(template).render(here=request.url.path, **context)
    return HTMLResponse(page, status)
