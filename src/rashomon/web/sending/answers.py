"""Pages that are rendered once and sent many times: packed, kept by what they were made of, known by a tag."""

import gzip
from collections.abc import Callable, Hashable
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rashomon.version import VERSION
from rashomon.web.house import House
from rashomon.web.sending.packing import PACKED, pack, takes_packed
from rashomon.web.sending.tags import is_known, make_tag


def answer_kept(
    request: Request, house: House, key: tuple[Hashable, ...], make: Callable[[], str], level: int = PACKED
) -> Response:
    """The page that `make` renders, which is asked only where no page of that key is kept.

    The key must name all that the page depends on. Who has the page of that key is told so, and sent nothing.
    """
    tag = make_tag(repr((house.salt, VERSION, *key)).encode("utf-8", "replace"))
    headers = {"etag": tag, "vary": "accept-encoding, cookie"}
    if is_known(tag, request.headers.get("if-none-match")):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    packed = house.pages.get((VERSION, *key), lambda: pack(make().encode(), level))
    if takes_packed(request.headers.get("accept-encoding")):
        return HTMLResponse(packed, headers={**headers, "content-encoding": "gzip"})
    return HTMLResponse(gzip.decompress(packed), headers=headers)


def lead_to(request: Request, address: str) -> RedirectResponse:
    """To where a story is that became another; merging can be undone, so no browser is to remember it."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(address + query, HTTPStatus.TEMPORARY_REDIRECT, headers={"cache-control": "no-store"})
