"""Files and folders: what each holds, told by its content, and articles under the ids they keep for good."""

import gzip
import hashlib
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, BinaryIO, cast
from urllib.parse import urlsplit

from rashomon.collect.addresses import id_of_address, tidy_address
from rashomon.collect.states import moment_of, written
from rashomon.ingest.archives import read_archive
from rashomon.ingest.decoding import decode
from rashomon.ingest.feeds import read_feed
from rashomon.ingest.kinds import kind_of
from rashomon.ingest.listings import Listing
from rashomon.ingest.naming import with_digest
from rashomon.ingest.opml import read_opml
from rashomon.ingest.readers import read_file
from rashomon.ingest.records import Found, read_json_line
from rashomon.ingest.saved_pages import fields_of_file, is_saved_page, saved_at
from rashomon.ingest.sitemaps import read_sitemap
from rashomon.ingest.sources import JSON, JSON_LINES, READABLE, cause_of, find_files
from rashomon.ingest.unpacking import GZIP, BadCompression, unpack
from rashomon.model.article import Article, Unread
from rashomon.settings import CollectSettings, IngestSettings

LISTS = (".xml", ".opml", ".rss", ".atom")
ARCHIVES = (".warc", ".warc.gz")
COLLECTED = (*READABLE, *LISTS, *ARCHIVES, *(f"{ending}.gz" for ending in (*JSON_LINES, ".xml")))
_HEAD = 1 << 16  # bytes by which a file's kind is told
_STDIN = Path("stdin")
_MARKED = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 or UTF-32: lines cannot be told by bytes


@dataclass(frozen=True, slots=True)
class Dated:
    """An article of a file; `fetched` where the file says when it was fetched."""

    article: Article
    fetched: str | None = None


FromFile = Dated | Listing | Unread


def find_sources(source: str) -> Iterator[Path | Unread]:
    """The files that a path, folder or pattern stands for, in a fixed order."""
    return find_files(source, COLLECTED)


def mark_of(path: Path) -> str | None:
    """What tells whether a file has changed: its size and time of change; None where it cannot be looked at."""
    try:
        told = path.stat()
    except OSError:
        return None
    return f"{told.st_size}-{told.st_mtime_ns}"


def read_collected(path: Path, settings: CollectSettings, ingest: IngestSettings) -> Iterator[FromFile]:
    """What a file holds: articles one by one, or a list that leads to some, and what cannot be read.

    Raises UnreadableInput where it is an archive and the extra `archive` is not installed.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(0)
            yield from _read_open(file, head, path, settings, ingest)
    except (OSError, EOFError, zlib.error) as error:
        yield Unread(str(path), f"cannot be read ({cause_of(error)}); check the file and its permissions")


def read_stdin(stdin: IO[bytes] | None, ingest: IngestSettings) -> Iterator[FromFile]:
    """The articles of JSON lines on standard input."""
    yield from _named(_read_lines(stdin or sys.stdin.buffer, "standard input", ingest), _STDIN)


def _read_open(
    file: BinaryIO, head: bytes, path: Path, settings: CollectSettings, ingest: IngestSettings
) -> Iterator[FromFile]:
    name = path.name.lower()
    begins = _beginning(head)
    if begins.startswith(b"WARC/") or name.endswith(ARCHIVES):
        for one in read_archive(file, str(path), ingest):
            yield Dated(_lasting(one.read, path), one.fetched) if isinstance(one.read, Found) else one.read
    elif name.removesuffix(".gz").endswith(JSON_LINES) and not begins.startswith(_MARKED):
        lines = cast(IO[bytes], gzip.GzipFile(fileobj=file)) if head.startswith(GZIP) else file
        yield from _named(_read_lines(lines, str(path), ingest), path)
    elif not name.endswith((*READABLE, *JSON)) or name.endswith(LISTS):
        yield from _read_list(file, path, settings, ingest)
    else:
        yield from _read_reports(path, head, ingest)


def _beginning(head: bytes) -> bytes:
    """The first bytes, unpacked."""
    if not head.startswith(GZIP):
        return head[:16]
    try:
        return zlib.decompressobj(47).decompress(head, 16)
    except zlib.error:
        return b""


def _read_list(file: BinaryIO, path: Path, settings: CollectSettings, ingest: IngestSettings) -> Iterator[FromFile]:
    """A list of reports or feeds where it is one, else what the file's ending says."""
    data = file.read(settings.largest_sitemap + 1)
    try:
        unpacked = unpack(data, settings.largest_sitemap) if data.startswith(GZIP) else data
    except BadCompression:
        yield Unread(str(path), "a compressed file that is broken; fetch it again")
        return
    if unpacked is None or len(unpacked) > settings.largest_sitemap:
        yield Unread(str(path), f"larger than {settings.largest_sitemap // 1_000_000} MB; give it in smaller files")
        return
    kind = kind_of(unpacked)
    if kind == "feed":
        yield read_feed(unpacked, str(path))
    elif kind == "sitemap":
        yield read_sitemap(unpacked, str(path))
    elif kind == "list of feeds":
        yield read_opml(unpacked, str(path))
    elif path.name.lower().endswith(LISTS):
        yield Unread(str(path), "XML, but no feed, sitemap or list of feeds; give one of these, or a page")
    else:
        yield from _read_reports(path, data[:_HEAD], ingest)


def _read_reports(path: Path, head: bytes, ingest: IngestSettings) -> Iterator[Dated | Unread]:
    """What the file's ending says; a page that a browser saved in one file says when."""
    fields = fields_of_file(head)
    saved = moment_of(saved_at(fields)) if is_saved_page(fields) else None
    for one in _named(read_file(path, ingest), path):
        yield replace(one, fetched=written(saved)) if saved and isinstance(one, Dated) else one


def _read_lines(lines: IO[bytes], where: str, ingest: IngestSettings) -> Iterator[Found | Unread]:
    """One article a line, read as it comes, so that a file may be of any size."""
    number = 0
    while line := lines.readline(ingest.largest_article + 1):
        number += 1
        if len(line) > ingest.largest_article:
            while line and not line.endswith(b"\n"):  # its rest
                line = lines.readline(_HEAD)
            yield Unread(f"{where}:{number}", f"longer than {ingest.largest_article // 1_000_000} MB; cut it")
        elif line.strip():
            text = decode(line).lstrip("\ufeff")
            yield from read_json_line(text, f"{where}:{number}", f"line-{number}")
    if not number:
        yield Unread(where, "no line holds an article; write one JSON object a line")


def _named(results: Iterable[Found | Unread], path: Path) -> Iterator[Dated | Unread]:
    """Each article under its lasting id; of two different texts that claim one id in a file, the first."""
    seen: dict[str, bytes] = {}
    for one in results:
        if isinstance(one, Unread):
            yield one
            continue
        article = _lasting(one, path)
        digest = hashlib.blake2b(article.text.encode("utf-8", "replace"), digest_size=8).digest()
        if seen.get(article.id, digest) != digest and one.given:  # two reports at one address, told apart by their ids
            article = replace(article, id=f"{article.id}#{one.article.id}")
        if seen.setdefault(article.id, digest) != digest:
            yield Unread(one.where, "another text in this file has the same id or address; give each its own")
        else:
            yield Dated(article)


def _lasting(found: Found, path: Path) -> Article:
    """The article with the id it has in every run: that of its address; else its own, which other files may use for
    other articles, so that the file tells them apart; else one of where it lies.
    """
    article = found.article
    own = tidy_address(article.url) if article.url else None
    if own and (urlsplit(own).path.strip("/") or urlsplit(own).query):
        return replace(article, id=id_of_address(own), url=own)
    place = "" if path == _STDIN else str(path.resolve())
    if found.given:
        return replace(article, id=with_digest(article.id, place) if place else article.id)
    many = not place or path.name.lower().removesuffix(".gz").endswith((*JSON_LINES, *JSON))
    name = path.name.partition(".")[0] or path.name
    return replace(article, id=with_digest(name, f"{article.headline}\0{article.text}" if many else place))
