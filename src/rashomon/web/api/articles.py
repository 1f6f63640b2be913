"""Articles: one, its versions, what two of them differ in. An id that is an address is percent-encoded whole."""

from typing import Annotated

from fastapi import APIRouter, Query

from rashomon.model.kept import Edit
from rashomon.store.changes import changes
from rashomon.web.api.asked import MISSING, ArticleId, Housed
from rashomon.web.api.paging import Paged, Portion
from rashomon.web.api.shapes import ArticleShown, VersionShown, show_article, show_version
from rashomon.web.article_view import choose_version

router = APIRouter(tags=["articles"])
Asked = Annotated[int | None, Query(ge=1, description="A version's number, from 1; the latest where none is given.")]


@router.get(
    "/articles/{article:path}", operation_id="get_article", summary="One article, as it was read", responses=MISSING
)
def get_article(house: Housed, article: ArticleId, version: Asked = None) -> ArticleShown:
    """Its latest version, or the one asked for. Places of evidence count the code points of `text`."""
    versions = house.store.versions(article)
    return show_article(choose_version(versions, version), len(versions), house.store.story_of(article))


@router.get("/versions/{article:path}", operation_id="list_versions", summary="Its versions", responses=MISSING)
def list_versions(house: Housed, article: ArticleId, paging: Paged) -> Portion[VersionShown]:
    """The oldest first."""
    return paging.within([show_version(one) for one in house.store.versions(article)])


@router.get(
    "/edits/{article:path}", operation_id="list_edits", summary="What two of its versions differ in", responses=MISSING
)
def list_edits(house: Housed, article: ArticleId, paging: Paged, old: Asked = None, new: Asked = None) -> Portion[Edit]:
    """From version `old` (the one before `new`) to version `new` (the latest): each place that differs, by words."""
    versions = house.store.versions(article)
    after = choose_version(versions, new)
    before = choose_version(versions, old or max(1, after.number - 1))
    return paging.within(changes(before.article, after.article))
