"""What a reader sees of a story, as a file: the same comparison under the same query, in four formats."""

import re
from urllib.parse import quote

from anyascii import anyascii
from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from rashomon.errors import BadOption
from rashomon.model.comparison import Comparison
from rashomon.render.narrowing import narrow
from rashomon.render.views import read_view, refuse_unknown
from rashomon.stream.living import living_story
from rashomon.web.addresses import story_at
from rashomon.web.formats import EXPORTS
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import lead_to
from rashomon.web.shown import kept_comparison, read_kept, the_standing, with_news

router = APIRouter()
SEEN, BEFORE = "digest", "before"  # of the query: the digest of the comparison seen, and of that seen before it
LONGEST_NAME = 120  # bytes of the headline in a file's name: with day and id well under the 255 of file systems


@router.get("/stories/{id}/export.{suffix}")
def export(id: str, suffix: str, request: Request, house: House = Depends(the_house)) -> Response:
    """Exactly what the story's page shows under the same query, every line with its citation."""
    if suffix not in EXPORTS:
        raise BadOption(f"no export {suffix!r}; there are {', '.join(EXPORTS)}")
    record = living_story(house.store, id)
    if record.id != id:
        return lead_to(request, f"{story_at(record.id)}/export.{suffix}")
    asked = request.query_params.multi_items()
    view = read_view((name, value) for name, value in asked if name not in (SEEN, BEFORE))
    digest, before = (request.query_params.get(name) or None for name in (SEEN, BEFORE))
    whole = _find(house, id, digest, before)
    refuse_unknown(whole, view)
    seen, form = narrow(whole, view), EXPORTS[suffix]
    body = form.write(seen).encode("utf-8", "backslashreplace")
    headers = {"content-disposition": dispose(name_file(seen, id), suffix)}
    return Response(body, headers=headers, media_type=form.media_type)


def _find(house: House, story: str, digest: str | None, before: str | None) -> Comparison:
    """The comparison of that digest, else the one that there is, with what is new in it since another."""
    store = house.store
    seen = kept_comparison(store, story, digest) if digest else read_kept(the_standing(store, story).comparison)
    return with_news(store, story, seen, before, house.settings)


def name_file(comparison: Comparison, story: str) -> str:
    """A name that tells the file: day, headline and id of the story, and whether it is a part; without a suffix."""
    headline, published = comparison.story.headline, comparison.story.first_published or ""
    dated = re.match(r"\d{4}-\d\d-\d\d", published, re.ASCII)
    words = "-".join(re.findall(r"\w+", headline.text if headline else ""))
    cut = words.encode("utf-8", "ignore")[:LONGEST_NAME].decode("utf-8", "ignore").strip("-_")
    parts = (dated[0] if dated else "", cut, story, "filtered" if comparison.narrowed else "")
    return "-".join(filter(None, parts))


def dispose(name: str, suffix: str) -> str:
    """A `Content-Disposition` after RFC 6266: the name in letters that every browser takes, then in its own."""
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", anyascii(name)).strip("-.") or "comparison"
    own = quote(f"{name}.{suffix}", safe="", errors="replace")  # after RFC 8187
    return f"attachment; filename=\"{plain}.{suffix}\"; filename*=UTF-8''{own}"
