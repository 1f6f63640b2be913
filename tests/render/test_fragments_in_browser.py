"""Links to words, followed in a real browser: it finds them in a page set in its own way."""

import functools
import html
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.render.fragments import find_directive

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

PARAGRAPHS = (
    "The ferry sank at noon, a coast-guard man said.",
    "Nobody on board was hurt & all went home. On Tuesday, “We heard a bang,” said Mira.",
)
TEXT = "\n\n".join(PARAGRAPHS)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *told: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("site")
    filler = "".join(f"<p>On day {number} the weather was fair, said nobody.</p>" for number in range(120))
    report = "".join(f"<p class=r>{html.escape(one)}</p>" for one in PARAGRAPHS)
    (folder / "ferry.html").write_text(f"<!doctype html><meta charset=utf-8>{filler}{report}{filler}", "utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/ferry.html"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("words", [*PARAGRAPHS, TEXT, "coast-guard man said", "Tuesday", "home. On Tuesday, “We heard"])
def test_a_browser_finds_the_words(browser: Any, address: str, words: str) -> None:
    start = TEXT.index(words)
    page = browser.new_context(viewport={"width": 800, "height": 600}).new_page()
    page.goto(f"{address}#:~:{find_directive(TEXT, start, start + len(words))}")
    page.wait_for_function("scrollY > 0", timeout=5000)
    place = page.evaluate("document.querySelector('.r').getBoundingClientRect().top")
    assert 0 <= place <= 600
    page.context.close()
