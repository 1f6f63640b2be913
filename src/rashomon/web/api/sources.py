"""Sources: how far each was read, what came of it, what failed and why."""

from fastapi import APIRouter

from rashomon.model.kept import SourceHealth
from rashomon.web.api.asked import Housed
from rashomon.web.api.paging import Paged, Portion

router = APIRouter(prefix="/sources", tags=["sources"])


@router.get("", operation_id="list_sources", summary="The sources and how they fare")
def list_sources(house: Housed, paging: Paged) -> Portion[SourceHealth]:
    """Those due first."""
    return paging.within(house.store.source_health())
