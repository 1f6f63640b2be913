"""Listening: where it may be done, on which socket, until the system asks to end."""

import asyncio
import errno
import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response

from rashomon.errors import BadOption
from rashomon.web.house import House

_LINES = 8192  # connections and files at once
_FILES = 100  # of these that are kept for the store, templates and processes
_WAITING = 256  # connections that nobody has taken up yet


def is_loopback(host: str) -> bool:
    """True where only this machine can reach an application that listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def open_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one. Raises BadOption where that cannot be."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        raise BadOption(f"--host {host}: no address of this machine; give 127.0.0.1, or one that it has") from None
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(1024)
    except OSError as error:
        made.close()
        raise BadOption(_why_not(error, host, port)) from None
    made.setblocking(False)
    return made


def address_of(listening: socket.socket) -> str:
    """The address under which a browser on this machine finds it."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve_app(
    app: FastAPI,
    listening: socket.socket,
    proxies: tuple[str, ...],
    on_start: Callable[[Callable[[], None]], None],
) -> None:
    """Serves until the system asks to end (Ctrl-C, SIGTERM), or what `on_start` is given is called.

    `proxies` are the machines in front whose word is taken for how the reader asked.
    """
    house: House = app.state.house
    config = uvicorn.Config(
        app,
        lifespan="on",
        ws="none",
        backlog=_WAITING,
        limit_concurrency=_count_lines(),
        log_config=None,
        access_log=False,  # who reads what is nobody's to know
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies) or None,
        timeout_graceful_shutdown=round(house.limits.patience),
        h11_max_incomplete_event_size=64_000,  # bytes of a request's head: a filter may name two hundred outlets
    )
    _Server(config, house, on_start).run(sockets=[listening])


def ask_once(app: FastAPI, path: str, host: str) -> Response:
    """What the application answers to one question, without listening or working in the background."""

    async def ask() -> Response:
        async with AsyncClient(transport=ASGITransport(app), base_url=host, follow_redirects=True) as client:
            return await client.get(path)

    return asyncio.run(ask())


def _count_lines() -> int:
    """How many connections there may be at once; who comes then is asked to come back.

    Each reader holds one or two as long as a page is open, and many systems begin with 1,024 for everything.
    """
    lines = _LINES
    with suppress(ImportError, OSError, ValueError):  # where a system does not count them so, or forbids more
        import resource

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        lines = min(one for one in (_LINES, most) if one != resource.RLIM_INFINITY)
        if now != resource.RLIM_INFINITY and now < lines:
            resource.setrlimit(resource.RLIMIT_NOFILE, (lines, most))
    return max(lines - _FILES, lines // 2)


class _Server(uvicorn.Server):
    """As soon as it is asked to end, lets go of whoever waits for news, since it ends only when nobody is answered, and
    tells the jobs, whose processes may have been asked as well.
    """

    def __init__(self, config: uvicorn.Config, house: House, on_start: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(config)
        self._house = house
        self._on_start = on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_start(self.end)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._tell()
        super().handle_exit(sig, frame)

    def end(self) -> None:
        self._tell()
        self.should_exit = True

    def _tell(self) -> None:
        self._house.jobs.end()
        self._house.live.end()


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; give another with --port, or 0 for any that is free"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user; give one above 1023 with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"--host {host}: no address of this machine; give 127.0.0.1, or one that it has"
    return f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}; give others"
