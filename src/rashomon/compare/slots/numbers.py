"""Numbers of one slot: the same thing counted or measured by two reports."""

import re
from collections.abc import Iterator

from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.slots.dates import days_of
from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.quantities import (
    are_far_sums,
    counted_in,
    far_apart,
    key_of,
    middle_of,
    near_figures,
    normal,
    of_one_measure,
    relation_of,
    slot_of,
    toll_leaps,
    width_of,
)
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.updates import has_risen, is_update
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import DateMention, Quantity
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import fold, stem
from rashomon.text.units import measure_of

LEAD, TAIL = 12, 6  # code points before and after a number in which a "further" or a "more" is said of it
_MORE = re.compile(r"\b(?:more(?! than)|additional|extra|another|further)\b", re.IGNORECASE)
REACH = 24  # code points before a number in which it is said to be a part
_PART = re.compile(
    r"\b(?:(?:including|(?:among|of) (?:them|whom))\W+(?:\w+\W+){0,2}|(?:first|last|final|other|remaining)\s+)$", re.I
)
_NARROWER = frozenset("female male adult foreign local other remaining surviving".split())  # than what is counted
LONG_AGO = 60  # days before publication; reports of one event seldom come so much later
FARTHEST_AGES = 3  # years; reports of one person seldom part by more
AS_NEAR = 0.7  # of the nearness of the values compared, from which the same figure elsewhere is of the same thing


@signed
def find_numbers(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Quantities of one slot, in statements of one claim, that cannot be equal or are told more and less exactly."""
    slots = [s.once(_slots) for s in statements]
    for n, m in pairs_of(statements):
        close = likeness(statements[n], statements[m])
        for slot in [k for k in slots[n] if k in slots[m]]:
            for p, q in _pairs(slots[n][slot], slots[m][slot]):
                if not _one_thing(p, q) and (close < settings.least_kindred or far_apart(p, q)):
                    continue
                if p.role and toll_leaps(p, q) and close < settings.least_shared:
                    continue
                finding = compare_quantities(slot, statements[n], p, statements[m], q)
                if finding is None:
                    continue
                fits = finding.relation == "precision" and (_one_thing(p, q) or near_figures(p, q))
                if fits or _of_one(statements[n], p, statements[m], q, settings):
                    yield finding


def _of_one(a: Statement, p: Quantity, b: Statement, q: Quantity, settings: DifferenceSettings) -> bool:
    """True where the words around two numbers of a claim say that both count one thing: more of them for other sums."""
    one, two = words_around(a.tokens, p.span, settings), words_around(b.tokens, q.span, settings)
    least = settings.least_far_figure if are_far_sums(p, q) else settings.least_joined_number
    return nearness(one, two, a.page.weights) >= least


def compare_quantities(slot: tuple[str, ...], a: Statement, p: Quantity, b: Statement, q: Quantity) -> Finding | None:
    """How two quantities of a slot part; None where they do not, or where an article gives both."""
    if not of_one_measure(p, q) or relation_of(p, q) is None:
        return None
    if _of_two_nations(a.page, p, b.page, q) or _of_two_ages(p, q) or _adds(a.page, p) != _adds(b.page, q):
        return None
    if _is_part(a.page, p) != _is_part(b.page, q):
        return None
    if p.role and q.role and _long_ago(a, p) != _long_ago(b, q):
        return None
    if _gives(b.page, slot, p, q, a.page) or _gives(a.page, slot, q, p, b.page):
        return None
    return _finding(a, p, b, q)


def _of_two_nations(one: Page, p: Quantity, two: Page, q: Quantity) -> bool:
    """True where each says of which nation those counted are, and not of the same."""
    mine, theirs = _nations(one, p), _nations(two, q)
    return bool(mine) and bool(theirs) and not mine & theirs


def _long_ago(statement: Statement, q: Quantity) -> bool:
    """True for a toll of a day, month or year well before the report: that of an earlier event it recalls."""
    page = statement.page
    sentence, today = page.sentence_at(q.span.start), page.published_on
    if sentence is None or today is None:
        return False
    dates = [d for d in page.found_in("dates", sentence.span) if isinstance(d, DateMention)]
    days = [found for d in dates if d.date and (found := days_of(page, d))]
    return bool(days) and all((today - last).days > LONG_AGO for _, last in days)


def _adds(page: Page, q: Quantity) -> bool:
    """True for "20 more people", "an additional 20": a number on top of another, which is no total."""
    text = page.article.text
    return bool(_MORE.search(text[max(0, q.span.start - LEAD) : min(len(text), q.span.end + TAIL)]))


def _is_part(page: Page, q: Quantity) -> bool:
    """True for "including at least 15 women", "the first three seasons", "two female gorillas": a part, no total."""
    text = page.article.text
    own = {fold(t.text) for t in page.words_in(q.span)}
    return bool(own & _NARROWER or _PART.search(text[max(0, q.span.start - REACH) : q.number.start]))


def _of_two_ages(p: Quantity, q: Quantity) -> bool:
    """True for ages so far apart that they are of two: a child's and a parent's, or an animal's."""
    x, y = middle_of(p), middle_of(q)
    ages = p.unit == q.unit == "year-old" and x is not None and y is not None
    return ages and abs((x or 0) - (y or 0)) > max(FARTHEST_AGES, 0.1 * max(x or 0, y or 0))


def _nations(page: Page, q: Quantity) -> frozenset[str]:
    """The nations in the words of a number; else those whose people its sentence names ("Americans")."""
    sentence = page.sentence_at(q.span.start)
    own = [fold(t.text) for t in page.words_in(q.span) if t.text[0].isupper()]
    named = frozenset(COUNTRY_OF[w] for w in own if w in COUNTRY_OF)
    if named or sentence is None or counted_in(q) != "people":
        return named
    around = (fold(t.text) for t in page.words_in(sentence.span) if t.text[0].isupper())
    return frozenset(COUNTRY_OF[w] for w in around if w[-1] == "s" and COUNTRY_OF.get(w, w) != w)


def _one_thing(p: Quantity, q: Quantity) -> bool:
    """True where the words themselves say that both count the same."""
    counted = p.unit == "count" and q.unit == "count"
    return bool(p.role and p.role == q.role) or bool(counted and p.head and q.head and stem(p.head) == stem(q.head))


def _gives(page: Page, slot: tuple[str, ...], wanted: Quantity, own: Quantity, other: Page) -> bool:
    """True where an article gives the value for the same thing: then it knows both and does not disagree.

    It does where the value stands there among words no farther from the wanted one's than those of its `own`.
    """
    counted = counted_in(wanted)
    equal = [
        q
        for q in page.quantities
        if relation_of(q, wanted) is None and (slot_of(q) == slot or (counted is not None and counted_in(q) == counted))
    ]
    if not equal:
        return False
    at_own = page.sentence_at(own.span.start)
    if at_own is None or any(at_own.span.holds(q.span) for q in equal):
        return True
    around = _around(other, wanted)
    compared = nearness(_around(page, own), around, page.weights)
    return any(nearness(_around(page, q), around, page.weights) >= AS_NEAR * compared for q in equal)


def _around(page: Page, q: Quantity) -> frozenset[str]:
    sentence = page.sentence_at(q.span.start)
    return words_around(page.words_in(sentence.span), q.span, page.settings) if sentence else frozenset()


def _slots(statement: Statement) -> dict[tuple[str, ...], list[Quantity]]:
    found: dict[tuple[str, ...], list[Quantity]] = {}
    for quantity in statement.quantities:
        slot = slot_of(quantity)
        if slot:
            held = found.setdefault(slot, [])
            if not any(relation_of(quantity, other) is None for other in held):  # "12 feet (3.7 metres)" is one value
                held.append(quantity)
    return found


def _pairs(mine: list[Quantity], theirs: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """What competes, equal values aside: the same figure with another bound, and the one that is left on each side."""
    mine, theirs = _without_equals(mine, theirs), _without_equals(theirs, mine)
    for p in tuple(mine):
        q = next((q for q in theirs if near_figures(p, q)), None)
        if q is not None:
            mine, theirs = [x for x in mine if x is not p], [x for x in theirs if x is not q]
            yield p, q
    if len(mine) == 1 and len(theirs) == 1:
        yield mine[0], theirs[0]


def _without_equals(mine: list[Quantity], theirs: list[Quantity]) -> list[Quantity]:
    return [q for q in mine if not any(relation_of(q, other) is None for other in theirs)]


def _finding(a: Statement, p: Quantity, b: Statement, q: Quantity) -> Finding:
    relation = relation_of(p, q) or "precision"
    if (relation == "conflict" and is_update(a, b, p, q)) or has_risen(a, p, b, q):
        relation = "update"
    told = (*tell(a, p.span, key_of(p), normal(p)), *tell(b, q.span, key_of(q), normal(q)))
    return Finding(
        "number", relation, _about(a, p, b, q), told, _sureness(p, q, relation), _reason(a, p, b, q, relation)
    )


def _about(a: Statement, p: Quantity, b: Statement, q: Quantity) -> str:
    if p.role:
        return p.role
    if p.head or q.head:
        return label(p.head or q.head or "")
    measured = measure_of(p.unit)
    return label(f"{measured.dimension if measured else p.unit}: {topic(a, b, p.span)}")


def _sureness(p: Quantity, q: Quantity, relation: DifferenceRelation) -> float:
    sure = 0.6 + (0.15 if p.role and p.role == q.role else 0.0) + (0.15 if p.head and p.head == q.head else 0.0)
    return sure - (0.05 if relation == "update" else 0.0)


def _reason(a: Statement, p: Quantity, b: Statement, q: Quantity, relation: DifferenceRelation) -> str:
    x, y = p.span.of(a.page.article.text), q.span.of(b.page.article.text)
    x, y = " ".join(x.split()), " ".join(y.split())
    if relation == "precision":
        inner, outer = (x, y) if width_of(p) <= width_of(q) else (y, x)
        return f"“{inner}” is within “{outer}”; both can hold."
    if relation == "update":
        return f"“{x}” and “{y}” count the same thing at different times of reporting."
    return f"“{x}” and “{y}” count the same thing and cannot both be exact."
