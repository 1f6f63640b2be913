"""Names of bodies and things that part in one word: "Fund for Rivers" here, "Trust for Rivers" there."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, label, signed, tell
from rashomon.compare.slots.names import spelled_alike
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import EMPTY
from rashomon.model.reading import Mention
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import fold

_KINDS = frozenset(("org", "other"))
_TELLING_APART = frozenset(
    """north south east west northern southern eastern western first second third one two three four five
    republican democratic men women i ii iii iv a b""".split()
)  # names that part in these name two things

_BODIES = frozenset(
    """fund trust foundation federation association society institute council committee commission board agency
    authority bureau office department ministry centre center union league alliance coalition movement party group
    network front
    campaign project programme program company corporation bank house club school college university hospital museum
    army brigade company service force guard charity church forum congress assembly court bridge road street
    park""".split()
)  # the first word of a name tells whose it is ("Harbour Security Council"), unless it says what it is


@signed
def find_near_names(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Names in two statements of a claim that part in one word of three or more, each found in one report alone."""
    held = [s.once(_names) if len(s.tokens) <= settings.longest_parallel else [] for s in statements]
    for n, m in pairs_of(statements):
        one, two = statements[n], statements[m]
        if not held[n] or not held[m] or likeness(one, two) < settings.least_kindred:
            continue
        for x, p in held[n]:
            for y, q in held[m]:
                if _part_in_one_word(x, y) and not _has(two.page, x) and not _has(one.page, y):
                    yield _finding(one, p, two, q)


def _names(statement: Statement) -> list[tuple[tuple[str, ...], Mention]]:
    return [(_words(statement.page, m), m) for m in statement.mentions if m.kind in _KINDS]


def _words(page: Page, mention: Mention) -> tuple[str, ...]:
    """The words of the name that tell it apart; none where one is written small, as in a mere description."""
    tokens = [t for t in page.words_in(mention.name) if fold(t.text) not in EMPTY]
    return tuple(fold(t.text) for t in tokens) if all(t.text[:1].isupper() for t in tokens) else ()


def _part_in_one_word(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    if len(x) != len(y) or len(x) < 3:
        return False
    odd = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    if len(odd) != 1 or set(odd[0]) & _TELLING_APART or spelled_alike(*odd[0]):
        return False
    first = odd[0] == (x[0], y[0])
    return not first or any(fold(w) in _BODIES for w in odd[0])


def _has(page: Page, words: tuple[str, ...]) -> bool:
    return any(_words(page, m) == words for m in page.reading.mentions)


def _finding(a: Statement, p: Mention, b: Statement, q: Mention) -> Finding:
    one, two = (" ".join(m.name.of(s.page.article.text).split()) for s, m in ((a, p), (b, q)))
    told = (*tell(a, p.name, fold(one), {"name": one}), *tell(b, q.name, fold(two), {"name": two}))
    reason = f"“{one}” and “{two}” are alike but for one word."
    return Finding("name", "conflict", label(f"name: {one}"), told, 0.6, reason)
