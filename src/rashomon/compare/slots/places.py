"""Places of one happening."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import nearness, words_around
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import EMPTY, PLACE_PREPOSITIONS
from rashomon.model.reading import Mention
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import fold

_REACH = 6  # words before a place in which its preposition is looked for: "near the northern port city of"


@dataclass(frozen=True, slots=True)
class _Placed:
    mention: Mention
    key: int | str  # the number of its name in the story, or its words
    anchor: tuple[str, str]  # what is placed there and how: "prison near"
    led: bool  # no mark and no other place stands between the preposition and the place


@signed
def find_places(
    statements: tuple[Statement, ...], names: dict[str, int], settings: DifferenceSettings
) -> Iterator[Finding]:
    """Places of one thing that two statements of a claim name differently: of the same noun, or the one place left."""
    placed = [s.once(_placed, names) for s in statements]
    for n, m in pairs_of(statements):
        keys_n, keys_m = {p.key for p in placed[n]}, {p.key for p in placed[m]}
        mine = [p for p in placed[n] if p.key not in keys_m]
        theirs = [p for p in placed[m] if p.key not in keys_n]
        alike = likeness(statements[n], statements[m])
        close, very_close = alike >= settings.least_kindred, alike >= settings.least_alike
        for p in mine:
            for q in theirs:
                if not p.led or not q.led:
                    continue
                anchored = p.anchor == q.anchor and bool(p.anchor[0])
                alone = close and len(mine) == 1 and len(theirs) == 1
                known = _known(statements[n].page, q, statements[m].page, p, names)
                alone = alone and (very_close or not known) and _beside(statements[n], p, statements[m], q, settings)
                if anchored or alone:
                    yield _finding(statements[n], p, statements[m], q, 0.6 if anchored else 0.45)


def _beside(a: Statement, p: _Placed, b: Statement, q: _Placed, settings: DifferenceSettings) -> bool:
    """True where the words around the two places say that the same thing is placed."""
    one, two = words_around(a.tokens, p.mention.span, settings), words_around(b.tokens, q.mention.span, settings)
    return nearness(one, two, a.page.weights) >= settings.least_place


def _known(one: Page, q: _Placed, two: Page, p: _Placed, names: dict[str, int]) -> bool:
    """True where both articles name both places."""
    return q.key in _keys(one, names) and p.key in _keys(two, names)


def _keys(page: Page, names: dict[str, int]) -> set[int | str]:
    return {names.get(words, words) for words in page.place_names}


def _key(page: Page, mention: Mention, names: dict[str, int]) -> int | str:
    words = fold(" ".join(mention.name.of(page.article.text).split()))
    return names.get(words, words)


def _placed(statement: Statement, names: dict[str, int]) -> list[_Placed]:
    """Places that a preposition leads to, each with the last word of content before it."""
    found: list[_Placed] = []
    for mention in statement.mentions:
        if mention.kind != "place":
            continue
        before = [t for t in statement.tokens if t.span.end <= mention.span.start]
        at = next(
            (
                i
                for i in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1)
                if fold(before[i].text) in PLACE_PREPOSITIONS
            ),
            None,
        )
        if at is not None:
            noun = next((t.stem for t in reversed(before[:at]) if fold(t.text) not in EMPTY), "")
            anchor = noun, fold(before[at].text)
            led = not _parted(statement, before[at].span.end, mention)
            found.append(_Placed(mention, _key(statement.page, mention, names), anchor, led))
    return found


def _parted(statement: Statement, start: int, mention: Mention) -> bool:
    """True where another place or a mark stands between the preposition and the place."""
    between = statement.page.article.text[start : mention.name.start]
    others = (m for m in statement.mentions if m.kind == "place" and m is not mention)
    return any(c in between for c in ",;:()—–") or any(start <= m.name.start < mention.name.start for m in others)


def _finding(a: Statement, p: _Placed, b: Statement, q: _Placed, sure: float) -> Finding:
    one, two = p.mention.name.of(a.page.article.text), q.mention.name.of(b.page.article.text)
    told = (*tell(a, p.mention.span, fold(one), {"name": one}), *tell(b, q.mention.span, fold(two), {"name": two}))
    about = label(f"place: {topic(a, b, p.mention.span)}")
    return Finding("place", "precision", about, told, sure, f"“{one}” and “{two}” place the same thing; both can hold.")
