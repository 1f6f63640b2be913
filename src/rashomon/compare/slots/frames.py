"""The words around a place in two statements that both have: the frame by which what stands in it is of one thing."""

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.words import EMPTY
from rashomon.text.tokens import Token, fold, stem

SMALL = EMPTY | FUNCTION_WORDS
_SMALL_STEMS = frozenset(stem(w) for w in SMALL)


def run_of_same(a: tuple[Token, ...], i: int, b: tuple[Token, ...], j: int, step: int) -> list[Token]:
    """The words that both have from these places on, in one direction."""
    found: list[Token] = []
    while 0 <= i < len(a) and 0 <= j < len(b) and a[i].stem == b[j].stem:
        found.append(a[i])
        i, j = i + step, j + step
    return found


def frame_of(a: Statement, x: tuple[Token, ...], b: Statement, y: tuple[Token, ...]) -> tuple[list[Token], list[Token]]:
    """The words that both have just before and just after the two stretches."""
    before = run_of_same(a.tokens, a.tokens.index(x[0]) - 1, b.tokens, b.tokens.index(y[0]) - 1, -1)
    after = run_of_same(a.tokens, a.tokens.index(x[-1]) + 1, b.tokens, b.tokens.index(y[-1]) + 1, 1)
    return before, after


def count_telling(tokens: list[Token]) -> int:
    """How many of the words carry something by themselves."""
    return sum(fold(t.text) not in SMALL for t in tokens)


def moved(a: Statement, x: frozenset[str], b: Statement, y: frozenset[str]) -> bool:
    """True where a stem that only one stretch has stands elsewhere in the other statement: it is not exchanged."""
    return bool((x - y - _SMALL_STEMS) & b.content or (y - x - _SMALL_STEMS) & a.content)


def says_elsewhere(page: Page, stems: frozenset[str]) -> bool:
    """True where one sentence of the article has all of these stems."""
    return bool(stems) and any(stems <= held for held in page.sentence_stems)
