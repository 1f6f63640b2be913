"""What the API says when something is wrong: RFC 9457's problem details, in every case and in no other shape."""

import json
from dataclasses import asdict, dataclass
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import Response

from rashomon.errors import (
    NoSuchArticle,
    NoSuchCorrection,
    NoSuchJob,
    NoSuchSpeaker,
    NoSuchStory,
    NoSuchWords,
    NotComparedYet,
    RashomonError,
    StoreFault,
    TooManyWait,
)

MEDIA_TYPE = "application/problem+json"
_MISSING = (NoSuchArticle, NoSuchCorrection, NoSuchJob, NoSuchSpeaker, NoSuchStory, NoSuchWords, NotComparedYet)


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong, where, and what to do, in one line: `detail`. `status` is that of the response, `title` its name,
    `instance` the path asked for; `type` is `about:blank`, which says that `status` is the kind of problem.
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str


def status_of(error: RashomonError) -> HTTPStatus:
    """The status of a response about an error that the reader can mend."""
    if isinstance(error, _MISSING):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, StoreFault | TooManyWait):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.UNPROCESSABLE_ENTITY


def tell_problem(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """A response that says what is wrong, in one line whatever was sent."""
    line = " ".join(detail.split())
    told = Problem("about:blank", HTTPStatus(status).phrase, status, line, request.url.path)
    return Response(json.dumps(asdict(told)), status, headers, MEDIA_TYPE)  # in ASCII, as what is told may be no text
