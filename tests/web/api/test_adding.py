"""Reports added by programs: accepted as a job, whose account says what came of it."""

import json
import time

import pytest
from starlette.testclient import TestClient
from tests.web.api.test_answers import V1, problem
from tests.web.reading_room import HERE, NOW

from rashomon.web.app import make_app

WORDS = "The ferry Marlin, which ran aground off Port Halven on Sunday, was towed free on Monday, the coast guard said."


def test_text_files_and_links_are_each_a_job(client):
    answers = [
        client.post(f"{V1}/add/texts", json={"text": WORDS, "outlet": "The Knot"}),
        client.post(f"{V1}/add/files", files=[("files", ("knot.txt", WORDS.encode()))]),
        client.post(f"{V1}/add/links", json={"addresses": ["https://knot.example/ferry"]}),
    ]
    for answer in answers:
        assert answer.status_code == 202 and answer.json()["state"] == "waiting", answer.text
        assert client.get(answer.headers["location"]).json() == answer.json()
    assert client.get(f"{V1}/jobs").json()["total"] == 3


def test_an_address_with_half_a_character_is_refused(client):
    body = json.dumps({"addresses": ["https://gull.example/\ud800", "https://gull.example/?a=\ud800"]})
    answer = client.post(f"{V1}/add/links", content=body, headers={"content-type": "application/json"})
    assert "no web address" in problem(answer, 422)


@pytest.mark.parametrize(
    "kind, given, said",
    [
        ("texts", {"json": {"text": "  "}}, "no text"),
        ("texts", {"json": {"text": "\u200b\u2060"}}, "no text"),
        ("texts", {"json": {"text": WORDS, "published": "yesterday"}}, "is no date we can read; write it as"),
        ("texts", {"json": {"text": WORDS, "url": "file:///etc/passwd"}}, "no web address"),
        ("links", {"json": {"addresses": []}}, "no address"),
        ("links", {"json": {"addresses": ["/etc/passwd"]}}, "no web address"),
        ("files", {"files": []}, "files"),
    ],
)
def test_what_cannot_be_added_is_refused(client, kind, given, said):
    assert said in problem(client.post(f"{V1}/add/{kind}", **given), 422)
    assert client.get(f"{V1}/jobs").json()["total"] == 0


@pytest.fixture
def running(store, ferry, tmp_path):
    """A client of the application as it is when started."""
    with TestClient(make_app(store, lambda: NOW, folder=tmp_path), base_url=HERE) as client:
        yield client


def added(client: TestClient, report: dict[str, str]) -> dict[str, object]:
    """The job of adding a text, once it is over."""
    body = json.dumps(report)  # in ASCII: a lone surrogate stands in it as its escape
    answer = client.post(f"{V1}/add/texts", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 202, answer.text
    for _ in range(300):
        job = client.get(answer.headers["location"]).json()
        if job["state"] in ("done", "failed"):
            break
        time.sleep(0.1)
    return job


def test_text_that_was_added_is_read_and_placed(running, store):
    job = added(
        running,
        {"text": WORDS, "outlet": "The Knot", "headline": "Marlin towed free", "published": "2026-01-19"},
    )
    assert job["state"] == "done" and job["account"]["new"] == 1, job
    ((article, story),) = job["placed"]
    assert store.article(article).text == WORDS and story == store.story_of(article)


def test_half_a_character_in_what_is_added_is_kept_as_a_sign_that_says_so(running, store):
    broken = {"headline": "Marlin \ud800 free", "outlet": "The \udc00 Knot", "byline": "Ada\ud83d"}
    for number, known in enumerate((broken, {})):
        job = added(running, {"text": f"\ud800 {number} {WORDS} \udfff", **known})
        assert job["state"] == "done" and job["account"]["new"] == 1, job
        assert running.get(f"{V1}/jobs").status_code == 200 and running.get("/add").status_code == 200
        kept = store.article(job["placed"][0][0])
        assert kept.text == f"\ufffd {number} {WORDS} \ufffd"
        told = {"headline": kept.headline, "outlet": kept.outlet, "byline": kept.byline}
        assert not known or told == {
            "headline": "Marlin \ufffd free",
            "outlet": "The \ufffd Knot",
            "byline": "Ada\ufffd",
        }
