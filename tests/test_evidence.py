"""No output without evidence: every line of every comparison is tied to the very words of an article."""

import random
from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from everywhere import checked_comparison
from rashomon.ingest.readers import read_articles
from rashomon.model.article import Article
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_to_json

FERRY = (
    "PORT ANSEL (AP) — The ferry Marlin struck the harbour wall on Tuesday and at least nine passengers were hurt.\n\n"
    "“We heard a long, low sound,” Iris Vane, the captain, told reporters. The repairs will cost $2.4 million.\n\n"
    "Sign up for our newsletter"
)
COURIER = (
    "Twelve people were injured when the Marlin, a ferry built in 1961, hit a wall at Port Ansel on 4 March 2031.\n"
    '"We heard a long sound," said Captain Vane. The mayor, Bruno Okonjo, denied that the harbour lights had failed.'
)
# Pieces that reports are made of, and pieces that break naive readers of them.
PIECES = st.sampled_from(
    [
        "The mayor said", " on Tuesday", " 12 people", " at least nine", " were killed", ".", ". ", "\n",
        "\n\n", "\"", "“", "”", "'", "‘", "’", " (AP) — ", "“We heard it,” ", " Iris Vane", " Mr Vane",
        "Vane's", " $2.4 million", " 4 March 2031", " 29 February", " 5pm", " per cent", " not",
        " according to ", " denied", "Photo: ", " 0", " 1/0", "٣٤", "第三", "😀", "e\u0301", "\u202e", "\x00",
        "\ufeff", "\ud800", "ﬁ", "İ", "ß", "…", "—", " - ", "<b>", "&amp;", "%", "10-12", "3.5.2",
        "1,000,000", "−5", "½", " million", "\u2028", "\t",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def test_our_own_reports_keep_the_law():
    reports = resources.files("rashomon.demo") / "articles.jsonl"
    with resources.as_file(reports) as path:
        checked_comparison(read_articles(str(path))[0])


def test_every_labelled_story_keeps_the_law(shared):
    for folder in sorted((shared / "stories").glob("*/articles.jsonl")):
        checked_comparison(read_articles(str(folder))[0])


def test_the_order_of_the_articles_makes_no_difference():
    articles = [
        Article("a", FERRY, "ansel.example", published="2031-03-05"),
        Article("b", COURIER, "courier.example", published="2031-03-05"),
        Article("c", FERRY.replace("nine", "ten"), "copy.example"),
        Article("d", COURIER + FERRY, published="2031-03-04"),
    ]
    printed = {
        comparison_to_json(compare_articles(random.Random(seed).sample(articles, len(articles)))) for seed in range(5)
    }
    assert len(printed) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from([None, "2031-03-05", "2031-03-05T10:00:00+00:00"]))
def test_any_text_keeps_the_law(texts, published):
    checked_comparison([Article(f"a{n}", text, published=published) for n, text in enumerate(texts)])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(COURIER)), PIECES), max_size=8))
def test_a_report_with_pieces_thrown_in_keeps_the_law(pieces):
    broken = COURIER
    for place, piece in pieces:
        broken = broken[:place] + piece + broken[place:]
    checked_comparison([Article("a", FERRY), Article("b", broken), Article("c", COURIER)])


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\ud800", "a", ".", "“", "12", "—"])
def test_a_text_of_almost_nothing_is_compared(text):
    comparison = checked_comparison([Article("empty", text), Article("report", FERRY)])
    assert {article for origin in comparison.origins for article in origin.articles} == {"empty", "report"}
    checked_comparison([Article("empty", text)])
