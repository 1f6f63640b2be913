"""Dates that one article alone cannot settle."""

from rashomon.compare.calendar import resolve_dates
from rashomon.extract.dates import find_dates
from rashomon.model.article import Article
from rashomon.model.reading import DateMention, Masthead, Reading, Sentence
from rashomon.model.span import Span
from rashomon.settings import DateSettings

SETTINGS = DateSettings()


def reading(id: str, text: str, published: str | None = None) -> Reading:
    article = Article(id, text, published=published)
    sentences = (Sentence(Span(0, len(text)), 0, ()),)
    masthead = Masthead(published=published)
    return Reading(article, masthead, sentences=sentences, dates=find_dates(article, sentences, masthead, SETTINGS))


def resolved(*readings: Reading) -> list[list[DateMention]]:
    return [list(r.dates) for r in resolve_dates(readings, SETTINGS)]


def dates(*readings: Reading) -> list[list[str | None]]:
    return [[mention.date for mention in mentions] for mentions in resolved(*readings)]


def test_a_year_is_borrowed_and_said_so() -> None:
    dated = reading("one", "The envoy spoke on Nov 27.", "2025-11-28")
    undated = reading("two", "The envoy spoke on Thursday (November 27) and again on 25/11.")
    (_, (first, second)) = resolved(dated, undated)
    assert (first.date, second.date) == ("2025-11-27", "2025-11-25")
    assert "one, which is dated 2025-11-28" in first.basis


def test_a_year_named_in_the_texts_serves_where_no_report_is_dated() -> None:
    named = reading("one", "The siege lasted through 2025.")
    pair = reading("two", "The envoy spoke on Thursday (November 27).")
    assert dates(named, pair)[1] == ["2025-11-27"]


def test_nothing_is_borrowed_where_nothing_is_known() -> None:
    assert dates(reading("one", "The envoy spoke on Thursday."), reading("two", "It was November 27.")) == [
        [None],
        [None],
    ]


def test_the_day_of_fetching_gives_way_to_the_words() -> None:
    assert dates(reading("one", "The envoy spoke on Thursday (November 27) and on Friday left.", "2027-02-15")) == [
        ["2025-11-27", "2025-11-28"]
    ]


def test_an_old_day_of_the_background_is_not_the_day_of_writing() -> None:
    text = "They parted on Monday, August 3. Their boat sank in September 2017. The envoy spoke on Monday."
    assert dates(reading("one", text, "2018-02-06"))[0][1:] == ["2017-09", "2018-02-05"]


def test_a_later_report_of_the_same_tuesday_means_that_tuesday() -> None:
    early = reading("one", "The ferry Aurora sank after Tuesday's collision with a barge off Lund.", "2024-11-29")
    late = reading("two", "The ferry Aurora sank in a collision with a barge on Tuesday off Lund.", "2024-12-20")
    assert dates(early, late) == [["2024-11-26"], ["2024-11-26"]]


def test_a_later_report_of_another_tuesday_keeps_its_own() -> None:
    early = reading("one", "A court in Lund charged the captain on Tuesday.", "2024-11-29")
    late = reading("two", "The owner paid the divers on Tuesday.", "2024-12-20")
    assert dates(early, late) == [["2024-11-26"], ["2024-12-17"]]


def test_clear_dates_settle_the_order_of_unclear_ones() -> None:
    clear = reading("one", "It sank on 27/11/2024.", "2024-11-28")
    unclear = reading("two", "It set out on 3/4/2024.", "2024-11-28")
    assert dates(clear, unclear)[1] == ["2024-04-03"]
    american = reading("one", "It sank on 11/27/2024.", "2024-11-28")
    assert dates(american, unclear)[1] == ["2024-03-04"]


def test_a_day_of_fetching_is_that_of_every_report_that_bears_it() -> None:
    pair = reading("one", "The envoy spoke on Thursday (November 27).", "2027-02-15")
    day = reading("two", "The envoy spoke on Nov 27.", "2027-02-15")
    weekday = reading("three", "The envoy spoke on Thursday.", "2027-02-15")
    assert dates(pair, day, weekday) == [["2025-11-27"], ["2025-11-27"], ["2025-11-27"]]
