"""Many readers of one web application at once: each asks page after page along a line of its own, as browsers do.

A reader keeps its line open and its cookie, takes packed pages, and reads a page to its last byte before it asks for
the next. With `told` each also listens along a second line to what changes, as the pages of a browser do.
"""

import asyncio
import gzip
import random
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

LONGEST = 30.0  # seconds that an answer may take before it counts as an error
LOOKED_AT = 0.05  # share of the pages that are unpacked and looked at; all would keep the readers from reading
_FIRST = 65_536  # bytes of the head of an answer at most


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is asked for, of a kind that is judged by itself; `weight` says how often among the others."""

    kind: str
    path: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Answered:
    """How long one page took from the asking to its last byte, in seconds; what was wrong with it, "" if nothing."""

    kind: str
    seconds: float
    size: int = 0
    fault: str = ""


@dataclass(slots=True)
class Reader:
    """One reader's line, cookie and answers."""

    host: str
    port: int
    dice: random.Random
    cookie: str = ""
    answers: list[Answered] = field(default_factory=list)
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def read(self, pages: Sequence[Page], until: float, pause: float) -> None:
        """Reads pages until that moment of the clock of the event loop."""
        weights = [page.weight for page in pages]
        while (began := time.perf_counter()) < until:
            page = self.dice.choices(pages, weights)[0]
            try:
                async with asyncio.timeout(LONGEST):
                    size, fault = await self._ask(page.path)
            except (OSError, TimeoutError, EOFError, ValueError) as error:
                size, fault = 0, f"{type(error).__name__} {error}".strip()
                await self._hang_up()
            self.answers.append(Answered(page.kind, time.perf_counter() - began, size, fault))
            if pause:
                await asyncio.sleep(pause * (0.5 + self.dice.random()))
        await self._hang_up()

    async def _ask(self, path: str) -> tuple[int, str]:
        """The bytes that came of the body, and what was wrong."""
        if self._line is None:
            self._line = await asyncio.open_connection(self.host, self.port, limit=_FIRST)
        coming, going = self._line
        going.write(_question(f"{self.host}:{self.port}", path, self.cookie))
        await going.drain()
        status, headers = await _head(coming)
        body = await _body(coming, headers)
        if told := headers.get("set-cookie"):
            self.cookie = told.partition(";")[0]
        if headers.get("connection") == "close":
            await self._hang_up()
        if status != 200:
            return len(body), f"status {status} of {path}"
        if self.dice.random() < LOOKED_AT:
            whole = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
            return len(body), "" if whole.rstrip().endswith((b"</html>", b"}")) else f"half a page of {path}"
        return len(body), ""

    async def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line[1].close()
            with suppress(OSError):
                await line[1].wait_closed()


async def read_all(
    address: str, pages: Sequence[Page], readers: int, seconds: float, pause: float = 0, told: Sequence[str] = ()
) -> list[Answered]:
    """What `readers` readers at once came to in that time. `told` are lines of events; each reader listens to one."""
    place = urlsplit(address)
    host, port = place.hostname or "127.0.0.1", place.port or 80
    crowd = [Reader(host, port, random.Random(f"reader {n}")) for n in range(readers)]
    until = time.perf_counter() + seconds
    listening = [asyncio.create_task(_listen(host, port, told[n % len(told)], until)) for n in range(readers) if told]
    await asyncio.gather(*(reader.read(pages, until, pause) for reader in crowd))
    faults = await asyncio.gather(*listening)
    return [one for reader in crowd for one in reader.answers] + [
        Answered("events", 0, 0, fault) for fault in faults if fault
    ]


async def _listen(host: str, port: int, path: str, until: float) -> str:
    """Hears what is told along a line of events until that moment; what was wrong with it."""
    try:
        coming, going = await asyncio.open_connection(host, port)
        going.write(_question(f"{host}:{port}", path, "", accept="text/event-stream"))
        status, _ = await _head(coming)
        while (left := until - time.perf_counter()) > 0:
            with suppress(TimeoutError):
                if not await asyncio.wait_for(coming.read(_FIRST), left):
                    return f"the line of {path} was cut"
        going.close()
    except (OSError, EOFError) as error:
        return f"{type(error).__name__} of {path}: {error}"
    return "" if status == 200 else f"status {status} of {path}"


def _question(host: str, path: str, cookie: str, accept: str = "text/html") -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", f"Accept: {accept}", "Accept-Encoding: gzip"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


async def _head(coming: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    first, *lines = (await coming.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    return int(first.split()[1]), headers


async def _body(coming: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "chunked" not in headers.get("transfer-encoding", ""):
        return await coming.readexactly(int(headers.get("content-length", "0")))
    parts: list[bytes] = []
    while size := int((await coming.readline()).partition(b";")[0], 16):
        parts.append(await coming.readexactly(size))
        await coming.readexactly(2)
    await coming.readline()
    return b"".join(parts)


def percentile(times: Iterable[float], share: float) -> float:
    """The time within which that share of all was answered; 0 where there is none."""
    ranked = sorted(times)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0
