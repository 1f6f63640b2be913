"""Who is let in: by name, by password, from our own pages; and what no answer goes without."""

import asyncio
import base64

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tests.web.reading_room import HERE, NOW

from rashomon.settings import WebSettings
from rashomon.web.app import make_app
from rashomon.web.door.rules import Rules


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.fixture
def behind(store, tmp_path):
    """A client of an application with these rules."""

    def make(rules: Rules, **limits: int) -> TestClient:
        app = make_app(store, lambda: NOW, folder=tmp_path, rules=rules, limits=WebSettings(**limits))
        return TestClient(app, base_url=HERE)

    return make


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "192.0.2.7", "news.localhost"])
def test_localhost_and_figures_cannot_be_led_here_by_others(client, host):
    assert client.get("/add", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a:b:c", "[::1"]
)
def test_a_name_that_is_not_ours_is_refused(client, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Ferry" not in answer.text and "--allow-host" in answer.text


def test_a_name_that_was_allowed_is_ours(behind):
    client = behind(Rules(hosts=("news.example",)))
    assert client.get("/add", headers={"host": "news.example"}).status_code == 200
    assert client.get("/add", headers={"host": "other.example"}).status_code == 421


SAME, OTHER = {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "cross-site"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (SAME, 303),
        ({"sec-fetch-site": "none"}, 303),
        (OTHER, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": HERE}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://[::1"}, 403),
        ({"origin": b"\xff"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": HERE}, 403),
        ({}, 303),  # a program, which no other site can make ask
    ],
)
def test_only_our_own_pages_write(client, headers, status):
    answer = client.post("/add/paste", data={"text": "A barge sank."}, headers=headers, follow_redirects=False)
    assert answer.status_code == status


def test_another_site_may_lead_here(client):
    assert client.get("/", headers=OTHER).status_code == 200


def test_with_a_password_nothing_is_shown_without(behind):
    client = behind(Rules(password="pässword"))
    for headers in (
        {},
        basic("ada", "wrong"),
        basic("", ""),
        {"authorization": "Basic !"},
        {"authorization": "Bearer x"},
    ):
        answer = client.get("/", headers=headers)
        assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Basic ")
        assert "Ferry" not in answer.text
        assert ("the password is wrong;" if headers else "the password is asked for;") in answer.text
    assert client.get("/static/house.css").status_code == 401
    assert client.get("/", headers=basic("ada", "pässword")).status_code == 200
    assert client.get("/healthz").text == "ok\n"


def test_the_password_stands_in_no_description():
    assert "secret" not in repr(Rules(password="secret"))


def test_read_only_writes_nothing_and_says_so(behind):
    client = behind(Rules(read_only=True))
    answer = client.post("/add/paste", data={"text": "A barge sank."}, headers=SAME)
    assert answer.status_code == 403 and "--read-only" in answer.text
    assert "<form" not in client.get("/add").text.partition("<main")[2]


def test_too_much_at_once_is_refused_before_it_is_read(behind):
    client = behind(Rules(), largest_form=1_000_000, largest_upload=2_000_000)
    answer = client.post("/add/paste", data={"text": "x" * 1_000_001}, headers=SAME)
    assert answer.status_code == 413 and "more than 1 MB" in answer.text
    files = {"files": ("a.txt", b"x" * 1_500_000)}
    assert client.post("/add/files", files=files, headers=SAME, follow_redirects=False).status_code == 303


def test_a_body_that_does_not_tell_its_size_is_stopped_where_it_is_too_large(behind):
    client = behind(Rules(), largest_form=1_000_000)
    pieces = (b"text=" + b"x" * 300_000 for _ in range(5))
    form = {**SAME, "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add/paste", content=pieces, headers=form).status_code == 413


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/add", "/static/house.css", "/?day=x", "/healthz"])
def test_every_answer_forbids_scripts_of_others(client, path):
    headers = client.get(path).headers
    assert "script-src 'self';" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_no_page_of_ours_breaks_its_own_policy(client, ferry):
    from lxml import html

    for path in ("/", "/add", "/sources", f"/stories/{ferry}", "/nothing-here"):
        page = html.fromstring(client.get(path).text)
        assert not [one for one in page.iter("script") if not one.get("src")], path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not page.xpath("//@src[contains(., '//')] | //link/@href[contains(., '//')]"), path


def test_head_is_answered_as_get_without_a_body(client):
    asked = client.head("/add")
    assert asked.status_code == 200 and asked.content == b""
    assert asked.headers["content-length"] == client.get("/add").headers["content-length"]


@pytest.mark.parametrize("told", ["Basic", "Basic !", "Basic \xff\xfe", "Basic gIGC", "Bearer abc", "basic  Og=="])
def test_what_is_no_password_is_none(behind, told):
    answer = behind(Rules(password="correct horse")).get("/", headers={"authorization": told.encode("latin-1")})
    assert (answer.status_code, answer.headers["www-authenticate"][:5]) == (401, "Basic")


@pytest.mark.parametrize("path", ["/", "/static/house.css", "/api/v1/stories"])
def test_nobody_comes_in_by_a_socket_of_the_web(behind, path):
    client = behind(Rules(password="correct horse"))
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(path):
        raise AssertionError("let in")


@pytest.mark.parametrize("told", ["1600000", "5", None])
def test_what_is_too_much_is_heard_out_so_that_the_answer_is_seen(store, tmp_path, told):
    pieces = [{"type": "http.request", "body": b"x" * 400_000, "more_body": number < 3} for number in range(4)]
    answers = []

    async def receive():
        return pieces.pop(0)

    async def send(message):
        answers.append(message)

    headers = {"host": "localhost", "content-type": "application/json", **({"content-length": told} if told else {})}
    scope = {"type": "http", "method": "POST", "path": "/api/v1/evidence", "query_string": b"", "http_version": "1.1"}
    scope |= {"headers": [(name.encode(), value.encode()) for name, value in headers.items()], "server": ("x", 80)}
    app = make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(largest_form=1_000_000))
    asyncio.run(app(scope, receive, send))
    assert not pieces
    assert answers[0]["status"] == 413 and b"more than 1 MB" in answers[1]["body"]
