"""What a browser has seen of each story, in a cookie of its own: nobody else keeps it, and it is bounded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from urllib.parse import quote, unquote

from fastapi import Request, Response

from rashomon.settings import WebSettings

COOKIE = "rashomon-seen"
_KEPT = 180 * 86_400  # seconds that a browser remembers; a story is over by then
_LONGEST = 80  # signs of a story's id or digest; longer ones are not remembered
_LIST = "/"  # stands for the list of stories; no story has such an id
_SECONDS = len("2025-11-27T14:30:00")
_STORY, _PART = "~", "."  # what parts stories, and the parts of one; neither is changed by a cookie's rules


@dataclass(frozen=True, slots=True)
class Visit:
    """What was last seen of a story: the digest of its versions, since when (seconds since 1970), and the digest seen
    before that, None where what is seen now is nothing new.
    """

    story: str
    digest: str
    since: int
    before: str | None = None


def read_visits(cookie: str | None) -> dict[str, Visit]:
    """The visits that a cookie tells of, by story, the oldest first; what cannot be read is left out."""
    visits: dict[str, Visit] = {}
    for told in (cookie or "").split(_STORY):
        parts = [unquote(part) for part in told.split(_PART)]
        if len(parts) == 4 and parts[0] and parts[1] and parts[2].isascii() and parts[2].isalnum():
            try:
                since = int(parts[2], 36)
            except ValueError:
                continue
            visits[parts[0]] = Visit(parts[0], parts[1], since, parts[3] or None)
    return visits


def write_visits(visits: Mapping[str, Visit], most: int) -> str:
    """The cookie that tells of the last of these visits."""
    told = []
    for one in list(visits.values())[-most:]:
        parts = (one.story, one.digest, _figures(one.since), one.before or "")
        told.append(_PART.join(_written(part) for part in parts))
    return _STORY.join(told)


def visit(visits: Mapping[str, Visit], story: str, digest: str, now: int, one_visit: int) -> dict[str, Visit]:
    """The visits after a story was seen as it stands under a digest at a moment (seconds since 1970).

    What is new stays new for a while, so that loading the page again does not make it old; what comes meanwhile is new
    too.
    """
    after = {id: one for id, one in visits.items() if id != story}
    if max(len(story), len(digest)) > _LONGEST:
        return after
    last = visits.get(story)
    if last is None:
        seen = Visit(story, digest, now)
    elif now - last.since <= one_visit:
        before = last.before if last.before or last.digest == digest else last.digest
        seen = replace(last, digest=digest, before=None if before == digest else before)
    else:
        seen = Visit(story, digest, now, None if last.digest == digest else last.digest)
    return {**after, story: seen}


def remember_list(request: Request, response: Response, when: str, limits: WebSettings) -> str | None:
    """The moment at which this browser saw the list of stories before, None at its first visit; and it remembers."""
    return remember(request, response, _LIST, when[:_SECONDS], when, limits)


def seen_by(request: Request) -> dict[str, Visit]:
    """The visits that the request's browser remembers."""
    return read_visits(request.cookies.get(COOKIE))


def remember(
    request: Request, response: Response, story: str, digest: str, when: str, limits: WebSettings
) -> str | None:
    """The digest under which this browser saw the story before, None where nothing is new to it; and it remembers.

    `when` is ISO 8601.
    """
    visits = visit(seen_by(request), story, digest, int(datetime.fromisoformat(when).timestamp()), limits.one_visit)
    told, secure = write_visits(visits, limits.visits_kept), request.url.scheme == "https"
    response.set_cookie(COOKIE, told, max_age=_KEPT, secure=secure, httponly=True, samesite="lax")
    return visits[story].before if story in visits else None


@lru_cache(maxsize=5_000)  # the same stories are told of with every page
def _written(part: str) -> str:
    """A part that holds neither of the two signs, nor any that a cookie cannot."""
    return quote(part, safe="").replace(_PART, "%2E").replace(_STORY, "%7E")


def _figures(number: int) -> str:
    signs = "0123456789abcdefghijklmnopqrstuvwxyz"
    told = ""
    while number:
        number, rest = divmod(number, 36)
        told = signs[rest] + told
    return told or "0"
