"""Numbers, with what they count."""

import re
from collections.abc import Iterator
from itertools import islice

from rashomon.extract.amounts import Amount, read_amount
from rashomon.extract.counted import Counting, find_head
from rashomon.extract.date_words import find_date_words
from rashomon.extract.ellipsis import share_units
from rashomon.extract.fates import Roles, find_roles, role_for
from rashomon.extract.figures import Figure, find_figures
from rashomon.extract.hedges import find_bound_after, find_bound_before
from rashomon.extract.not_amounts import find_not_amounts, overlaps
from rashomon.extract.nouns import FATES, is_person
from rashomon.extract.ranges import join_ranges
from rashomon.model.article import Article
from rashomon.model.reading import Bound, Quantity, Role, Sentence
from rashomon.model.span import Span
from rashomon.text.units import UNITS, match_per

_TO_DATE = re.compile(r"\s?(?:to|and|or|[-–—])\s?")
_FROM_DATE = re.compile(r"\s?(?:to|[-–—])\s?")
_ENDS_IN_DAY = re.compile(r"[a-z.]\s\d{1,2}$")
LAST_DAY = 31
MOST_FIGURES = 80  # in a sentence; with more it is a table, and no words say what they count
# What may count people: a bare number and a share; metres and dollars do not.
_COUNTING = (None, "fraction", "percent")


def find_quantities(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """The quantities of the sentences, in order, none inside another.

    Dates, clock times, telephone numbers and numbers that name things are no quantities.
    """
    text = article.text
    pounds_weigh = "£" not in text  # where sums are written with the sign, the bare word is more often a sum as well
    found = (list(_of_sentence(text, sentence.span, pounds_weigh)) for sentence in sentences)
    return tuple(quantity for quantities in found for quantity in share_units(text, quantities))


def _of_sentence(text: str, sentence: Span, pounds_weigh: bool) -> Iterator[Quantity]:
    figures = list(islice(find_figures(text, sentence), MOST_FIGURES + 1))
    if not 0 < len(figures) <= MOST_FIGURES:
        return
    gone = find_not_amounts(text, sentence) if any(f.kind != "vague" for f in figures) else []
    dates = [span for span, _ in find_date_words(text, sentence)]
    kept = [f for f in figures if not overlaps(gone, f.start, f.end) and not overlaps(dates, f.start, f.end)]
    counting = (f for f in kept if not (dates and _is_day(text, f, dates)))
    amounts = join_ranges(text, [a for f in counting if (a := read_amount(text, f, sentence, pounds_weigh))], sentence)
    roles = find_roles(text, sentence) if any(a.unit in _COUNTING for a in amounts) else ()
    last = sentence.start
    for n, amount in enumerate(amounts):
        until = amounts[n + 1].start if n + 1 < len(amounts) else sentence.end
        quantity = _quantity(text, amount, Span(last, sentence.end), until, sentence, roles)
        if quantity:
            last = quantity.span.end
            yield quantity


def _is_day(text: str, figure: Figure, dates: list[Span]) -> bool:
    """True for the 10 of "10 to 12 May" and the 12 of "May 10 to 12", whose date holds the other day alone."""
    if figure.kind != "digits" or not figure.end - figure.start <= 2 or not 1 <= figure.low <= LAST_DAY:
        return False
    before = any(
        date.start > figure.end and text[date.start].isdigit() and _TO_DATE.fullmatch(text[figure.end : date.start])
        for date in dates
    )
    return before or any(
        date.end < figure.start
        and _ENDS_IN_DAY.search(text[date.start : date.end])
        and _FROM_DATE.fullmatch(text[date.end : figure.start])
        for date in dates
    )


def _quantity(text: str, amount: Amount, free: Span, until: int, sentence: Span, roles: Roles) -> Quantity | None:
    """The amount with its bound, its noun and its role; `free` is what no earlier quantity has taken."""
    if amount.start < free.start:
        return None
    bound, start, end = _bounded(text, amount, free, until)
    head = _head(text, amount, end, until)
    noun, end = head or (None, end)
    role = None
    if roles and amount.unit in _COUNTING:
        noun, role = _with_role(text, noun, Span(start, end), sentence, roles, amount.unit is None)
    low, high = _ends(amount.figure.low, amount.figure.high, bound)
    unit = amount.unit or "count"
    if noun == "time" and unit == "count" and (per := match_per(text, end, until)):
        unit, end = f"count per {per[0]}", per[1]
    return Quantity(Span(start, end), amount.number, low, high, bound, unit, noun, role)


def _bounded(text: str, amount: Amount, free: Span, until: int) -> tuple[Bound, int, int]:
    """The amount's bound, and its place with the words that set it."""
    bound, start, end = amount.bound, amount.start, amount.end
    if bound == "exact" and amount.figure.low != amount.figure.high:
        bound = "vague"
    timed = amount.unit in UNITS and UNITS[str(amount.unit)].dimension == "time"
    if before := find_bound_before(text, start, free.start, timed):
        start = before[1]
        bound = before[0] if bound == "exact" else bound
    if after := find_bound_after(text, end, until):
        end = after[1]
        bound = after[0] if bound in ("exact", "about") else bound
    return bound, start, end


def _head(text: str, amount: Amount, end: int, until: int) -> tuple[str, int] | None:
    """The noun counted; behind a unit only a noun that the amount describes ("400-pound gorilla", "$5 billion hit")."""
    head = find_head(text, end, until, _counting(amount))
    if head and amount.unit not in (None, "fraction") and " of " in text[end : head[1]]:
        return None
    return head


def _counting(amount: Amount) -> Counting:
    if amount.unit not in (None, "fraction"):
        return "measure"
    if amount.figure.kind == "fraction":
        return "share"
    if amount.figure.kind == "vague":
        return "vague"
    return "one" if amount.figure.high == 1 else "many"


def _with_role(
    text: str, noun: str | None, place: Span, sentence: Span, roles: Roles, counting: bool
) -> tuple[str | None, Role | None]:
    """The noun and what happened to those counted; "12 dead" and "killing 12" count people without naming them."""
    fate = noun in FATES
    told = any(start >= place.start and end <= place.end + 1 for start, end, _ in roles)
    if not (is_person(noun) or fate or told or (noun is None and counting)):
        return noun, None
    role = role_for(text, place, sentence, roles)
    return ("people" if role and (fate or noun is None) else noun), role


def _ends(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    if bound in ("at least", "more than"):
        return low, None
    if bound in ("at most", "less than"):
        return None, high
    return low, high
