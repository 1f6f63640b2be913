"""Reports added by programs: accepted as a job, whose account says what came of it."""

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


@pytest.mark.parametrize(
    "kind, given, said",
    [
        ("texts", {"json": {"text": "  "}}, "no text"),
        ("texts", {"json": {"text": WORDS, "url": "file:///etc/passwd"}}, "no web address"),
        ("links", {"json": {"addresses": []}}, "no address"),
        ("links", {"json": {"addresses": ["/etc/passwd"]}}, "no web address"),
        ("files", {"files": []}, "files"),
    ],
)
def test_what_cannot_be_added_is_refused(client, kind, given, said):
    assert said in problem(client.post(f"{V1}/add/{kind}", **given), 422)
    assert client.get(f"{V1}/jobs").json()["total"] == 0


def test_text_that_was_added_is_read_and_placed(store, ferry, tmp_path):
    with TestClient(make_app(store, lambda: NOW, folder=tmp_path), base_url=HERE) as client:
        report = {"text": WORDS, "outlet": "The Knot", "headline": "Marlin towed free", "published": "2026-01-19"}
        where = client.post(f"{V1}/add/texts", json=report).headers["location"]
        for _ in range(300):
            job = client.get(where).json()
            if job["state"] in ("done", "failed"):
                break
            time.sleep(0.1)
    assert job["state"] == "done" and job["account"]["new"] == 1, job
    ((article, story),) = job["placed"]
    assert store.article(article).text == WORDS and story == store.story_of(article)
