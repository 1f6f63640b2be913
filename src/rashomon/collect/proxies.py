"""The only way out of some networks: the proxy that the environment names (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)."""

from contextlib import suppress
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore2

from rashomon.collect.peers import UnknownHost, find_peers


def proxy_for(url: str) -> httpcore2.Proxy | None:
    """The proxy by which an address is to be asked; None where it is asked itself. ValueError for one unusable."""
    parts = urlsplit(url)
    named = getproxies().get(parts.scheme) or getproxies().get("all")
    if not named or proxy_bypass(parts.hostname or ""):
        return None
    way = urlsplit(named if "://" in named else f"http://{named}")
    if way.scheme not in ("http", "https") or not way.hostname:
        raise ValueError(f"the proxy {way.scheme}://{way.hostname} is of a kind that is not used")
    place = f"[{way.hostname}]" if ":" in way.hostname else way.hostname
    login = (unquote(way.username), unquote(way.password or "")) if way.username else None
    return httpcore2.Proxy(f"{way.scheme}://{place}:{way.port or (443 if way.scheme == 'https' else 80)}", login)


def check_beyond(url: str, allow_private: bool) -> None:
    """Raises PrivateAddress where the host that a proxy is to ask is known here to be private.

    The proxy looks the name up once more, so this cannot hold against a name server that answers it differently.
    """
    parts = urlsplit(url)
    with suppress(UnknownHost):  # the proxy may know it
        find_peers(parts.hostname or "", parts.port or 443, allow_private)
