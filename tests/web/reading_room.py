"""What the tests of the reading room share: its stories, its clock, and how a page is read."""

from lxml import html
from starlette.testclient import TestClient

from rashomon.demo import demo_articles
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.store import Store
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story

NOW = "2026-01-19T12:00:00+00:00"
HERE = "http://127.0.0.1:8765"
FEED = "https://gull.example/feed"

FERRY = (
    Article(
        "gull.example/ferry",
        "The ferry Marlin ran aground off Port Halven on Sunday.\n\nTwelve people were hurt, the coast guard said.\n\n"
        "“We heard a loud bang and the lights went out,” said Mira Oduya, a passenger.\n\nShe was built in 1961.",
        outlet="The Gull",
        url="https://gull.example/ferry",
        headline="Ferry Marlin aground off Port Halven",
        published="2026-01-18T20:00:00+00:00",
    ),
    Article(
        "tern.example/marlin",
        "The ferry Marlin ran aground off Port Halven on Sunday, and 14 people were hurt.\n\nThe captain of the Marlin"
        " was questioned by the coast guard.\n\n“We heard a very loud bang and all the lights went off,” said Mira"
        " Oduya.",
        outlet="Tern",
        url="https://tern.example/marlin",
        headline="14 hurt as ferry runs aground off Halven",
        published="2026-01-19T06:00:00+00:00",
    ),
    Article(
        "skua.example/marlin",
        "The ferry Marlin ran aground off Port Halven on Sunday, the coast guard said, and 14 people were hurt. Nobody"
        " was in danger after noon, it said.",
        outlet="Skua",
        url="https://skua.example/marlin",
        headline="Marlin: 14 hurt",
        published="2026-01-19T07:30:00+00:00",
    ),
)
MILL = Article(
    "oats.example/mill",
    "Four people died when a flour mill burned in Oldacre on 3 January 2026, police said. Ada Penn is its mayor.",
    outlet="Oats",
    headline="Flour mill burns in Oldacre",
    published="2026-01-04",
)


def keep(store: Store, *articles: Article, source: str = FEED) -> None:
    """The articles are kept, each in its story."""
    open_stream(store, GroupingSettings(), StreamSettings(), NOW).keep(articles, source, NOW)


def fill(store: Store) -> None:
    """The store holds the demonstration, a ferry and a mill, each event one story; all but the mill compared."""
    with demo_articles() as path:
        articles, _ = read_articles(path)
    keep(store, *articles, source="demo.jsonl")
    keep(store, *FERRY)
    keep(store, MILL, source="oats.jsonl")
    for listed in store.listed_stories():
        if listed.record.articles > 1:
            compare_story(store, listed.record.id, NOW, Settings())


def page(client: TestClient, path: str = "/") -> html.HtmlElement:
    """A page that must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    """What is read there."""
    return " ".join(element.text_content().split())


def having(element: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """The elements of a class."""
    return element.find_class(name)


def figure(element: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """The elements that show a figure."""
    return element.xpath(f'.//*[@data-figure="{name}"]')


def of_story(element: html.HtmlElement, story: str) -> html.HtmlElement:
    """The line of a story in a list."""
    (line,) = element.xpath(f'.//*[@data-of="{story}"]')
    return line
