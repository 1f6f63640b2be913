"""News agencies: which of them an article's text is credited to."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

_TOKEN = re.compile(r"[\w.-]+")
_LONGEST_FORM = 5  # words and parts of words: "Associated Press of Pakistan"
_BY_ITS_NAME = re.compile(  # one that no list has: "Meridian News Agency"
    r"(?:[A-ZÀ-Þ][\w’'-]*[ ]){1,4}(?:(?:News|Press|Telegraph|Telegraphic|Information) Agency|Newswire|Wire Service)\b"
)
_JOINING = re.compile(r"\b(?:and|with|via|the|news|agency|agencies)\b|[\W_]", re.I)
_PATH_WORDS = re.compile(r"[/?#&=]+")
_DATED_REUTERS = re.compile(r"^\d{2}reuters-|^ap-[a-z]{2}-")  # names of pages that carry an agency's copy
_TOO_SHORT_FOR_PATHS = 2  # letters; "/pa/", "/ap/", "/cp/" count only under a path that says wires


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Each written form and the agency it stands for."""
    return {form: agency["name"] for agency in _agencies() for form in agency["written"]}


@lru_cache(maxsize=1)
def _agencies() -> tuple[dict[str, str], ...]:
    source = files("rashomon.extract").joinpath("agencies.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(source)["agency"])


def find_agencies(words: str) -> tuple[str, ...]:
    """The agencies that a credit line names, in its order, each once."""
    return tuple(dict.fromkeys(_table().get(form, form) for _, _, form in _find_forms(words)))


def all_agencies(words: str) -> bool:
    """True where the words are nothing but agencies and what joins them: "AP, Reuters and dpa"."""
    rest, end = "", 0
    for start, stop, _ in _find_forms(words):
        rest += words[end:start]
        end = stop
    return end > 0 and not _JOINING.sub("", rest + words[end:])


def is_agency(words: str) -> bool:
    """True where the words are one agency's name as it is written."""
    return words in _table() or bool(_BY_ITS_NAME.fullmatch(words))


def _find_forms(words: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and form of each agency named, the longest form at each place."""
    places = [found.span() for found in _TOKEN.finditer(words)]
    at = 0
    while at < len(places):
        start = places[at][0]
        ends = (places[last][1] for last in range(min(at + _LONGEST_FORM, len(places)) - 1, at - 1, -1))
        forms = (form for end in ends for form in (words[start:end], words[start:end].rstrip(".")) if form in _table())
        form = (next(forms, None) or _by_its_name(words, start)) if words[start - 1 : start] != "@" else None
        if form is None:
            at += 1
            continue
        yield start, start + len(form), form
        while at < len(places) and places[at][0] < start + len(form):
            at += 1


def _by_its_name(words: str, start: int) -> str | None:
    """The name there that ends as agencies' names do, without its article, if no agency we know is part of it."""
    found = _BY_ITS_NAME.match(words, start)
    if found is None or found.group().startswith("The "):
        return None
    return None if any(piece in _table() for piece in found.group().split()) else found.group()


def agencies_of_address(url: str | None, outlet: str | None) -> tuple[str, ...]:
    """The agency whose own site this is, or whose copy the path announces ("/aponline/", "/wires/reuters/")."""
    host, pieces = _split(url)
    own = _by_host(host) or _by_host((outlet or "").strip().lower().removeprefix("www."))
    if own:
        return (own,)
    wires = any(piece in ("wires", "wire", "agency", "agencies", "newswire") for piece in pieces)
    for piece in pieces:
        for agency in _agencies():
            if piece in agency.get("paths", ()) and (wires or len(piece) > _TOO_SHORT_FOR_PATHS):
                return (agency["name"],)
        if dated := _DATED_REUTERS.match(piece):
            return ("Reuters" if "reuters" in dated.group() else "AP",)
    return ()


@lru_cache(maxsize=1)
def _hosts() -> dict[str, str]:
    return {host: agency["name"] for agency in _agencies() for host in agency.get("hosts", ())}


def _by_host(host: str) -> str | None:
    """The agency that publishes there, on the host itself or below it."""
    while host:
        if host in _hosts():
            return _hosts()[host]
        host = host.partition(".")[2]
    return None


def _split(url: str | None) -> tuple[str, list[str]]:
    try:
        parts = urlsplit(url or "")
        return (parts.hostname or "").removeprefix("www."), [p.lower() for p in _PATH_WORDS.split(parts.path) if p]
    except ValueError:
        return "", []
