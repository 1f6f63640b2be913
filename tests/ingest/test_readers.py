"""Files, folders, lines and pages become articles; what cannot be read is listed and loses no other."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput
from rashomon.ingest.readers import read_articles
from rashomon.settings import IngestSettings


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_plain_text_keeps_every_character(tmp_path):
    text = "  A fire broke out.\r\n\r\nNobody was hurt.\t\n"
    (article,), unread = read_articles(write(tmp_path, "fire.txt", text))
    assert (article.id, article.text, unread) == ("fire", text, ())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Café”".encode(), "“Café”"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("“Café”".encode("utf-16"), "“Café”"),
        ("“Café”".encode("cp1252"), "“Café”"),
        (b"caf\xe9 \x81", "café \x81"),
        ("“It’s a café”, said the “owner”".encode() + b"\xff", "“It’s a café”, said the “owner”\ufffd"),
    ],
)
def test_each_encoding_is_recognised(tmp_path, data, text):
    (article,), _ = read_articles(write(tmp_path, "a.txt", data))
    assert article.text == text


def test_json_line_fills_the_article(tmp_path):
    line = {"id": "x", "text": "Words.", "outlet": "O", "url": "http://o.example/x", "title": "T", "byline": "B"}
    line |= {"published": "Thu, 27 Nov 2025 10:00:00 +0100", "modified": "2025-11-28T01:02:03Z", "language": "en"}
    (a,), unread = read_articles(write(tmp_path, "a.jsonl", json.dumps(line)))
    assert (a.id, a.outlet, a.url, a.headline, a.byline, a.language) == ("x", "O", "http://o.example/x", "T", "B", "en")
    assert (a.published, a.modified) == ("2025-11-27T10:00:00+01:00", "2025-11-28T01:02:03+00:00")
    assert unread == ()


@pytest.mark.parametrize("wrapped", [lambda a: a, lambda a: a[0], lambda a: {"articles": a}])
def test_json_file_holds_one_article_or_several(tmp_path, wrapped):
    path = write(tmp_path, "a.json", json.dumps(wrapped([{"id": "x", "text": "Words."}])))
    (article,), _ = read_articles(path)
    assert article.id == "x"


def test_bad_lines_are_listed_with_their_number_and_lose_no_other(tmp_path):
    lines = [
        '{"id": "a", "text": "One."}',
        "{not json",
        '{"id": "b"}',
        '{"text": ""}',
        "[1]",
        "",
        '{"id": "c", "text": "Two."}',
    ]
    path = write(tmp_path, "s.jsonl", "\n".join(lines))
    articles, unread = read_articles(path)
    assert [a.id for a in articles] == ["a", "c"]
    assert [u.where for u in unread] == [f"{path}:{n}" for n in (2, 3, 4, 5)]
    assert all(";" in u.reason for u in unread)  # what was wrong; what to do


def test_unreadable_date_is_reported_and_the_article_kept(tmp_path):
    (article,), (note,) = read_articles(
        write(tmp_path, "s.jsonl", '{"id": "a", "text": "One.", "published": "03/04/20"}')
    )
    assert article.published is None
    assert "published" in note.reason and "kept" in note.reason


def test_line_without_id_is_named_by_its_address_or_its_place(tmp_path):
    lines = ['{"text": "One.", "url": "https://www.o.example/news/flood-hits-town.html"}', '{"text": "Two."}']
    articles, _ = read_articles(write(tmp_path, "s.jsonl", "\n".join(lines)))
    assert [a.id for a in articles] == ["o.example/flood-hits-town", "s-2"]


def test_folder_is_read_to_its_depths_in_a_fixed_order(tmp_path):
    for name in ("b.txt", "a/x.md", "a/y.htm", "c/x.txt", "c/.hidden.txt"):
        write(tmp_path, name, "<p>Words</p>" if name.endswith("htm") else "Words.")
    write(tmp_path, "c/logo.png", b"\x89PNG")
    articles, unread = read_articles(tmp_path)
    assert [a.id for a in articles if a.id != "y"] == ["a/x", "b", "c/x"]
    assert any(".png" in u.reason for u in unread)


def test_ids_do_not_depend_on_the_order_of_sources(tmp_path):
    one, two = write(tmp_path, "a/x.txt", "One."), write(tmp_path, "b/x.txt", "Two.")
    ids = [{a.text: a.id for a in read_articles(*order)[0]} for order in ((one, two), (two, one))]
    assert ids[0] == ids[1] == {"One.": "a/x", "Two.": "b/x"}


def test_repeated_article_is_read_once(tmp_path):
    one = write(tmp_path, "1.jsonl", '{"id": "a", "text": "One."}')
    same = write(tmp_path, "2.jsonl", '{"id": "a", "text": "One."}')
    articles, unread = read_articles(one, same, one)
    assert len(articles) == 1 and len(unread) == 2


def test_two_texts_of_one_id_are_told_apart_and_told_of(tmp_path):
    one = write(tmp_path, "1.jsonl", '{"id": "a", "text": "One."}')
    other = write(tmp_path, "2.jsonl", '{"id": "a", "text": "Two."}')
    read = [read_articles(*order) for order in ((one, other), (other, one))]
    ids = [{a.text: a.id for a in articles} for articles, _ in read]
    assert ids[0] == ids[1] and len(set(ids[0].values())) == 2
    assert all(len(unread) == 2 and "another text has the id 'a' too" in unread[0].reason for _, unread in read)
    assert [a.id for a in read_articles(one, other, ids_as_given=True)[0]] == ["a", "a"]


def test_packed_file_is_read_as_what_it_holds(tmp_path):
    packed = tmp_path / "reports.jsonl.gz"
    packed.write_bytes(gzip.compress(b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'))
    assert [a.id for a in read_articles(packed)[0]] == ["a", "b"]
    packed.write_bytes(packed.read_bytes()[:-9])
    assert "not whole gzip" in read_articles(packed)[1][0].reason
    packed.write_bytes(gzip.compress(bytes(3000)))
    assert "larger than" in read_articles(packed, settings=IngestSettings(largest_collection=2000))[1][0].reason


def test_record_of_a_headline_alone_is_read_and_told_of(tmp_path):
    (article,), (told,) = read_articles(write(tmp_path, "1.jsonl", '{"id": "a", "text": "", "title": "Ferry aground"}'))
    assert article.text == "Ferry aground" and "its headline was read as its text" in told.reason


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", "\u200b\ufeff\n\u2060".encode(), "without words"),
        ("a.jsonl", b'{"text": "\\u200b"}', "its text is empty"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.txt", b"abc\0\0", "binary"),
        ("a.html", b"<html></html>", "no article"),
        ("a.json", b"[]", "empty list"),
        ("a.json", b"[" * 100_000, "nested"),
        ("a.txt", b"x" * 2000, "larger"),
    ],
)
def test_each_unreadable_file_says_why(tmp_path, name, content, words):
    bounds = IngestSettings(largest_article=1000)
    articles, (unread,) = read_articles(write(tmp_path, name, content), settings=bounds)
    assert articles == ()
    assert words in unread.reason


def test_missing_files_folders_and_patterns_are_listed(tmp_path):
    (tmp_path / "empty").mkdir()
    articles, unread = read_articles(tmp_path / "no.txt", tmp_path / "empty", str(tmp_path / "*.txt"), "a\0b")
    assert articles == ()
    assert len(unread) == 4


def test_pattern_names_the_files_that_match(tmp_path):
    write(tmp_path, "a.txt", "One."), write(tmp_path, "b.md", "Two.")
    assert [a.id for a in read_articles(str(tmp_path / "*.txt"))[0]] == ["a"]


def test_standard_input_holds_json_lines():
    (article,), unread = read_articles("-", stdin=io.BytesIO(b'{"id": "a", "text": "One\xe2\x80\xa8."}\n{\n'))
    assert article.text == "One\u2028."
    assert [u.where for u in unread] == ["standard input:2"]


def test_no_source_is_an_error():
    with pytest.raises(UnreadableInput):
        read_articles()


def test_addresses_are_not_fetched_where_that_is_off():
    articles, (unread,) = read_articles("https://o.example/x", allow_network=False)
    assert articles == () and "not fetched" in unread.reason


def test_lone_surrogates_do_not_survive_reading(tmp_path):
    (article,), _ = read_articles(write(tmp_path, "s.jsonl", r'{"id": "a\ud800", "text": "One \udfff two."}'))
    assert article.text == "One \ufffd two."
    article.id.encode()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), ending=st.sampled_from(["txt", "md", "html", "json", "jsonl", "", "bin"]))
def test_any_bytes_are_read_or_listed(tmp_path, data, ending):
    path = write(tmp_path, f"a.{ending}", data)
    articles, unread = read_articles(path)
    assert articles or unread or not data.strip()
    for article in articles:
        article.text.encode()


@settings(max_examples=150)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
        lambda x: (
            st.lists(x) | st.dictionaries(st.sampled_from(["id", "text", "url", "published", "articles", "byline"]), x)
        ),
    )
)
def test_any_json_is_read_or_listed(node):
    articles, unread = read_articles("-", stdin=io.StringIO(json.dumps(node)))
    assert articles or unread
