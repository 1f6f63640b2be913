"""Where programs begin: what this is, and where the rest stands."""

from dataclasses import dataclass

from fastapi import APIRouter, Request

from rashomon.model.comparison import FORMAT
from rashomon.version import VERSION

router = APIRouter(tags=["root"])


@dataclass(frozen=True, slots=True)
class Root:
    """`comparisons` is the format of every comparison; `description` the address of this API's OpenAPI document."""

    name: str
    version: str
    comparisons: str
    description: str
    stories: str


@router.get("/", operation_id="get_root", summary="What is served here")
def get_root(request: Request) -> Root:
    """The address to begin from."""
    at = request.scope["root_path"]
    return Root("Rashomon", VERSION, FORMAT, f"{at}/openapi.json", f"{at}/stories")
