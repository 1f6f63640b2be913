"""A difference while it is being found: the values told, each with its place, before several claims are joined."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, ParamSpec

from rashomon.compare.slots.page import Page, attribution_at
from rashomon.compare.slots.statement import Statement
from rashomon.model.comparison import Difference, DifferenceKind, DifferenceRelation, Value
from rashomon.model.span import Evidence, Span
from rashomon.text.tokens import fold

WORDS_MARKED = 6  # of a value, by which findings on the same words are known
STRENGTH: tuple[DifferenceRelation, ...] = ("conflict", "dispute", "update", "precision", "wording")


@dataclass(frozen=True, slots=True)
class Told:
    """One value as one article tells it. Values with one `key` are the same value."""

    page: Page
    words: Span
    key: str
    normal: dict[str, Any] | None = None
    around: Span | None = None  # the evidence, where the sentence around the words is not it

    @property
    def text(self) -> str:
        """The words of the value."""
        return self.words.of(self.page.article.text)

    @property
    def speaker(self) -> str | None:
        """Who is credited with the value."""
        behind = attribution_at(self.page, self.words)
        return behind.speaker if behind else None

    @property
    def evidence(self) -> Evidence:
        """The words that give the value, with their neighbourhood."""
        return self.page.article.evidence(self.around) if self.around else self.page.sentence_around(self.words)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where reports part. `claims` are numbers of joined claims; `tie` marks findings of one question;
    `finder` says which rule found it.
    """

    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    told: tuple[Told, ...]
    confidence: float
    reason: str
    claims: tuple[int, ...] = ()
    tie: str | None = None
    finder: str = ""


Given = ParamSpec("Given")


def signed(find: Callable[Given, Iterable[Finding]]) -> Callable[Given, Iterator[Finding]]:
    """A finder whose findings carry its name, by which it is known how often it is right."""
    name = find.__name__.removeprefix("find_")

    @wraps(find)
    def found(*given: Given.args, **named: Given.kwargs) -> Iterator[Finding]:
        return (replace(finding, finder=name) for finding in find(*given, **named))

    return found


LONGEST_LABEL = 60  # code points of `about`: it labels a difference and is no sentence


def label(words: str) -> str:
    """The words on one line, cut at a word to what a label holds."""
    plain = " ".join(words.split()).removesuffix(":")
    if len(plain) <= LONGEST_LABEL:
        return plain or "wording"
    return plain[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:.")


def topic(a: Statement, b: Statement, *values: Span) -> str:
    """The two weightiest words that both statements have, the values aside, as the first one writes them."""
    shared = [t for t in a.tokens if t.stem in a.content & b.content and len(t.text) > 2 and not t.text[0].isdigit()]
    shared = [t for t in shared if not any(v.overlap(t.span) for v in values)]
    first = {t.stem: t for t in reversed(shared)}
    heavy = sorted(first.values(), key=lambda t: (-a.page.weights.get(t.stem, 1.0), t.span.start))[:2]
    return " ".join(t.text for t in sorted(heavy, key=lambda t: t.span.start))


def tell(statement: Statement, words: Span, key: str, normal: dict[str, Any] | None = None) -> tuple[Told, ...]:
    """The value in its first place and in every place that has the very same words."""
    first = Told(statement.page, words, key, normal)
    echoes = (Told(page, Span(words.start + shift, words.end + shift), key, normal) for page, shift in statement.echoes)
    return (first, *echoes)


def join_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one question taken together: of one kind, sharing a value in one claim, both values, or a tie; or
    told of one thing in the same values, wherever they stand.

    One that parts no reports by itself is left out: it would lend its values to others.
    """
    groups: list[list[Finding]] = []
    owner: dict[tuple[object, ...], int] = {}
    parent: list[int] = []
    for finding in filter(parts_articles, findings):
        n = len(groups)
        groups.append([finding])
        parent.append(n)
        for mark in _marks(finding):
            if mark in owner:
                a, b = _root(parent, owner[mark]), _root(parent, n)
                parent[max(a, b)] = min(a, b)
            else:
                owner[mark] = n
    joined: dict[int, list[Finding]] = {}
    for n, group in enumerate(groups):
        joined.setdefault(_root(parent, n), []).extend(group)
    return tuple(_joined(group) for group in joined.values())


def _compared(told: Told) -> object:
    """A number where the value has one, else its words: what two findings must both tell to be of one question."""
    number = (told.normal or {}).get("number")
    return fold(" ".join(told.text.split())) if number is None else number


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


def _marks(finding: Finding) -> list[tuple[object, ...]]:
    family = "wording" if finding.relation == "wording" else "hard"
    if finding.tie:
        return [(finding.kind, family, finding.tie)]
    words = {t.key: _word_places(t) for t in reversed(finding.told)}  # of the first place of each value
    loose = {t.key for t in finding.told if t.normal and t.normal.get("bound") == "vague"}  # "millions" fits too much
    loose = set() if len(loose) == len(words) else loose
    held = [place for key, places in words.items() if key not in loose for place in places]
    inside = [(finding.kind, family, finding.claims, place) for place in held]
    sides = list(words.values())
    both = [(finding.kind, family, *sorted((p, q))) for p in sides[0] for q in sides[-1]] if len(sides) == 2 else []
    same = (finding.kind, family, fold(finding.about), frozenset(_compared(t) for t in finding.told))
    return [*inside, *both, same]


def _word_places(told: Told) -> list[tuple[int, int]]:
    """Where the words stand; the places of a sentence that several articles have word for word are the same."""
    return [told.page.common_place(word.span.start) for word in told.page.words_in(told.words)[:WORDS_MARKED]]


def _joined(group: list[Finding]) -> Finding:
    best = min(group, key=lambda f: (STRENGTH.index(f.relation), -f.confidence))
    return Finding(
        kind=best.kind,
        relation=best.relation,
        about=best.about,
        told=_without_overlap([t for f in group for t in f.told]),
        confidence=max(f.confidence for f in group if f.relation == best.relation),
        reason=best.reason,
        claims=tuple(sorted({c for f in group for c in f.claims})),
        tie=best.tie,
        finder=best.finder,
    )


def _without_overlap(told: list[Told]) -> tuple[Told, ...]:
    """The longest of values told on the same words, in order; what overlaps is one value, whatever it was called."""
    ordered = sorted(told, key=lambda t: (t.page.number, t.words.start, -len(t.words)))
    kept: list[Told] = []
    keys: list[str] = []
    index: dict[str, int] = {}
    parent: list[int] = []
    for one in ordered:
        n = index.setdefault(one.key, len(parent))
        if n == len(parent):
            parent.append(n)
            keys.append(one.key)
        last = kept[-1] if kept else None
        if last is not None and last.page is one.page and last.words.end > one.words.start:
            a, b = _root(parent, index[last.key]), _root(parent, n)
            parent[max(a, b)] = min(a, b)
        else:
            kept.append(one)
    return tuple(replace(t, key=keys[_root(parent, index[t.key])]) for t in kept)


def parts_articles(finding: Finding) -> bool:
    """True where two values each stand in an article that has not the other: a difference between reports."""
    held: dict[str, set[int]] = {}
    for told in finding.told:
        held.setdefault(told.key, set()).update((told.page.number, *told.page.holders_of(told.words.start)))
    sets = list({frozenset(s) for s in held.values()})
    return any(a - b and b - a for n, a in enumerate(sets) for b in sets[n + 1 :])


def as_difference(finding: Finding) -> Difference:
    """The finding as the contract prints it, without an id; its values in the order of the articles that give them."""
    by_key: dict[str, list[Told]] = {}
    for told in finding.told:
        by_key.setdefault(told.key, []).append(told)
    return Difference(
        id="",
        kind=finding.kind,
        relation=finding.relation,
        about=finding.about,
        values=tuple(_value(same) for same in by_key.values()),
        claims=tuple(f"c-{n + 1}" for n in finding.claims),
        confidence=round(finding.confidence, 2),
        reason=finding.reason,
    )


def _value(same: list[Told]) -> Value:
    speakers = {t.speaker for t in same}
    return Value(
        value=" ".join(same[0].text.split()),
        normal=same[0].normal,
        speaker=speakers.pop() if len(speakers) == 1 else None,
        evidence=tuple(dict.fromkeys(t.evidence for t in same)),
    )
