"""Whether a later report revises an earlier one's number: a toll that grew, a figure that was put right."""

import re

from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import counted_in, middle_of, near_figures, relation_of
from rashomon.compare.slots.statement import Statement
from rashomon.model.reading import Quantity
from rashomon.model.span import Span

UPDATE_CUE = re.compile(
    r"\b(?:toll|r[io]se[sn]? to|risen|climbed to|so far|updated?|revised?|rais(?:ed|es|ing) (?:the|its|to)"
    r"|as of (?:now|today|this|last night|early|late|noon|midnight|\d|mon|tue|wed|thu|fri|sat|sun)"
    r"|br(?:ing|ings|inging|ought) (?:the|its) (?:total|toll|number|count)|an additional"
    r"|increas\w+ (?:its|the) estimate"
    r"|lowered (?:the|its|their) (?:toll|count|estimate|figure|number|total)"
    r"|earlier (?:said|put|reported|estimate)"
    r"|first (?:reported|said|put|thought)|corrected"
    r"|correction|now (?:known|stands?|says?|said|put|believed)|jumped to|grown to)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:initial(?:ly)?|previous(?:ly)?|originally)\b", re.IGNORECASE)  # of a sum: it was so then
_REVISED = re.compile(
    r"\b(?:(?:initial|early|earlier|previous|first|updated) (?:news |media |police )?"
    r"(?:reports?|accounts?|tolls?|figures?|counts?|estimates?|statements?)"
    r"|(?:initially|previously|originally|first|earlier) (?:been )?"
    r"(?:reported|said|put|thought|believed|estimated|given)"
    r"|later (?:said|put|revised|corrected)|corrected|revised)\b",
    re.IGNORECASE,
)
MOVED_BESIDE = 60  # code points on either side of a number in which "has risen" is said of it
TOLLS = frozenset({"killed", "injured", "missing", "rescued", "arrested", "displaced", "trapped", "ill"})


def is_update(a: Statement, b: Statement, p: Quantity, q: Quantity) -> bool:
    """True where the later report may revise the earlier: a toll, or words beside a number that say it moved."""
    if _told_as_revised(a.page, p, q) or _told_as_revised(b.page, p, q):
        return True
    if _at_one_time(a.page, b.page):
        return False
    toll = p.role in TOLLS and q.role in TOLLS
    if toll and p.bound == q.bound == "at least":
        return True
    if _of_people(p) and _of_people(q) and _days_apart(a.page, b.page):
        return True
    unknown = a.page.published is None or b.page.published is None or a.page.published == b.page.published
    return (toll and not unknown) or _moved(a, p) or _moved(b, q)


def _told_as_revised(page: Page, p: Quantity, q: Quantity) -> bool:
    """True where the article itself says of either figure that it was an earlier one: "initially put at 4"."""
    return any(
        x.unit in (p.unit, q.unit)
        and (relation_of(x, p) is None or relation_of(x, q) is None)
        and x.role in (p.role, q.role)
        and _moved_at(page, x)
        for x in page.quantities
    )


def _moved_at(page: Page, quantity: Quantity) -> bool:
    sentence = page.sentence_at(quantity.span.start)
    return sentence is not None and _cue_beside(_REVISED, page, sentence.span, quantity)


def _of_people(q: Quantity) -> bool:
    """True for a count of people or an age, which reports of later days correct; things and sums do not grow."""
    return q.unit == "year-old" or counted_in(q) == "people"


def _days_apart(a: Page, b: Page) -> bool:
    """True where both days of publication are known and are not one: the later report had time to learn more."""
    one, two = a.published_on, b.published_on
    return one is not None and two is not None and one != two


def has_risen(a: Statement, p: Quantity, b: Statement, q: Quantity) -> bool:
    """True for a toll that a later report puts higher, though the earlier one's "at least" leaves room for it."""
    if p.role not in TOLLS or q.role not in TOLLS or near_figures(p, q) or "vague" in (p.bound, q.bound):
        return False
    first, last = a.page.published, b.page.published
    x, y = middle_of(p), middle_of(q)
    if first is None or last is None or x is None or y is None:
        return False
    return x < y if first < last else y < x if last < first else False


def _moved(statement: Statement, quantity: Quantity) -> bool:
    cues = (UPDATE_CUE, _BEFORE) if _of_people(quantity) or quantity.role in TOLLS else (UPDATE_CUE, _REVISED)
    return any(_cue_beside(cue, statement.page, statement.span, quantity) for cue in cues)


def _cue_beside(cue: re.Pattern[str], page: Page, within: Span, quantity: Quantity) -> bool:
    span = quantity.span
    start, end = max(within.start, span.start - MOVED_BESIDE), min(within.end, span.end + MOVED_BESIDE)
    return bool(cue.search(page.article.text, start, max(start, end)))


def _at_one_time(a: Page, b: Page) -> bool:
    """True where both were published in the same minute, so that neither is the later."""
    return a.published is not None and a.published == b.published and len(a.published) > len("2024-01-01")
