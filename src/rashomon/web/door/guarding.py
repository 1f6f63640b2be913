"""Who may come in, from where, and what they may do: looked at before any page is."""

from asyncio import sleep, timeout
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.settings import WebSettings
from rashomon.web.door.credentials import knows, name_of
from rashomon.web.door.guessing import Guesses
from rashomon.web.door.rules import Rules
from rashomon.web.faults import answer_fault

ALIVE = "/healthz"  # asked by machines, which know no password; it says nothing of what is kept
_READS = ("GET", "HEAD", "OPTIONS")
_FILES = "multipart/form-data"
_WRONG_PASSWORD_TAKES = 0.5  # seconds
_HEARS_OUT = 10.0  # seconds in which what is refused is still taken in

# Nothing but our own files runs or is shown; styles may stand in the page, since strips and scales are drawn by them.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # not no-referrer, under which browsers send our own forms with `Origin: null`
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",  # the reports are their outlets'
    "cache-control": "private, no-cache",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not let in: one line for the reader."""

    status: HTTPStatus
    reason: str
    headers: dict[str, str] = field(default_factory=dict)


class Guard:
    """Lets in what the rules allow; every answer has the headers that keep browsers from running anything else."""

    def __init__(self, app: ASGIApp, rules: Rules, settings: WebSettings) -> None:
        self._app = app
        self._rules = rules
        self._settings = settings
        self._guesses = Guesses()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or hands it on."""
        if scope["type"] == "websocket":  # there are none here, and nobody comes in by one
            await send({"type": "websocket.close"})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        most = self._settings.largest_upload if _is_upload(headers) else self._settings.largest_form
        refusal = self._refuse(scope, headers) or _too_large(headers, most)
        if refusal is None:
            scope.setdefault("state", {})["reader"] = name_of(headers) if self._rules.password else None
            if scope["method"] == "HEAD":
                scope, send = {**scope, "method": "GET"}, _bodiless(send)
            await self._app(scope, _limited(receive, most), _guarded(send))
            return
        if refusal.status == HTTPStatus.UNAUTHORIZED and "authorization" in headers:
            await sleep(_WRONG_PASSWORD_TAKES)
        await _hear_out(receive, 2 * most)
        answer = answer_fault(Request(scope), refusal.status, refusal.reason, refusal.headers)
        await answer(scope, receive, _guarded(send))

    def _refuse(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why a request is not let in; a wrong password is counted against the address it came from."""
        guesses = self._rules.password is not None and "authorization" in headers and scope["path"] != ALIVE
        address = scope["client"][0] if scope.get("client") else ""
        if guesses and self._guesses.too_many(address):
            wait = {"retry-after": "5"}
            return Refusal(
                HTTPStatus.TOO_MANY_REQUESTS, "too many wrong passwords came from there; wait a little", wait
            )
        refusal = refuse(scope["method"], scope["path"], headers, self._rules)
        if guesses and refusal is not None and refusal.status == HTTPStatus.UNAUTHORIZED:
            self._guesses.was_wrong(address)
        return refusal


def refuse(method: str, path: str, headers: Headers, rules: Rules) -> Refusal | None:
    """Why a request is not let in; None where it is."""
    if path == ALIVE:
        return None
    host = headers.get("host", "")
    if not _is_ours(host, rules):
        name = _hostname(host) or "no host"
        return Refusal(HTTPStatus.MISDIRECTED_REQUEST, f"{name} is no name of this application; --allow-host adds one")
    if rules.password is not None and not knows(headers, rules.password):
        asked = {"www-authenticate": 'Basic realm="Rashomon", charset="UTF-8"'}
        fault = "the password is wrong" if "authorization" in headers else "the password is asked for"
        return Refusal(HTTPStatus.UNAUTHORIZED, f"{fault}; any name will do with it", asked)
    if method in _READS:
        return None
    if rules.read_only:
        return Refusal(HTTPStatus.FORBIDDEN, "nothing can be changed here: it was started with --read-only")
    if not _is_from_here(headers, host, rules):
        return Refusal(HTTPStatus.FORBIDDEN, "the request came from another site; open the page here and try again")
    return None


def who_asks(request: Request) -> str | None:
    """The name given with the password; None where none was."""
    name: str | None = request.scope.get("state", {}).get("reader")
    return name


def _is_ours(host: str, rules: Rules) -> bool:
    """False for a name that another site may have led here (DNS rebinding); figures cannot be led anywhere."""
    name = _hostname(host)
    if name is None:
        return False
    if name == "localhost" or name.endswith(".localhost") or name in rules.hosts:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _is_from_here(headers: Headers, host: str, rules: Rules) -> bool:
    """True where a page of ours asked, or a program that is no browser, which no other site can make ask."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        asked = urlsplit(origin)
        return asked.netloc != "" and (asked.netloc == host or asked.hostname in rules.hosts)
    except ValueError:
        return False


def _is_upload(headers: Headers) -> bool:
    return headers.get("content-type", "").lower().startswith(_FILES)


def _too_large(headers: Headers, most: int) -> Refusal | None:
    told = headers.get("content-length", "0")
    if told.isascii() and told.isdigit() and int(told[:18]) <= most:
        return None
    return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_much(most))


def _too_much(most: int) -> str:
    return f"more than {most // 1_000_000} MB at once; give it in smaller parts, or collect it on the command line"


async def _hear_out(receive: Receive, most: int) -> None:
    """What is still being sent is dropped: a browser that is cut off while it sends shows no answer."""
    came = 0
    with suppress(TimeoutError):
        async with timeout(_HEARS_OUT):
            while came <= most:
                message = await receive()
                came += len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


def _limited(receive: Receive, most: int) -> Receive:
    """What comes in, stopped where it is more than was told or more than is taken."""
    came = 0

    async def limited() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            if message.get("more_body", False):
                await _hear_out(receive, most)
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_much(most))
        return message

    return limited


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded


def _bodiless(send: Send) -> Send:
    """The answer to GET without its body, which is the answer to HEAD."""
    ended = False

    async def bodiless(message: Message) -> None:
        nonlocal ended
        if message["type"] == "http.response.body":
            if ended:
                return
            ended, message = True, {"type": "http.response.body", "body": b""}
        await send(message)

    return bodiless
