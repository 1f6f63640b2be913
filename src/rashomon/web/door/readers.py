"""Under which name a reader corrects: the one given with the password, else the one the reader chose."""

from urllib.parse import quote, unquote

from fastapi import Request, Response

from rashomon.web.door.credentials import clean_name
from rashomon.web.door.guarding import who_asks

COOKIE = "rashomon-reader"
NOBODY = "a reader"  # as on the command line
_KEPT = 365 * 86_400  # seconds


def reader_of(request: Request) -> str:
    """The name that this reader's corrections are kept under."""
    return who_asks(request) or clean_name(unquote(request.cookies.get(COOKIE, ""))) or NOBODY


def remember_reader(request: Request, response: Response, name: str) -> None:
    """The browser tells this name from now on."""
    told, secure = quote(clean_name(name)), request.url.scheme == "https"
    response.set_cookie(COOKIE, told, max_age=_KEPT, secure=secure, httponly=True, samesite="lax")
