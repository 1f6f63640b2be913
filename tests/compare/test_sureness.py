"""How sure a difference is."""

from itertools import pairwise

from factories import make_article
from rashomon.compare.slots.findings import STRENGTH
from rashomon.pipeline import compare_articles

SUNK = "The ferry Aurelia sank off Port Halven on Tuesday, and {} people drowned, the coast guard said."


def differences_of(*told: str):
    articles = [make_article(f"report-{n}", SUNK.format(one), language="en") for n, one in enumerate(told)]
    return compare_articles(articles).differences


def test_a_difference_that_more_reports_tell_is_surer():
    (few,) = differences_of("12", "14")
    (many,) = differences_of("12", "14", "12", "14", "12")
    assert 0 < few.confidence < many.confidence < 1


def test_the_hardest_come_first_and_of_one_relation_the_surest():
    found = compare_articles(
        make_article(id, text, language="en")
        for id, text in {
            "a": "Twelve people drowned on Tuesday, the coast guard said. Captain Mira Oduya steered. "
            "The ferry left Port Halven at 9 a.m. and carried about 80 passengers, Harvat Lines said.",
            "b": "Fourteen people drowned on Tuesday, the coast guard said. Captain Mira Oduja steered. "
            "The ferry left Port Halven at 9:40 a.m. and carried 84 passengers, Harvat Lines said.",
            "c": "Twelve people drowned on Wednesday, the coast guard said. Pilot Mira Oduya steered. "
            "The boat left Port Halven at 9 a.m. and carried dozens of passengers, Harvat Lines said.",
        }.items()
    ).differences
    assert len(found) > 3
    assert [one.id for one in found] == [f"d-{n}" for n in range(1, len(found) + 1)]
    for one, next_one in pairwise(found):
        ranks = STRENGTH.index(one.relation), STRENGTH.index(next_one.relation)
        assert ranks[0] < ranks[1] or (ranks[0] == ranks[1] and one.confidence >= next_one.confidence)
