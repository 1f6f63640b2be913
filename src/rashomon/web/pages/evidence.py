"""Words of a report, found again by W3C's selectors: a link that survives small edits."""

from http import HTTPStatus

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from rashomon.errors import BadOption, NoSuchWords
from rashomon.model.selector import Selector
from rashomon.model.span import Span
from rashomon.render.page.places import safe_id
from rashomon.stream.living import standing_comparison
from rashomon.stream.quoting import Quoted, quote
from rashomon.text.selecting import find_selected
from rashomon.web.addresses import article_at, story_at
from rashomon.web.house import House, the_house
from rashomon.web.shown import read_kept
from rashomon.web.templating import show

router = APIRouter()


@router.get("/evidence")
def evidence(
    request: Request,
    article: str,
    start: int = Query(-1, ge=-1),
    end: int = Query(-1, ge=-1),
    exact: str = "",
    prefix: str = "",
    suffix: str = "",
    house: House = Depends(the_house),
) -> Response:
    """Leads to the words in the story of their article, or in the article; says so where they are gone from it."""
    if not exact and not 0 <= start < end:
        raise BadOption("this link tells no words and no place; it wants article, and exact or start and end")
    asked = Selector(article, start, end, exact, prefix, suffix)
    try:
        quoted = quote(house.store, asked)
    except NoSuchWords:
        latest = house.store.versions(article)[-1]
        return show(request, "evidence.html.j2", HTTPStatus.NOT_FOUND, asked=asked, quoted=None, latest=latest)
    if quoted.gone:
        link = _in_article(quoted)
        return show(request, "evidence.html.j2", asked=asked, quoted=quoted, latest=quoted.latest, link=link)
    place = _in_story(house, quoted) or _in_article(quoted)
    return RedirectResponse(place, HTTPStatus.SEE_OTHER, headers={"cache-control": "no-store"})


def _in_article(quoted: Quoted) -> str:
    """The page of the article with the words marked; of the version that has them, where that is not the latest."""
    version = quoted.version.number if quoted.gone else None
    return article_at(quoted.evidence.article, quoted.evidence.span, version=version)


def _in_story(house: House, quoted: Quoted) -> str | None:
    """The place on the page of the article's story; None where its comparison has no such words."""
    article = quoted.evidence.article
    story = house.store.story_of(article)
    standing = standing_comparison(house.store, story) if story else None
    if story is None or standing is None:
        return None
    comparison = read_kept(standing.comparison)
    text = next((one.text for one in comparison.articles if one.id == article), "")
    span: Span | None = find_selected(text, quoted.selector)
    return story_at(story, f"{safe_id(article)}.{span.start}-{span.end}") if span else None
