"""What was planted in the demonstration's reports is found: its page is the first that a newcomer sees."""

import json
from pathlib import Path

import pytest

from rashomon.demo import demo_articles
from rashomon.ingest.readers import read_articles
from rashomon.model.comparison import Comparison, Difference, Utterance
from rashomon.pipeline import compare_articles

WIRE = {"Herald", "Desk24", "Courier"}


@pytest.fixture(scope="module")
def halven() -> Comparison:
    with demo_articles() as path:
        articles, unread = read_articles(path)
    assert not unread
    return compare_articles(articles)


def holds(difference: Difference, planted: dict[str, str]) -> bool:
    """True where each report's planted words stand in, or hold, a value of its own."""

    def given(article: str, words: str) -> set[int]:
        return {
            place
            for place, value in enumerate(difference.values)
            if any(e.article == article and (words in e.text or e.text in words) for e in value.evidence)
        }

    places = [given(article, words) for article, words in planted.items()]
    return all(places) and len(set.union(*places)) > 1 and places[0] != places[-1]


DIFFERENCES = [
    pytest.param(
        "number", "update", {"Herald": "nine", "Flash": "Eleven", "Post": "Twelve", "Bulletin": "14"}, id="deaths"
    ),
    pytest.param("number", "conflict", {"VBC": "23", "Flash": "31"}, id="injured"),
    pytest.param("number", "conflict", {"Herald": "three", "Bulletin": "four"}, id="helicopters"),
    pytest.param("number", "conflict", {"VBC": "70", "Bulletin": "45"}, id="wind"),
    pytest.param("number", "precision", {"Herald": "about 40", "VBC": "38"}, id="passengers"),
    pytest.param("number", "precision", {"Herald": "60 metres", "VBC": "62 metres"}, id="fall"),
    pytest.param("number", "precision", {"Herald": "Some 120", "Bulletin": "120"}, id="rescuers"),
    pytest.param("number", "precision", {"Post": "2.4 million", "Gazette": "more than 2 million"}, id="cost"),
    pytest.param("date", "conflict", {"Herald": "1974", "Gazette": "1976"}, id="opening"),
    pytest.param("date", "conflict", {"Herald": "9.40", "VBC": "9:52"}, id="time"),
    pytest.param("name", "wording", {"Herald": "Ilse Marwick", "Flash": "Ilsa Marwick"}, id="minister's name"),
    pytest.param("name", "wording", {"Herald": "Harvat", "Gazette": "Kharvat"}, id="pass"),
    pytest.param("title", "conflict", {"Herald": "Colonel", "Flash": "Captain"}, id="rescuer's rank"),
    pytest.param(
        "title", "conflict", {"Herald": "Transport Minister", "Bulletin": "Infrastructure Minister"}, id="post"
    ),
    pytest.param("stance", "dispute", {"VBC": "told the company", "Herald": "denied"}, id="warning"),
    pytest.param("stance", "dispute", {"Post": "could not be ruled out", "Bulletin": "no part"}, id="cause"),
    pytest.param("order", "conflict", {"Herald": "before the cable broke", "Post": "after the cable broke"}, id="stop"),
    pytest.param("wording", "wording", {"Herald": "cable", "VBC": "rope", "Gazette": "gunshot"}, id="what broke"),
]


@pytest.mark.parametrize(("kind", "relation", "planted"), DIFFERENCES)
def test_planted_difference_is_found(halven, kind, relation, planted):
    found = [one for one in halven.differences if one.kind == kind and holds(one, planted)]
    assert [one for one in found if one.relation == relation], found


def test_one_wire_text_is_one_origin_with_its_agency(halven):
    together = next(origin for origin in halven.origins if "Herald" in origin.articles)
    assert set(together.articles) == WIRE and together.agency == "Meridian News Agency"
    assert len(halven.origins) == 6 and halven.apart == ()


def utterance(halven: Comparison, words: str) -> Utterance:
    return next(one for one in halven.quotations if any(words in variant.text for variant in one.variants))


def test_one_utterance_is_followed_through_its_wordings(halven):
    one = utterance(halven, "rifle shot")
    assert one.speaker.name == "Radek Ostrin" and one.wording == "altered"
    assert {variant.article for variant in one.variants} >= {*WIRE, "Flash", "VBC", "Gazette"}
    assert len({variant.text for variant in one.variants if variant.form != "indirect"}) == 4


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Nobody will ride", "Ilse Marwick"),
        ("ever reached us", "Anton Velic"),
        ("They had it in writing", "Dana Roth"),
        ("I held on to a stranger", "Petra Linde"),
    ],
)
def test_words_are_given_to_who_said_them(halven, words, speaker):
    assert utterance(halven, words).speaker.name == speaker


@pytest.mark.parametrize(("words", "who"), [("at the wind second", "official"), ("darn a rope", "engineer")])
def test_unnamed_sources_stay_unnamed(halven, words, who):
    speaker = utterance(halven, words).speaker
    assert speaker.name is None and who in (speaker.description or "")


@pytest.mark.parametrize(
    ("canonical", "spellings"),
    [
        ("Ilse Marwick", {"Marwick", "Ilsa Marwick"}),
        ("Radek Ostrin", {"Ostrin"}),
        ("Harvat Pass", {"Kharvat Pass"}),
        ("Yelinsk", {"Jelinsk"}),
    ],
)
def test_spellings_of_one_name_are_joined(halven, canonical, spellings):
    name = next(one for one in halven.names if canonical in {variant.text for variant in one.variants})
    assert {variant.text for variant in name.variants} >= spellings


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("Herald", "Sign up for our morning newsletter"),
        ("Herald", "All rights reserved"),
        ("Desk24", "Photo: Lena Torvik"),
        ("Desk24", "Read more: Five things"),
        ("Flash", "Follow us on Facebook"),
        ("Flash", "Image: Torvik"),
        ("Flash", "MORE ON THIS STORY"),
        ("VBC", "Related topics"),
        ("Post", "Subscribe to the Halven Post"),
        ("Gazette", "Reproduction prohibited"),
    ],
)
def test_furniture_is_left_out_and_listed(halven, article, words):
    assert any(gone.article == article and words in gone.text and gone.reason for gone in halven.left_out)


@pytest.mark.parametrize("day", ["2026-01-17", "2025-12-12", "2026-01-20"])
def test_dates_written_in_several_ways_are_one_day(halven, day):
    assert any(one.date == day and len(one.evidence) > 1 for one in halven.timeline)


JOINED_WRONGLY = pytest.mark.xfail(
    reason="joined by one rare word; a sixth of what is joined still is wrong (claims_p in benchmarks/README.md)"
)


@pytest.mark.parametrize(
    "words",
    [
        "couple from Port Leval",
        "brass band",
        "struck a pylon",
        "1.5 million crowns",
        pytest.param("bells of St Agathe", marks=JOINED_WRONGLY),
    ],
)
def test_what_one_report_alone_has_is_single(halven, words):
    claims = [one for one in halven.claims if any(words in evidence.text for evidence in one.evidence)]
    assert claims and all(one.relation == "single" for one in claims)


def test_headline_of_the_first_report_is_the_storys(halven):
    assert halven.story.headline and halven.story.headline.article == "Herald"


def test_every_line_says_that_it_is_invented():
    with demo_articles() as path:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 8
    for article in map(json.loads, lines):
        assert article["note"].startswith("Invented") and ".example/" in article["url"]
        assert 240 <= len(article["text"].split()) <= 600
