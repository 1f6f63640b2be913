"""Dates of one happening."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rashomon.compare.slots.facts import is_telling, nearness, told_by, words_around
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.times import UNDATED
from rashomon.compare.slots.words import TIMES_OF_DAY
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import DateMention
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import fold

_GRAINS = ("day", "week", "month", "year", "time")
_Days = tuple[date, date]  # the first and the last
_ANY_DAY = (date.min, date.max)
_BOUNDS = frozenset("since until till".split())
MOST_WEEKS = 500  # of "weeks ago"; more are years


@signed
def find_dates(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """The one date that each of two statements of a claim gives, where the dates part."""
    for n, m in pairs_of(statements):
        if likeness(statements[n], statements[m]) < settings.least_kindred:
            continue
        for x, y in _pairs(statements[n], statements[m]):
            finding = compare_dates(statements[n], x, statements[m], y)
            fits = finding and finding.relation == "precision" and UNDATED not in (x.basis, y.basis)
            if (
                finding
                and _led_alike(statements[n], x, statements[m], y)
                and (fits or _of_one(statements[n], x, statements[m], y, settings))
            ):
                yield finding


def _led_alike(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """True where neither or both dates bound a time: "since 1976" is not when it happened, "in 2013" is."""
    return _bounds(a, x) == _bounds(b, y)


def _bounds(statement: Statement, x: DateMention) -> str | None:
    """The word by which the date begins or ends a time; None where it has none."""
    words = [fold(t.text) for t in statement.tokens if t.span.end <= x.span.start][-2:]
    words.extend(fold(t.text) for t in statement.tokens if t.span.start == x.span.start)
    return next((w for w in words if w in _BOUNDS), None)


def compare_dates(a: Statement, x: DateMention, b: Statement, y: DateMention) -> Finding | None:
    """How two dates of one happening part; None where they do not, or one is of another grain and time."""
    mine, theirs = days_of(a.page, x), days_of(b.page, y)
    if mine is None or theirs is None or _same(a, x, b, y) or mine == theirs == _ANY_DAY:
        return None
    relation = _relation(mine, theirs)
    if relation == "conflict" and (
        _grain(mine) != _grain(theirs) or _same_words(a, x, b, y) or _weeks_apart(x, y) or not _of_one_word(a, x, b, y)
    ):
        return None
    return _finding(a, x, b, y, (mine, theirs))


def _words(a: Statement, x: DateMention) -> str:
    return fold(" ".join(x.span.of(a.page.article.text).split()))


def _same_words(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """True for "later in the year" in two reports, the second written after the turn of the year from the first."""
    return not re.search(r"\d|day\b|tomorrow", _words(a, x)) and _words(a, x) == _words(b, y)


def _weeks_apart(x: DateMention, y: DateMention) -> bool:
    """True for "on Monday" and "on Thursday" of different weeks: each report tells of what was new to it."""
    if x.parts.weekday is None or y.parts.weekday is None or x.parts.day or y.parts.day or not (x.date and y.date):
        return False
    return abs(date.fromisoformat(x.date) - date.fromisoformat(y.date)) >= timedelta(days=7)


def _of_one_word(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """True where a telling word next to both dates is one, and not only after them: what was "opened in 2011 on the
    hill" and "closed in 2013 on the hill" are two things.
    """
    (p, q), (r, s) = _next_to(a, x), _next_to(b, y)
    return bool(p & (r | s) or q & r or (q & s and not (p and r)))


def _next_to(statement: Statement, x: DateMention) -> tuple[frozenset[str], frozenset[str]]:
    """The telling word nearest before the date, and the one nearest after it."""
    tokens = [t for t in statement.tokens if is_telling(t)]
    before = [t for t in tokens if t.span.end <= x.span.start][-1:]
    after = [t for t in tokens if t.span.start >= x.span.end][:1]
    return frozenset(map(told_by, before)), frozenset(map(told_by, after))


def _grain(days: _Days) -> int:
    """Whether the words give a day, a few days, a month, or more."""
    count = (days[1] - days[0]).days
    return 0 if count == 0 else 1 if count < 14 else 2 if count < 40 else 3 if count < 2000 else 4


def _of_one(a: Statement, x: DateMention, b: Statement, y: DateMention, settings: DifferenceSettings) -> bool:
    """True where the words around two dates of a claim say that they are of one happening."""
    p, q = words_around(a.tokens, x.span, settings), words_around(b.tokens, y.span, settings)
    return len(p & q) >= settings.least_around and nearness(p, q, a.page.weights) >= settings.least_joined_date


def _pairs(a: Statement, b: Statement) -> Iterator[tuple[DateMention, DateMention]]:
    """What competes, equal dates aside: the one left on each side, or the only two that can be the same time."""
    mine = _competing([d for d in a.dates if not any(_same(a, d, b, e) for e in b.dates)], a.page)
    theirs = _competing([d for d in b.dates if not any(_same(b, d, a, e) for e in a.dates)], b.page)
    if len(mine) == 1 and len(theirs) == 1:
        yield mine[0][0], theirs[0][0]
        return
    fitting = [(x, y) for x, p in mine for y, q in theirs if _relation(p, q) == "precision"]
    for x, y in fitting:
        if sum(p is x for p, _ in fitting) == 1 and sum(q is y for _, q in fitting) == 1:
            yield x, y


def _competing(dates: list[DateMention], page: Page) -> list[tuple[DateMention, _Days]]:
    """The dates with their days; words that name no day only where no other date is left."""
    days = [(d, found) for d in dates if (found := days_of(page, d))]
    return [pair for pair in days if pair[1] != _ANY_DAY] or days


def _finding(a: Statement, x: DateMention, b: Statement, y: DateMention, days: tuple[_Days, _Days]) -> Finding:
    relation = _relation(*days)
    words = x.span.of(a.page.article.text), y.span.of(b.page.article.text)
    told = (*tell(a, x.span, _key(a, x), _normal(x)), *tell(b, y.span, _key(b, y), _normal(y)))
    about = label(f"{_GRAINS[max(_grain(d) for d in days)]}: {topic(a, b, x.span)}")
    return Finding("date", relation, about, told, 0.6, _reason(words, relation))


def can_be_one(a: Page, x: DateMention, b: Page, y: DateMention) -> bool:
    """True where both dates can be the same time."""
    mine, theirs = days_of(a, x), days_of(b, y)
    return mine is not None and theirs is not None and _relation(mine, theirs) == "precision"


def _same(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """True where both give the same day in equally fine words."""
    if x.parts.unit in ("week", "weekend") and (x.parts.unit, x.parts.shift) == (y.parts.unit, y.parts.shift):
        return True
    p, q = x.parts, y.parts
    if p.day and (p.month, p.day) == (q.month, q.day) and None in (p.year, q.year):
        return True  # "May 4" and "May 4, 2018", whichever year the first was taken to mean
    if x.date != y.date or days_of(a.page, x) != days_of(b.page, y):
        return False
    if _words(a, x) == _words(b, y):
        return True  # "late 2017" and "2017": what makes one finer is no part of the date's words
    one, two = _finer(a, x), _finer(b, y)
    return one == two or bool(one & two)


def _finer(a: Statement, x: DateMention) -> frozenset[str]:
    """Words of the time of day in the date or just after it."""
    text = a.page.article.text
    near = [t for t in a.tokens if x.span.start - 6 <= t.span.start < x.span.end + 14]
    return frozenset(t.stem for t in near if t.stem in TIMES_OF_DAY) if text else frozenset()


def days_of(page: Page, x: DateMention) -> _Days | None:
    """First and last day the words allow; None for a date that could not be resolved."""
    if x.basis == UNDATED:
        return _ANY_DAY
    if x.parts.unit in ("week", "weekend"):
        if page.published_on is None:
            return None  # whose week is not known; the month alone would make "this week" and "last week" one
        if found := _week_of(page, x):
            return found
    if x.date is None:
        return None
    parts = [int(p) for p in x.date.split("-")]
    if len(parts) == 1:
        slack = 1 if x.parts.unit == "year" and abs(x.parts.shift) > 1 else 0  # "two years ago" is a rough year
        return date(max(1, parts[0] - slack), 1, 1), date(min(9999, parts[0] + slack), 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(parts[0], parts[1], parts[2])
    return day, day


def _week_of(page: Page, x: DateMention) -> _Days | None:
    """The days of "last week" as its report reckons; None where its day is not known or speaks against its month."""
    today = page.published_on
    if today is None or abs(x.parts.shift) > MOST_WEEKS or not date(10, 1, 1) < today < date(9990, 1, 1):
        return None
    monday = today + timedelta(days=7 * x.parts.shift - today.weekday())
    first, last = (4, 6) if x.parts.unit == "weekend" else (-1, 5 if x.parts.shift < 0 else 6)
    days = monday + timedelta(days=first), monday + timedelta(days=last)
    agrees = x.date is None or x.date[:7] in {f"{d:%Y-%m}" for d in days}
    return days if agrees else None


def _relation(p: _Days, q: _Days) -> DifferenceRelation:
    return "precision" if max(p[0], q[0]) <= min(p[1], q[1]) else "conflict"


def _key(a: Statement, x: DateMention) -> str:
    if x.basis == UNDATED:
        return _words(a, x)
    return f"{days_of(a.page, x)}|{sorted(_finer(a, x))}"


def _normal(x: DateMention) -> dict[str, Any]:
    return {"date": x.date}


def _reason(words: tuple[str, str], relation: DifferenceRelation) -> str:
    x, y = (" ".join(w.split()) for w in words)
    if relation == "precision":
        return f"“{x}” and “{y}” can be the same time, told more and less exactly."
    return f"“{x}” and “{y}” are different times for the same happening."
