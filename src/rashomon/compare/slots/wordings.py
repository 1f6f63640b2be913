"""Other words for the same thing: members of one family of words in two reports of one statement."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, signed, tell
from rashomon.compare.slots.statement import Statement, pairs_of
from rashomon.compare.slots.words import EMPTY
from rashomon.model.comparison import DifferenceKind, DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, find_tokens, stem

PLACE_FAMILIES = frozenset(("launch_site", "pillar", "road"))  # their members say where something is


_SMALL = frozenset(stem(w) for w in EMPTY)  # "closed" and "closed off" are one word


@lru_cache(maxsize=1)
def load_families() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each stem that begins a member of a family: the family and the stems of the whole member, longest first."""
    data = tomllib.loads(
        resources.files("rashomon.compare.slots").joinpath("wordings.toml").read_text(encoding="utf-8")
    )
    found: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for family, members in data["families"].items():
        for member in members:
            stems = tuple(t.stem for t in find_tokens(member, Span(0, len(member))))
            found.setdefault(stems[0], set()).add((family, stems))
    return {first: tuple(sorted(same, key=lambda m: (-len(m[1]), m))) for first, same in found.items()}


def family_of(stem: str) -> str | None:
    """The first family, in order of name, that has the one word as a member."""
    return min((family for family, stems in load_families().get(stem, ()) if len(stems) == 1), default=None)


def members_in(tokens: tuple[Token, ...]) -> dict[str, list[tuple[tuple[str, ...], Span]]]:
    """By family, the members found among the words, each with its place; a longer member hides a shorter one in it."""
    families = load_families()
    found: dict[str, list[tuple[tuple[str, ...], Span]]] = {}
    for n, token in enumerate(tokens):
        for family, stems in families.get(token.stem, ()):
            held = found.get(family)
            if held and held[-1][1].end > token.span.start:
                continue
            if len(stems) == 1 or tuple(t.stem for t in tokens[n : n + len(stems)]) == stems:
                found.setdefault(family, []).append(
                    (stems, Span(token.span.start, tokens[n + len(stems) - 1].span.end))
                )
    return found


@signed
def find_wordings(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Pairs of statements of one claim that each have one other member of a family of words."""
    inside = [s.once(_members) for s in statements]
    for n, m in pairs_of(statements):
        seen: set[tuple[Span, Span]] = set()  # a word may be of two families
        for family in [f for f in inside[n] if f in inside[m]]:
            mine, theirs = inside[n][family], inside[m][family]
            if (mine[0][1], theirs[0][1]) in seen or _shared(mine, theirs):
                continue
            if not _of_one(statements[n], mine[0][1], statements[m], theirs[0][1], settings):
                continue
            seen.add((mine[0][1], theirs[0][1]))
            yield _finding(family, statements[n], mine[0], statements[m], theirs[0])


def _of_one(a: Statement, here: Span, b: Statement, there: Span, settings: DifferenceSettings) -> bool:
    """True where the words around the two members say that they are said of one thing."""
    one, two = words_around(a.tokens, here, settings), words_around(b.tokens, there, settings)
    return nearness(one, two, a.page.weights) >= settings.least_worded


def _members(statement: Statement) -> dict[str, list[tuple[tuple[str, ...], Span]]]:
    return members_in(statement.tokens)


_Member = tuple[tuple[str, ...], Span]


def _shared(mine: list[_Member], theirs: list[_Member]) -> bool:
    """True where both have one member, or one written in two ways ("criticised", "criticized")."""
    return any(
        _SMALL.issuperset(set(p) ^ set(q)) or (len(p) == len(q) == 1 and _one_word(p[0], q[0]))
        for p, _ in mine
        for q, _ in theirs
    )


def _one_word(p: str, q: str) -> bool:
    return p[:3] == q[:3] and abs(len(p) - len(q)) <= 1 and p.replace("z", "s") == q.replace("z", "s")


def _finding(family: str, a: Statement, mine: _Member, b: Statement, theirs: _Member) -> Finding:
    (one, here), (two, there) = mine, theirs
    told = (*tell(a, here, " ".join(one)), *tell(b, there, " ".join(two)))
    words = here.of(a.page.article.text), there.of(b.page.article.text)
    reason = f"“{words[0]}” and “{words[1]}” are chosen for one thing."
    relation: DifferenceRelation = "precision" if set(one) < set(two) or set(two) < set(one) else "wording"
    kind: DifferenceKind = "place" if family in PLACE_FAMILIES else "wording"
    return Finding(kind, relation, family.replace("_", " "), told, 0.5, reason, tie=f"family {family}")
