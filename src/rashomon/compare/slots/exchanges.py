"""Plain words that two reports of one statement exchange or leave out: no number, date or name among them."""

import re
from collections.abc import Iterator

from rashomon.compare.slots.alignment import Alignment, Substitution, stretch
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.frames import count_telling, frame_of, moved, says_elsewhere
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.substitutions import kind_of, stripped
from rashomon.compare.slots.words import EMPTY, REPORTING, ROUGHLY, is_negation
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_OTHERWISE = re.compile(r"\b(?:(?:yet|unable|failed|refused|declined) to|un\w+able|impossible)\b", re.IGNORECASE)
_NEAR = 12  # code points beside exchanged words in which a "not" is of them too
_BEGINNING = 2  # letters by which forms of one word are known: "did not leave", "left"
_NOT_ALL = frozenset(
    "only just merely least necessarily because guilty".split()
)  # after a "not" that denies no more than that


@signed
def find_exchanges(alignment: Alignment, settings: DifferenceSettings) -> Iterator[Finding]:
    """Content words that stand for each other between shared words, and a "not" that only one of the two has."""
    if alignment.shared < settings.least_exchanged:
        return
    for sub in alignment.substitutions:
        if not sub.left or sub.left + sub.right < settings.least_anchor:
            continue
        x, y = stripped(sub.a), stripped(sub.b)
        if _negated(sub.a) != _negated(sub.b):
            if _in_place(sub, alignment, settings):
                yield _opposed(alignment, sub)
        elif x and y and sub.right and _plain(x, settings) and _plain(y, settings) and not _one_word(x, y):
            if _framed(alignment, x, y, settings):
                yield _exchanged(alignment, x, y)
        elif alignment.shared >= settings.least_narrowed and bool(sub.a) != bool(sub.b) and _narrows(sub.a or sub.b):
            finding = _narrowed(alignment, sub)
            if finding:
                yield finding


def _in_place(sub: Substitution, how: Alignment, settings: DifferenceSettings) -> bool:
    """True where little but the "not" differs there, between words that both have and within one clause."""
    widest = max(len(sub.a), len(sub.b))
    if min(sub.left, sub.right) == 0 or widest > settings.longest_wording or how.shared < settings.least_denied:
        return False
    if _carried(sub.a) != _carried(sub.b):
        return False  # "never recovered from a stroke" and "with a stroke" say two things
    sides = _sides(sub, how)
    return not any(_pauses(*side) for side in sides) and all(
        _negated(exchanged) or not _denies_beside(*side) for exchanged, side in zip((sub.a, sub.b), sides, strict=True)
    )


def _pauses(statement: Statement, words: Span) -> bool:
    """True where a mark parts the words: "if they don't, then" says no more of what follows."""
    return any(mark in ",;:.!?" for mark in words.of(statement.page.article.text))


def _carried(tokens: tuple[Token, ...]) -> set[str]:
    """What the words say besides a "not": the beginnings of those that carry matter, adverbs aside."""
    words = (fold(t.text) for t in tokens)
    return {w[:_BEGINNING] for w in words if w not in EMPTY and not is_negation(w) and not w.endswith("ly")}


def _denies_beside(statement: Statement, words: Span) -> bool:
    """True where the words beside say "not" themselves, or in other words: "had yet to regain consciousness"."""
    near = Span(max(0, words.start - _NEAR), words.end + _NEAR)
    tokens = [t for t in statement.tokens if t.span.overlap(near)]
    return _negated(tuple(tokens)) or bool(_OTHERWISE.search(statement.page.article.text, near.start, near.end))


def _framed(how: Alignment, x: tuple[Token, ...], y: tuple[Token, ...], settings: DifferenceSettings) -> bool:
    """True where a telling word, or several, stand beside both, or the two say nearly the same all over."""
    a, b = how.first, how.second
    mine, theirs = frozenset(t.stem for t in x), frozenset(t.stem for t in y)
    if mine < theirs or theirs < mine:
        return True
    if moved(a, mine, b, theirs):
        return False
    before, after = frame_of(a, x, b, y)
    beside = count_telling([*before, *after]) > 0 or len(before) + len(after) >= settings.least_frame
    return beside or how.shared >= settings.least_unframed


def _negated(tokens: tuple[Token, ...]) -> bool:
    """True where a "not" is among the words, other than one of "not only" or "not because"."""
    words = [fold(t.text) for t in tokens]
    return any(is_negation(word) and not {*words[n + 1 : n + 2]} & _NOT_ALL for n, word in enumerate(words))


def _plain(tokens: tuple[Token, ...], settings: DifferenceSettings) -> bool:
    """True for a few content words, none a number, date, name or verb of reporting."""
    content = [t for t in tokens if fold(t.text) not in EMPTY]
    return (
        0 < len(tokens) <= settings.longest_wording
        and bool(content)
        and kind_of(tokens) is None
        and not any(t.stem in REPORTING for t in tokens)
        and not any(kind_of((t,)) == "name" for t in content)
    )


def _narrows(tokens: tuple[Token, ...]) -> bool:
    """True for one or two words of content alone, such as may stand before a noun and narrow it."""
    return (
        len(tokens) <= 2
        and kind_of(tokens) is None
        and not any(fold(t.text) in EMPTY or t.stem in REPORTING or fold(t.text).endswith("ly") for t in tokens)
    )


def _narrowed(how: Alignment, sub: Substitution) -> Finding | None:
    """One report has a noun with words that narrow it, the other the noun alone."""
    a, b = how.first, how.second
    more, less = (a, b) if sub.a else (b, a)
    added = sub.a or sub.b
    noun = next((t for t in more.tokens if t.span.start >= added[-1].span.end), None)
    if (
        noun is None
        or fold(noun.text) in EMPTY
        or noun.text[:1].isupper()
        or more.page.article.text[added[-1].span.end : noun.span.start] != " "
    ):
        return None
    bare = next((t for t in less.tokens if t.stem == noun.stem), None)
    if bare is None or sum(t.stem == noun.stem for t in less.tokens) > 1:
        return None
    if says_elsewhere(less.page, frozenset(t.stem for t in (*added, noun))):
        return None
    told = (
        *tell(more, Span(added[0].span.start, noun.span.end), _key((*added, noun))),
        *tell(less, bare.span, noun.stem),
    )
    words = stretch(added).of(more.page.article.text)
    reason = f"One report adds “{words}” to a word that another has alone."
    return Finding("wording", "precision", noun.text.lower(), told, 0.3 + 0.4 * how.shared, reason)


def _one_word(x: tuple[Token, ...], y: tuple[Token, ...]) -> bool:
    """True for forms of one word ("logistic", "logistical"; "critic", "criticism") and for words that mean "about"."""
    p, q = (_key(side).replace("-", "") for side in (x, y))
    return p[:5] == q[:5] or (p in ROUGHLY and q in ROUGHLY)


def _exchanged(how: Alignment, x: tuple[Token, ...], y: tuple[Token, ...]) -> Finding:
    a, b = how.first, how.second
    told = (*tell(a, stretch(x), _key(x)), *tell(b, stretch(y), _key(y)))
    one, two = stretch(x).of(a.page.article.text), stretch(y).of(b.page.article.text)
    p, q = set(_key(x).split()), set(_key(y).split())
    return Finding(
        "wording",
        "precision" if p < q or q < p else "wording",
        label(topic(a, b, stretch(x)) or _about(how, x)),
        told,
        0.3 + 0.5 * how.shared,
        f"“{one}” stands where another has “{two}”.",
    )


def _key(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.stem for t in tokens if fold(t.text) not in EMPTY)


def _about(how: Alignment, x: tuple[Token, ...]) -> str:
    """The shared word that follows the exchanged ones, or the word before them."""
    tokens = [t for t in how.first.tokens if fold(t.text) not in EMPTY]
    after = [t.text for t in tokens if t.span.start >= x[-1].span.end]
    before = [t.text for t in tokens if t.span.end <= x[0].span.start]
    return (after[:1] or before[-1:] or ["words"])[0].lower()


def _opposed(how: Alignment, sub: Substitution) -> Finding:
    """One says not what the other says: a dispute where speakers stand behind both, a contradiction otherwise."""
    a, b = how.first, how.second
    (_, x), (_, y) = _sides(sub, how)
    told = (*tell(a, x, _sign(sub.a)), *tell(b, y, _sign(sub.b)))
    behind = {t.speaker for t in told}
    one, two = (" ".join(t.text.split()) for t in (told[0], told[-1]))
    reason = f"“{one}” and “{two}” speak against each other: one has a “not” that the other has not."
    relation: DifferenceRelation = "dispute" if len(behind) > 1 and None not in behind else "conflict"
    return Finding("stance", relation, label(f"whether so: {topic(a, b)}"), told, 0.35 + 0.5 * how.shared, reason)


def _sign(tokens: tuple[Token, ...]) -> str:
    return "not so" if _negated(tokens) else "so"


def _sides(sub: Substitution, how: Alignment) -> tuple[tuple[Statement, Span], tuple[Statement, Span]]:
    """Either side with the shared word before it and the shared word after: "will not go" and "will go"."""
    (at_a, at_b), a, b = sub.at, how.first, how.second
    return (
        (a, stretch(a.tokens[max(0, at_a - 1) : at_a + len(sub.a) + 1])),
        (b, stretch(b.tokens[max(0, at_b - 1) : at_b + len(sub.b) + 1])),
    )
