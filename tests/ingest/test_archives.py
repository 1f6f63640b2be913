"""Web archives: pages with the time they were fetched; all else with the reason why not."""

import gc
import gzip
import io
import warnings

import pytest

from misbehaving import report
from rashomon.ingest.archives import read_archive
from rashomon.ingest.records import Found
from rashomon.model.article import Unread
from rashomon.settings import IngestSettings

pytest.importorskip("fastwarc", reason="needs the extra archive")
warcio = pytest.importorskip("warcio.warcwriter", reason="needs warcio")

WHEN = "2026-03-04T05:06:07Z"
PAGE = report("Ferry aground").encode()


def archive(*records, packed=True) -> bytes:
    """The records as a writer in wide use writes them, which leaves its own temporary files open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        written = write(*records, packed=packed)
        gc.collect()
    return written


def write(*records, packed) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders

    out = io.BytesIO()
    writer = warcio.WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for url, data, headers, status in records:
        answer = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(data), http_headers=answer, warc_headers_dict={"WARC-Date": WHEN}
        )
        writer.write_record(record)
    return out.getvalue()


def read(data: bytes, **settings):
    return list(read_archive(io.BytesIO(data), "x.warc", IngestSettings(**settings)))


def record(url="https://gull.example/ferry", data=PAGE, status="200 OK", **headers):
    return (
        url,
        data,
        {"Content-Type": "text/html; charset=utf-8", **{k.replace("_", "-"): v for k, v in headers.items()}},
        status,
    )


@pytest.mark.parametrize("packed", [True, False])
def test_page_with_its_address_and_time(packed):
    (one,) = read(archive(record(), packed=packed))
    assert isinstance(one.read, Found) and one.fetched == "2026-03-04T05:06:07+00:00"
    assert (one.read.article.url, one.read.article.headline) == ("https://gull.example/ferry", "Ferry aground")


def test_packed_and_chunked_answers():
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    answers = archive(
        record(data=gzip.compress(PAGE), Content_Encoding="gzip"),
        record(data=PAGE, Content_Encoding="gzip"),  # unpacked by the archiver
        record(data=chunked, Transfer_Encoding="chunked"),
    )
    assert [type(one.read) for one in read(answers)] == [Found] * 3


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (record(status="404 Not Found"), "answered 404"),
        (record(Content_Type="image/png"), "image/png"),
        (record(data=gzip.compress(b"x" * 10**6), Content_Encoding="gzip"), "larger"),
        (record(data=b"x" * 10**6), "larger"),
        (record(Content_Encoding="br"), "compressed by br"),
        (record(url="dns:gull.example"), "no web address"),
        (record(data=b"<html></html>"), "no article"),
    ],
)
def test_what_is_no_page_says_why(one, words):
    (read_one,) = read(archive(one), largest_article=100_000)
    assert isinstance(read_one.read, Unread) and words in read_one.read.reason


def test_an_archive_that_breaks_off_loses_only_its_end():
    data = archive(record(), record(url="https://gull.example/two"))
    first, end = read(data[:-60])
    assert isinstance(first.read, Found) and isinstance(end.read, Unread) and "missing" in end.read.reason


@pytest.mark.parametrize("data", [b"", b"hello", b"WARC/1.0\r\nrubbish", b"\x1f\x8brubbish"])
def test_no_archive(data):
    (one,) = read(data)
    assert isinstance(one.read, Unread)
