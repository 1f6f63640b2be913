"""Places of one happening."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, tell
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import PLACE_PREPOSITIONS
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import Mention
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import fold


def find_places(
    statements: tuple[Statement, ...], names: dict[str, int], settings: DifferenceSettings
) -> Iterator[Finding]:
    """The one place that each of two statements of a claim gives after a preposition, where it is not the same."""
    placed = [_placed(s, names) for s in statements]
    for n, m in pairs_of(statements):
        mine = [p for k, p in placed[n].items() if k not in placed[m]]
        theirs = [p for k, p in placed[m].items() if k not in placed[n]]
        if len(mine) == 1 and len(theirs) == 1 and likeness(statements[n], statements[m]) >= settings.least_kindred:
            yield _finding(statements[n], *mine[0], statements[m], *theirs[0])


def _placed(statement: Statement, names: dict[str, int]) -> dict[object, tuple[str, Mention]]:
    """Places by the number of their name (or their words), each with the preposition before it."""
    text = statement.page.article.text
    found: dict[object, tuple[str, Mention]] = {}
    for mention in statement.mentions:
        if mention.kind != "place":
            continue
        before = [fold(t.text) for t in statement.tokens if t.span.end <= mention.span.start][-4:]
        preposition = next((w for w in reversed(before) if w in PLACE_PREPOSITIONS), None)
        if preposition:
            words = fold(" ".join(mention.name.of(text).split()))
            found.setdefault(names.get(words, words), (preposition, mention))
    return found


def _finding(a: Statement, at: str, x: Mention, b: Statement, by: str, y: Mention) -> Finding:
    one, two = x.name.of(a.page.article.text), y.name.of(b.page.article.text)
    told = (*tell(a, x.span, fold(one), {"name": one}), *tell(b, y.span, fold(two), {"name": two}))
    relation: DifferenceRelation = "precision"
    return Finding("place", relation, "place", told, 0.45, f"“{one}” and “{two}” place the same thing; both can hold.")
