"""Exports: what the page shows, as files; the same as the command line writes, every line with its citation."""

import csv
import io
import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient
from tests import stores
from tests.factories import make_comparison
from tests.web.kept_story import keep_comparison, keep_story

from rashomon.model.comparison import Comparison, Headline
from rashomon.model.view import View
from rashomon.render import render
from rashomon.render.narrowing import narrow
from rashomon.serialize import comparison_from_json
from rashomon.store.store import Store
from rashomon.web.app import make_app
from rashomon.web.pages.exports import dispose, name_file

address, store = stores.address, stores.store  # an empty one on each database, not this folder's filled one
STORY = "f" * 12
NOW = "2025-03-06T12:00:00Z"


@pytest.fixture
def house(store: Store) -> TestClient:
    """The reading room over a store that has the ferry's story, compared."""
    keep_story(store, make_comparison())
    return TestClient(make_app(store, lambda: NOW), base_url="http://127.0.0.1")


def get(house: TestClient, suffix: str, query: str = "") -> str:
    answer = house.get(f"/stories/{STORY}/export.{suffix}{query}")
    assert answer.status_code == 200, answer.text
    return answer.content.decode()


@pytest.mark.parametrize(("suffix", "format"), [("html", "html"), ("md", "markdown"), ("csv", "csv")])
@pytest.mark.parametrize("query", ["", "?kind=number&outlet=Tern"])
def test_a_file_is_what_the_command_line_writes(house: TestClient, suffix: str, format: str, query: str) -> None:
    seen = narrow(make_comparison(), View(kinds=("number",), outlets=("Tern",)) if query else View())
    assert get(house, suffix, query).removeprefix("\ufeff") == render(seen, format)  # type: ignore[arg-type]


def test_json_is_the_contract_with_a_citation_of_every_place(house: TestClient) -> None:
    text = get(house, "json", "?relation=conflict")
    seen = narrow(make_comparison(), View(relations=("conflict",)))
    assert comparison_from_json(text) == seen
    cited = {(one["article"], one["start"], one["end"]): one for one in json.loads(text)["citations"]}
    for claim in seen.claims:
        for place in claim.evidence:
            one = cited[place.article, place.start, place.end]
            assert f"characters {place.start}–{place.end}" in one["citation"]
            assert one["target"]["selector"][1]["exact"] == place.text
    assert cited["skua", 52, 71]["link"] == "https://skua.example/ferry#:~:text=14%20people%20were%20hurt"
    assert cited["gull", 49, 72]["link"] is None


def test_a_spreadsheet_is_told_its_letters(house: TestClient) -> None:
    text = get(house, "csv", "?article=skua")
    assert text[0] == "\ufeff"
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert rows[0]["section"] == "filter" and all(row["citation"] for row in rows if row["words"])


@pytest.mark.parametrize(
    ("suffix", "type"),
    [("html", "text/html"), ("md", "text/markdown"), ("json", "application/json"), ("csv", "text/csv")],
)
def test_it_is_a_download_under_a_telling_name(house: TestClient, suffix: str, type: str) -> None:
    answer = house.get(f"/stories/{STORY}/export.{suffix}?kind=number")
    assert answer.headers["content-type"].startswith(type)
    name = f"2025-03-04-Ferry-aground-{STORY}-filtered.{suffix}"
    assert answer.headers["content-disposition"] == f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"


def test_a_headline_in_any_letters_names_the_file_and_opens_no_path(store: Store) -> None:
    headline = Headline("gull", '../Über "Żółw": 東京/\r\nSet-Cookie: a=b', None, None)
    comparison = make_comparison()
    keep_story(store, replace(comparison, story=replace(comparison.story, headline=headline)))
    house = TestClient(make_app(store, lambda: NOW), base_url="http://127.0.0.1")
    disposition = house.get(f"/stories/{STORY}/export.md").headers["content-disposition"]
    plain, _, own = disposition.partition("; filename*=UTF-8''")
    assert plain == f'attachment; filename="2025-03-04-Uber-Zolw-DongJing-Set-Cookie-a-b-{STORY}.md"'
    assert unquote(own) == f"2025-03-04-Über-Żółw-東京-Set-Cookie-a-b-{STORY}.md"


@given(st.text(max_size=200), st.text(max_size=30))
def test_any_headline_makes_one_line_of_header_and_a_name_any_disk_takes(words: str, published: str) -> None:
    story = replace(make_comparison().story, headline=Headline("gull", words, None, None), first_published=published)
    name = name_file(replace(make_comparison(), story=story), STORY)
    header = dispose(name, "csv")
    assert re.fullmatch(r"attachment; filename=\"[A-Za-z0-9.-]{1,250}\"; filename\*=UTF-8''[A-Za-z0-9._~%-]+", header)
    assert not set(unquote(header.rpartition("'")[2])) & set('/\\\\:*?"<>|\r\n\0')


def test_it_is_what_was_seen_though_the_story_went_on(house: TestClient, store: Store) -> None:
    seen = store.story_digest(STORY)
    first = get(house, "json")
    grown = with_another(make_comparison())
    store.keep_all([*map(_article, grown.articles)], "tests", "2025-03-07T09:00:00Z")
    keep_comparison(store, grown, "2025-03-07T09:00:00Z")
    assert get(house, "json", f"?digest={seen}") == first
    now = json.loads(get(house, "json", f"?before={seen}"))
    assert now["articles"][0]["text"].startswith("Now: ") and now["new_since"]["since"].startswith("2025-03-06")


def with_another(comparison: Comparison) -> Comparison:
    """The comparison after one report was changed."""
    gull = replace(comparison.articles[0], text=f"Now: {comparison.articles[0].text}")
    return replace(
        comparison, articles=(gull, *comparison.articles[1:]), claims=(), differences=(), quotations=(), names=(),
        timeline=(), left_out=(), unresolved=(), passages=(),
    )  # fmt: skip


def _article(one):  # type: ignore[no-untyped-def]
    from rashomon.model.article import Article

    return Article(one.id, one.text, one.outlet, one.url, one.headline, one.byline, one.published, one.modified)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        (f"/stories/{STORY}/export.pdf", 422, "no export &#39;pdf&#39;; there are html, md, json, csv"),
        (f"/stories/{STORY}/export.csv?kind=colour", 422, "no kind &#39;colour&#39;"),
        (f"/stories/{STORY}/export.csv?outlet=Auk", 422, "no report here is of outlet"),
        (f"/stories/{STORY}/export.csv?digest=abc", 422, "has no comparison abc any more"),
        ("/stories/nowhere/export.csv", 404, "nowhere"),
    ],
)
def test_what_there_is_not_is_told_in_one_line(house: TestClient, path: str, status: int, told: str) -> None:
    answer = house.get(path)
    assert answer.status_code == status
    assert told in answer.text


@pytest.mark.parametrize("query", ["", "?kind=number&outlet=Tern"])
def test_the_page_leads_to_files_of_what_it_shows(house: TestClient, query: str) -> None:
    page = html.document_fromstring(house.get(f"/stories/{STORY}{query}").text)
    links = {link.rpartition("export.")[2].partition("?")[0]: link for link in page.xpath("//a[@download]/@href")}
    assert sorted(links) == ["csv", "html", "json", "md"]
    exported = comparison_from_json(house.get(links["json"]).content.decode())
    shown = page.xpath("//main//*[contains(@class, 'item')]/@id")
    assert {one.id for one in (*exported.claims, *exported.differences)} <= set(shown)
    assert (exported.narrowed is not None) == bool(query) == bool(page.xpath("//*[@class='narrowed sans']"))


def test_what_is_new_to_a_reader_is_new_in_the_file_too(house: TestClient, store: Store) -> None:
    house.get(f"/stories/{STORY}")
    grown = with_another(make_comparison())
    store.keep_all([*map(_article, grown.articles)], "tests", "2025-03-07T09:00:00Z")
    keep_comparison(store, grown, "2025-03-07T09:00:00Z")
    page = html.document_fromstring(house.get(f"/stories/{STORY}").text)
    (link,) = page.xpath("//a[@download][contains(@href, '.json')]/@href")
    assert page.xpath("//section[@id='new']") and "before=" in link
    assert json.loads(TestClient(house.app, base_url="http://127.0.0.1").get(link).content)["new_since"] is not None
