"""Links to words, which survive small edits."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient

from rashomon.model.selector import Selector
from rashomon.model.span import Span
from rashomon.store.store import Store
from rashomon.text.selecting import select
from rashomon.web.addresses import evidence_at

GULL = "gull.example/ferry"


def link_to(store: Store, words: str) -> str:
    text = store.article(GULL).text
    start = text.index(words)
    return evidence_at(select(GULL, text, Span(start, start + len(words))))


def test_words_are_found_in_their_story(client: TestClient, store: Store, ferry: str) -> None:
    answer = client.get(link_to(store, "Twelve people were hurt"), follow_redirects=False)
    place = store.article(GULL).text.index("Twelve")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/stories/{ferry}#")
    assert answer.headers["location"].endswith(f".{place}-{place + 23}")


def test_words_are_found_after_an_edit_that_moved_them(client: TestClient, store: Store) -> None:
    link, old = link_to(store, "Twelve people were hurt"), store.article(GULL)
    store.keep(replace(old, text="Update: read this first.\n\n" + old.text), "tests", "2026-01-20T00:00:00Z")
    answer = client.get(link, follow_redirects=False)
    assert answer.status_code == 303
    assert client.get(link).status_code == 200


def test_words_that_are_gone_are_said_to_be(client: TestClient, store: Store) -> None:
    link, old = link_to(store, "Twelve people were hurt"), store.article(GULL)
    store.keep(replace(old, text=old.text.replace("Twelve people were hurt", "Nobody was hurt")), "tests", "2026-01-20")
    answer = client.get(link)
    page = html.document_fromstring(answer.text)
    assert answer.status_code == 200
    assert "no longer in the text; they stood in version 1 of 2" in page.text_content()
    assert page.xpath("string(//blockquote)") == "Twelve people were hurt"
    assert "version=1" in next(href for href in page.xpath("//main//a/@href") if "start=" in href)


def test_words_that_no_version_has_are_not_shown_as_its(client: TestClient) -> None:
    answer = client.get(evidence_at(Selector(GULL, 0, 5, "Nine ships sank")))
    assert answer.status_code == 404
    assert "No version of this report" in answer.text


def test_a_link_without_words_or_to_nothing_is_one_clear_line(client: TestClient) -> None:
    assert client.get(f"/evidence?article={GULL}").status_code == 422
    assert client.get("/evidence?article=nobody&exact=a").status_code == 404
    assert client.get("/evidence").status_code == 422


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_words_of_a_text_have_a_link(data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = select("a/b?c&d=é", text, Span(start, end))
    told = {
        name: value[0] for name, value in parse_qs(urlsplit(evidence_at(words)).query, keep_blank_values=True).items()
    }
    read = Selector(
        told["article"],
        int(told["start"]),
        int(told["end"]),
        told["exact"],
        told.get("prefix", ""),
        told.get("suffix", ""),
    )
    assert read == words
