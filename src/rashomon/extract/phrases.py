"""The phrase that may name who speaks: where it begins, and whether it can be one."""

from collections.abc import Sequence

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.pieces import Piece

PRONOUNS = words_of("sources.pronouns")
BE = words_of("sources.be")
_HAVE = frozenset({"has", "have", "had", "did", "does"})
MODALS = words_of("sources.modals")
NEGATIONS = words_of("sources.negations")
DETERMINERS = words_of("sources.determiners")
_MONTHS = words_of("sources.months")
_ALSO_NAMES = words_of("sources.also_names")
_ALONE = words_of("sources.alone")  # sources by themselves
_DAYS = words_of("sources.days")
_STOP_LEFT = words_of("sources.stop_left")
PREPOSITIONS = words_of("sources.prepositions")
_NEVER = words_of("sources.never")  # nouns that say when or how, never who
LONGEST = 14  # pieces; a longer source phrase is a misreading


def is_day(piece: Piece) -> bool:
    """Whether the word names a day or month, or says when."""
    return piece.low in _DAYS or piece.low in _MONTHS


def is_dated(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word says when: "May" after a name or title is a name itself."""
    if not is_day(pieces[at]):
        return False
    named = pieces[at].low in _ALSO_NAMES and at > 0 and pieces[at - 1].is_capital and not is_day(pieces[at - 1])
    return not (named and pieces[at - 1].low not in PREPOSITIONS)


def is_adverb(piece: Piece) -> bool:
    """True for a word that ends as adverbs do, and is none of the nouns that end so too."""
    return (
        piece.low.endswith("ly")
        and len(piece.low) > 4
        and not piece.is_capital
        and piece.low not in {"family", "daily", "ally", "weekly"}
    )


def phrase_ending_at(pieces: Sequence[Piece], last: int) -> tuple[int, int] | None:
    """The first piece of the phrase that the piece at `last` closes, and the one after; None where it closes none."""
    if pieces[last].low in PRONOUNS:
        return last, last + 1
    first = last + 1
    while first > 0 and last - first < LONGEST:
        piece = pieces[first - 1]
        if not piece.is_word:
            if not (piece.text in "&/" or (piece.text == "." and first > 1 and len(pieces[first - 2].text) == 1)):
                break
        elif _bounds(pieces, first - 1, last):
            break
        first -= 1
    first = _without_lead(pieces, first, last)
    return (first, last + 1) if first <= last and is_source(pieces[first : last + 1]) else None


def _bounds(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """Whether a source phrase that ends with piece `last` cannot reach back over piece `at`."""
    piece = pieces[at]
    if piece.low == "to" and at > 0:  # "a source close to the talks", "an adviser to the king"
        return pieces[at - 1].low not in load_cues().people | {"close"}
    if piece.low in _STOP_LEFT:
        return not joins_names(pieces, at)
    if piece.low in BE | MODALS | _HAVE and not piece.is_capital:
        return True
    return _takes_object(pieces, at, last) or (piece.low in load_cues().verbs and _looks_verbal(piece, at, last))


def _takes_object(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """Whether the word is a past verb with its object: "received a letter"."""
    low = pieces[at].low
    if pieces[at].is_capital or at >= last or not low.endswith("ed"):
        return False
    return at > 0 and pieces[at - 1].low not in DETERMINERS and pieces[at + 1].low in DETERMINERS


def _looks_verbal(piece: Piece, at: int, last: int) -> bool:
    return (
        at < last
        and not piece.is_capital
        and piece.low.endswith(("ed", "said", "told", "wrote", "says", "saying", "claiming", "telling"))
    )


def joins_names(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "and" (or "or") joins two names or nouns of one source: "Smith and Jones", "the police and the army"."""
    if pieces[at].low != "and" or at == 0 or at + 1 >= len(pieces):
        return False
    before, after = pieces[at - 1], pieces[at + 1]
    people = load_cues().people
    return before.is_word and ((before.is_capital and after.is_capital) or before.low in people)


def _without_lead(pieces: Sequence[Piece], first: int, last: int) -> int:
    """The phrase without an adverbial before it: "On Monday police", "In Berlin a spokesman"."""
    while first <= last and (
        is_day(pieces[first])
        or is_adverb(pieces[first])
        or pieces[first].low in {"then", "however", "instead", "meanwhile", "still", "so"}
    ):
        first += 1
    if first > last or pieces[first].low not in PREPOSITIONS:
        return first
    at = last
    while at > first and not (pieces[at].low in DETERMINERS and pieces[at - 1].low not in PREPOSITIONS):
        if pieces[at - 1].low in PREPOSITIONS or is_day(pieces[at - 1]) or pieces[at - 1].text.isdigit():
            break
        if pieces[at].is_capital and not pieces[at - 1].is_capital and pieces[at - 1].low not in DETERMINERS:
            break
        if pieces[at].low in PRONOUNS:
            break
        at -= 1
    return at


def is_source(phrase: Sequence[Piece]) -> bool:
    """Whether the phrase can name who speaks."""
    words = [p for p in phrase if p.is_word]
    if not words or words[0].low in PREPOSITIONS:
        return False
    head = words[-1]
    people = load_cues().people
    if head.low in _NEVER and not head.is_capital:
        return False
    if head.low.endswith(("'s", "s'")) or head.low in PREPOSITIONS | DETERMINERS - _ALONE:
        return False
    if len(words) == 1:
        undated = not is_day(head) or head.low in _ALSO_NAMES
        named = head.is_capital and undated and head.low not in DETERMINERS | _STOP_LEFT
        return named or head.low in PRONOUNS | people | _ALONE
    if is_dated(words, len(words) - 1) and len(words) < 3:
        return False
    return (
        words[0].low in DETERMINERS
        or head.is_capital
        or any(w.low in people for w in words)
        or words[0].text[0].isdigit()
    )
