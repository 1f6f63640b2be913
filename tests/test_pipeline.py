"""The one path: what it takes, what it refuses, and what it never lets vanish."""

from itertools import permutations

import pytest

from factories import TEXTS, make_article
from rashomon.errors import BadArticle
from rashomon.model.article import Article, Unread
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_to_json


def test_no_article_is_refused():
    with pytest.raises(BadArticle, match="no article"):
        compare_articles([])


def test_two_articles_of_one_id_are_refused():
    with pytest.raises(BadArticle, match="'gull'"):
        compare_articles([make_article("gull"), make_article("gull", "Another text.")])


@pytest.mark.parametrize("published", ["yesterday", "2025-13-45", "T"])
def test_a_date_that_is_none_is_refused(published):
    with pytest.raises(BadArticle, match="gull: published"):
        compare_articles([make_article("gull", published=published)])


def test_what_was_not_read_is_listed():
    comparison = compare_articles([make_article("gull")], [Unread("gone.html", "no such file")])
    assert comparison.unresolved[0].what == "not read: gone.html"
    assert comparison.unresolved[0].reason == "no such file"


def test_order_of_the_input_does_not_matter():
    articles = [make_article(name) for name in TEXTS]
    assert len({comparison_to_json(compare_articles(order)) for order in permutations(articles)}) == 1


def test_one_article_alone_is_compared_with_nothing():
    comparison = compare_articles([make_article("gull")])
    assert [one.articles for one in comparison.origins] == [("gull",)]
    assert comparison.differences == () and comparison.apart == ()
    assert comparison.claims and {claim.relation for claim in comparison.claims} == {"single"}
    assert all(claim.not_found_in == () for claim in comparison.claims)


def test_an_empty_text_is_an_article_in_which_nothing_was_found():
    comparison = compare_articles([make_article("gull"), Article("void", "")])
    assert {article.id for article in comparison.articles} == {"gull", "void"}
    assert all("void" in claim.not_found_in for claim in comparison.claims)


def test_articles_come_by_publication_then_by_id():
    given = {
        "a": None,
        "b": "2025-03-05",
        "c": "2025-03-04T20:00:00-08:00",  # the fifth in Greenwich, at four in the morning
        "d": "2025-03-05T01:00:00+00:00",
        "e": "2025-03-04",
        "f": None,
    }
    articles = [make_article(id, TEXTS["gull"], published=day) for id, day in given.items()]
    assert [one.id for one in compare_articles(articles).articles] == ["e", "b", "d", "c", "a", "f"]


def test_a_day_printed_in_the_text_places_the_report():
    articles = [make_article("a", TEXTS["gull"]), make_article("b", f"Published: 3 May 2016\n\n{TEXTS['gull']}")]
    comparison = compare_articles(articles)
    assert [one.id for one in comparison.articles] == ["b", "a"]
    assert comparison.story.first_published == "2016-05-03"


def test_a_speaker_who_was_not_found_is_unresolved():
    comparison = compare_articles([Article("a", "“The lights went out and nobody came for hours.”\n\nThe ferry sank.")])
    assert any(one.what == "speaker" for one in comparison.unresolved) or not comparison.quotations


def test_every_setting_is_printed():
    assert compare_articles([make_article("gull")]).made_by.settings["claims"]["seed"] > 0
