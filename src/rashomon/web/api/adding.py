"""Adding reports: by address, as text, as files. Each becomes a job, whose account says what came of it."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Body, File, Request, Response, UploadFile

from rashomon.web.api.asked import Housed
from rashomon.web.api.names import CLOSED
from rashomon.web.background.job import Job
from rashomon.web.pages.adding import collect_files, collect_links, collect_text

router = APIRouter(prefix="/add", tags=["adding"])


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages, feeds, lists of feeds or sitemaps."""

    __pydantic_config__ = CLOSED
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report's text, and what is known of it. `published` is ISO 8601."""

    __pydantic_config__ = CLOSED
    text: str
    headline: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""


@router.post("/links", operation_id="add_links", summary="Ask addresses, and keep what they hold", status_code=202)
def add_links(request: Request, response: Response, house: Housed, links: Annotated[Links, Body()]) -> Job:
    """Each host's robots.txt is heeded, one page at a time."""
    return accepted(request, response, collect_links(house, list(links.addresses)))


@router.post("/texts", operation_id="add_text", summary="Keep a text as a report", status_code=202)
def add_text(request: Request, response: Response, house: Housed, report: Annotated[Report, Body()]) -> Job:
    """The same text under the same headline is the same report, however often it is added."""
    known = asdict(report)
    return accepted(request, response, collect_text(house, known.pop("text"), known))


@router.post("/files", operation_id="add_files", summary="Keep what files hold", status_code=202)
def add_files(request: Request, response: Response, house: Housed, files: Annotated[list[UploadFile], File()]) -> Job:
    """Of every kind that `rashomon collect` reads: pages, text, Markdown, JSON lines, feeds, archives."""
    given = [(one.filename, one.file.read()) for one in files if one.filename]
    return accepted(request, response, collect_files(house, given))


def accepted(request: Request, response: Response, job: Job) -> Job:
    """The job, with its address as the `Location` of the response."""
    response.headers["location"] = f"{request.scope['root_path']}/jobs/{job.id}"
    return job
