"""Dates in their places."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rashomon.extract.date_words import find_date_words, read_count
from rashomon.extract.tense import find_tense
from rashomon.model.article import Article
from rashomon.model.reading import DateMention, DateParts, Masthead, Sentence
from rashomon.model.span import Span
from rashomon.settings import DateSettings
from rashomon.text.almanac import Anchor, resolve

_JOINED = re.compile(r"\s?(?:and|or|to|until|through|,|[-–])\s?(?:the\s|early\s|late\s|mid-)?")
_YEARS_BACK = re.compile(
    r"(?<!\w)(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\syears?\s(?P<word>ago|after|since)(?!\w)"
)


def find_dates(
    article: Article, sentences: tuple[Sentence, ...], masthead: Masthead, settings: DateSettings
) -> tuple[DateMention, ...]:
    """The dates of the sentences, in order, resolved as far as this article alone allows."""
    anchor = _published(masthead.published or article.published)
    return tuple(
        DateMention(span, *_settled(parts, anchor), parts)
        for sentence in sentences
        for span, parts in _of_sentence(article.text, sentence.span)
    )


def _settled(parts: DateParts, anchor: Anchor | None) -> tuple[str | None, str]:
    found = resolve(parts, anchor)
    return found.date, found.basis


def _published(words: str | None) -> Anchor | None:
    """The day of publication; None where it is unknown or no date."""
    try:
        day = date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
    return Anchor(day, f"the date of publication, {day.isoformat()}")


def _of_sentence(text: str, sentence: Span) -> Iterator[tuple[Span, DateParts]]:
    found = _share_year(text, find_date_words(text, sentence))
    back = _years_back(text, sentence) if any(_lacks_year(parts) for _, parts in found) else None
    for span, parts in found:
        if back and _lacks_year(parts) and (back[1] == "ago" or back[2] < span.start):
            parts = replace(parts, years_back=back[0])
        elif parts.tense is None and _may_lean(parts):
            parts = replace(parts, tense=find_tense(text, span, sentence))
        yield span, parts


def _share_year(text: str, found: list[tuple[Span, DateParts]]) -> list[tuple[Span, DateParts]]:
    """The dates with a month that leaves its year to the next ("in June and August of 2031") given that year."""
    shared = list(found)
    for n in range(len(shared) - 2, -1, -1):
        (span, parts), (after, following) = shared[n], shared[n + 1]
        open_month = parts.month is not None and parts.year is None and parts.years_back is None and not parts.swapped
        if open_month and following.year and following.month and _JOINED.fullmatch(text[span.end : after.start]):
            year = following.year - (1 if following.month < (parts.month or 0) else 0)
            shared[n] = span, replace(parts, year=year)
    return shared


def _lacks_year(parts: DateParts) -> bool:
    """True for a day of a month without its year, which "two years ago" elsewhere in the sentence may give."""
    return parts.year is None and parts.day is not None and parts.years_back is None


def _may_lean(parts: DateParts) -> bool:
    return parts.year is None and parts.years_back is None and (parts.month is not None or parts.weekday is not None)


def _years_back(text: str, sentence: Span) -> tuple[int, str, int] | None:
    found = _YEARS_BACK.search(text, sentence.start, sentence.end)
    return (int(read_count(found.group("count"))), found.group("word"), found.start()) if found else None
