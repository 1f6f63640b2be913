"""Web addresses made one where they lead to one page, and the ids that articles keep for good."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_COUNTERS = re.compile(
    r"(utm_\w+|at_(medium|campaign|custom\w*|link_\w+|format|ptr_\w+|bbc_team)|ns_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid"
    r"|igshid|yclid|twclid|cmpid|cmp|ocid|icid|ito|smid|smtyp|partner|ref_src|ref_url|guccounter|guce_\w+|xtor|wt\.mc_id"
    r"|taid|tid|_r|ref|spref|__twitter_impression|traffic_source|ftcamp|soc_src|soc_trk|srnd|feedtype|feedname|output_from_feed)",
    re.I,
)
_PORTS = {"http": 80, "https": 443}
_LONGEST_ID = 200  # characters; what is longer keeps its beginning and a digest of the whole
_KEPT = "/%:@!$&'()*+,;=-._~"  # signs that a path keeps as they are


def tidy_address(address: str) -> str | None:
    """The address without fragment, counters (utm_...) and default port, host in lower case, beyond ASCII encoded.

    None where it is no http or https address with a host, or holds half a character.
    """
    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
        if scheme not in _PORTS or not host:
            return None
        host = host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")
        path, query = quote(parts.path or "/", safe=_KEPT), _without_counters(parts.query)
    except (ValueError, UnicodeError):
        return None
    place = f"[{host}]" if ":" in host else host
    if port and port != _PORTS[scheme]:
        place = f"{place}:{port}"
    return urlunsplit((scheme, place, path, query, ""))


def _without_counters(query: str) -> str:
    told = parse_qsl(query, keep_blank_values=True)
    if any(_COUNTERS.fullmatch(name) for name, _ in told):
        return urlencode([(name, value) for name, value in told if not _COUNTERS.fullmatch(name)])
    return quote(query, safe=_KEPT + "?")


def host_and_port(address: str) -> str:
    """The host of a tidy address, with its port where it names one: what a pace and a robots.txt are of."""
    return urlsplit(address).netloc


def id_of_address(address: str) -> str:
    """The id of the article at a tidy address: the address without scheme, "www." and closing slash."""
    _, _, place = address.partition("://")
    place = place.removeprefix("www.").rstrip("/")
    if len(place) <= _LONGEST_ID:
        return place
    return f"{place[:_LONGEST_ID]}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"


def own_address(fetched: str, canonical: str | None) -> str:
    """The address a page is known by: the one it calls its own, where that is a page of the same site; tidy."""
    try:
        own = tidy_address(urljoin(fetched, canonical)) if canonical else None
    except ValueError:
        own = None
    if own and _site(own) == _site(fetched) and urlsplit(own).path.strip("/"):
        return own
    return tidy_address(fetched) or fetched


def _site(address: str) -> str:
    host = urlsplit(address).hostname or ""
    for prefix in ("www.", "amp.", "m.", "mobile."):
        host = host.removeprefix(prefix)
    return host
