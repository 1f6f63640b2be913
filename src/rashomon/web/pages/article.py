"""One article: its text with what its story has of it, its versions, and what changed between any two of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.errors import BadOption
from rashomon.store.speakers import speaker_key
from rashomon.web.article_view import choose_version, make_article_page, make_versions_page
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import answer_kept
from rashomon.web.templating import fill

router = APIRouter()


@router.get("/articles/{id:path}")
def article(
    request: Request,
    id: str,
    version: int | None = None,
    compare: Annotated[str | None, Query(max_length=40)] = None,
    old: int | None = None,
    new: int | None = None,
    start: int | None = None,
    end: int | None = None,
    house: House = Depends(the_house),
) -> Response:
    """One version of an article, the words from `start` to `end` marked; or two versions side by side."""
    story = house.store.story_of(id)
    key = ("article", id, story, house.rules.read_only, version, compare, old, new, start, end, house.store.mark(story))

    def make() -> str:
        versions = house.store.versions(id)
        if compare is not None or old is not None or new is not None:
            asked = _two(compare) if compare is not None else (old or 1, new or len(versions))
            return fill(request, "versions.html.j2", page=make_versions_page(versions, *asked))
        shown = choose_version(versions, version)
        page = make_article_page(house.store, story, versions, shown, start, end)
        writes = not house.rules.read_only
        return fill(request, "article.html.j2", page=page, key_of_speaker=speaker_key, may_write=writes)

    return answer_kept(request, house, key, make)


def _two(compare: str) -> tuple[int, int]:
    first, _, second = compare.partition("..")
    if not (first.isdecimal() and second.isdecimal()):
        raise BadOption(f"{compare!r} names no two versions; give them as 1..2")
    return int(first), int(second)
