"""Jobs: what is done in the background, how far it is, and what came of it."""

from typing import Annotated

from fastapi import APIRouter, Path

from rashomon.web.api.asked import MISSING, Housed
from rashomon.web.api.paging import Paged, Portion
from rashomon.web.background.job import Job

JobId = Annotated[str, Path(description="A job's id, as whatever began it told.")]
router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("", operation_id="list_jobs", summary="The jobs that are still known")
def list_jobs(house: Housed, paging: Paged) -> Portion[Job]:
    """The latest first. A server that was started anew knows none of those before."""
    return paging.within(house.jobs.all())


@router.get("/{id}", operation_id="get_job", summary="One job", responses=MISSING)
def get_job(house: Housed, id: JobId) -> Job:
    """Over where `state` is `done`, `failed` (`error` says why) or `stopped`."""
    return house.jobs.job(id)
