"""Adding reports by link, by paste and as files: what becomes a job, and what its page says."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.reading_room import HERE, NOW, having, of_story, page, words

from rashomon.collect.wishes import Wishes
from rashomon.settings import Settings, WebSettings
from rashomon.stream.comparing import compare_story
from rashomon.web.addresses import article_at
from rashomon.web.app import make_app
from rashomon.web.door.rules import Rules

REPORT = "The ferry Marlin ran aground off Port Halven on Sunday and 15 people were hurt, the coast guard said."
BARGE = (
    b"<html><head><title>Barge sinks</title></head><body><article><h1>Barge sinks</h1><p>A barge sank off Port Harrow"
    b" on Friday, and two people drowned, police said.</p><p>The barge was on its way to Oldacre with grain, and"
    b" the wind was strong. Nobody else was on board, the harbour master said.</p></article></body></html>"
)


@pytest.fixture
def running(client):
    """A client of the application as it is when started."""
    with client:
        yield client


def finished(client: TestClient, answer) -> object:
    """The page of a job, once it is over."""
    assert answer.status_code == 303, answer.text
    until = time.monotonic() + 60
    while "data-again" in (shown := client.get(answer.headers["location"])).text and time.monotonic() < until:
        time.sleep(0.1)
    return page(client, answer.headers["location"]) if shown.status_code == 200 else shown


def post(client: TestClient, path: str, **given: object):
    return client.post(path, follow_redirects=False, **given)


def test_a_pasted_report_goes_into_its_story(running, store, ferry):
    known = {"headline": "15 hurt on the Marlin", "outlet": "Auk", "published": "2026-01-19", "url": ""}
    shown = finished(running, post(running, "/add/paste", data={"text": REPORT + "\r\n\r\nMore later.", **known}))
    assert "It is done." in words(shown) and "1 new" in words(shown)
    assert shown.xpath(f'//section[@aria-labelledby="went"]//a[@href="/stories/{ferry}"]')
    (article,) = [one for one in store.articles(story=ferry) if one.outlet == "Auk"]
    assert article.text == REPORT + "\n\nMore later." and article.headline == "15 hurt on the Marlin"
    assert store.versions(article.id)[0].source == "pasted by a reader"


def test_what_could_not_be_read_is_to_be_added_again(running, monkeypatch):
    def begin(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("multiprocessing.context.ForkServerContext.Pipe", begin)
    shown = finished(running, post(running, "/add/paste", data={"text": REPORT}))
    assert "It failed." in words(shown) and shown.xpath('//a[@href="/add" and contains(., "Add it again")]')


def test_the_same_text_pasted_again_is_the_same_report(running):
    finished(running, post(running, "/add/paste", data={"text": REPORT}))
    assert "1 read again and found the same" in words(
        finished(running, post(running, "/add/paste", data={"text": REPORT}))
    )


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"text": " \n "}, "no text was pasted"),
        ({"text": "\u200b\u200d\n\ufeff\u3164"}, "no text was pasted"),
        ({"text": REPORT, "published": "last week"}, "is no date we can read; write it as 2025-11-27"),
        ({"text": REPORT, "published": "2026-13-45"}, "is no date we can read; write it as 2025-11-27"),
        ({"text": REPORT, "url": "file:///etc/passwd"}, "is no web address"),
    ],
)
def test_what_cannot_be_a_report_is_said_at_once(client, given, complaint):
    answer = post(client, "/add/paste", data=given)
    assert answer.status_code == 422 and complaint in answer.text
    assert "kept" not in answer.text and "Added lately" not in answer.text


def test_what_was_typed_is_still_there_when_it_is_refused(client):
    typed = {"headline": 'The "Marlin" & others', "outlet": "Auk", "published": "yesterday", "byline": "Ada Tern"}
    shown = html.fromstring(post(client, "/add/paste", data={"text": f"\n{REPORT}\n", "url": "", **typed}).text)
    (alert,) = shown.xpath('//*[@role="alert"]')
    assert "'yesterday' is no date" in words(alert) and shown.xpath('//h1[. = "Add reports"]')
    assert {name: shown.xpath(f'//input[@id="{name}"]/@value')[0] for name in typed} == typed
    assert REPORT in shown.xpath('//textarea[@id="text"]')[0].text
    refused = html.fromstring(post(client, "/add/link", data={"addresses": "https://gull.example/a nowhere"}).text)
    assert "https://gull.example/a nowhere" in refused.xpath('//textarea[@id="addresses"]')[0].text


def test_a_page_uploaded_again_with_its_former_words_is_a_new_version(running, store):
    head = b'<head><link rel="canonical" href="https://gull.example/barge">'
    for page_then in (BARGE, BARGE.replace(b"two people", b"three people"), BARGE):
        upload = {"files": ("barge.html", page_then.replace(b"<head>", head))}
        shown = finished(running, post(running, "/add/files", files=upload))
    assert "1 changed" in words(shown)
    told = ["two people" in one.article.text for one in store.versions("gull.example/barge")]
    assert told == [True, False, True]


def test_several_files_of_any_kind_are_read_and_what_cannot_be_is_listed(running, store, ferry):
    files = [
        ("files", ("../../auk [1].txt", REPORT.encode())),
        ("files", ("page.html", BARGE)),
        ("files", ("lines.jsonl", b'{"id": "a", "text": "A mill burned in Oldacre."}\n{"id": "b"}\n')),
        ("files", ("empty.txt", b"")),
    ]
    shown = words(finished(running, post(running, "/add/files", files=files)))
    assert "3 new" in shown and "auk _1_.txt and 3 more files" in shown
    assert "empty.txt" in shown and "lines.jsonl:2" in shown
    assert [one for one in store.articles(story=ferry) if one.text == REPORT]


def test_a_file_given_twice_is_one_report_and_its_copy_here_is_gone(running, tmp_path):
    files = {"files": ("auk.txt", REPORT.encode())}
    finished(running, post(running, "/add/files", files=files))
    assert "1 read again and found the same" in words(finished(running, post(running, "/add/files", files=files)))
    assert not list((tmp_path / "uploads").rglob("*.txt"))


def test_no_file_and_too_many_are_refused(store, tmp_path):
    app = make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(most_files=1))
    client = TestClient(app, base_url=HERE)
    assert "no file was given" in post(client, "/add/files").text
    many = [("files", (f"{number}.txt", b"x")) for number in range(2)]
    assert "give at most 1" in post(client, "/add/files", files=many).text


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "-", "C:\\reports", "ftp://a.example/b", "*.txt"]
)
def test_the_files_of_this_machine_cannot_be_added_by_link(client, address):
    answer = post(client, "/add/link", data={"addresses": f"https://gull.example/a {address}"})
    assert answer.status_code == 422 and "is no web address" in answer.text
    assert "root:" not in answer.text


def test_a_link_that_cannot_be_asked_is_said_why(running):
    shown = words(finished(running, post(running, "/add/link", data={"addresses": "http://127.0.0.1:9/report"})))
    assert "0 new" in shown and "http://127.0.0.1:9/report" in shown


@pytest.fixture
def outlet():
    """The address of an outlet of this machine, with one report."""

    class Outlet(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/barge"
            self.send_response(200 if found else 404)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(BARGE if found else b"nothing")

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Outlet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_link_is_fetched_and_its_report_kept(store, tmp_path, outlet):
    app = make_app(store, lambda: NOW, folder=tmp_path, wishes=Wishes(allow_private=True))
    with TestClient(app, base_url=HERE) as client:
        shown = finished(client, post(client, "/add/link", data={"addresses": f"{outlet}/barge\n{outlet}/none"}))
    assert "1 new" in words(shown) and "the server answered 404" in words(shown)
    (article,) = [one for one in store.articles() if one.headline == "Barge sinks"]
    assert article.url == f"{outlet}/barge" and store.story_of(article.id)


def test_the_pages_say_what_was_added_lately(client):
    post(client, "/add/paste", data={"text": REPORT, "headline": "15 hurt"})
    assert "15 hurt waiting" in words(page(client, "/add"))
    assert client.get("/jobs/none").status_code == 404


def test_without_scripts_a_job_page_loads_itself_again(client):
    shown = client.get(post(client, "/add/paste", data={"text": REPORT}).headers["location"]).text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in shown and "waits for its turn" in shown


def test_a_very_long_text_is_taken(running):
    text = REPORT + "\n\n" + "And the wind blew. " * 60_000
    assert "1 new" in words(finished(running, post(running, "/add/paste", data={"text": text})))


@pytest.mark.parametrize(
    "name", ["é" * 300 + ".txt", "海難" * 300 + ".txt", "../../auk.txt", "a\\b.txt", "..", " ", "\0.txt"]
)
def test_a_file_of_any_name_is_read(running, name, tmp_path):
    shown = words(finished(running, post(running, "/add/files", files={"files": (name, REPORT.encode())})))
    assert "1 new" in shown
    assert not list(tmp_path.rglob("auk.txt"))


def test_files_that_cannot_be_put_down_leave_none_behind(store, tmp_path):
    (tmp_path / "uploads").write_text("in the way")
    client = TestClient(make_app(store, lambda: NOW, folder=tmp_path), base_url=HERE)
    answer = post(client, "/add/files", files={"files": ("auk.txt", REPORT.encode())})
    assert answer.status_code == 503 and "is there room?" in answer.text


def test_files_that_are_too_many_to_wait_are_not_put_down(store, tmp_path):
    app = make_app(store, lambda: NOW, folder=tmp_path, limits=WebSettings(most_waiting=1))
    client = TestClient(app, base_url=HERE)
    assert post(client, "/add/files", files={"files": ("auk.txt", REPORT.encode())}).status_code == 303
    assert post(client, "/add/files", files={"files": ("tern.txt", b"Another report.")}).status_code == 503
    assert [one.name for one in tmp_path.rglob("*.txt")] == ["auk.txt"]


def test_an_empty_room_offers_the_invented_demonstration(empty_store, tmp_path):
    app = make_app(empty_store, lambda: NOW, folder=tmp_path)
    with TestClient(app, base_url=HERE) as client:
        (form,) = page(client).xpath('//*[@class="welcome"]//form')
        assert form.get("method") == "post" and "invented" in words(form)
        shown = finished(client, post(client, form.get("action")))
        assert "8 new" in words(shown) and "Nothing was skipped" in words(shown)
        (way,) = shown.xpath('//section[@aria-labelledby="went"]//a/@href')
        assert "invented" in words(of_story(page(client), way.rpartition("/")[2]))
        compare_story(empty_store, way.rpartition("/")[2], NOW, Settings())
        assert "the people are invented" in words(page(client, way))
        article = next(iter(empty_store.articles())).id
        assert "invented" in words(page(client, article_at(article)))


def test_who_may_only_read_is_not_offered_what_cannot_be_done(empty_store, tmp_path):
    client = TestClient(make_app(empty_store, lambda: NOW, folder=tmp_path, rules=Rules(read_only=True)), base_url=HERE)
    (welcome,) = having(page(client), "welcome")
    assert not welcome.xpath(".//form") and not welcome.xpath('.//a[@href="/add"]') and "--read-only" in words(welcome)
    assert post(client, "/add/demonstration").status_code == 403
