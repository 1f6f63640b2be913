"""The stories of the day."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from rashomon.web.house import House, the_house
from rashomon.web.templating import show

router = APIRouter()


@router.get("/")
def stories(request: Request, house: House = Depends(the_house)) -> HTMLResponse:
    """Today's stories, the latest first."""
    return show(request, "stories.html.j2", stories=house.store.stories())
