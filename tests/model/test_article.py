"""Articles: their words become evidence only here."""

from datetime import date

import pytest

from rashomon.model.article import Article
from rashomon.model.span import Evidence, Span


def test_evidence_is_the_very_words():
    assert Article("a", "The ferry sank").evidence(Span(4, 9)) == Evidence("a", 4, 9, "ferry")


def test_code_points_are_counted():
    assert Article("a", "🚢 Fähre sank").evidence(Span(2, 7)).text == "Fähre"


def test_no_evidence_beyond_the_text():
    with pytest.raises(ValueError, match=r"a: span 4\.\.99"):
        Article("a", "The ferry sank").evidence(Span(4, 99))


@pytest.mark.parametrize(
    ("published", "day"),
    [(None, None), ("2025-03-04", date(2025, 3, 4)), ("2025-03-04T23:30:00-08:00", date(2025, 3, 4))],
)
def test_day_of_publication_is_that_of_its_own_zone(published, day):
    assert Article("a", "x", published=published).published_on == day
