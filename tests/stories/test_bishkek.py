"""Five outlets on one press conference: what a reader of the page must find."""

from collections.abc import Iterator

import pytest

from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison, Difference
from rashomon.pipeline import compare_articles, read_story
from rashomon.settings import Settings


@pytest.fixture(scope="module")
def articles(shared) -> tuple[Article, ...]:
    path = shared / "stories" / "bishkek" / "articles.jsonl"
    if not path.is_file():
        pytest.skip(f"no {path}")
    found, unread = read_articles(str(path))
    assert not unread
    return tuple(found)


@pytest.fixture(scope="module")
def comparison(articles) -> Comparison:
    return compare_articles(articles)


def holding(comparison: Comparison, kind: str, *words: str) -> Iterator[Difference]:
    """The differences of a kind that have each of the words in a value of its own."""
    for one in comparison.differences:
        held = [{n for n, v in enumerate(one.values) if w in v.value} for w in words]
        if one.kind == kind and all(held) and len(set.union(*held)) >= len(words):
            yield one


def test_exact_and_rounded_number_of_points_is_precision(comparison):
    assert {d.relation for d in holding(comparison, "number", "19", "about 20")} == {"precision"}


def test_two_surnames_of_one_envoy_are_a_conflict(comparison):
    assert {d.relation for d in holding(comparison, "name", "Witkoff", "Whitehouse")} == {"conflict"}


def test_encirclement_is_claimed_and_denied(comparison):
    found = [
        d
        for d in comparison.differences
        if d.relation == "dispute"
        and {e.article for v in d.values for e in v.evidence if "encircled" in e.text} >= {"000", "001"}
    ]
    assert found and all(d.kind == "stance" for d in found)


def test_five_wordings_of_one_sentence_are_one_utterance(comparison):
    spoken = [u for u in comparison.quotations if u.speaker.name == "Vladimir Putin" and u.wording == "altered"]
    ultimatum = [u for u in spoken if {"000", "001", "002", "003", "004"} <= {v.article for v in u.variants}]
    direct = [{v.text for v in u.variants if v.form == "direct" and v.text.startswith("If ")} for u in ultimatum]
    assert any(len(wordings) >= 5 for wordings in direct)


@pytest.mark.parametrize(("one", "two"), [("Myrnograd", "Myrnohrad"), ("Kyiv", "Kiev")])
def test_spellings_of_a_town_are_one_name(comparison, one, two):
    assert any({one, two} <= {v.text for v in name.variants} for name in comparison.names)


def test_one_day_written_in_four_ways_is_one_date(comparison):
    day = next(one for one in comparison.timeline if one.date == "2025-11-27")
    assert {"Nov 27", "Thursday (November 27)", "27/11", "Thursday"} <= {e.text for e in day.evidence}


def test_year_borrowed_from_other_reports_is_said_to_be(articles):
    readings = read_story(articles, Settings()).readings
    bases = {
        d.basis for r in readings for d in r.dates if d.date == "2025-11-27" and "2025" not in d.span.of(r.article.text)
    }
    assert any("year from" in basis and "which is dated" in basis for basis in bases)
