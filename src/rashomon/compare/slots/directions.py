"""Parts of a country that two reports name for one happening: "in the west of" here, "north-western" there."""

from collections.abc import Iterator

from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.slots.facts import Fact, match_facts, read_fact
from rashomon.compare.slots.findings import Finding, signed, tell
from rashomon.compare.slots.page import Page
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_POINTS = ("north", "south", "east", "west", "central")
_OPPOSED = (frozenset(("north", "south")), frozenset(("east", "west")))


@signed
def find_directions(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Parts of one country among the same words that are not the same part."""
    facts = [f for page in pages for f in _read(page, settings)]
    for match in match_facts(facts, settings):
        a, b = match.a, match.b
        if a.thing != b.thing and match.near >= settings.least_site:
            yield _finding(a, b, match.near)


def _read(page: Page, settings: DifferenceSettings) -> Iterator[Fact[frozenset[str]]]:
    tokens = page.tokens
    for n, token in enumerate(tokens[:-1]):
        points = _points(token)
        following = tokens[n + 1]
        country = COUNTRY_OF.get(fold(following.text))
        if not points or country is None or not following.text[:1].isupper():
            continue
        words = Span(token.span.start, following.span.end)
        fact = read_fact(page, words, ("direction", country), points, settings)
        if fact:
            yield fact


def _points(token: Token) -> frozenset[str]:
    """The points of the compass in a word: both of "north-western"; none of other words."""
    plain = fold(token.text).replace("-", "")
    rest = plain.removesuffix("ern")
    found = [p for p in _POINTS if p in rest]
    return frozenset(found) if "".join(found) == rest else frozenset()


def _finding(a: Fact[frozenset[str]], b: Fact[frozenset[str]], near: float) -> Finding:
    one, two = (" ".join(f.words.of(f.page.article.text).split()) for f in (a, b))
    told = (*tell(a.statement, a.words, fold(one)), *tell(b.statement, b.words, fold(two)))
    opposed = any(p <= a.thing | b.thing and not p <= a.thing and not p <= b.thing for p in _OPPOSED)
    relation: DifferenceRelation = "conflict" if opposed else "precision"
    about = f"which part of {a.slot[1]}"
    return Finding("place", relation, about, told, round(min(0.8, 0.35 + near / 2), 2), f"“{one}” here, “{two}” there.")
