"""Dates of one happening."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, label, tell, topic
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import TIMES_OF_DAY
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import DateMention
from rashomon.settings import DifferenceSettings

_GRAINS = ("day", "week", "month", "year")


def find_dates(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """The one date that each of two statements of a claim gives, where the dates part."""
    for n, m in pairs_of(statements):
        if likeness(statements[n], statements[m]) < settings.least_kindred:
            continue
        for x, y in _pairs(statements[n], statements[m]):
            finding = compare_dates(statements[n], x, statements[m], y)
            if finding and (finding.relation == "precision" or _of_one(statements[n], x, statements[m], y, settings)):
                yield finding


def compare_dates(a: Statement, x: DateMention, b: Statement, y: DateMention) -> Finding | None:
    """How two dates of one happening part; None where they do not, or one is of another grain and time."""
    if _same(a, x, b, y):
        return None
    relation = _relation(_reach(x), _reach(y))
    if relation == "conflict" and _grain(x) != _grain(y):
        return None
    return _finding(a, x, b, y)


def _grain(x: DateMention) -> int:
    """Whether the words give a day, a few days, a month or a year."""
    first, last = _reach(x)
    days = (last - first).days
    return 0 if days == 0 else 1 if days < 14 else 2 if days < 40 else 3


def _of_one(a: Statement, x: DateMention, b: Statement, y: DateMention, settings: DifferenceSettings) -> bool:
    """True where the words around two dates of a claim say that they are of one happening."""
    p, q = words_around(a.tokens, x.span, settings), words_around(b.tokens, y.span, settings)
    return len(p & q) >= settings.least_around and nearness(p, q, a.page.weights) >= settings.least_joined_date


def _pairs(a: Statement, b: Statement) -> Iterator[tuple[DateMention, DateMention]]:
    """What competes, equal dates aside: the one left on each side, or the only two that can be the same time."""
    mine = [d for d in a.dates if d.date and not any(_same(a, d, b, e) for e in b.dates)]
    theirs = [d for d in b.dates if d.date and not any(_same(b, d, a, e) for e in a.dates)]
    if len(mine) == 1 and len(theirs) == 1:
        yield mine[0], theirs[0]
        return
    fitting = [(x, y) for x in mine for y in theirs if _relation(_reach(x), _reach(y)) == "precision"]
    for x, y in fitting:
        if sum(p is x for p, _ in fitting) == 1 and sum(q is y for _, q in fitting) == 1:
            yield x, y


def _finding(a: Statement, x: DateMention, b: Statement, y: DateMention) -> Finding:
    relation = _relation(_reach(x), _reach(y))
    words = x.span.of(a.page.article.text), y.span.of(b.page.article.text)
    told = (*tell(a, x.span, _key(a, x), _normal(x)), *tell(b, y.span, _key(b, y), _normal(y)))
    about = label(f"{_GRAINS[max(_grain(x), _grain(y))]}: {topic(a, b, x.span)}")
    return Finding("date", relation, about, told, 0.6, _reason(words, relation))


def can_be_one(x: DateMention, y: DateMention) -> bool:
    """True where both dates can be the same time."""
    return _relation(_reach(x), _reach(y)) == "precision"


def _same(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """True where both give the same day in equally fine words."""
    if x.date != y.date or _reach(x) != _reach(y):
        return False
    one, two = _finer(a, x), _finer(b, y)
    return one == two or bool(one & two)


def _finer(a: Statement, x: DateMention) -> frozenset[str]:
    """Words of the time of day in the date or just after it."""
    text = a.page.article.text
    near = [t for t in a.tokens if x.span.start - 6 <= t.span.start < x.span.end + 14]
    return frozenset(t.stem for t in near if t.stem in TIMES_OF_DAY) if text else frozenset()


def _reach(x: DateMention) -> tuple[date, date]:
    """First and last day the words allow."""
    assert x.date is not None
    parts = [int(p) for p in x.date.split("-")]
    if len(parts) == 1:
        slack = 1 if x.parts.unit == "year" and abs(x.parts.shift) > 1 else 0  # "two years ago" is a rough year
        return date(max(1, parts[0] - slack), 1, 1), date(min(9999, parts[0] + slack), 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(parts[0], parts[1], parts[2])
    if x.parts.unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday - timedelta(days=1), monday + timedelta(days=6)
    if x.parts.unit == "weekend":
        return day - timedelta(days=1), day + timedelta(days=2)
    return day, day


def _relation(p: tuple[date, date], q: tuple[date, date]) -> DifferenceRelation:
    return "precision" if max(p[0], q[0]) <= min(p[1], q[1]) else "conflict"


def _key(a: Statement, x: DateMention) -> str:
    return f"{_reach(x)}|{sorted(_finer(a, x))}"


def _normal(x: DateMention) -> dict[str, Any]:
    return {"date": x.date}


def _reason(words: tuple[str, str], relation: DifferenceRelation) -> str:
    x, y = (" ".join(w.split()) for w in words)
    if relation == "precision":
        return f"“{x}” and “{y}” can be the same time, told more and less exactly."
    return f"“{x}” and “{y}” are different times for the same happening."
