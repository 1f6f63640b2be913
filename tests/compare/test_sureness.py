"""How sure a difference is."""

from factories import make_article
from rashomon.pipeline import compare_articles

SUNK = "The ferry Aurelia sank off Port Halven on Tuesday, and {} people drowned, the coast guard said."


def differences_of(*told: str):
    articles = [make_article(f"report-{n}", SUNK.format(one), language="en") for n, one in enumerate(told)]
    return compare_articles(articles).differences


def test_a_difference_that_more_reports_tell_is_surer():
    (few,) = differences_of("12", "14")
    (many,) = differences_of("12", "14", "12", "14", "12")
    assert 0 < few.confidence < many.confidence < 1
