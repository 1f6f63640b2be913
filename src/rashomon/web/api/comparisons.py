"""The comparison of a story: the contract's own bytes, or the part of it that is asked for."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.model.comparison import Comparison
from rashomon.model.view import View
from rashomon.render.narrowing import narrow
from rashomon.render.views import read_view, refuse_unknown, to_query
from rashomon.serialize import comparison_to_json
from rashomon.stream.living import Standing, standing_comparison
from rashomon.web.api.adding import accepted
from rashomon.web.api.asked import MISSING, AskedStory, Housed, the_comparison
from rashomon.web.background.job import Job
from rashomon.web.house import House
from rashomon.web.pages.exports import BEFORE
from rashomon.web.shown import read_kept, with_news

router = APIRouter(prefix="/stories", tags=["comparisons"])
_SAYS: dict[int | str, dict[str, Any]] = {
    200: {
        "model": Comparison,
        "description": "The comparison. `Rashomon-Digest` tells the versions and corrections it is of, `Rashomon-Fresh`"
        " whether the story still has these (`yes`) or a newer comparison is to come (`no`).",
    },
    **MISSING,
}
Kinds = Annotated[list[str] | None, Query(description="Differences of these kinds: `number`, `name`, `date`, ...")]
Relations = Annotated[list[str] | None, Query(description="Differences of these relations: `conflict`, `update`, ...")]
Outlets = Annotated[list[str] | None, Query(description="What reports of these outlets say, and where they part.")]
Origins = Annotated[list[str] | None, Query(description="The same of these origins, as `o-1`.")]
Before = Annotated[
    str | None, Query(description="The `Rashomon-Digest` of an earlier comparison; what is new since is `new_since`.")
]
Again = Annotated[bool, Query(description="Also where it failed and nothing has changed since.")]
Articles = Annotated[list[str] | None, Query(description="The same of these articles.")]


@router.get(
    "/{story}/comparison",
    operation_id="get_comparison",
    summary="What its reports share and where they part",
    responses=_SAYS,
)
def get_comparison(
    request: Request,
    house: Housed,
    record: AskedStory,
    kind: Kinds = None,
    relation: Relations = None,
    outlet: Outlets = None,
    origin: Origins = None,
    article: Articles = None,
    before: Before = None,
) -> Response:
    """`rashomon.comparison/1`, byte for byte what `rashomon compare --story ID --format json` prints.

    With filters it is the part that the story's page shows under the same query, and `narrowed` says so. 404 where
    the story is not compared yet.
    """
    standing = the_comparison(house, record.id)
    asked = read_view((name, value) for name, value in request.query_params.multi_items() if name != BEFORE)
    body = standing.comparison.encode()
    if before or not asked.everything:
        key = ("api", record.id, standing.digest, standing.when, to_query(asked), before)
        body = house.pages.get(key, lambda: _shown(house, record.id, standing, asked, before))
    told = {"Rashomon-Digest": standing.digest, "Rashomon-Fresh": "yes" if standing.fresh else "no"}
    return Response(body, headers=told, media_type="application/json")


def _shown(house: House, story: str, standing: Standing, asked: View, before: str | None) -> bytes:
    comparison = read_kept(standing.comparison)
    refuse_unknown(comparison, asked)
    newer = with_news(house.store, story, comparison, before, house.settings)
    return comparison_to_json(narrow(newer, asked)).encode()


@router.post(
    "/{story}/comparison",
    operation_id="ask_for_comparison",
    summary="Have it compared, as its reports and corrections stand",
    status_code=202,
    response_model=Job,
    responses={303: {"description": "That comparison is there: `Location` is its address."}, **MISSING},
)
def ask_for_comparison(
    request: Request, response: Response, house: Housed, record: AskedStory, again: Again = False
) -> Job | RedirectResponse:
    """202 and the job that makes it. Asking again leads to the same job, and to the comparison when it is made."""
    standing = standing_comparison(house.store, record.id)
    if standing is not None and standing.fresh:
        return RedirectResponse(request.url.path, HTTPStatus.SEE_OTHER)
    return accepted(request, response, house.jobs.compare(record.id, again))
