"""Whatever is sent to the API, it answers with what was asked for or with a problem, never with a fault of ours."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.stores import postgresql_schema
from tests.web.api.test_answers import V1
from tests.web.reading_room import FERRY, HERE, NOW, keep

from rashomon.settings import Settings
from rashomon.store.opening import open_store
from rashomon.stream.comparing import compare_story
from rashomon.web.app import make_app

ODD = [
    "%00",
    "%ED%A0%80",
    "%FF",
    "%F0%9F%92%A5",
    "..%2F..%2Fetc%2Fpasswd",
    "%27%20OR%201=1--",
    "%22",
    "*",
    "-1",
    "9" * 40,
    "a" * 5000,
    "%E2%80%AE",
    "%0D%0AX-Evil:%201",
]
SENT = ["\ud800", "\0", "", "💥" * 1000, "‮", "'; DROP TABLE stories; --", None, 10**40, [], {"a": {}}, True]


@pytest.fixture(params=["sqlite", "postgresql"])
def reading(request, tmp_path):
    """The API over a ferry's story, in either database."""
    places = iter([str(tmp_path / "store.sqlite")]) if request.param == "sqlite" else postgresql_schema()
    for address in places:
        with open_store(address) as store:
            keep(store, *FERRY)
            for one in store.stories():
                compare_story(store, one.id, NOW, Settings())
            client = TestClient(make_app(store, lambda: NOW, address=address, folder=Path(tmp_path)), base_url=HERE)
            yield client, store.story_of(FERRY[0].id)


def check(answer, *about):
    assert answer.status_code < 500, (about, answer.text)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json", about
        assert "\n" not in answer.json()["detail"], about


def test_odd_ids_and_queries_are_answered(reading):
    client, _ = reading
    paths = client.get(f"{V1}/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for odd in ODD:
            if "get" in methods and "{" in path:
                check(
                    client.get(V1 + path.format(**dict.fromkeys(("story", "article", "key", "number", "id"), odd))),
                    path,
                    odd,
                )
            asked = [one["name"] for one in methods.get("get", {}).get("parameters", ()) if one["in"] == "query"]
            for name in asked:
                rest = "&".join(f"{one}=a" for one in ("q", "article", "exact") if one in asked)
                check(client.get(f"{V1}{path}?{rest}&{name}={odd}"), path, name, odd)
            if asked:
                check(client.get(f"{V1}{path}?{odd}=a"), path, odd)


@pytest.mark.parametrize("name", ["kind", "other", "articles", "places", "by"])
def test_odd_corrections_are_answered(reading, name):
    client, story = reading
    place = {"article": FERRY[0].id, "exact": "She was built in 1961."}
    for odd in [*SENT, *([[one] for one in SENT])]:
        for kind in ("boilerplate", "split", "merge", "move", "pin", "same_claim"):
            wanted = {"kind": kind, "places": [place], "articles": [FERRY[2].id], name: odd}
            body = json.dumps(wanted)
            made = client.post(
                f"{V1}/stories/{story}/corrections", content=body, headers={"content-type": "application/json"}
            )
            check(made, name, odd, kind)
            if made.status_code == 201:
                check(client.get(made.headers["location"]), name, odd)
                check(client.delete(made.headers["location"]), name, odd)
    assert client.get(f"{V1}/stories/{story}").json()["articles"] == 3


@pytest.mark.parametrize("name", ["source", "selector"])
def test_odd_targets_are_answered(reading, name):
    client, _ = reading
    quoted = {"type": "TextQuoteSelector", "exact": "hurt"}
    selectors = [[{**quoted, key: odd}] for key in ("type", "exact", "prefix", "suffix") for odd in SENT]
    selectors += [[{"type": "TextPositionSelector", "start": odd, "end": 10**30}] for odd in (*SENT, -1)]
    for odd in [*SENT, *selectors]:
        target = json.dumps({"source": FERRY[0].id, "selector": [quoted], name: odd})
        check(client.post(f"{V1}/evidence", content=target, headers={"content-type": "application/json"}), name, odd)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b"\xff\xfe", b"9" * 5000, b"[" * 100_000])
def test_bodies_that_are_none_are_answered(reading, body):
    client, story = reading
    for path in (f"/stories/{story}/corrections", "/evidence", "/add/links", "/add/texts", "/add/files"):
        check(client.post(V1 + path, content=body, headers={"content-type": "application/json"}), path, body[:20])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("corrections", {"kind": "boilerplate", "places": [{"article": FERRY[0].id, "exact": "hurt"}] * 101}),
        ("corrections", {"kind": "pin", "articles": [FERRY[0].id] * 501}),
        ("links", {"addresses": [f"https://gull.example/{number}" for number in range(1001)]}),
    ],
)
def test_no_request_asks_for_more_than_can_be_done_at_once(reading, path, body):
    client, story = reading
    answer = client.post(f"{V1}/add/links" if path == "links" else f"{V1}/stories/{story}/{path}", json=body)
    check(answer, path)
    assert answer.status_code == 422 and "at most" in answer.json()["detail"]
