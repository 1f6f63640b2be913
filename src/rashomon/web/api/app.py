"""The API as one application, which the house mounts under /api/v1."""

from fastapi import Depends, FastAPI

from rashomon.version import VERSION
from rashomon.web.api import (
    adding,
    articles,
    comparisons,
    corrections,
    evidence,
    jobs,
    root,
    searching,
    sources,
    speakers,
    stories,
)
from rashomon.web.api.answering import Answering
from rashomon.web.api.asked import MovedOn, lead_on
from rashomon.web.api.describing import describe
from rashomon.web.api.names import refuse_unknown
from rashomon.web.faults import tell_faults
from rashomon.web.house import House

ROOMS = (root, stories, comparisons, articles, evidence, searching, speakers, sources, corrections, adding, jobs)


def make_api(house: House) -> FastAPI:
    """The API over a house. Version 1: what is there stays as it is; keys and addresses may be added."""
    api = FastAPI(
        title="Rashomon",
        version=VERSION,
        summary="Reports of one event side by side: what they share, where they part, and the very words.",
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(refuse_unknown)],
    )
    api.state.house = house
    for room in ROOMS:
        api.include_router(room.router)
    api.add_exception_handler(MovedOn, lead_on)
    tell_faults(api)
    api.add_middleware(Answering, routes=[route for room in ROOMS for route in room.router.routes])
    describe(api)
    return api
