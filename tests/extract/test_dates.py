"""Dates in their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.dates import find_dates
from rashomon.model.article import Article
from rashomon.model.reading import DateMention, Masthead, Sentence
from rashomon.model.span import Span
from rashomon.settings import DateSettings

FRIDAY = "2024-11-29"


def read(text: str, published: str | None = FRIDAY) -> tuple[DateMention, ...]:
    sentences = (Sentence(Span(0, len(text)), 0, ()),) if text else ()
    return find_dates(Article("a", text), sentences, Masthead(published=published), DateSettings())


def told(text: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.date) for mention in read(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("It sank on Thursday (November 28).", "Thursday (November 28)", "2024-11-28"),
        ("It sank on 27 November 2023.", "27 November 2023", "2023-11-27"),
        ("It sank on Nov. 3rd, 2023.", "Nov. 3rd, 2023", "2023-11-03"),
        ("It sank on 2023-11-03.", "2023-11-03", "2023-11-03"),
        ("It sank on 27/11.", "27/11", "2024-11-27"),
        ("It sank on 11/27/2023.", "11/27/2023", "2023-11-27"),
        ("It sank on Dec. 22.", "Dec. 22", "2023-12-22"),
        ("It will sail on Dec. 22.", "Dec. 22", "2024-12-22"),
        ("It sank on Wednesday.", "Wednesday", "2024-11-27"),
        ("It will sail on Wednesday.", "Wednesday", "2024-12-04"),
        ("The crew is scheduled to testify on Monday.", "Monday", "2024-12-02"),
        ("It sank late on Friday.", "late on Friday", "2024-11-29"),
        ("It sank on Saturday.", "Saturday", "2024-11-30"),
        ("It sank last Saturday.", "last Saturday", "2024-11-23"),
        ("It sank yesterday.", "yesterday", "2024-11-28"),
        ("It sank in February 2022.", "February 2022", "2022-02"),
        ("It sank in March.", "March", "2024-03"),
        ("It sank in December.", "December", "2023-12"),
        ("It should sail in late March of next year.", "March of next year", "2025-03"),
        ("It sank earlier this month.", "earlier this month", "2024-11"),
        ("It sank last year.", "last year", "2023"),
        ("It sank in 1998.", "1998", "1998"),
        ("A 2004 law forbids it.", "2004", "2004"),
        ("It sank two years ago.", "two years ago", "2022"),
        ("It sank on New Year's Eve 2015.", "New Year's Eve 2015", "2015-12-31"),
        ("It sank last week.", "last week", "2024-11"),
        ("It sank a day before Wednesday's storm.", "a day before Wednesday", "2024-11-26"),
    ],
)
def test_words_come_to_a_date(text: str, words: str, date: str) -> None:
    assert told(text) == [(words, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said that he may go.",
        "The Sunday Times and April Jones agreed.",
        "About 2000 people met every Sunday.",
        "A share of 3/4 of it, open 24/7.",
        "It was the best over the last year.",
    ],
)
def test_other_words_are_no_dates(text: str) -> None:
    assert told(text) == []


def test_what_cannot_be_told_is_said_to_be_open() -> None:
    (open_week,) = read("It sank last week.", "2024-12-04")
    assert open_week.date == "2024-11"
    (across,) = read("It sank this week.", "2024-10-31")
    assert across.date is None and "end of a month" in across.basis
    (undated,) = read("It sank on Thursday.", None)
    assert undated.date is None and undated.parts.weekday == 3
    (either,) = read("It sank on 3/4.", None)
    assert either.date is None and "either order" in either.basis
    (none,) = read("It sank on 31 February 2023.")
    assert none.date is None and none.basis == "there is no such day"


def test_a_weekday_that_does_not_fit_is_told() -> None:
    (mention,) = read("It sank on Monday, Nov. 28, 2023.")
    assert mention.date == "2023-11-28"
    assert "Tuesday" in mention.basis


def test_a_month_shares_the_year_of_the_next() -> None:
    assert [date for _, date in told("It sank twice in May and July of 2014, and from Nov. 3 to Feb. 4, 2018.")] == [
        "2014-05",
        "2014-07",
        "2017-11-03",
        "2018-02-04",
    ]


def test_from_what_happened_is_no_time_to_come() -> None:
    assert told("Drivers take cover from hail on Sunday.", "2017-10-02") == [("Sunday", "2017-10-01")]


def test_years_ago_give_the_year_of_a_day() -> None:
    assert ("New Year's Eve", "2022-12-31") in told("It comes two years after boats sank on New Year's Eve.")


@given(
    st.text(alphabet="0123456789/.-, ()MayJnuryTsdhFilwko2025'\n", max_size=60),
    st.sampled_from([None, FRIDAY, "0001-01-01", "9999-12-31", "x"]),
)
def test_any_text_gives_spans_in_order_inside_it(text: str, published: str | None) -> None:
    last = 0
    for mention in read(text, published):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.basis
        last = mention.span.end


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_reached_without_a_fault(day: str) -> None:
    said = "last week, next week, last month, next month, last year, next year, tomorrow, yesterday, on Monday, "
    assert read(
        said + "90 years ago, 999 days ago, on 29 February, Thursday (November 27), over the weekend, last May", day
    )
