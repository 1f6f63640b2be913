"""Titles: one person or body styled in two ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.compare.slots.findings import Finding, Told, label, signed
from rashomon.compare.slots.names import name_words, numbers_of
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY, FORMER, KIN, OFFICES, SPEAKERS
from rashomon.model.comparison import DifferenceRelation, Name
from rashomon.model.reading import Mention
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, find_tokens, fold

_ALIKE = 6  # letters at the beginning by which words of a role are one: "electric", "electricity"
_HEADING = {"heads": "head", "leads": "leader", "chairs": "chairman", "runs": "head", "directs": "director"}
_WHO_HEADS = re.compile(r",?\s+who\s+(?P<role>(?:heads|leads|chairs|runs|directs)\s+[^,.;:()“”\"—–\n]{3,70})")
_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[A-Z][\w-]+['’]s)\s(?P<role>(?:[\w-]+\s){0,3}?(?P<office>[a-z-]+)\s(?:of|for|at)\s[^,.;:“”\"\n]{3,60}),\s$"
)
_REACH = 110  # code points before a name in which such a description may stand
_NO_ROLES = frozenset("mr mrs ms dr sir lord".split())
# What joins another person, and an age alone.
_JOINS = re.compile(r"(?:and|or|but|with|plus)\b|\d{1,3}(?:-year-old|\W*$)(?!\s+\w)", re.IGNORECASE)
_AT_THE_TOP = frozenset("head leader boss chief".split())  # whatever the office is called
_OF = frozenset("to of for at in with".split())  # what follows is another's, or the body
_KINDS = frozenset(("person", "org"))


@dataclass(frozen=True, slots=True)
class Styled:
    """A name with the words that say who it is."""

    page: Page
    mention: Mention
    role: tuple[str, ...]  # content words of the title or role


@signed
def find_titles(pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """For each person or body, the titles and roles that the reports give, where they part in their words."""
    by_text = numbers_of(names, _KINDS)
    styled: dict[tuple[int, bool], list[Styled]] = {}  # apart: what relative one is, and what office one holds
    for page in pages:
        for mention in page.reading.mentions:
            text = page.article.text
            n = by_text.get(fold(" ".join(mention.name.of(text).split())))
            styling = _styling(mention, text) if n is not None and names[n].kind == "person" else mention
            if n is not None and styling.role is not None:
                role = tuple(_HEADING.get(w, w) for w in name_words(styling.role.of(text)))
                if role and not set(role) <= _NO_ROLES and not _JOINS.match(styling.role.of(text)):
                    styled.setdefault((n, not KIN.isdisjoint(role)), []).append(Styled(page, styling, role))
    for n, of_kin in sorted(styled):
        finding = _of_titles(styled[n, of_kin], names[n])
        if finding:
            yield finding


def _styling(mention: Mention, text: str) -> Mention:
    """The mention with its role, which may be told by a verb or at length before: "the head of the union, Kim Holt"."""
    if mention.role is not None:
        return mention
    start = max(0, mention.span.start - _REACH)
    before = _BEFORE.search(text[start : mention.span.start])
    if before and before["office"] in OFFICES | SPEAKERS:
        return replace(mention, role=Span(start + before.start("role"), start + before.end("role")))
    found = _WHO_HEADS.match(text, mention.span.end, mention.span.end + 120)
    return replace(mention, role=Span(*found.span("role"))) if found else mention


def _of_titles(styled: list[Styled], name: Name) -> Finding | None:
    firsts: dict[int, Styled] = {}
    for one in styled:
        held = firsts.get(one.page.number)
        if held is None or len(one.role) > len(held.role):
            firsts[one.page.number] = one
    shown = list(firsts.values())
    small = frozenset(w for s in shown for t in _role_words(s) if not t.text[:1].isupper() for w in (fold(t.text),))
    if len({_common_words(s, small) for s in shown}) < 2:
        return None
    told = tuple(_told_role(s) for s in shown)
    relation: DifferenceRelation = _title_relation(shown) if name.kind == "person" else "precision"
    first, second = told[0].text, next((t.text for t in told if t.key != told[0].key), told[-1].text)
    reason = f"{name.canonical} is “{' '.join(first.split())}” in one report, “{' '.join(second.split())}” in another."
    return Finding("title", relation, label(f"title of {name.canonical}"), told, 0.6, reason)


def _role_words(one: Styled) -> tuple[Token, ...]:
    assert one.mention.role is not None
    return find_tokens(one.page.article.text, one.mention.role)


def _common_words(one: Styled, small: frozenset[str]) -> frozenset[str]:
    """The words of the role that are no names: "Putin's spokesman" and "spokesman" style a person alike.

    A word that another report writes small (`small`) is no name.
    """
    tokens = _role_words(one)
    owner = max((n for n, t in enumerate(tokens[:-1]) if t.text.replace("’", "'").endswith(("'s", "s'"))), default=-1)
    tokens = tokens[owner + 1 :]
    words = ((t, _HEADING.get(fold(t.text), fold(t.text))) for t in tokens)
    plain = ((t, w) for t, w in words if w not in EMPTY)
    return frozenset(w[:_ALIKE] for t, w in plain if not t.text[:1].isupper() or w in OFFICES or w in small)


def _told_role(one: Styled) -> Told:
    assert one.mention.role is not None
    start, end = min(one.mention.role.start, one.mention.span.start), max(one.mention.role.end, one.mention.span.end)
    around = Span(start, end) if end - start < 160 else one.mention.role
    return Told(one.page, one.mention.role, " ".join(sorted(set(one.role))), around=around)


def _was_once(one: Styled) -> bool:
    """True where the office is a former one; not for an "aide to the former minister"."""
    words = [fold(t.text) for t in _role_words(one)]
    own = next((n for n, word in enumerate(words) if word in _OF), len(words))
    return not FORMER.isdisjoint(words[:own])


def _title_relation(shown: list[Styled]) -> DifferenceRelation:
    if len({_was_once(one) for one in shown}) > 1:
        return "update"
    sets = [frozenset(one.role) for one in shown]
    offices = {a & OFFICES - _AT_THE_TOP for a in sets if a & OFFICES and not a & _AT_THE_TOP}
    if any(not a & b for a in offices for b in offices):
        return "conflict"
    if all(a & b for a in sets for b in sets):
        return "precision"
    return "wording"
