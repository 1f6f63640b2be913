"""What the reader is told when something is wrong: one line, as a page or, of the API, as problem details."""

import itertools
import logging
import os
import traceback
from collections.abc import Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.errors import TRACEBACK, RashomonError, StoreFault, TooManyWait
from rashomon.web.api.problems import status_of, tell_problem
from rashomon.web.templating import show

API = "/api/"
_COME_BACK = {"retry-after": "5"}  # seconds; a writer that holds the store longer has been waited for already
_log = logging.getLogger("rashomon.web")
_numbers = itertools.count(1)
_IN_WORDS = {"unexpected_keyword_argument": "no field of that name"}

_TITLES = {
    HTTPStatus.BAD_REQUEST: "This could not be understood",
    HTTPStatus.UNAUTHORIZED: "A password is needed",
    HTTPStatus.FORBIDDEN: "This is not allowed",
    HTTPStatus.NOT_FOUND: "There is no such page",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is too much at once",
    HTTPStatus.UNPROCESSABLE_ENTITY: "This cannot be done as it was asked",
    HTTPStatus.INTERNAL_SERVER_ERROR: "A fault of ours",
    HTTPStatus.SERVICE_UNAVAILABLE: "This cannot be done just now",
}


def answer_fault(request: Request, status: int, line: str, headers: dict[str, str] | None = None) -> Response:
    """The one shape in which anything wrong is told."""
    if request.url.path.startswith(API):
        return tell_problem(request, status, line, headers=headers)
    title = _TITLES.get(HTTPStatus(status), HTTPStatus(status).phrase)
    page = show(request, "fault.html.j2", status, title=title, line=line)
    page.headers.update(headers or {})
    return page


def tell_faults(app: FastAPI) -> None:
    """Every error of ours, of the framework and of validation is answered in that shape."""
    app.add_exception_handler(RashomonError, _of_ours)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_middleware(Faults)


class Faults:
    """A fault that nobody foresaw is one line and a number for the reader; the log has the number and the place."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands the request on; answers where that raises."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            return  # whoever asked went away in the middle of it; nobody is left to be answered
        except Exception as fault:
            if scope["type"] != "http":
                raise
            number = log_fault(f"{scope['method']} {scope['path']}", fault)
            if not begun:
                line = f"fault {number}; the log of the application says more. Nothing that was kept is lost."
                await answer_fault(Request(scope), HTTPStatus.INTERNAL_SERVER_ERROR, line)(scope, receive, send)


def log_fault(where: str, fault: BaseException) -> int:
    """The number under which a fault of ours stands in the log, in one line with the place where it arose."""
    number = next(_numbers)
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""  # noqa: PTH119
    told = bool(os.environ.get(TRACEBACK))
    _log.error(
        "fault %d: %s: %s: %s%s", number, where, type(fault).__name__, fault, place, exc_info=fault if told else None
    )
    return number


async def _of_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, RashomonError)
    return answer_fault(
        request, status_of(error), str(error), _COME_BACK if isinstance(error, StoreFault | TooManyWait) else None
    )


async def _of_framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    line = str(error.detail)
    if isinstance(error.__cause__, OSError):  # what was sent could not be put down while it came
        line = f"it cannot be taken in ({error.__cause__.strerror}); is there room for temporary files?"
        return answer_fault(request, HTTPStatus.SERVICE_UNAVAILABLE, line, _COME_BACK)
    if error.status_code == HTTPStatus.NOT_FOUND and line == HTTPStatus.NOT_FOUND.phrase:
        line = f"nothing is kept under {request.url.path}"
    return answer_fault(request, error.status_code, line, dict(error.headers or {}))


async def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{_named(one['loc'])}: {_IN_WORDS.get(one['type'], one['msg'])}" for one in error.errors())
    return answer_fault(request, HTTPStatus.UNPROCESSABLE_ENTITY, told)


def _named(place: Sequence[int | str]) -> str:
    """What was wrong, by the last name on the way to it."""
    return next((part for part in reversed(place) if isinstance(part, str)), "")
