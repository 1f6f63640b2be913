"""Files, folders, lines and addresses, read as articles; what cannot be read is listed, and loses no other."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from rashomon.errors import UnreadableInput
from rashomon.ingest.decoding import decode, find_format, is_blank
from rashomon.ingest.identity import give_ids
from rashomon.ingest.naming import host_of, id_of_url
from rashomon.ingest.other_forms import find_other_form
from rashomon.ingest.pages import read_page
from rashomon.ingest.records import Found, read_json_line, read_json_text
from rashomon.ingest.saved_pages import fields_of_file, is_saved_page, read_saved_page
from rashomon.ingest.sources import JSON, JSON_LINES, PAGES, cause_of, find_files, is_address
from rashomon.ingest.unpacking import GZIP, BadCompression, unpack_pieces
from rashomon.model.article import Article, Unread
from rashomon.settings import IngestSettings

STDIN = "-"


def read_articles(
    *sources: str | Path,
    stdin: IO[bytes] | IO[str] | None = None,
    allow_network: bool = True,
    settings: IngestSettings | None = None,
    ids_as_given: bool = False,
) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    """The articles that the sources hold, and what could not be read of them, with the reason.

    A source is a file, a folder, a pattern, a web address, or "-" for JSON lines on standard input. Each article has an
    id of its own, unless different texts were given one and `ids_as_given` leaves it so. Raises UnreadableInput where
    no source is given.
    """
    if not sources:
        raise UnreadableInput("no source given; name files, folders, addresses, or - for JSON lines on standard input")
    settings = settings or IngestSettings()
    results: list[Found | Unread] = []
    seen: set[Path] = set()
    for source in map(str, sources):
        if source == STDIN:
            results += _read_lines(_all_of(stdin), "standard input", "stdin", settings)
        elif is_address(source):
            results.append(_read_address(source, settings) if allow_network else _not_allowed(source))
        else:
            results += _read_files(source, seen, settings)
    return give_ids(results, ids_as_given)


def _read_files(source: str, seen: set[Path], settings: IngestSettings) -> Iterator[Found | Unread]:
    for path in find_files(source):
        if isinstance(path, Unread):
            yield path
        elif (whole := path.resolve()) in seen:
            yield Unread(str(path), "given twice; it was read once")
        else:
            seen.add(whole)
            yield from read_file(path, settings)


def read_file(path: Path, settings: IngestSettings) -> Iterator[Found | Unread]:
    """The articles of one file, by its ending, before ".gz" if that is last; one of unknown ending is plain text."""
    named = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    where, kind = str(path), named.suffix.lower()
    most = settings.largest_collection if kind in JSON_LINES + JSON else settings.largest_article
    try:
        data = _bytes_of(path, most)
    except OSError as error:
        yield Unread(where, f"cannot be read ({cause_of(error)}); check the file and its permissions")
        return
    except BadCompression as error:
        yield Unread(where, f"not whole gzip ({error}); pack it anew")
        return
    if refusal := _refusal(data, most):
        yield Unread(where, refusal)
        return
    yield from _reader_of(kind, data)(data, where, named.stem, settings)


def _bytes_of(path: Path, most: int) -> bytes:
    """What the file holds, unpacked; of one that holds more than `most` bytes, no more than tells that it does."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if path.suffix.lower() != ".gz" or not data.startswith(GZIP) or len(data) > most:
        return data
    unpacked = bytearray()
    for piece in unpack_pieces([data]):
        unpacked += piece
        if len(unpacked) > most:
            break
    return bytes(unpacked)


Reader = Callable[[bytes, str, str, IngestSettings], Iterable[Found | Unread]]


def _reader_of(kind: str, data: bytes) -> Reader:
    if kind in JSON_LINES:
        return _read_lines
    if kind in JSON:
        return _read_json
    if is_saved_page(fields_of_file(data)):
        return _read_saved_page
    if kind in PAGES or (kind == "" and data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))):
        return _read_page
    return _read_plain


def _refusal(data: bytes, most: int) -> str | None:
    """Why these bytes cannot be articles; None where they may be."""
    if len(data) > most:
        return f"larger than {most // 1_000_000} MB; give the reports as smaller files"
    if not data.strip():
        return "an empty file; put the report's words in it, or leave it out"
    if form := find_format(data):
        return f"{form}, not text; save the report's words as a .txt file"
    return None


def _read_plain(data: bytes, where: str, name: str, settings: IngestSettings) -> Iterator[Found | Unread]:
    text = decode(data)
    if is_blank(text):
        yield Unread(where, "a file without words; put the report's words in it, or leave it out")
    elif form := find_other_form(text, where):
        yield Unread(where, form)
    else:
        yield Found(Article(id=name, text=text), where, given=False)


def _read_page(data: bytes, where: str, name: str, settings: IngestSettings) -> Iterator[Found | Unread]:
    yield read_page(data, where, name)


def _read_saved_page(data: bytes, where: str, name: str, settings: IngestSettings) -> Iterator[Found | Unread]:
    yield read_saved_page(data, where, name)


def _read_json(data: bytes, where: str, name: str, settings: IngestSettings) -> Iterator[Found | Unread]:
    yield from read_json_text(decode(data), where, name)


def _read_lines(data: bytes, where: str, name: str, settings: IngestSettings) -> Iterator[Found | Unread]:
    """Lines end at a line feed alone: a JSON string may hold any other separator."""
    if refusal := _refusal(data, settings.largest_collection):
        yield Unread(where, refusal)
        return
    text = decode(data)
    if not text.strip():
        yield Unread(where, "no line holds an article; write one JSON object a line")
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if len(line) > settings.largest_article:
            yield Unread(
                f"{where}:{number}", f"longer than {settings.largest_article // 1_000_000} million characters; cut it"
            )
        else:
            yield from read_json_line(line, f"{where}:{number}", f"{name}-{number}")


def _read_address(url: str, settings: IngestSettings) -> Found | Unread:
    from rashomon.ingest.fetching import fetch  # here: reading files needs no client for the web

    answer = fetch(url, settings)
    if isinstance(answer, str):
        return Unread(url, answer)
    name = id_of_url(url)
    if answer.content_type != "text/plain":
        return read_page(answer.data, url, name, answer.url, answer.charset)
    text = decode(answer.data)
    if is_blank(text):
        return Unread(url, "an empty answer; open it in a browser and save the report's words")
    if form := find_other_form(text, answer.url):
        return Unread(url, form)
    return Found(Article(id=name, text=text, outlet=host_of(answer.url), url=answer.url), url, given=False)


def _not_allowed(url: str) -> Unread:
    return Unread(url, "addresses are not fetched here; save the page and give the file")


def _all_of(stdin: IO[bytes] | IO[str] | None) -> bytes:
    data = (stdin or sys.stdin.buffer).read()
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
