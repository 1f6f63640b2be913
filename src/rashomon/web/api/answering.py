"""How the API answers: HEAD as GET without its body, with a tag by which what was answered is known again, and in
which other ways one may ask.
"""

from collections.abc import Sequence
from http import HTTPStatus

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.sending.packing import SMALLEST, pack, takes_packed
from rashomon.web.sending.tags import is_known, make_tag

_KEPT = ("etag", "cache-control", "content-location", "vary", "date", "rashomon-digest", "rashomon-fresh")


class Answering:
    """Around the API: what it answers to GET is held until it is whole, so that its tag can stand before it."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer()
        asked = scope["method"]
        await self._app({**scope, "method": "GET"} if asked == "HEAD" else scope, receive, answer.take)
        if asked in ("GET", "HEAD") and answer.status == HTTPStatus.OK:
            headers = Headers(scope=scope)
            answer.tag(headers.get("if-none-match"))
            if len(answer.body) > SMALLEST and takes_packed(headers.get("accept-encoding")):
                answer.pack(await run_sync(pack, answer.body))
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            answer.allow(self._ways(scope))
        await answer.give(send, bodiless=asked == "HEAD")

    def _ways(self, scope: Scope) -> list[str]:
        """In which ways one may ask for what stands there, each of which is a route of its own."""
        routes = (one for one in self._routes if isinstance(one, Route) and one.matches(scope)[0] is not Match.NONE)
        ways = {way for route in routes for way in route.methods or ()}
        return sorted(ways | {"HEAD"} if "GET" in ways else ways)


class _Answer:
    """A response before it is sent."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = b""

    @property
    def status(self) -> int:
        status: int = self.start["status"]
        return status

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")

    def tag(self, known: str | None) -> None:
        """Tags it; where the asker has the very same, nothing but that is said."""
        headers = MutableHeaders(raw=list(self.start["headers"]))
        tag = make_tag(self.body)
        headers["etag"] = tag
        headers.add_vary_header("accept-encoding")
        headers.setdefault("cache-control", "private, no-cache")
        self.start["headers"] = headers.raw
        if is_known(tag, known):
            kept = [(name, value) for name, value in headers.raw if name.decode("latin-1").lower() in _KEPT]
            self.start = {**self.start, "status": HTTPStatus.NOT_MODIFIED.value, "headers": kept}
            self.body = b""

    def allow(self, ways: Sequence[str]) -> None:
        """The ways that there are are told; as it stands where none is known."""
        headers = MutableHeaders(raw=list(self.start["headers"]))
        headers["allow"] = ", ".join(ways) or headers["allow"]
        self.start["headers"] = headers.raw

    def pack(self, packed: bytes) -> None:
        """What is sent is this; it has the same tag, which is a weak one."""
        headers = MutableHeaders(raw=list(self.start["headers"]))
        headers["content-encoding"], headers["content-length"] = "gzip", str(len(packed))
        self.start["headers"], self.body = headers.raw, packed

    async def give(self, send: Send, *, bodiless: bool) -> None:
        await send(self.start)
        await send({"type": "http.response.body", "body": b"" if bodiless else self.body})
