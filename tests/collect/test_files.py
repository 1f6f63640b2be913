"""Files and folders: what each is, ids that stay, and reading only what has changed."""

import gzip
import io
import json
import os

import pytest

from misbehaving import body, report, rss
from rashomon.collect.files import Dated, read_collected, read_stdin
from rashomon.settings import CollectSettings, IngestSettings


def lines(*records) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def read(path):
    return list(read_collected(path, CollectSettings(), IngestSettings()))


def put(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(path) -> list[str]:
    return [one.article.id for one in read(path) if isinstance(one, Dated)]


def test_an_article_with_an_address_has_its_id_in_every_file(tmp_path):
    record = {"id": "7", "url": "https://www.gull.example/ferry?utm_source=x", "text": "A ferry."}
    found = [ids(put(tmp_path / name, lines(record))) for name in ("a.jsonl", "b.jsonl")]
    assert found == [["gull.example/ferry"]] * 2


def test_an_id_that_a_file_gives_is_told_from_that_of_another_file(tmp_path):
    one, other = (ids(put(tmp_path / f"{n}.jsonl", lines({"id": "000", "text": f"Text {n}"}))) for n in "ab")
    assert one != other and one[0].startswith("000-") and one == ids(tmp_path / "a.jsonl")


def test_a_line_without_id_or_address_is_known_by_its_words(tmp_path):
    path = put(tmp_path / "a.jsonl", lines({"text": "One."}, {"text": "Two."}))
    first = ids(path)
    put(path, lines({"text": "New."}, {"text": "One."}, {"text": "Two."}))
    assert ids(path)[1:] == first


def test_text_and_pages_are_known_by_their_place_or_address(tmp_path):
    place = ids(put(tmp_path / "note.txt", "A ferry ran aground."))
    assert ids(put(tmp_path / "note.txt", "A ferry ran aground, twice.")) == place
    page = report("Ferry", head='<link rel="canonical" href="https://gull.example/ferry">')
    assert ids(put(tmp_path / "saved.html", page)) == ["gull.example/ferry"]


def test_two_texts_with_one_id_in_a_file(tmp_path):
    same = {"url": "https://gull.example/live"}
    path = put(tmp_path / "a.jsonl", lines({**same, "id": "1", "text": "A"}, {**same, "id": "2", "text": "B"}))
    assert ids(path) == ["gull.example/live", "gull.example/live#2"]
    put(path, lines({**same, "text": "A"}, {**same, "text": "B"}))
    assert ids(path) == ["gull.example/live"] and "give each its own" in read(path)[1].reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.ndjson"])
def test_lines_packed_or_not(tmp_path, name):
    data = lines({"text": "One."}, {"text": "Two."}).encode() + b"{broken\n"
    found = read(put(tmp_path / name, gzip.compress(data) if name.endswith("gz") else data))
    assert [type(one).__name__ for one in found] == ["Dated", "Dated", "Unread"]


def test_a_line_too_long_costs_only_itself(tmp_path):
    path = put(tmp_path / "a.jsonl", lines({"text": "x" * 9000}, {"text": "Two."}))
    found = list(read_collected(path, CollectSettings(), IngestSettings(largest_article=1000)))
    assert [type(one).__name__ for one in found] == ["Unread", "Dated"]


BROKEN = {
    "no gzip": b"\x1f\x8bbroken",
    "cut gzip": gzip.compress(b'{"text": "One."}\n' * 99)[:-9],
    "binary": b"\0" * 99,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.xml", "a.xml.gz", "a.warc.gz", "a.txt", "a"])
def test_broken_files_are_said_to_be(tmp_path, name, data):
    assert read(put(tmp_path / name, data))[-1].__class__.__name__ == "Unread"


def test_standard_input():
    found = list(read_stdin(io.BytesIO(lines({"id": "a", "text": "One."}).encode()), IngestSettings()))
    assert [one.article.id for one in found] == ["a"]


def test_a_folder_is_read_once_and_again_where_it_changed(tmp_path, store, run):
    folder = tmp_path / "news"
    folder.mkdir()
    put(folder / "a.txt", "A ferry ran aground.")
    put(folder / "b.jsonl", lines({"id": "1", "text": "One."}))
    assert run(folder).new == 2
    again = run(folder)
    assert (again.new, again.same, again.unchanged) == (0, 0, 2)
    put(folder / "a.txt", "A ferry ran aground off Port Halven.")
    os.utime(folder / "a.txt", (1, 1))
    account = run(folder)
    assert (account.changed, account.unchanged) == (1, 1)


def test_lists_in_files_lead_on(tmp_path, site, run):
    site.behaviours |= {"/ferry": body(report("Ferry")), "/feed": body(rss(f"{site.root}/ferry"), "text/xml")}
    folder = tmp_path / "lists"
    folder.mkdir()
    put(folder / "feeds.opml", f'<opml><body><outline xmlUrl="{site.root}/feed"/></body></opml>')
    put(folder / "other.xml", "<note>nothing</note>")
    account = run(folder)
    assert account.new == 1 and account.lists == 2
    assert [one.reason[:27] for one in account.skipped] == ["XML, but no feed, sitemap o"]
    assert run(folder / "feeds.opml").unchanged == 0  # a list is no article: what it leads to may be new


def archive(*captures: tuple[str, str]) -> bytes:
    """A web archive of one page as it stood at several times."""
    records = b""
    for when, page in captures:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
        fields = {
            "WARC-Type": "response",
            "WARC-Record-ID": f"<urn:test:{when}>",
            "WARC-Date": when,
            "WARC-Target-URI": "https://gull.example/ferry",
            "Content-Type": "application/http; msgtype=response",
            "Content-Length": str(len(head + page)),
        }
        told = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        records += f"WARC/1.0\r\n{told}\r\n{head}{page}\r\n\r\n".encode()
    return records


OLD, NEW = "2026-03-04T05:06:07Z", "2026-03-05T05:06:07Z"


def test_an_archive_keeps_the_time_each_page_was_fetched(tmp_path, store, run):
    pytest.importorskip("fastwarc", reason="needs the extra archive")
    path = put(tmp_path / "a.warc", archive((OLD, report("Ferry")), (NEW, report("Ferry afloat"))))
    assert (run(path).new, run(path).unchanged) == (1, 1)
    versions = store.versions("gull.example/ferry")
    assert [one.fetched for one in versions] == ["2026-03-04T05:06:07+00:00", "2026-03-05T05:06:07+00:00"]
    os.utime(path, (1, 1))
    again = run(path)
    assert (again.same, again.changed, again.skipped) == (2, 0, ())


def saved(when: str, words: str) -> str:
    """A page that a browser saved in one file."""
    told = f"From: <Saved by Blink>\nDate: {when}\nMIME-Version: 1.0\nContent-Type: text/html\n"
    return f"{told}Content-Location: https://gull.example/ferry\n\n{report(words)}"


def test_a_page_saved_in_one_file_is_kept_with_the_time_it_was_saved(tmp_path, store, run):
    run(put(tmp_path / "b.mhtml", saved("Thu, 05 Mar 2026 23:30:00 -0500", "Ferry afloat")))
    account = run(put(tmp_path / "a.mhtml", saved("Thu, 05 Mar 2026 09:00:00 -0500", "Ferry")))
    assert [one.reason for one in account.skipped] == ["fetched before the version that is kept"]
    assert run(put(tmp_path / "c.mhtml", saved("Sat, 07 Mar 2026 09:00:00 +0000", "Ferry"))).changed == 1
    fetched = [one.fetched for one in store.versions("gull.example/ferry")]
    assert fetched == ["2026-03-06T04:30:00+00:00", "2026-03-07T09:00:00+00:00"]


def test_an_older_archive_does_not_take_the_place_of_what_came_later(tmp_path, store, run):
    pytest.importorskip("fastwarc", reason="needs the extra archive")
    run(put(tmp_path / "new.warc", archive((NEW, report("Ferry afloat")))))
    account = run(put(tmp_path / "old.warc", archive((OLD, report("Ferry")))))
    assert account.changed == 0 and [one.reason for one in account.skipped] == [
        "fetched before the version that is kept"
    ]
    assert len(store.versions("gull.example/ferry")) == 1


def test_a_file_read_again_does_not_bring_back_what_another_has_changed(tmp_path, store, run):
    same = {"url": "https://gull.example/ferry"}
    one = put(tmp_path / "a.jsonl", lines({**same, "text": "Twelve people were hurt."}))
    run(one)
    assert run(put(tmp_path / "b.jsonl", lines({**same, "text": "Fourteen people were hurt."}))).changed == 1
    os.utime(one, (1, 1))
    assert (run(one).same, len(store.versions("gull.example/ferry"))) == (1, 2)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_report_that_goes_back_to_its_former_words_is_seen(tmp_path, store, run, name):
    words = ["Twelve people were hurt.", "Fourteen people were hurt.", "Twelve people were hurt."]
    for number, text in enumerate(words):
        path = put(tmp_path / name, text if name == "a.txt" else lines({"url": "https://gull.example/a", "text": text}))
        os.utime(path, (number, number))
        account = run(path)
        assert account.new + account.changed == 1
    (article,) = store.articles()
    assert [version.article.text for version in store.versions(article.id)] == words
    os.utime(path, (9, 9))
    assert run(path).same == 1


def test_a_page_that_went_back_in_an_archive_is_seen_and_read_again_is_the_same(tmp_path, store, run):
    pytest.importorskip("fastwarc", reason="needs the extra archive")
    run(put(tmp_path / "a.warc", archive((OLD, report("Ferry")), (NEW, report("Ferry afloat")))))
    path = put(tmp_path / "a.warc", archive((NEW, report("Ferry afloat")), ("2026-03-06T05:06:07Z", report("Ferry"))))
    assert run(path).changed == 1
    headlines = ["Ferry", "Ferry afloat", "Ferry"]
    assert [one.article.headline for one in store.versions("gull.example/ferry")] == headlines
    os.utime(path, (1, 1))
    assert (run(path).same, len(store.versions("gull.example/ferry"))) == (2, 3)


def test_what_is_not_there(tmp_path, run):
    account = run(tmp_path / "none", tmp_path / "*.none")
    assert account.new == 0 and len(account.skipped) == 2
