"""Every figure shown of a story is the same on its page, in the list, in the API, on the command line and elsewhere.

Each reading below counts on its own: the contract's JSON by its lists, a page by what is drawn on it, text by what it
says. What they have in common must be equal.
"""

import csv
import io
import json
import re
from collections import Counter
from typing import get_args

import anyio
import pytest
from lxml import html
from mcp import Client
from tests.cli.conftest import rashomon
from tests.web.reading_room import figure, of_story, page, words

from rashomon.mcp.server import make_server
from rashomon.model.comparison import DifferenceRelation
from rashomon.settings import Settings

__all__ = ["rashomon"]
RELATIONS = get_args(DifferenceRelation)
V1 = "/api/v1"


@pytest.fixture(params=["cable_car", "ferry"])
def story(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def contract(client, story):
    return client.get(f"{V1}/stories/{story}/comparison").json()


def number(text):
    """The first figure of some words; 0 where they have none."""
    found = re.search(r"[\d,]+", text)
    return int(found[0].replace(",", "")) if found else 0


def of_contract(told):
    """The figures of a comparison, counted from its lists."""
    lists = (
        "articles",
        "origins",
        "claims",
        "differences",
        "quotations",
        "names",
        "timeline",
        "left_out",
        "unresolved",
    )
    parts = Counter(one["relation"] for one in told["differences"])
    return {name: len(told[name]) for name in lists} | {name: parts[name] for name in RELATIONS}


def of_record(told):
    """The figures of a story as the API and `rashomon stories` tell them."""
    return {
        **{name: told["parts"].get(name, 0) for name in RELATIONS},
        **keys(told, "articles origins claims quotations differences"),
    }


def keys(told, names):
    return {name: told[name] for name in names.split()}


def of_line(line):
    """The figures of a story in the list of the day."""
    shown = {one.get("data-figure"): number(words(one)) for one in line.xpath(".//*[@data-figure]")}
    return {
        "articles": shown["reports"],
        "origins": shown["origins"],
        **{name: shown.get(name, 0) for name in RELATIONS},
    }


def of_head(shown):
    """The figures at the head of a story's page, and beside the names of its sections."""
    head = {one.get("data-figure"): number(words(one)) for one in shown.xpath("//*[@data-figure]")}
    beside = {link.get("href"): number(link.xpath("string(span)")) for link in shown.xpath("//nav[ol]//a")}
    assert beside["#part"] == head["differences"] and beside["#grid"] == head["claims"]
    assert beside["#share"] + beside["#single"] == head["claims"]
    return {
        "articles": head["reports"],
        **keys(head, "origins claims differences"),
        "quotations": beside["#said"],
        "names": beside["#names"],
        "timeline": beside["#time"],
    }


def of_words(text):
    """The figures in the two lines that head a comparison in the terminal and in Markdown."""
    text = " ".join(text.split())
    found = {name: re.search(rf"([\d,]+) {word}", text) for name, word in WORDS.items()}
    return {name: int(one[1].replace(",", "")) if one else 0 for name, one in found.items()}


WORDS = {
    "articles": "reports? ·",
    "origins": "independent origins? ·",
    "claims": "claims? ·",
    "differences": "differences? ·",
    "conflict": "conflicts?",
    "dispute": "disputes?",
    "update": "updates?",
    "precision": "in precision",
    "wording": "in wording",
}


def of_rows(text):
    """The figures of a comparison as rows for a spreadsheet: items by their ids."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    items = {section: {row["id"]: row for row in rows if row["section"] == section} for section in SECTIONS}
    parts = Counter(row["relation"] for row in items["difference"].values())
    counted = {name: len(items[section]) for section, name in SECTIONS.items()}
    return {**counted, **{name: parts[name] for name in RELATIONS}}


SECTIONS = {"claim": "claims", "difference": "differences", "quotation": "quotations", "name": "names"}


def outline(store, story):
    """What an assistant is told of a story."""

    async def talk():
        async with Client(make_server(store, Settings())) as client:
            return (await client.call_tool("compare", {"story": story})).structured_content

    return anyio.run(talk)["lists"]


def readings(client, store, story, rashomon):
    """The figures of a story from everywhere, by where they stand."""
    where = ("--store", store.where)
    record = next(one for one in json.loads(rashomon("stories", *where, "--format", "json").out) if one["id"] == story)
    compared = {kind: rashomon("compare", "--story", story, *where, "--format", kind) for kind in FORMATS}
    assert all(one.status == 0 for one in compared.values()), compared
    listed = next(one for one in client.get(f"{V1}/stories").json()["items"] if one["id"] == story)
    return {
        "the API's story": of_record(client.get(f"{V1}/stories/{story}").json()),
        "the API's list": of_record(listed),
        "rashomon stories": of_record(record),
        "the list of the day": of_line(of_story(page(client), story)),
        "the page's head": of_head(page(client, f"/stories/{story}")),
        "the page's file": of_head(html.fromstring(compared["html"].out)),
        "rashomon compare, json": of_contract(json.loads(compared["json"].out)),
        "rashomon compare, terminal": of_words(compared["terminal"].out),
        "rashomon compare, markdown": of_words(compared["markdown"].out),
        "rashomon compare, csv": of_rows(compared["csv"].out),
        "the page's JSON": of_contract(client.get(f"/stories/{story}/export.json").json()),
        "the page's CSV": of_rows(client.get(f"/stories/{story}/export.csv").text),
        "an assistant": outline(store, story),
    }


FORMATS = ("json", "terminal", "markdown", "html", "csv")


def test_figures_of_a_story_are_the_same_everywhere(client, store, story, contract, rashomon):
    counted = of_contract(contract)
    for where, figures in readings(client, store, story, rashomon).items():
        shared = counted.keys() & figures.keys()
        assert len(shared) >= 4, where
        assert {name: figures[name] for name in shared} == {name: counted[name] for name in shared}, where


def test_command_line_and_api_give_the_same_bytes(client, store, story, rashomon):
    told = rashomon("compare", "--story", story, "--store", store.where, "--format", "json").out
    assert told == client.get(f"{V1}/stories/{story}/comparison").text


def test_claims_rest_on_the_page_on_the_origins_of_the_contract(client, story, contract):
    shown = page(client, f"/stories/{story}")
    resting, folded = {}, {}
    for head in shown.xpath("//section[@id='share']/h3"):
        claims = head.getnext().xpath("./li")
        assert number(head.xpath("string(.//*[@class='note'])")) == len(claims)
        resting |= dict.fromkeys((one.get("id") for one in claims), origins_in(head.xpath("string(span[1])")))
        folded |= {id: one.get("id") for one in claims for id in one.xpath(".//li[contains(@class, 'item')]/@id")}
    outer = {one["id"]: one["origins"] for one in contract["claims"] if not one["within"]}
    assert resting == {id: origins for id, origins in outer.items() if origins > 1}
    within = {one["id"]: one["within"] for one in contract["claims"] if one["within"]}
    outermost = {id: next(one for one in way_out(id, within) if one not in within) for id in within}
    assert folded == {id: held for id, held in outermost.items() if outer[held] > 1}
    drawn = {origins_in(words(one)): one.getnext() for one in shown.xpath("//section[@id='top']//dl/dt")}
    counted = Counter(one["origins"] for one in contract["claims"])
    assert {origins: number(row.xpath("string(span)")) for origins, row in drawn.items()} == counted
    assert {origins: len(row.xpath("a")) for origins, row in drawn.items()} == counted


def way_out(id, within):
    """The claims that hold one, each within the next."""
    while id := within.get(id):
        yield id


def origins_in(head):
    """The number in "In all 6 origins", "In both origins", "In one only"."""
    return number(head) or (2 if "both" in head else 1)


def test_grid_says_of_each_claim_how_many_reports_make_it(client, story, contract):
    grid = page(client, f"/stories/{story}").get_element_by_id("grid")
    said = {
        row.xpath("string(th//a/@href)")[1:]: len(row.xpath("td/a"))
        for row in grid.xpath(".//tbody/tr[not(@class='gr')]")
    }
    places = {one["id"]: {place["article"] for place in one["evidence"]} for one in contract["claims"]}
    assert said == {claim: len(articles) for claim, articles in places.items()}
    totals = [number(words(one)) for one in grid.xpath(".//tfoot//td")]
    assert sorted(totals) == sorted(
        sum(one["id"] in articles for articles in places.values()) for one in contract["articles"]
    )


def test_values_that_compete_rest_on_the_same_origins_and_reports(client, story, contract):
    origin_of = {article: one["id"] for one in contract["origins"] for article in one["articles"]}
    shown = page(client, f"/stories/{story}")
    checked = 0
    for difference in contract["differences"]:
        sides = shown.get_element_by_id(difference["id"]).xpath(".//ol[starts-with(@class, 'sides')]/li")
        behind = Counter(words(side.xpath(".//p[@class='who sans']/span")[0]) for side in sides)
        articles = [{place["article"] for place in value["evidence"]} for value in difference["values"]]
        if sides:
            checked += len(sides)
            assert sum(behind.values()) == len(articles)
            assert Counter(map(number, behind.elements())) == Counter(
                len({origin_of[a] for a in some}) for some in articles
            )
    assert checked or not any(one["relation"] in ("conflict", "dispute", "update") for one in contract["differences"])


def test_quotations_and_speakers_count_alike(client, store, story, contract):
    shown = page(client, f"/stories/{story}")
    drawn = shown.xpath("//section[@id='said']//*[starts-with(@id, 'q-')]/@id")
    assert sorted(drawn) == sorted(one["id"] for one in contract["quotations"])
    for speaker in client.get(f"{V1}/speakers?limit=200").json()["items"]:
        quoted = client.get(f"{V1}/speakers/{speaker['key']}/quotations?limit=200").json()
        own = page(client, f"/speakers/{speaker['key']}")
        (quotations,), (stories,), (outlets,) = (figure(own, name) for name in ("quotations", "stories", "outlets"))
        assert number(words(quotations)) == speaker["quotations"] == quoted["total"] == len(quoted["items"])
        assert number(words(stories)) == speaker["stories"] == len({one["story"] for one in quoted["items"]})
        assert number(words(outlets)) == speaker["outlets"]


def test_searches_count_alike(client):
    shown = page(client, "/search?q=cable")
    for kind in ("articles", "claims", "quotations"):
        (one,) = figure(shown, kind)
        assert number(words(one)) == client.get(f"{V1}/search/{kind}?q=cable").json()["total"]


def test_filter_shows_as_many_items_on_the_page_as_in_the_api(client, story, contract):
    query = f"kind=number&kind=date&outlet={contract['articles'][0]['outlet']}"
    narrowed = client.get(f"{V1}/stories/{story}/comparison?{query}").json()
    shown = page(client, f"/stories/{story}?{query}")
    for name, id in (("differences", "d-"), ("claims", "c-"), ("quotations", "q-")):
        drawn = {
            one for one in shown.xpath(f"//main//*[starts-with(@id, '{id}')]/@id") if re.fullmatch(r"[cdq]-\d+", one)
        }
        assert drawn == {one["id"] for one in narrowed[name]}, name
    assert narrowed["narrowed"]["of"]["claims"] == len(contract["claims"])
