"""Whether something is so: opposed statements, and one told as sure that another tells as possible."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log

from rashomon.compare.slots.denials import denies_at, what_is_denied
from rashomon.compare.slots.findings import Finding, Told, label, signed, tell
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, pairs_of
from rashomon.compare.slots.words import DENIALS, EMPTY, HEDGES, HOLDING, is_negation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_OF_SUBJECT = frozenset(
    {"part", "role", "foundation", "truth", "true", "untrue", "lie", "hoax", "baseless", "unfounded"}
)
_BESIDE = 5  # words on either side of a "not" that it may be said of
_FEWEST_SHARED = 2  # words of what is denied that another sentence must have: one alone is of many things
_FEWEST_DENIED = 3  # words of content that say by themselves what is denied
_ONCE = frozenset(
    (first, second) for first in ("until", "till", "before") for second in ("now", "this", "then", "recently", "today")
)
_PAUSE = re.compile("[,;:—–()“”]")


@signed
def find_certainty(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Statements of one claim of which one leaves open what another states."""
    hedged = [s.once(_hedges) for s in statements]
    for n, m in pairs_of(statements):
        if bool(hedged[n]) != bool(hedged[m]):
            open_one, sure_one = (n, m) if hedged[n] else (m, n)
            finding = _certainty(statements[open_one], hedged[open_one][0], statements[sure_one], settings)
            if finding:
                yield finding


def _hedges(statement: Statement) -> list[Token]:
    return [t for t in statement.tokens if fold(t.text) in HEDGES and (t.text.islower() or fold(t.text) != "may")]


def _certainty(open_one: Statement, mark: Token, sure_one: Statement, settings: DifferenceSettings) -> Finding | None:
    """What the hedge leaves open, the next word of content after it, and where the other statement says it outright."""
    near = [t for t in open_one.tokens if abs(t.span.start - mark.span.start) < _NEAR and _telling(t)]
    after = [t for t in near if t.span.start > mark.span.end]
    stems = {t.stem for t in near}
    shared = [t for t in sure_one.tokens if t.stem in stems]
    if not after or len({t.stem for t in shared}) < max(2, settings.least_certain * len(stems)):
        return None
    said = next((t for t in sure_one.tokens if t.stem in {x.stem for x in after[:_LEFT_OPEN]}), None)
    if said is None:
        return None
    named = next(t for t in after if t.stem == said.stem)
    words = Span(mark.span.start, named.span.end)
    told = (*tell(open_one, words, f"open {said.stem}"), *tell(sure_one, said.span, f"sure {said.stem}"))
    one = " ".join(words.of(open_one.page.article.text).split())
    reason = f"One report says “{one}”, another “{said.text}” without “{mark.text}”."
    return Finding("stance", "precision", label(f"how sure: {said.text}"), told, 0.45, reason)


_NEAR = 60  # code points around a hedge that must be shared
_LEFT_OPEN = 2  # words of content after a hedge, one of which the other report must state


def _telling(token: Token) -> bool:
    return fold(token.text) not in EMPTY | HEDGES


@dataclass(frozen=True, slots=True)
class _Clause:
    page: Page
    span: Span
    stems: frozenset[str]
    denied: bool


@signed
def find_denials(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Clauses in which something is denied, each with the clauses of the story that say it is so."""
    clauses = [_clause(page, s.span) for page in pages for s in page.sentences]
    seen = Counter(w for c in clauses for w in c.stems)
    weight = {w: log((1 + len(clauses)) / n) for w, n in seen.items()}
    holders: dict[str, list[int]] = {}
    for n, clause in enumerate(clauses):
        for word in sorted(clause.stems):
            if seen[word] <= settings.commonest_word:
                holders.setdefault(word, []).append(n)
    for clause in [c for c in clauses if c.denied][: settings.most_denials]:
        yield from _opposed(clause, clauses, holders, weight, settings)


def _clause(page: Page, span: Span) -> _Clause:
    tokens = page.words_in(span)
    stems = [t.stem for t in tokens]
    return _Clause(
        page,
        span,
        frozenset(s for s, t in zip(stems, tokens, strict=True) if fold(t.text) not in EMPTY),
        not _asks(page, span) and not _of_time_before(tokens) and any(denies_at(tokens, n) for n in range(len(tokens))),
    )


def _asks(page: Page, span: Span) -> bool:
    """True for a question: "what could go wrong?" denies nothing."""
    return span.of(page.article.text).rstrip().rstrip("\"'”’)").endswith("?")


def _of_time_before(tokens: tuple[Token, ...]) -> bool:
    """True where what is denied was so once and is no more: "until now", "before this", "previously"."""
    words = [fold(t.text) for t in tokens]
    pairs = set(pairwise(words))
    return bool(pairs & _ONCE) or "previously" in words or "hitherto" in words


def _negated(clause: _Clause, core: list[str]) -> bool:
    """True where a "not" of another kind stands beside words of what is denied: it may itself say that it is not so."""
    tokens = clause.page.words_in(clause.span)
    return any(
        _negates(tokens, n) and any(t.stem in core for t in tokens[max(0, n - _BESIDE) : n + 1 + _BESIDE])
        for n in range(len(tokens))
    )


def _negates(tokens: tuple[Token, ...], n: int) -> bool:
    """True for a "not", save in "could not be ruled out", which leaves open that it is so."""
    following = {fold(t.text) for t in tokens[n + 1 : n + 5]}
    return is_negation(tokens[n].text) and not following & {"ruled", "rule", "exclude"}


def _opposed(
    denial: _Clause,
    clauses: list[_Clause],
    holders: dict[str, list[int]],
    weight: dict[str, float],
    settings: DifferenceSettings,
) -> Iterator[Finding]:
    core = [w for w in _denied_words(denial) if w in holders and w not in DENIALS and w not in HOLDING]
    full = sum(weight[w] for w in core)
    if not core or full <= 0:
        return
    scores: dict[int, float] = {}
    for word in sorted(core):
        for n in holders[word]:
            scores[n] = scores.get(n, 0.0) + weight[word]
    few = min(len(core), _FEWEST_SHARED)
    enough = (
        n
        for n, score in scores.items()
        if score >= settings.least_opposed * full and len(clauses[n].stems.intersection(core)) >= few
    )
    likely = sorted(enough, key=lambda n: (-scores[n], n))
    opposed = (clauses[n] for n in likely if not clauses[n].denied and not _negated(clauses[n], core))
    for other in islice((c for c in opposed if _told_apart(denial, c)), settings.most_opposed):
        yield _dispute(denial, other)


def _told_apart(one: _Clause, two: _Clause) -> bool:
    """True where each sentence stands in an article that has not the other."""
    a, b = one.page.holders_of(one.span.start), two.page.holders_of(two.span.start)
    return bool(a - b) and bool(b - a)


def _denied_words(denial: _Clause) -> list[str]:
    """The content words of what is denied: after the denial in its piece of the sentence, else before it.

    Where too few words say what it is ("denied that", "called it untrue"), the sentence before is what is denied.
    """
    text = denial.page.article.text
    tokens = denial.page.words_in(denial.span)
    at, last_of = next((n, n + size - 1) for n in range(len(tokens)) if (size := denies_at(tokens, n)))
    first = last = at
    while first > 0 and not _PAUSE.search(text, tokens[first - 1].span.end, tokens[first].span.start):
        first -= 1
    while last + 1 < len(tokens) and not _PAUSE.search(text, tokens[last].span.end, tokens[last + 1].span.start):
        last += 1
    before, after = (
        _content(tokens[first:at], denial),
        _content(what_is_denied(tokens[at], tokens[last_of + 1 : last + 1]), denial),
    )
    of_subject = any(fold(t.text) in _OF_SUBJECT for t in tokens[at : last_of + 1])
    words = (before or after) if of_subject else (after or before)
    if len(words) < (1 if of_subject else _FEWEST_DENIED):
        said = denial.page.sentence_before(denial.span.start)
        if said is not None:
            words = [*words, *(t.stem for t in denial.page.words_in(said) if fold(t.text) not in EMPTY)]
    return list(dict.fromkeys(words))


def _content(tokens: tuple[Token, ...], denial: _Clause) -> list[str]:
    return [t.stem for t in dict.fromkeys(tokens) if t.stem in denial.stems]


def _dispute(denial: _Clause, other: _Clause) -> Finding:
    no, yes = _core_words(denial, other), _core_words(other, denial)
    told = (_told(denial, no, "denied"), _told(other, yes, "said"))
    one, two = (" ".join(t.text.split()) for t in told)
    reason = f"“{two}” is said in one report, “{one}” in another."
    return Finding("stance", "dispute", label(f"whether {two}"), told, 0.55, reason)


def _core_words(clause: _Clause, other: _Clause) -> Span:
    """From the denial to the last word that both clauses have, or from the first to the last such word."""
    tokens = clause.page.words_in(clause.span)
    held = [t for t in tokens if t.stem in other.stems and t.stem in clause.stems]
    if clause.denied:
        held.extend(t for n in range(len(tokens)) for t in tokens[n : n + denies_at(tokens, n)])
        held.sort(key=lambda t: t.span)
    if not held:
        return clause.span
    return Span(held[0].span.start, held[-1].span.end)


def _told(clause: _Clause, words: Span, key: str) -> Told:
    return Told(clause.page, words, key)
