"""A site on loopback that answers as it is told to, however badly, and remembers who asked for what."""

import gzip
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

Behaviour = Callable[["Handler"], None]


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    at: float


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
        site.under_way += 1
        site.most_under_way = max(site.most_under_way, site.under_way)
        behave = site.behaviours.get(self.path) or site.behaviours.get("*") or status(404)
        with suppress(OSError):  # the other side hung up, as it should
            behave(self)
        site.under_way -= 1

    def answer(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: "Site"

    def handle_error(self, *_: object) -> None:
        pass


@dataclass
class Site:
    """`with Site() as site: site.behaviours["/path"] = page("...")`; without a robots.txt it answers 404 there."""

    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.site = self
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def times_asked(self, path: str) -> int:
        return self.paths.count(path)


def body(content: str | bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> Behaviour:
    data = content.encode() if isinstance(content, str) else content
    return lambda handler: handler.answer(200, data, Content_Type=content_type, **headers)


def status(code: int, **headers: str) -> Behaviour:
    return lambda handler: handler.answer(code, b"sorry", **headers)


def redirect(to: str, code: int = 302) -> Behaviour:
    return lambda handler: handler.answer(code, b"", Location=to)


def conditional(content: str, etag: str, content_type: str = "text/html; charset=utf-8") -> Behaviour:
    """304 to whoever has this version."""

    def behave(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.answer(304, ETag=etag)
        else:
            handler.answer(200, content.encode(), Content_Type=content_type, ETag=etag)

    return behave


def silent(seconds: float = 30.0) -> Behaviour:
    """Takes the question and says nothing."""
    return lambda handler: time.sleep(seconds)


def trickling(every: float = 0.05) -> Behaviour:
    """A byte now and then, for ever."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(every)

    return behave


def trickling_headers(every: float = 0.05) -> Behaviour:
    """A header that never ends."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(every)

    return behave


def endless() -> Behaviour:
    """As many bytes as the other side takes."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            handler.wfile.write(b"<p>on and on</p>" * 4096)

    return behave


def bomb(megabytes: int = 200) -> Behaviour:
    """A small answer that unpacks to a large one."""
    data = gzip.compress(b"\0" * 1_000_000 * megabytes)
    return lambda handler: handler.answer(200, data, Content_Type="text/html", Content_Encoding="gzip")


def broken_off(content: str) -> Behaviour:
    """Promises more than it gives."""

    def behave(handler: Handler) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(content) + 999}\r\n\r\n"
        handler.wfile.write(head.encode() + content.encode())
        handler.close_connection = True
        handler.connection.shutdown(2)

    return behave


def promising(size: int) -> Behaviour:
    """Says beforehand how much it will send."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {size}\r\n\r\n"

    def behave(handler: Handler) -> None:
        handler.wfile.write(head.encode())
        handler.close_connection = True

    return behave


def garbage() -> Behaviour:
    """No HTTP at all."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(b"\x00\xff\xfe SSH-2.0-nonsense\r\n\r\n")
        handler.close_connection = True

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One after the other; the last for good."""
    left = list(behaviours)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def report(headline: str, *, number: int = 0, head: str = "", published: str = "2026-11-20T08:00:00Z") -> str:
    """A page that holds an invented report."""
    sentences = (
        f"The ferry ran aground off Port Halven on Tuesday, and {number + 3} people were hurt, the coast guard said.",
        "The harbour master ordered the channel closed until divers have looked at the hull of the vessel.",
        f"Passengers spoke of a loud bang before the lights of deck {number} went out in the evening fog.",
        "A second vessel took the uninjured travellers to the mainland before midnight, officials said.",
    )
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    meta = f'<meta property="article:published_time" content="{published}">' if published else ""
    return (
        f"<!doctype html><html lang='en'><head><title>{headline}</title>{meta}"
        f'<meta property="og:title" content="{headline}">{head}</head>'
        f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


def rss(*links: str, more: str = "") -> str:
    """A feed with these items."""
    items = "".join(
        f"<item><title>Item {n}</title><link>{link}</link>"
        f"<pubDate>Fri, 20 Nov 2026 0{n % 10}:00:00 GMT</pubDate></item>"
        for n, link in enumerate(links)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Halven News</title>{more}{items}</channel></rss>'
