"""What goes wrong is told in one line: to readers as a page, to programs as problem details, never as a traceback."""

import asyncio
import logging

import pytest
from fastapi import APIRouter
from starlette.testclient import TestClient
from tests.web.reading_room import HERE

from rashomon.errors import StoreLocked


def broken(app, fault: Exception) -> TestClient:
    router = APIRouter()

    def fail() -> None:
        raise fault

    router.add_api_route("/broken", fail)
    router.add_api_route("/api/broken", fail)
    app.router.routes[:0] = router.routes
    return TestClient(app, base_url=HERE)


def test_what_is_not_there_is_said_where_it_was_looked_for(client):
    answer = client.get("/nothing-here")
    assert answer.status_code == 404 and "nothing is kept under /nothing-here" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


def test_programs_get_problem_details(client):
    answer = client.get("/api/nothing-here")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404


def test_an_unknown_story_is_not_found_in_the_words_of_the_store(client):
    answer = client.get("/stories/zzz")
    assert answer.status_code == 404 and "no story" in answer.text


def test_a_wrong_question_is_answered_with_what_it_should_be(client):
    answer = client.get("/?page=zero")
    assert answer.status_code == 422 and "page: " in answer.text


def test_a_store_that_is_written_to_for_long_is_asked_again_later(app):
    client = broken(app, StoreLocked("store.sqlite: another process is writing to it"))
    answer = client.get("/broken")
    assert answer.status_code == 503 and answer.headers["retry-after"] == "5"
    assert "another process is writing" in answer.text


@pytest.mark.parametrize("path", ["/broken", "/api/broken"])
def test_a_fault_of_ours_is_a_number_that_the_log_has_too(app, caplog, path):
    client = broken(app, ZeroDivisionError("secret of the store"))
    with caplog.at_level(logging.ERROR, "rashomon.web"):
        answer = client.get(path)
    assert answer.status_code == 500
    assert "secret" not in answer.text and "Traceback" not in answer.text
    (record,) = caplog.records
    number = record.getMessage().split()[1].rstrip(":")
    assert f"fault {number};" in answer.text
    assert f"GET {path}: ZeroDivisionError: secret of the store (test_faults.py:" in record.getMessage()


def test_who_goes_away_in_the_middle_is_no_fault_of_ours(app, caplog):
    async def cut() -> list[dict]:
        sent, came = [], iter([{"type": "http.request", "body": b"text=A+barge", "more_body": True}])
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/add/paste",
            "query_string": b"",
            "headers": [(b"host", b"127.0.0.1"), (b"content-type", b"application/x-www-form-urlencoded")],
        }

        async def receive() -> dict:
            return next(came, {"type": "http.disconnect"})

        async def send(message: dict) -> None:
            sent.append(message)

        await app(scope, receive, send)
        return sent

    assert asyncio.run(cut()) == [] and not caplog.records


@pytest.mark.parametrize("path", ["/add/files", "/api/v1/add/files"])
def test_what_cannot_be_taken_in_for_want_of_room_is_not_the_readers_fault(client, monkeypatch, path):
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("starlette.formparsers.SpooledTemporaryFile", full)
    answer = client.post(path, files={"files": ("barge.txt", "A barge sank.")})
    assert answer.status_code == 503 and answer.headers["retry-after"] == "5"
    assert "No space left on device" in answer.text and "is there room" in answer.text


@pytest.mark.parametrize("path", ["/add/files", "/api/v1/add/files"])
def test_a_file_that_cannot_be_put_down_is_not_the_readers_fault(client, monkeypatch, path):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    answer = client.post(path, files={"files": ("barge.txt", "A barge sank.")})
    assert answer.status_code == 503 and "barge.txt: it cannot be put down" in answer.text


def test_what_is_no_file_is_named(client):
    answer = client.post("/api/v1/add/files", data={"files": "A barge sank."}, files={"other": b""})
    assert answer.status_code == 422 and answer.json()["detail"].startswith("files: ")
