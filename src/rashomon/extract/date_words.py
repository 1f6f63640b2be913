"""The words of dates: where they stand, and what they give by themselves."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from rashomon.extract.date_grammar import ANY_DATE, DAY_OF, DAYS, HOLIDAYS, MONTH_OF, DateWords
from rashomon.extract.figures import read_number
from rashomon.extract.nouns import is_plural
from rashomon.model.reading import DateParts
from rashomon.model.span import Span

_BEFORE_MONTH = re.compile(
    r"(?<!\w)(?:in|since|until|till|by|from|to|through|during|of|between|before|after|for|early|late|mid|around|throughout|until\slate"
    r"|(?:between|from|since)\s\w+\.?(?:\s\d{4})?\s(?:and|to|until|or)|in\s\w+\s(?:and|or)|last|next|this|around|about|only|as\sof)[\s-]$",
    re.IGNORECASE,
)
_BEFORE_MAY = re.compile(
    r"(?<!\w)(?:in|since|until|till|during|early|late|mid|last|next|this|between|from|in\s\w+\s(?:and|or))[\s-]$",
    re.IGNORECASE,
)
_NOT_WEEKDAY_BEFORE = re.compile(
    r"(?<!\w)(?:every|each|any|most|a|Black|Good|Super|Bloody|Ash|Shrove|Holy|Easter|Palm|Giving|Cyber|Maundy|Whit|Sheffield|Mail\son|"
    r"Sun\son|Ruby|Man|Freaky|Casual)\s$"
)
_NOT_WEEKDAY_AFTER = re.compile(
    r"\s(?:Times|Mirror|Telegraph|Express|Mail|Herald|Post|People|Sun|Night\sLive|World|Star|Review|Independent|Tribune|Age|Observer|"
    r"Business\sPost|Night\sFootball|Club|Agreement|Accords?)(?!\w)"
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:(?<!\w)(?:about|around|nearly|almost|over|than|least|most|some|approximately|roughly|up\sto|flight|number|no\.|nos\.|section|page|"
    r"room|another|only|just|x|×|top)\s|[-–/:.,+~<>=*]|\d\s)$",
    re.IGNORECASE,
)
_OPENS_YEAR = re.compile(
    r"(?<!\w)(?:in|since|of|by|until|from|during|before|after|the|its|their|his|her|early|late|mid|and|to)[\s-]$",
    re.IGNORECASE,
)
_OLD_YEAR = re.compile(r"(?<!\w)(?:in|since|of|by|until|from|before|after|circa|between|and)\s$", re.IGNORECASE)
_OWNED = re.compile(r"(?<!\w)(?:the|its|their|his|her|our|a|an|this|that|\w+[’']s)\s$", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]([^\W\d_]+)")
_BEFORE_NUMERIC = re.compile(
    r"(?<!\w)(?:on|since|until|till|by|from|to|between|and|dated|of|before|after|published|updated)\s$|[(,]\s?$",
    re.IGNORECASE,
)
_THE_BEFORE = re.compile(r"(?<!\w)(?:the|over|past|for|in\sthe)\s$", re.IGNORECASE)


MOST_DATES = 60  # in a sentence; with more it is a calendar, not a report


def find_date_words(text: str, within: Span) -> list[tuple[Span, DateParts]]:
    """The dates written in a sentence, in order, each with what its words give; none where it is a list of dates."""
    found = list(islice(_find(text, within), MOST_DATES + 1))
    return found if len(found) <= MOST_DATES else []


def _find(text: str, within: Span) -> Iterator[tuple[Span, DateParts]]:
    at = within.start
    while found := ANY_DATE.search(text, at, within.end):
        words = DateWords(str(found.lastgroup), found)
        parts = _READERS[words.kind](text, words, within)
        if parts:
            at = found.end()
            if "(" in found.group() and text[at : at + 1] == ")" and at < within.end:
                at += 1  # "Thursday (November 27)"
            yield Span(found.start(), at), parts
        else:
            at = _next_word(text, found.start(), found.end())


def _next_word(text: str, start: int, end: int) -> int:
    """Where to look on after words that were no date: behind the first of them, as a shorter date may follow."""
    while start < end and text[start].isalnum():
        start += 1
    return max(start, start + 1 if start < end else start)


def _month(words: str) -> int:
    return MONTH_OF[words[:3].lower()]


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _weekday(words: str | None) -> int | None:
    return DAY_OF[words[:3].lower()] if words else None


def _which_year(words: str | None) -> int | None:
    """Years back from the year of writing: "last year" 1, "this year" 0, "next year" -1."""
    return {"last": 1, "this": 0, "next": -1}.get(words.lower()) if words else None


def _before(text: str, at: int, within: Span) -> str:
    return text[max(within.start, at - 30) : at]


def _read_full(text: str, words: DateWords, within: Span) -> DateParts | None:
    year = int(words.the("year")) if words.get("year") else None
    month, day = _month(words.the("month")), _day(words.the("day"))
    return DateParts(year, month, day, _weekday(words.get("weekday")), years_back=_which_year(words.get("which")))


def _read_iso(text: str, words: DateWords, within: Span) -> DateParts | None:
    year, month, day = (int(words.the(name)) for name in ("year", "month", "day"))
    return DateParts(year, month, day) if 1500 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31 else None


def _read_month_year(text: str, words: DateWords, within: Span) -> DateParts:
    year = int(words.the("year")) if words.the("year") else None
    return DateParts(year, _month(words.the("month")), years_back=_which_year(words.the("which")))


def _read_which_month(text: str, words: DateWords, within: Span) -> DateParts:
    tense = {"l": "past", "n": "future"}.get(words.match.group()[0].lower())
    return DateParts(month=_month(words.the("month")), tense="past" if tense == "past" else "future" if tense else None)


def _read_month(text: str, words: DateWords, within: Span) -> DateParts | None:
    before = _before(text, words.start, within)
    may = words.the("month") == "May"
    owned = text[words.end : words.end + 2] in ("’s", "'s") and not may
    follows = _NEXT.match(text, words.end, within.end)
    named = (
        follows is not None
        and follows.group(1)[0].isupper()
        and follows.group(1) not in DAYS
        and text[words.end] != "."
    )
    if named or not (owned or (_BEFORE_MAY if may else _BEFORE_MONTH).search(before)):
        return None
    return DateParts(month=_month(words.the("month")))


def _read_numeric(text: str, words: DateWords, within: Span) -> DateParts | None:
    a, b, year = int(words.the("a")), int(words.the("b")), words.the("year")
    if words.the("mark") == "." and (not year or len(year) != 4):
        return None
    full_year = (
        (int(year) + (2000 if len(year) == 2 and int(year) < 70 else 1900 if len(year) == 2 else 0)) if year else None
    )
    if not year and not (words.the("weekday") or _BEFORE_NUMERIC.search(_before(text, words.start, within))):
        return None
    if (a, b) in ((9, 11), (24, 7), (50, 50)) or not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if text[words.end : words.end + 4] == " of " or (full_year is not None and not 1500 <= full_year < 2100):
        return None
    weekday = _weekday(words.the("weekday"))
    if a <= 12 and b <= 12 and a != b:
        return DateParts(full_year, b, a, weekday, swapped=(a, b))
    return DateParts(full_year, b, a, weekday) if b <= 12 else DateParts(full_year, a, b, weekday)


def _read_weekday(text: str, words: DateWords, within: Span) -> DateParts | None:
    if _NOT_WEEKDAY_BEFORE.search(_before(text, words.start, within)) or _NOT_WEEKDAY_AFTER.match(
        text, words.end, within.end
    ):
        return None
    which = (words.the("which") or "").lower().split()
    shift = -1 if "last" in which or "past" in which else 1 if "next" in which or "coming" in which else 0
    return DateParts(weekday=_weekday(words.the("weekday")), shift=shift)


def _read_next_to(text: str, words: DateWords, within: Span) -> DateParts:
    return DateParts(weekday=_weekday(words.the("weekday")), days_on=1 if words.the("side") == "after" else -1)


def _read_holiday(text: str, words: DateWords, within: Span) -> DateParts | None:
    name = " ".join(
        words.the("name").lower().replace("’", "'").replace(".", "").replace("hallowe'en", "halloween").split()
    )
    month, day = HOLIDAYS.get(name, (0, 0))
    if not month:
        return None
    year = words.the("year") or words.the("before")
    back = int(read_count(words.the("back"))) if words.the("back") else _which_year(words.the("which"))
    return DateParts(int(year) if year else None, month, day, years_back=back)


def _read_today(text: str, words: DateWords, within: Span) -> DateParts | None:
    word = words.match.group().lower()
    before = _before(text, words.start, within)
    if words.match.group()[0].isupper() and re.search(r"[A-Z]\w*\s$", before):
        return None  # "USA Today", "Russia Today"
    return DateParts(
        unit="day", shift=-1 if word in ("yesterday",) or word.startswith("last") else 1 if word == "tomorrow" else 0
    )


def _read_shift(text: str, words: DateWords, within: Span) -> DateParts | None:
    which, unit = words.the("which").lower(), words.the("unit")
    if _THE_BEFORE.search(_before(text, words.start, within)) and which in ("last", "next"):
        return None  # "over the last year" is a stretch of time, not a year
    shift = -1 if which == "last" else 1 if which == "next" else 0
    return DateParts(unit=unit, shift=shift)  # type: ignore[arg-type]


def _read_weekend(text: str, words: DateWords, within: Span) -> DateParts:
    return DateParts(unit="weekend", shift=-1)


def _read_ago(text: str, words: DateWords, within: Span) -> DateParts:
    return DateParts(unit=words.the("unit"), shift=-int(read_count(words.the("count"))))  # type: ignore[arg-type]


def read_count(words: str) -> float:
    """The number that "a", "two" or "15" stands for."""
    return float(words) if words.isdigit() else (read_number(words) or 1)


def _read_year(text: str, words: DateWords, within: Span) -> DateParts | None:
    before = _before(text, words.start, within)
    year = int(words.the("year"))
    if year < 1900 and not _OLD_YEAR.search(before):
        return None
    if _NOT_YEAR_BEFORE.search(before) and not re.search(r"\d{4}[-–]$|\(\d{4}[-–]$", before):
        return None
    follows = _NEXT.match(text, words.end, within.end)
    counts = follows is not None and follows.group(1).islower() and is_plural(follows.group(1))
    if counts and not _OWNED.search(before):
        return None
    labelled = re.search(
        r"(?<!\w)(?:Flight|Boeing|Airbus|No\.?|Number|Section|Room|Route|Highway|Part|Article|S&P|Model)\s$", before
    )
    return None if labelled else DateParts(year=year)


_READERS: dict[str, Callable[[str, DateWords, Span], DateParts | None]] = {
    "iso": _read_iso, "day_month": _read_full, "month_day": _read_full, "month_year": _read_month_year,
    "which_month": _read_which_month, "month": _read_month, "numeric": _read_numeric, "next_to": _read_next_to,
    "weekday": _read_weekday, "holiday": _read_holiday, "today": _read_today, "shift": _read_shift,
    "weekend": _read_weekend, "ago": _read_ago, "year": _read_year,
}  # fmt: skip
