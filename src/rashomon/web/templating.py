"""Templates of the pages; those of the comparison are the very ones that write the file."""

from functools import lru_cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from rashomon.render.dates import show_date, show_moment
from rashomon.render.edition import count
from rashomon.render.html import HERE as RENDER
from rashomon.render.html import make_environment, replace_unsafe
from rashomon.version import VERSION
from rashomon.web.addresses import article_at, page_at, speaker_at, story_at
from rashomon.web.demonstration import is_invented

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def environment() -> Environment:
    """All templates; a name that is in both folders is the web's."""
    made = make_environment(_HERE / "templates", RENDER / "templates")
    made.filters |= {"date": show_date, "moment": show_moment}
    made.tests["invented"] = is_invented
    made.globals["htmx"] = (_HERE / "static" / "vendor" / "htmx.min.js").is_file()
    made.globals |= {"count": count, "version": VERSION}
    made.globals |= {"article_at": article_at, "story_at": story_at, "speaker_at": speaker_at, "page_at": page_at}
    return made


def draw(template: str, **context: object) -> str:
    """What a template comes to, without any character that HTML cannot hold."""
    return replace_unsafe(environment().get_template(template).render(**context))


def fill(request: Request, template: str, **context: object) -> str:
    """A whole page from its template; `here` is the path asked for."""
    return draw(template, here=request.url.path, **context)


def show(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """A page from its template; `here` is the path asked for."""
    return HTMLResponse(fill(request, template, **context), status)
