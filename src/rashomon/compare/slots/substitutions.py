"""Words that two reports of one statement exchange for others, told apart by what they are: numbers, dates, names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rashomon.compare.slots.alignment import Alignment, stretch
from rashomon.compare.slots.clock import exchange_hours, hour_at
from rashomon.compare.slots.exchanged_names import exchange_names
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.quantities import normal, of_one_measure, relation_of
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.updates import is_update
from rashomon.compare.slots.words import EMPTY, MONTHS, NUMBER_WORDS, NUMERALS, WEEKDAYS
from rashomon.model.comparison import DifferenceKind
from rashomon.model.reading import Quantity
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.telephones import in_telephone
from rashomon.text.tokens import Token, fold

_DIGIT = re.compile(r"\d")
_ORDINAL = frozenset(("st", "nd", "rd", "th"))  # after a figure
_MOST_COUNTED = 3  # words of content beside a number that say what it counts, "38 steel support beams"


@signed
def find_substitutions(alignment: Alignment, names: dict[str, int], settings: DifferenceSettings) -> Iterator[Finding]:
    """Numbers, dates and names that stand in one place of two statements and are not the same.

    `names` gives for each spelling in the story (folded) the number of the one name it belongs to.
    """
    if alignment.shared < settings.least_shared:
        return
    for sub in alignment.substitutions:
        if not sub.a or not sub.b or len(sub.a) > settings.longest_exchange or len(sub.b) > settings.longest_exchange:
            continue
        if sub.left + sub.right < settings.least_anchor and alignment.shared < settings.near_copy:
            continue
        a, b = alignment.first, alignment.second
        x, y = _kept(sub.a, sub.b)
        if not x or not y or _one_day(a, x, b, y) or (_units(a, x) and _units(b, y)):
            continue
        finding = (
            _number(a, x, b, y, alignment, settings)
            or _date(a, x, b, y, alignment)
            or (
                kind_of(x) == kind_of(y) == "name"
                and exchange_names(x, y, alignment, sub, names, _sure(alignment), settings)
            )
        )
        if finding:
            yield finding


def _units(statement: Statement, tokens: tuple[Token, ...]) -> bool:
    """True for the words beside the figure of an amount, "degrees Celsius": amounts are compared as a whole."""
    return kind_of(tokens) != "number" and any(q.span.holds(stretch(tokens)) for q in statement.quantities)


def _one_day(a: Statement, x: tuple[Token, ...], b: Statement, y: tuple[Token, ...]) -> bool:
    """True where either side is part of a date and both can be the same time: `dates` compares those."""
    mine, theirs = _date_on(a, stretch(x)), _date_on(b, stretch(y))
    if _other_weekday(x, y):
        return False
    if mine is not None and theirs is not None:
        return len(mine) != len(theirs) or mine == theirs
    return (mine is not None or theirs is not None) and not kind_of(x) == kind_of(y) == "date"


def _other_weekday(x: tuple[Token, ...], y: tuple[Token, ...]) -> bool:
    """True where one weekday stands for another: of "Monday, 4 April 2016" and "Friday, 4 April 2016" one is wrong."""
    one, two = ([fold(t.text)[:3] for t in tokens if fold(t.text) in WEEKDAYS] for tokens in (x, y))
    return len(one) == len(two) == len(x) == len(y) == 1 and one != two


def kind_of(tokens: tuple[Token, ...]) -> DifferenceKind | None:
    """What exchanged words are by their form: a number, a date, a name, or nothing of these."""
    if any(fold(t.text) in WEEKDAYS or (fold(t.text) in MONTHS and t.text[:1].isupper()) for t in tokens):
        return "date"
    if any(_is_number(t) for t in tokens):
        return "number"
    content = [t for t in tokens if fold(t.text) not in EMPTY]
    return "name" if content and all(t.text[:1].isupper() for t in content) else None


def _is_number(token: Token) -> bool:
    return bool(_DIGIT.search(token.text)) or fold(token.text) in NUMBER_WORDS


def _kept(a: tuple[Token, ...], b: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Both sides without the words that carry nothing at their ends."""
    return stripped(a), stripped(b)


def stripped(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without those at either end that carry nothing by themselves."""
    while tokens and fold(tokens[0].text) in EMPTY:
        tokens = tokens[1:]
    while tokens and fold(tokens[-1].text) in EMPTY:
        tokens = tokens[:-1]
    return tokens


def _number(
    a: Statement,
    x: tuple[Token, ...],
    b: Statement,
    y: tuple[Token, ...],
    how: Alignment,
    settings: DifferenceSettings,
) -> Finding | None:
    if kind_of(x) != "number" or kind_of(y) != "number" or _on_dates(a, x, b, y):
        return None
    if any(in_telephone(s.page.article.text, stretch(tokens)) for s, tokens in ((a, x), (b, y))):
        return None
    if _is_ordinal(x) != _is_ordinal(y) or _holds_more(x) or _holds_more(y):
        return None
    hours = hour_at(a.page.article.text, stretch(x)), hour_at(b.page.article.text, stretch(y))
    if hours[0] and hours[1]:
        return exchange_hours(a, hours[0], b, hours[1], _sure(how), settings)
    p, q = _quantity_on(a, x), _quantity_on(b, y)
    words = stretch(x).of(a.page.article.text), stretch(y).of(b.page.article.text)
    if p and q:
        relation = relation_of(p, q)
        if relation is None or not of_one_measure(p, q):
            return None
        if relation == "conflict" and how.shared < 0.75 and slotless(p, q):
            return None
        if relation == "conflict" and is_update(a, b, p, q):
            relation = "update"
        told = (*tell(a, p.span, _words_key(words[0]), normal(p)), *tell(b, q.span, _words_key(words[1]), normal(q)))
        about = p.role or p.head or q.head or label(f"number: {topic(a, b, p.span)}")
        return Finding(
            "number", relation, about, told, _sure(how), f"“{words[0]}” stands where another has “{words[1]}”."
        )
    if _value(words[0]) == _value(words[1]) or how.shared < 0.6 or _one_hour(*words):
        return None
    told = (*tell(a, stretch(x), _words_key(words[0])), *tell(b, stretch(y), _words_key(words[1])))
    return Finding(
        "number",
        "conflict",
        label(f"number: {topic(a, b, stretch(x))}"),
        told,
        _sure(how),
        f"“{words[0]}” stands where another has “{words[1]}”.",
    )


def _is_ordinal(tokens: tuple[Token, ...]) -> bool:
    """True for "6th": a place in an order, which is no "six"."""
    return any(_is_number(t) and fold(end.text) in _ORDINAL for t, end in pairwise(tokens))


def _holds_more(tokens: tuple[Token, ...]) -> bool:
    """True where the words say more than a number and what it counts."""
    return sum(not _is_number(t) and fold(t.text) not in EMPTY for t in tokens) > _MOST_COUNTED


def _one_hour(one: str, two: str) -> bool:
    """True for "5:10 a.m." and "5.10am"."""
    return ":" in one + two and re.sub(r"\D", "", one) == re.sub(r"\D", "", two)


def slotless(p: Quantity, q: Quantity) -> bool:
    """True where nothing says that both numbers count the same."""
    return not (p.head and q.head and p.head == q.head) and not (p.role and p.role == q.role)


def _value(words: str) -> str:
    plain = fold(words).replace(",", "")
    return str(NUMERALS.get(plain, plain))


def _words_key(words: str) -> str:
    return fold(" ".join(words.split()))


def _quantity_on(statement: Statement, tokens: tuple[Token, ...]) -> Quantity | None:
    span = stretch(tokens)
    return next((q for q in statement.quantities if q.number.overlap(span)), None)


def _date(a: Statement, x: tuple[Token, ...], b: Statement, y: tuple[Token, ...], how: Alignment) -> Finding | None:
    if kind_of(x) != "date" or kind_of(y) != "date":
        return None
    mine, theirs = _date_on(a, stretch(x)), _date_on(b, stretch(y))
    if mine and theirs and mine == theirs and not _other_weekday(x, y):
        return None
    words = stretch(x).of(a.page.article.text), stretch(y).of(b.page.article.text)
    told = (
        *tell(a, stretch(x), _words_key(words[0]), {"date": mine} if mine else None),
        *tell(b, stretch(y), _words_key(words[1]), {"date": theirs} if theirs else None),
    )
    return Finding(
        "date",
        "conflict",
        label(f"day: {topic(a, b, stretch(x))}"),
        told,
        _sure(how),
        f"“{words[0]}” stands where another has “{words[1]}”.",
    )


def _on_dates(a: Statement, x: tuple[Token, ...], b: Statement, y: tuple[Token, ...]) -> bool:
    """True where both are of dates, the year of one and the year of the other: no amounts; `dates` compares those."""
    return _date_on(a, stretch(x)) is not None and _date_on(b, stretch(y)) is not None


def _date_on(statement: Statement, span: Span) -> str | None:
    return next((d.date for d in statement.dates if d.span.overlap(span)), None)


def _sure(how: Alignment) -> float:
    return min(0.95, 0.35 + 0.6 * how.shared)
