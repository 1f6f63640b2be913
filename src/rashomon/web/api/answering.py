"""How the API answers: HEAD as GET without its body, and a tag by which what was answered is known again."""

from http import HTTPStatus

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.sending.packing import SMALLEST, pack, takes_packed
from rashomon.web.sending.tags import is_known, make_tag

_KEPT = ("etag", "cache-control", "content-location", "vary", "date", "rashomon-digest", "rashomon-fresh")


class Answering:
    """Around the API: what it answers to GET is held until it is whole, so that its tag can stand before it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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
        await answer.give(send, bodiless=asked == "HEAD")


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

    def pack(self, packed: bytes) -> None:
        """What is sent is this; it has the same tag, which is a weak one."""
        headers = MutableHeaders(raw=list(self.start["headers"]))
        headers["content-encoding"], headers["content-length"] = "gzip", str(len(packed))
        self.start["headers"], self.body = headers.raw, packed

    async def give(self, send: Send, *, bodiless: bool) -> None:
        await send(self.start)
        await send({"type": "http.response.body", "body": b"" if bodiless else self.body})
