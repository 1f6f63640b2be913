"""Ids for articles that bring none: the same input gives the same id, whatever the order it is given in."""

import hashlib
import re
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80  # characters of an address's last part; slugs are longer only by query strings


def id_of_url(url: str) -> str:
    """The host and the last part of the path that says something: "example.com/flood-hits-town"."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return _UNSAFE.sub("-", url)[:_LONGEST].strip("-")
    pieces = [re.sub(r"\.(html?|php|aspx?|cms|stm|shtml)$", "", piece) for piece in parts.path.split("/") if piece]
    telling = [piece for piece in pieces if piece not in ("index", "default", "amp", "story")]
    slug = _UNSAFE.sub("-", telling[-1])[:_LONGEST].strip("-") if telling else ""
    return "/".join(piece for piece in (host, slug) if piece)


def host_of(url: str | None) -> str | None:
    """The host of an address without "www."; None where it has none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if isinstance(host, str) and host else None


def with_digest(name: str, told_apart_by: str) -> str:
    """`name` with eight hex figures made of what tells it from others of that name."""
    return f"{name}-{hashlib.sha256(told_apart_by.encode('utf-8', 'replace')).hexdigest()[:8]}"
