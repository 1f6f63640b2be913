"""Adding by link and by paste, in the browser: what came, and what did not, with its reason."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import expect
from tests.web.browser.served import serve
from tests.web.browser.story_pages import await_fresh

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
REPORT = """<!doctype html><html lang=en><title>Dam holds</title><meta property="og:site_name" content="The Weir">
<article><h1>Dam holds</h1><p>The dam above Orlo held on Friday, its keeper said, and nobody was hurt in the flood that
followed three days of rain in the hills.</p><p>Eleven houses were cleared by the fire service by noon.</p></article>"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    with serve(tmp_path / "room.sqlite") as address:
        yield address


@pytest.fixture
def site() -> Iterator[str]:
    """A page on loopback, which nobody may be led to through the application."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(REPORT.encode())

        def log_message(self, *told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/dam"
    server.shutdown()
    server.server_close()


def add_link(page: Any, link: str) -> None:
    page.fill("#addresses", link)
    page.click("section:has(#link) button")


def test_two_pasted_reports_make_a_comparison(room: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{room}/add")
    for outlet, hurt in (("The Gull", "Twelve"), ("Tern", "Fourteen")):
        page.goto(f"{room}/add")
        words = (
            f"The ferry Marlin ran aground off Port Halven on Sunday. {hurt} people were hurt, the coast guard said."
        )
        page.fill("#text", words)
        page.fill("#headline", f"{hurt} hurt on the Marlin")
        page.fill("#outlet", outlet)
        page.fill("#published", "2026-01-18")
        page.click("section:has(#paste) button")
        expect(page.locator("#job")).to_contain_text("It is done.")
        assert page.locator(".account li").first.inner_text() == "1 new"
    page.click("a.go")
    await_fresh(page)
    expect(page.locator("#part .diff").first).to_contain_text("Fourteen")


def test_a_link_into_this_machine_is_refused_with_its_reason(room: str, site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{room}/add")
    add_link(page, site)
    expect(page.locator("#job")).to_contain_text("It is done.")
    skipped = page.locator("section[aria-labelledby=skipped]")
    assert site in skipped.inner_text() and "private" in skipped.inner_text()


def test_a_link_is_fetched_where_this_machine_may_be_asked(
    tmp_path: Path, site: str, visit: Callable[..., Any]
) -> None:
    with serve(tmp_path / "own.sqlite", "--allow-private") as room:
        page = visit(f"{room}/add")
        add_link(page, site)
        expect(page.locator("#job")).to_contain_text("It is done.")
        assert page.locator(".account li").first.inner_text() == "1 new"
        page.click("a.go")
        expect(page.locator("h1")).to_contain_text("Dam holds")
        page.context.close()


@pytest.mark.parametrize("given", ["/etc/passwd", "ftp://example.org/report"])
def test_what_is_no_web_address_is_said_to_be_none(room: str, visit: Callable[..., Any], given: str) -> None:
    page = visit(f"{room}/add")
    add_link(page, given)
    expect(page.locator("main")).to_contain_text("is no web address")
