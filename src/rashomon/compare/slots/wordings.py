"""Other words for the same thing: members of one family of words in two reports of one statement."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from rashomon.compare.slots.findings import Finding, tell
from rashomon.compare.slots.statement import Statement, pairs_of
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, find_tokens


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


def find_wordings(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Pairs of statements of one claim that each have one other member of a family of words."""
    inside = [members_in(s.tokens) for s in statements]
    for n, m in pairs_of(statements):
        for family in [f for f in inside[n] if f in inside[m]]:
            finding = _compare(family, statements[n], inside[n][family], statements[m], inside[m][family])
            if finding:
                yield finding


def _compare(
    family: str,
    a: Statement,
    mine: list[tuple[tuple[str, ...], Span]],
    b: Statement,
    theirs: list[tuple[tuple[str, ...], Span]],
) -> Finding | None:
    if {m for m, _ in mine} & {m for m, _ in theirs}:
        return None
    (one, here), (two, there) = mine[0], theirs[0]
    told = (*tell(a, here, " ".join(one)), *tell(b, there, " ".join(two)))
    words = here.of(a.page.article.text), there.of(b.page.article.text)
    reason = f"“{words[0]}” and “{words[1]}” are chosen for one thing."
    return Finding("wording", "wording", family.replace("_", " "), told, 0.5, reason, tie=f"family {family}")
