"""Phrases that stand between the same words in two wordings of a claim, however the rest of the two may differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import nearness
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.frames import SMALL, count_telling, moved, run_of_same
from rashomon.compare.slots.names import spelled_alike
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.wordings import PLACE_FAMILIES, family_of
from rashomon.compare.slots.words import MONTHS, NUMBER_WORDS, REPORTING, SITES, TIMES_OF_DAY, WEEKDAYS
from rashomon.model.comparison import DifferenceKind, DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_NUMERIC = MONTHS | WEEKDAYS | NUMBER_WORDS | TIMES_OF_DAY
_DETERMINERS = frozenset("the a an its his her their our this that these those".split())
_INSIDE = frozenset(" -‘’'\"“”")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A run of words of content, with the places of the words on its two sides, articles and the like passed over."""

    words: tuple[Token, ...]
    stems: frozenset[str]
    before: int  # the place in the statement of the word before it; -1 where none
    after: int  # of the word after it; the number of words where none
    lead: str  # the stem of the word before it; "" where none
    named: bool

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


@signed
def find_parallels(one: Statement, two: Statement, settings: DifferenceSettings) -> Iterator[Finding]:
    """Phrases that part between words that both statements have on both sides, or after a long run of the same."""
    if max(len(one.tokens), len(two.tokens)) > settings.longest_parallel:
        return
    if nearness(one.content, two.content, one.page.weights) < settings.least_parallel:
        return
    theirs = two.once(_read, settings)
    for x in one.once(_read, settings):
        for y in theirs:
            if not (x.lead and x.lead == y.lead) and not _of_one_noun(x, y):
                continue
            if _part(x, y) and not moved(one, x.stems, two, y.stems) and _in_one_frame(one, x, two, y, settings):
                yield _finding(one, x, two, y)


def _read(statement: Statement, settings: DifferenceSettings) -> list[_Phrase]:
    """The phrases of a statement, in order, without those that hold a number or a date."""
    tokens, found = statement.tokens, []
    for first, last in _runs(statement):
        words = tokens[first : last + 1]
        if len(words) > settings.longest_phrase or any(_numeric(t) for t in words):
            continue
        before = first - 1
        while before >= 0 and fold(tokens[before].text) in _DETERMINERS:
            before -= 1
        named = any(t.text[:1].isupper() for t in words[1:]) or (first > 0 and words[0].text[:1].isupper())
        lead = tokens[before].stem if before >= 0 else ""
        found.append(_Phrase(words, frozenset(t.stem for t in words), before, last + 1, lead, named))
    return found


def _numeric(token: Token) -> bool:
    return token.text[0].isdigit() or fold(token.text) in _NUMERIC


def _runs(statement: Statement) -> Iterator[tuple[int, int]]:
    """First and last place of each run of words of content that no mark and no verb of reporting parts."""
    text, tokens = statement.page.article.text, statement.tokens
    first: int | None = None
    for n, token in enumerate(tokens):
        small = fold(token.text) in SMALL or token.stem in REPORTING
        apart = n > 0 and not set(text[tokens[n - 1].span.end : token.span.start]) <= _INSIDE
        if first is not None and (small or apart):
            yield first, n - 1
            first = None
        if not small and first is None:
            first = n
    if first is not None:
        yield first, len(tokens) - 1


def _part(x: _Phrase, y: _Phrase) -> bool:
    """True for phrases that differ in more than a spelling or an ending and do not both name something."""
    if x.stems == y.stems or (x.named and y.named):
        return False
    if x.named != y.named and (x.stems < y.stems or y.stems < x.stems or _ends_in_verb(x) or _ends_in_verb(y)):
        return False
    odd = sorted(x.stems - y.stems), sorted(y.stems - x.stems)
    if len(odd[0]) == len(odd[1]) == 1:
        p, q = odd[0][0], odd[1][0]
        return p[:5] != q[:5] and not spelled_alike(p, q)
    return True


def _ends_in_verb(phrase: _Phrase) -> bool:
    last = phrase.words[-1].text
    return last.islower() and last.endswith(("ed", "ing"))


def _in_one_frame(a: Statement, x: _Phrase, b: Statement, y: _Phrase, settings: DifferenceSettings) -> bool:
    left = run_of_same(a.tokens, x.before, b.tokens, y.before, -1)
    right = run_of_same(a.tokens, x.after, b.tokens, y.after, 1)
    telling = count_telling([*left, *right])
    if x.stems < y.stems or y.stems < x.stems or x.named != y.named:
        return bool(left and right) and telling > 0
    if left and right:
        return telling > 0 or len(left) + len(right) >= settings.least_frame
    if _of_one_noun(x, y) and nearness(a.content, b.content, a.page.weights) >= settings.least_one_noun:
        return True
    return telling > 0 and len(left) >= settings.least_frame


def _of_one_noun(x: _Phrase, y: _Phrase) -> bool:
    """True for one noun with another word before it: "a heavy defeat", "a massive defeat"."""
    return len(x.words) == len(y.words) == 2 and x.words[-1].stem == y.words[-1].stem and not x.named and not y.named


def _finding(a: Statement, x: _Phrase, b: Statement, y: _Phrase) -> Finding:
    kind, relation = _kind(x, y)
    told = (*tell(a, x.span, _key(x)), *tell(b, y.span, _key(y)))
    one, two = (" ".join(p.span.of(s.page.article.text).split()) for s, p in ((a, x), (b, y)))
    about = label(topic(a, b, x.span) or one.split()[-1].lower())
    return Finding(kind, relation, about, told, 0.5, f"“{one}” stands where another has “{two}”.")


def _kind(x: _Phrase, y: _Phrase) -> tuple[DifferenceKind, DifferenceRelation]:
    placed = all(p.words[-1].stem in SITES or family_of(p.words[-1].stem) in PLACE_FAMILIES for p in (x, y))
    if x.named != y.named:
        return ("place" if placed else "name"), "precision"
    kind: DifferenceKind = "place" if placed else "wording"
    return kind, "precision" if x.stems < y.stems or y.stems < x.stems else "wording"


def _key(phrase: _Phrase) -> str:
    return " ".join(t.stem for t in phrase.words)
