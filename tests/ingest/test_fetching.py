"""Fetching is bounded, and each failure says what to do."""

import httpx2
import pytest

from rashomon.ingest.fetching import Fetched, fetch
from rashomon.settings import IngestSettings

URL = "https://o.example/report"


def answering(respond):
    return httpx2.MockTransport(respond)


def test_page_comes_with_its_last_address_and_encoding():
    def respond(request):
        if request.url.path == "/report":
            return httpx2.Response(301, headers={"location": "/moved"})
        return httpx2.Response(200, html="<p>Words</p>")

    answer = fetch(URL, IngestSettings(), answering(respond))
    assert isinstance(answer, Fetched)
    assert (answer.url, answer.content_type, answer.charset) == ("https://o.example/moved", "text/html", "utf-8")


@pytest.mark.parametrize(
    ("respond", "words"),
    [
        (lambda request: httpx2.Response(404), "answered 404"),
        (lambda request: httpx2.Response(200, content=b"x", headers={"content-type": "image/png"}), "image/png"),
        (lambda request: httpx2.Response(200, html="x" * 2000), "larger"),
        (lambda request: httpx2.Response(302, headers={"location": "/report"}), "redirects"),
    ],
)
def test_each_refusal_is_a_sentence(respond, words):
    answer = fetch(URL, IngestSettings(largest_article=1000), answering(respond))
    assert isinstance(answer, str) and words in answer


def test_broken_connection_is_a_sentence():
    def respond(request):
        raise httpx2.ConnectTimeout("slow")

    answer = fetch(URL, IngestSettings(), answering(respond))
    assert isinstance(answer, str) and "no answer within" in answer
