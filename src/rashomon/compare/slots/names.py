"""Names and titles: one name spelt two ways, two names in one place, one person styled in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from rashomon.compare.slots.findings import Finding, Told, label
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY, FORMER, OFFICES
from rashomon.model.comparison import DifferenceRelation, Name, Spelling
from rashomon.model.reading import Mention
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, find_tokens, fold


def find_spellings(pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Spellings of one name that part in their letters or marks."""
    by_id = {page.article.id: page for page in pages}
    for name in names:
        variants = [v for v in name.variants if v.evidence]
        for n, one in enumerate(variants):
            for two in variants[n + 1 :]:
                if _spelt_apart(one.text, two.text, name.kind == "person") and _apart(one, two):
                    yield _of_spellings(by_id, one, two, name.canonical)


def _words(text: str) -> tuple[str, ...]:
    words = [fold(t.text) for t in find_tokens(text, Span(0, len(text)))] if text.strip() else []
    return tuple(w for w in words if w not in EMPTY)


def _spelt_apart(x: str, y: str, person: bool) -> bool:
    a, b = _words(x), _words(y)
    if not a or not b:
        return False
    if "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return _marks(x).replace(",", "") != _marks(y).replace(",", "") if person else _marks(x) != _marks(y)
    odd = [(p, q) for p, q in zip(a, b, strict=False) if p != q]
    return len(a) == len(b) and len(odd) == 1 and spelled_alike(*odd[0])


def find_full_names(
    pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings
) -> Iterator[Finding]:
    """People whose fullest form has a middle name or initial in one report and none in another."""
    by_text = _people(names)
    fullest: dict[int, dict[int, tuple[tuple[str, ...], Mention, Page]]] = {}
    for page in pages:
        for mention in page.reading.mentions:
            words = " ".join(mention.name.of(page.article.text).split())
            n, parts = by_text.get(fold(words)), _words(words)
            if n is not None and len(parts) > 1:
                held = fullest.setdefault(n, {}).get(page.number)
                if held is None or len(parts) > len(held[0]):
                    fullest[n][page.number] = (parts, mention, page)
    for n in sorted(fullest):
        forms = list(fullest[n].values())
        short, long = min(forms, key=lambda f: len(f[0]))[0], max(forms, key=lambda f: len(f[0]))[0]
        if len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1]:
            told = tuple(
                Told(page, m.name, " ".join(parts), {"name": m.name.of(page.article.text)}) for parts, m, page in forms
            )
            reason = f"“{' '.join(short).title()}” and “{' '.join(long).title()}” give one name less and more fully."
            yield Finding("name", "precision", label(f"name of {names[n].canonical}"), told, 0.6, reason)


_ALIKE = 6  # letters at the beginning by which words of a role are one: "electric", "electricity"
_PERSON = frozenset(("person",))
_STYLED = frozenset(("person", "org"))


def _people(names: tuple[Name, ...], kinds: frozenset[str] = _PERSON) -> dict[str, int]:
    return {
        fold(" ".join(v.text.split())): n
        for n, name in enumerate(names)
        if name.kind in kinds
        for v in name.variants
    }


def _marks(text: str) -> str:
    """The name without case, accents, apostrophes and full stops: what is left of two spellings differs in earnest."""
    plain = fold(" ".join(text.split())).split(" ")
    while len(plain) > 1 and plain[0].strip(".") in EMPTY:
        plain = plain[1:]
    return "".join(c for c in " ".join(plain) if c not in ".'’\"“”‘")


def spelled_alike(p: str, q: str) -> bool:
    """True for two spellings of one word, not for a word and its adjective ("Ukraine", "Ukrainian")."""
    if min(len(p), len(q)) < 4 or p.startswith(q) or q.startswith(p):
        return False
    if p[:4] == q[:4] and abs(len(p) - len(q)) >= 1 and p[-2:] != q[-2:] and (_derived(p) or _derived(q)):
        return False
    return fuzz.ratio(p, q) >= (70 if p[0] == q[0] else 77)


def _derived(word: str) -> bool:
    return word.endswith(("an", "ian", "ish", "ese", "ic", "i", "ist", "ists", "ans", "s"))


def _apart(one: Spelling, two: Spelling) -> bool:
    """True where some article has the one and not the other."""
    a, b = {e.article for e in one.evidence}, {e.article for e in two.evidence}
    return bool(a - b) and bool(b - a)


def _of_spellings(by_id: dict[str, Page], one: Spelling, two: Spelling, name: str) -> Finding:
    told = tuple(
        Told(by_id[e.article], e.span, _marks(s.text), {"name": " ".join(s.text.split())})
        for s in (one, two)
        for e in s.evidence
    )
    x, y = " ".join(one.text.split()), " ".join(two.text.split())
    reason = f"“{x}” and “{y}” are spellings of one name."
    return Finding("name", "wording", label(f"spelling of {name}"), told, 0.7, reason)


@dataclass(frozen=True, slots=True)
class _Styled:
    page: Page
    mention: Mention
    role: tuple[str, ...]  # content words of the title or role


def find_titles(pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """For each person or body, the titles and roles that the reports give, where they part in their words."""
    by_text = _people(names, _STYLED)
    styled: dict[int, list[_Styled]] = {}
    for page in pages:
        for mention in page.reading.mentions:
            text = page.article.text
            n = by_text.get(fold(" ".join(mention.name.of(text).split())))
            if mention.role and n is not None:
                role = _words(mention.role.of(text))
                if role and not set(role) <= {"mr", "mrs", "ms", "dr", "sir", "lord"}:
                    styled.setdefault(n, []).append(_Styled(page, mention, role))
    for n in sorted(styled):
        finding = _of_titles(styled[n], names[n])
        if finding:
            yield finding


def _of_titles(styled: list[_Styled], name: Name) -> Finding | None:
    firsts: dict[int, _Styled] = {}
    for one in styled:
        held = firsts.get(one.page.number)
        if held is None or len(one.role) > len(held.role):
            firsts[one.page.number] = one
    shown = list(firsts.values())
    sets = [frozenset(s.role) for s in shown]
    small = frozenset(w for s in shown for t in _role_words(s) if not t.text[:1].isupper() for w in (fold(t.text),))
    if len({_common_words(s, small) for s in shown}) < 2:
        return None
    told = tuple(_told_role(s) for s in shown)
    relation: DifferenceRelation = _title_relation(sets) if name.kind == "person" else "precision"
    first, second = told[0].text, next((t.text for t in told if t.key != told[0].key), told[-1].text)
    reason = f"{name.canonical} is “{' '.join(first.split())}” in one report, “{' '.join(second.split())}” in another."
    return Finding("title", relation, label(f"title of {name.canonical}"), told, 0.6, reason)


def _role_words(one: _Styled) -> tuple[Token, ...]:
    assert one.mention.role is not None
    return find_tokens(one.page.article.text, one.mention.role)


def _common_words(one: _Styled, small: frozenset[str]) -> frozenset[str]:
    """The words of the role that are no names: "Putin's spokesman" and "spokesman" style a person alike.

    A word that another report writes small (`small`) is no name.
    """
    tokens = _role_words(one)
    owner = max((n for n, t in enumerate(tokens[:-1]) if t.text.replace("’", "'").endswith(("'s", "s'"))), default=-1)
    tokens = tokens[owner + 1 :]
    return frozenset(
        w[:_ALIKE]
        for t in tokens
        if (w := fold(t.text)) not in EMPTY and (not t.text[:1].isupper() or w in OFFICES or w in small)
    )


def _told_role(one: _Styled) -> Told:
    assert one.mention.role is not None
    start, end = min(one.mention.role.start, one.mention.span.start), max(one.mention.role.end, one.mention.span.end)
    around = Span(start, end) if end - start < 160 else one.mention.role
    return Told(one.page, one.mention.role, " ".join(sorted(set(one.role))), around=around)


def _title_relation(sets: list[frozenset[str]]) -> DifferenceRelation:
    if any(bool(a & FORMER) != bool(b & FORMER) for a in sets for b in sets):
        return "update"
    offices = {a & OFFICES for a in sets if a & OFFICES}
    if any(not a & b for a in offices for b in offices):
        return "conflict"
    if all(a & b for a in sets for b in sets):
        return "precision"
    return "wording"


def find_other_surnames(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """People of one given name and one role who have one surname in some reports and another in others."""
    people: dict[str, dict[str, list[_Styled]]] = {}
    for page in pages:
        text = page.article.text
        for mention in page.reading.mentions:
            parts = _words(mention.name.of(text)) if mention.kind in ("person", "other") else ()
            if len(parts) >= 2 and len(parts[0]) > 2:
                role = _words(mention.role.of(text)) if mention.role else ()
                people.setdefault(parts[0], {}).setdefault(parts[-1], []).append(_Styled(page, mention, role))
    for given in sorted(people):
        surnames = sorted(people[given])
        for n, one in enumerate(surnames):
            for two in surnames[n + 1 :]:
                if _in_one_role(people[given][one], people[given][two]) and not spelled_alike(one, two):
                    yield _of_surnames(people[given][one], people[given][two], pages, one, two)


def _in_one_role(one: list[_Styled], two: list[_Styled]) -> bool:
    """True where no article has both and the roles share a word that says what they do."""
    if {s.page.number for s in one} & {s.page.number for s in two}:
        return False
    mine, theirs = {w for s in one for w in s.role}, {w for s in two for w in s.role}
    return bool({w for w in mine & theirs if len(w) > 3})


def _of_surnames(one: list[_Styled], two: list[_Styled], pages: tuple[Page, ...], x: str, y: str) -> Finding:
    told = tuple(
        Told(s.page, s.mention.name, key, {"name": " ".join(s.mention.name.of(s.page.article.text).split())})
        for key, same in ((x, one), (y, two))
        for s in same
    )
    role = next((w for s in one for w in reversed(s.role) if any(w in t.role for t in two)), "name")
    names = (
        one[0].mention.name.of(pages[one[0].page.number].article.text),
        two[0].mention.name.of(pages[two[0].page.number].article.text),
    )
    return Finding(
        "name", "conflict", role, told, 0.8, f"“{names[0]}” and “{names[1]}” stand in one role in different reports."
    )
