"""Speakers: who is quoted by name, and all that is quoted of one."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from rashomon.model.kept import Finding, Speaker
from rashomon.web.api.asked import MISSING, Housed
from rashomon.web.api.paging import Paged, Portion

router = APIRouter(prefix="/speakers", tags=["speakers"])
Key = Annotated[str, Path(description="The name folded, as the list of speakers gives it.")]
Named = Annotated[str | None, Query(alias="q", description="Words of the name; all speakers where none is given.")]


@router.get("", operation_id="list_speakers", summary="Who is quoted by name")
def list_speakers(house: Housed, paging: Paged, q: Named = None) -> Portion[Speaker]:
    """The same name in two stories may be two people."""
    return paging.of(house.store.speakers(q, paging.limit, paging.offset), house.store.count_speakers(q))


@router.get("/{key}", operation_id="get_speaker", summary="One speaker", responses=MISSING)
def get_speaker(house: Housed, key: Key) -> Speaker:
    """`key` is the name folded, as the list gives it."""
    return house.store.speaker(key)


@router.get(
    "/{key}/quotations",
    operation_id="list_quotations_of_speaker",
    summary="All that is quoted of one speaker",
    responses=MISSING,
)
def list_quotations(house: Housed, key: Key, paging: Paged) -> Portion[Finding]:
    """The newest first."""
    speaker = house.store.speaker(key)
    return paging.of(house.store.quoted(key, paging.limit, paging.offset), speaker.quotations)
