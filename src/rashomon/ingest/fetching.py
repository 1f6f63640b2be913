"""Pages fetched from the web, only where the reader gave their address; bounded in time, size and redirects."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.settings import IngestSettings

if TYPE_CHECKING:
    import httpx2

_ACCEPTED = ("text/html", "application/xhtml+xml", "text/plain", "")
_HEADERS = {"User-Agent": "rashomon", "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the bytes, the address it came from at last, and its type and encoding as told."""

    data: bytes
    url: str
    content_type: str
    charset: str | None


def fetch(url: str, settings: IngestSettings, transport: "httpx2.BaseTransport | None" = None) -> Fetched | str:
    """The page at `url`, or a sentence that says why there is none and what to do."""
    import httpx2  # here: only an address among the sources needs it

    try:
        with (
            httpx2.Client(
                follow_redirects=True,
                max_redirects=settings.most_redirects,
                timeout=settings.fetch_timeout,
                headers=_HEADERS,
                transport=transport,
            ) as client,
            client.stream("GET", url) as response,
        ):
            return _answer(response, settings)
    except httpx2.TooManyRedirects:
        return f"more than {settings.most_redirects} redirects; open it in a browser and save the page"
    except httpx2.TimeoutException:
        return f"no answer within {settings.fetch_timeout:g} seconds; try again, or save the page and give the file"
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, OSError) as error:
        return f"could not be fetched ({type(error).__name__}); check the address, or save the page and give the file"


def _answer(response: "httpx2.Response", settings: IngestSettings) -> Fetched | str:
    if response.status_code != 200:
        return f"the server answered {response.status_code}; open it in a browser and save the page"
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in _ACCEPTED:
        return f"the address holds {kind}, not a page; give the address of the report itself"
    data = bytearray()
    started = time.monotonic()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > settings.largest_article:
            return f"larger than {settings.largest_article // 1_000_000} MB; save the report's words as a .txt file"
        if time.monotonic() - started > settings.fetch_timeout * 3:
            return "the page came too slowly; try again, or save the page and give the file"
    return Fetched(bytes(data), str(response.url), kind, response.charset_encoding)
