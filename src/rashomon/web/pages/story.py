"""A story: the comparison of its reports, live."""

import gzip
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from markupsafe import Markup

from rashomon.model.kept import ListedStory, StoryFigures, StoryRecord
from rashomon.model.story import KeptCorrection
from rashomon.model.view import View
from rashomon.render.narrowing import narrow
from rashomon.render.page.parts import make_page
from rashomon.render.views import read_view, refuse_unknown, to_query
from rashomon.stream.living import living_story
from rashomon.version import VERSION
from rashomon.web.addresses import story_at
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import answer_kept, lead_to
from rashomon.web.sending.packing import QUICKLY, pack
from rashomon.web.shown import kept_comparison, listed_as_of, with_news
from rashomon.web.story_view import make_live, tell_state
from rashomon.web.templating import draw, show
from rashomon.web.visits import remember

router = APIRouter()
_MARK, _STATE = (
    "<!--mark-->",
    "<!--state-->",
)  # gaps; no text of a report can hold them: what is printed there is escaped


@router.get("/stories/{id}")
def story(id: str, request: Request, house: House = Depends(the_house)) -> Response:
    """The comparison as it was last made, of what the query asks for; what is new to this reader is marked."""
    mark = house.store.mark(id)
    listed = listed_as_of(house, id, mark)
    if listed.record.id != id:
        return lead_to(request, story_at(listed.record.id))
    if not listed.record.articles:
        return _tell_split(request, house, listed.record)
    view = read_view(parse_qsl(request.url.query, keep_blank_values=True))
    if not listed.fresh and not listed.failure:
        house.jobs.compare(id)
    if listed.figures is None:
        return show(request, "story_waiting.html.j2", listed=listed, may_write=not house.rules.read_only)
    seen = Response()
    before = remember(request, seen, id, listed.figures.digest, house.clock(), house.limits)
    key = ("story", id, mark, listed.figures.digest, to_query(view), before, house.rules.read_only)
    answer = answer_kept(request, house, key, lambda: _page(house, listed, mark, view, before))
    answer.headers["set-cookie"] = seen.headers["set-cookie"]
    return answer


@router.post("/stories/{id}/comparison")
def compare_again(id: str, house: House = Depends(the_house)) -> Response:
    """A comparison that failed is tried again; its job says how it goes."""
    job = house.jobs.compare(living_story(house.store, id).id, again=True)
    return RedirectResponse(f"/jobs/{job.id}", HTTPStatus.SEE_OTHER)


def _page(house: House, listed: ListedStory, mark: str, view: View, before: str | None) -> str:
    """The page under that mark. Its body is drawn once as long as the comparison stays: most marks change nothing but
    how that stands to the reports.
    """
    figures, writes = listed.figures, not house.rules.read_only
    assert figures is not None, "only a story that was compared has such a page"
    standing = tuple(one for one in house.store.kept_corrections(figures.story) if one.undone is None)
    key = (VERSION, "compared", figures, to_query(view), before, writes, tuple(one.number for one in standing))
    drawn = house.pages.get(key, lambda: pack(_draw(house, figures, view, before, standing).encode(), QUICKLY))
    again = f"{story_at(figures.story)}/comparison" if listed.failure and writes else None
    state = draw("story_state.html.j2", state=tell_state(listed), again=again)
    return gzip.decompress(drawn).decode().replace(_MARK, quote(mark)).replace(_STATE, state)


def _draw(
    house: House, figures: StoryFigures, view: View, before: str | None, standing: Sequence[KeptCorrection]
) -> str:
    """The page of a comparison, with gaps for what changes while that stays."""
    store, id = house.store, figures.story
    whole = with_news(store, id, kept_comparison(store, id, figures.digest), before, house.settings)
    refuse_unknown(whole, view)
    live = make_live(figures, whole, view, standing, not house.rules.read_only, before)
    page, gaps = make_page(narrow(whole, view)), {"mark": Markup(_MARK), "state": Markup(_STATE)}
    return draw("story.html.j2", here=story_at(id), page=page, live=live, **gaps)


def _tell_split(request: Request, house: House, record: StoryRecord) -> Response:
    """A story whose reports went to several: all of them are named."""
    heirs = [house.store.story(heir) for heir in record.became]
    return show(request, "story_split.html.j2", HTTPStatus.GONE, record=record, heirs=heirs)
