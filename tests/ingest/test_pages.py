"""A page gives its report's text, and what it says of itself."""

import json

import pytest

from rashomon.ingest.pages import decode_page, read_page
from rashomon.ingest.records import Found

PARAGRAPHS = "".join(
    f"<p>The ferry left the harbour at dawn with {n} passengers, and the wind rose soon after, the crew said.</p>"
    for n in range(20, 26)
)


def page(head: str, body: str = "") -> bytes:
    inside = f"<head>{head}</head><body><article>{body}{PARAGRAPHS}</article></body>"
    return f"<!doctype html><html lang='en-GB'>{inside}</html>".encode()


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def read(data: bytes, **known: str):
    found = read_page(data, "page.html", "page", **known)
    assert isinstance(found, Found), found
    return found.article


def test_linked_data_gives_time_headline_byline_and_outlet():
    head = linked(
        headline="Ferry turns back",
        datePublished="2021-03-04T05:06:07+01:00",
        dateModified="2021-03-04T09:00:00Z",
        author=[{"name": "Ann Lee"}, {"name": "Bo Ray"}],
        publisher={"name": "The Harbour Post"},
    )
    article = read(page(head))
    assert (article.published, article.modified) == ("2021-03-04T05:06:07+01:00", "2021-03-04T09:00:00+00:00")
    assert (article.headline, article.byline, article.outlet) == (
        "Ferry turns back",
        "Ann Lee, Bo Ray",
        "The Harbour Post",
    )
    assert article.language == "en"
    assert "left the harbour at dawn with 22 passengers" in article.text


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2021-03-04T05:06:07Z'>", "", "2021-03-04T05:06:07+00:00"),
        ("<meta name='pubdate' content='20210304'>", "", "2021-03-04"),
        ("", "<time datetime='2021-03-04T05:06:07Z'>4 March</time>", "2021-03-04T05:06:07+00:00"),
        (
            "<meta name='date' content='2021-03-04'>",
            "<time datetime='2021-03-04T05:06+00:00'></time>",
            "2021-03-04T05:06:00+00:00",
        ),
        ("<script type='application/ld+json'>{broken</script>", "", None),
        ("<meta name='date' content='soon'>", "", None),
    ],
)
def test_time_of_publication_is_found_where_pages_put_it(head, body, published):
    assert read(page(head, body)).published == published


def test_outlet_is_the_host_where_the_page_names_none():
    assert read(page(""), url="https://www.harbour.example/ferry").outlet == "harbour.example"


def test_encoding_is_the_one_that_server_or_page_names():
    body = "<meta charset=iso-8859-1>Caf\xe9 \x93x\x94".encode("latin-1")
    assert "Café “x”" in decode_page(body)
    assert decode_page("é".encode(), "utf-8") == "é"
    assert decode_page(b"abc", "no-such-encoding") == "abc"
