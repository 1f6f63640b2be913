"""One question to one host and its answer: bounded in time and size, unpacked, never followed elsewhere."""

import re
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

import httpcore2

from rashomon.collect.addresses import host_and_port
from rashomon.collect.peers import BoundedBackend, PrivateAddress, UnknownHost
from rashomon.collect.proxies import check_beyond, proxy_for
from rashomon.ingest.unpacking import BadCompression, unpack_pieces
from rashomon.settings import CollectSettings
from rashomon.version import VERSION

PRODUCT = "Rashomon"  # as robots.txt files name us
_KEPT_OPEN = 30.0  # seconds that a connection is kept for the next question
_PACKINGS = ("gzip", "x-gzip", "deflate")
_READ_TYPES = re.compile(
    r"text/.*|application/([\w.-]+\+)?(xml|json)|application/(x-)?(gzip|ndjson|jsonl|jsonlines)|application/octet-stream|"
)
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/plain;q=0.8, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `data` is unpacked, and b"" where the status says that there is nothing to read."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case
    data: bytes = b""

    @property
    def content_type(self) -> str:
        """The type without its parameters, in lower case; "" where the server does not say."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        _, found, named = self.headers.get("content-type", "").lower().partition("charset=")
        return named.partition(";")[0].strip(" \"'") or None if found else None


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no answer. `lasting`: asking again would be answered the same. `asked`: false where nobody was."""

    reason: str
    lasting: bool = False
    asked: bool = True


def user_agent(contact: str | None = None) -> str:
    """Who asks: the product with its version, and where its keeper is found, if the package or the user says so."""
    return f"{PRODUCT}/{VERSION} (+{contact or _home()})" if contact or _home() else f"{PRODUCT}/{VERSION}"


@cache
def _home() -> str | None:
    """The project's page as the package's metadata name it."""
    try:
        named = metadata("rashomon").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    pages = dict(one.split(", ", 1) for one in named if ", " in one)
    return pages.get("Homepage") or next(iter(pages.values()), None)


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that are trusted; loaded once, since it takes a fiftieth of a second."""
    return httpcore2.default_ssl_context()


class Line:
    """The line to one host: one question at a time, the connection kept between them."""

    def __init__(self, settings: CollectSettings, agent: str, allow_private: bool) -> None:
        self._settings = settings
        self._agent = agent
        self._allow_private = allow_private
        self._deadline = float("inf")
        self._ways: dict[str, tuple[httpcore2.ConnectionPool, BoundedBackend]] = {}  # by scheme

    def close(self) -> None:
        """Ends the connection."""
        for pool, _ in self._ways.values():
            pool.close()

    def ask(self, url: str, most: int, validators: Mapping[str, str] | None = None) -> Answer | Failed:
        """The answer, of `most` bytes at most, to a GET of a tidy address; or why there is none."""
        settings = self._settings
        self._deadline = time.monotonic() + settings.whole_timeout
        timeouts = {"connect": settings.connect_timeout, "read": settings.read_timeout}
        timeouts |= {"write": settings.read_timeout, "pool": settings.whole_timeout}
        try:
            with self._way(url).stream(
                "GET", url, headers=self._headers(url, validators or {}), extensions={"timeout": timeouts}
            ) as response:
                return self._read(url, response, most)
        except PrivateAddress:
            return Failed("a private address, which is not asked unless private addresses are allowed", asked=False)
        except UnknownHost:
            return Failed("its host is not known")
        except httpcore2.TimeoutException:
            return self._too_late()
        except (httpcore2.ProtocolError, BadCompression) as error:
            return Failed(f"the answer was broken ({type(error).__name__})")
        except (
            httpcore2.NetworkError,
            httpcore2.ProxyError,
            httpcore2.UnsupportedProtocol,
            OSError,
            ValueError,
        ) as error:
            return Failed(_why_unreachable(error))

    def _way(self, url: str) -> httpcore2.ConnectionPool:
        """The connection to the host, or to the proxy that asks it for us; it ends at the deadline."""
        scheme, proxy = url.partition("://")[0], proxy_for(url)
        if proxy:
            check_beyond(url, self._allow_private)
        if scheme not in self._ways:
            backend = BoundedBackend(self._allow_private or proxy is not None)  # proxies are mostly private
            pool = httpcore2.ConnectionPool(
                _trust(), proxy, max_connections=1, keepalive_expiry=_KEPT_OPEN, network_backend=backend
            )
            self._ways[scheme] = pool, backend
        pool, backend = self._ways[scheme]
        backend.deadline = self._deadline
        return pool

    def _headers(self, url: str, validators: Mapping[str, str]) -> list[tuple[str, str]]:
        return [
            ("Host", host_and_port(url)),
            ("User-Agent", self._agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", "gzip, deflate"),
            *validators.items(),
        ]

    def _read(self, url: str, response: httpcore2.Response, most: int) -> Answer | Failed:
        headers: dict[str, str] = {}
        for name, value in response.headers:
            headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
        if response.status != 200:
            return Answer(url, response.status, headers)
        answer = Answer(url, response.status, headers)
        if not _READ_TYPES.fullmatch(answer.content_type):
            return Failed(f"holds {answer.content_type[:60]}, not a page or list of reports", lasting=True)
        packing = headers.get("content-encoding", "identity").lower()
        if packing not in (*_PACKINGS, "identity", ""):
            return Failed("compressed in a way that we did not ask for", lasting=True)
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and len(told) < 20 and int(told) > most:
            return Failed(_too_large(most), lasting=True)
        data = bytearray()
        arriving = _bounded(response.iter_stream(), most)
        for piece in unpack_pieces(arriving) if packing in _PACKINGS else arriving:
            data += piece
            if len(data) > most:
                return Failed(_too_large(most), lasting=True)
        return replace(answer, data=bytes(data))

    def _too_late(self) -> Failed:
        if time.monotonic() >= self._deadline:
            return Failed(f"came too slowly: cut off after {self._settings.whole_timeout:g} seconds")
        return Failed("no answer in time")


def _bounded(arriving: Iterator[bytes], most: int) -> Iterator[bytes]:
    """What arrives, to one piece beyond `most` bytes: packed, it could trickle on without ever giving a byte."""
    seen = 0
    for piece in arriving:
        yield piece
        seen += len(piece)
        if seen > most:
            return


def _too_large(most: int) -> str:
    return f"larger than {most // 1_000_000} MB" if most >= 1_000_000 else f"larger than {most} bytes"


def _why_unreachable(error: Exception) -> str:
    words = str(error).lower()
    if "certificate" in words:
        return "its certificate is not valid"
    if "ssl" in words or "tls" in words:
        return "no secure connection could be made"
    if "refused" in words:
        return "the connection was refused"
    return f"could not be reached ({type(error).__name__})"
