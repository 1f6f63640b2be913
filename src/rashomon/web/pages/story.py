"""A story: the comparison of its reports, live."""

from http import HTTPStatus
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from rashomon.model.kept import ListedStory, StoryRecord
from rashomon.model.view import View
from rashomon.render.narrowing import narrow
from rashomon.render.page.parts import make_page
from rashomon.render.views import read_view, refuse_unknown, to_query
from rashomon.stream.living import living_story
from rashomon.web.addresses import story_at
from rashomon.web.answers import answer_kept, lead_to
from rashomon.web.house import House, the_house
from rashomon.web.shown import kept_comparison, listed_as_of, with_news
from rashomon.web.story_view import make_live, tell_state
from rashomon.web.templating import environment, show
from rashomon.web.visits import remember

router = APIRouter()


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
    answer = answer_kept(request, house, key, lambda: _render(house, listed, mark, view, before))
    answer.headers["set-cookie"] = seen.headers["set-cookie"]
    return answer


@router.post("/stories/{id}/comparison")
def compare_again(id: str, house: House = Depends(the_house)) -> Response:
    """A comparison that failed is tried again; its job says how it goes."""
    job = house.jobs.compare(living_story(house.store, id).id, again=True)
    return RedirectResponse(f"/jobs/{job.id}", HTTPStatus.SEE_OTHER)


def _render(house: House, listed: ListedStory, mark: str, view: View, before: str | None) -> str:
    assert listed.figures is not None, "only a story that was compared has such a page"
    store, id = house.store, listed.record.id
    whole = with_news(store, id, kept_comparison(store, id, listed.figures.digest), before, house.settings)
    refuse_unknown(whole, view)
    live = make_live(listed, mark, whole, view, store.kept_corrections(id), not house.rules.read_only, before)
    template = environment().get_template("story.html.j2")
    page = make_page(narrow(whole, view))
    return template.render(here=story_at(id), page=page, live=live, state=tell_state(live))


def _tell_split(request: Request, house: House, record: StoryRecord) -> Response:
    """A story whose reports went to several: all of them are named."""
    heirs = [house.store.story(heir) for heir in record.became]
    return show(request, "story_split.html.j2", HTTPStatus.GONE, record=record, heirs=heirs)
