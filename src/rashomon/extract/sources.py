"""Source phrases: the words beside a reporting verb that name who."""

from collections.abc import Sequence

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.pieces import Piece

PRONOUNS = words_of("sources.pronouns")
BE = words_of("sources.be")
_HAVE = frozenset({"has", "have", "had", "did", "does"})
MODALS = words_of("sources.modals")
NEGATIONS = words_of("sources.negations")
_DETERMINERS = words_of("sources.determiners")
_MONTHS = words_of("sources.months")
_ALSO_NAMES = words_of("sources.also_names")
_ALONE = words_of("sources.alone")  # sources by themselves
_DAYS = words_of("sources.days")
_BEFORE_VERB = words_of("sources.before_verb")
_STOP_LEFT = words_of("sources.stop_left")
_STOP_RIGHT = words_of("sources.stop_right")
_PREPOSITIONS = words_of("sources.prepositions")
_EXPLAINING = words_of("sources.explaining")  # an apposition begins with one of these
_LONGEST = 14  # pieces; a longer source phrase is a misreading


def is_day(piece: Piece) -> bool:
    """Whether the word names a day or month, or says when."""
    return piece.low in _DAYS or piece.low in _MONTHS


def is_dated(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word says when: "May" after a name or title is a name itself."""
    if not is_day(pieces[at]):
        return False
    named = pieces[at].low in _ALSO_NAMES and at > 0 and pieces[at - 1].is_capital and not is_day(pieces[at - 1])
    return not (named and pieces[at - 1].low not in _PREPOSITIONS)


def find_subject(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """The pieces (first, last + 1) of the source before the verb, without its appositions; None where there is none."""
    at = _skip_back(pieces, verb - 1)
    if at < 0 or pieces[at].quoted:
        return None
    if pieces[at].text in ",)—–":
        return _before_apposition(pieces, at)
    found = _phrase_ending_at(pieces, at)
    return found or _before_relative(pieces, at)


def find_inverted(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """The pieces of the source after the verb: "said Jane Doe, a baker". None where what follows is not a source."""
    first = verb + 1
    at = first
    while at < len(pieces) and at - first < _LONGEST and pieces[at].is_word and not _stops_right(pieces, at, first):
        at += 1
    if at == first or not is_source(pieces[first:at]) or is_day(pieces[first]):
        return None
    follows = pieces[at] if at < len(pieces) else None
    if follows and follows.is_word and follows.low in BE | MODALS | {"has", "have", "had", "and", "but", "that"}:
        return None if follows.low not in {"and", "but"} else (first, at)
    return first, at


def find_phrase_source(pieces: Sequence[Piece], first: int) -> tuple[int, int] | None:
    """The pieces of the source that begins at `first`, after "according to"."""
    at = first
    while at < len(pieces) and at - first < _LONGEST and pieces[at].is_word:
        low = pieces[at].low
        if at > first and (
            low in BE | MODALS | {"who", "which", "that", "but", "when", "while", "as", "has", "had", "have"}
            or is_day(pieces[at])
        ):
            break
        at += 1
    return (first, at) if at > first else None


def _skip_back(pieces: Sequence[Piece], at: int) -> int:
    while (
        at >= 0
        and pieces[at].is_word
        and (pieces[at].low in _BEFORE_VERB or _is_adverb(pieces[at]) or is_dated(pieces, at))
    ):
        if pieces[at].low in {"who", "which"} or (pieces[at].is_capital and is_day(pieces[at]) and at == 0):
            break
        at -= 1
    return at


def _is_adverb(piece: Piece) -> bool:
    return (
        piece.low.endswith("ly")
        and len(piece.low) > 4
        and not piece.is_capital
        and piece.low not in {"family", "daily", "ally", "weekly"}
    )


def _phrase_ending_at(pieces: Sequence[Piece], last: int) -> tuple[int, int] | None:
    if pieces[last].low in PRONOUNS:
        return last, last + 1
    first = last + 1
    while first > 0 and last - first < _LONGEST:
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
        return not _joins_names(pieces, at)
    if piece.low in BE | MODALS | _HAVE and not piece.is_capital:
        return True
    return _takes_object(pieces, at, last) or (piece.low in load_cues().verbs and _looks_verbal(piece, at, last))


def _takes_object(pieces: Sequence[Piece], at: int, last: int) -> bool:
    """Whether the word is a past verb with its object: "received a letter"."""
    low = pieces[at].low
    if pieces[at].is_capital or at >= last or not low.endswith("ed"):
        return False
    return at > 0 and pieces[at - 1].low not in _DETERMINERS and pieces[at + 1].low in _DETERMINERS


def _looks_verbal(piece: Piece, at: int, last: int) -> bool:
    return at < last and not piece.is_capital and piece.low.endswith(("ed", "said", "told", "wrote", "says"))


def _joins_names(pieces: Sequence[Piece], at: int) -> bool:
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
        or _is_adverb(pieces[first])
        or pieces[first].low in {"then", "however", "instead", "meanwhile", "still", "so"}
    ):
        first += 1
    if first > last or pieces[first].low not in _PREPOSITIONS:
        return first
    at = last
    while at > first and not (pieces[at].low in _DETERMINERS and pieces[at - 1].low not in _PREPOSITIONS):
        if pieces[at - 1].low in _PREPOSITIONS or is_day(pieces[at - 1]) or pieces[at - 1].text.isdigit():
            break
        if pieces[at].is_capital and not pieces[at - 1].is_capital and pieces[at - 1].low not in _DETERMINERS:
            break
        if pieces[at].low in PRONOUNS:
            break
        at -= 1
    return at


def _before_apposition(pieces: Sequence[Piece], close: int) -> tuple[int, int] | None:
    """The source before ", 41," or ", a baker in Leeds," or " (55)"."""
    opener = "(" if pieces[close].text == ")" else pieces[close].text
    best = None
    for at in range(close - 1, max(0, close - 40), -1):
        if pieces[at].quoted:
            break
        if pieces[at].text != opener:
            continue
        explains = pieces[at + 1].low in _EXPLAINING or pieces[at + 1].text[0].isdigit()
        if at and (explains or _may_end_source(pieces[at - 1])):
            found = _phrase_ending_at(pieces, at - 1)
            if found:
                best = found
                if not (found[0] and pieces[found[0] - 1].text == "," and found[0] > 1):
                    break
    return best


def _may_end_source(piece: Piece) -> bool:
    return piece.is_capital or piece.text == "." or piece.low in load_cues().people


def _before_relative(pieces: Sequence[Piece], at: int) -> tuple[int, int] | None:
    """The source before "who" or "which": "the man who was driving said"."""
    for n in range(at, max(0, at - 30), -1):
        if pieces[n].quoted or pieces[n].text in ";:":
            return None
        if pieces[n].low in {"who", "which"}:
            last = n - 1
            while last > 0 and pieces[last].text == ",":
                last -= 1
            return _phrase_ending_at(pieces, last)
    return None


def _stops_right(pieces: Sequence[Piece], at: int, first: int) -> bool:
    piece = pieces[at]
    if piece.low == "and" and at > first and (_joins_names(pieces, at) or _name_follows(pieces, at)):
        return False
    return piece.low in _STOP_RIGHT or (at > first and is_day(piece)) or (at > first and _is_adverb(piece))


def _name_follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "and" stands in the words before a name: "oil and gas worker Jane Doe"."""
    for piece in pieces[at + 1 : at + 5]:
        if not piece.is_word or piece.low in BE | MODALS | {"has", "have", "had"} | _PREPOSITIONS:
            return False
        if piece.is_capital:
            return not pieces[at + 1].is_capital
    return False


def is_source(phrase: Sequence[Piece]) -> bool:
    """Whether the phrase can name who speaks."""
    words = [p for p in phrase if p.is_word]
    if not words or words[0].low in _PREPOSITIONS:
        return False
    head = words[-1]
    people = load_cues().people
    if head.low.endswith(("'s", "s'")) or head.low in _PREPOSITIONS | _DETERMINERS - _ALONE:
        return False
    if len(words) == 1:
        undated = not is_day(head) or head.low in _ALSO_NAMES
        named = head.is_capital and undated and head.low not in _DETERMINERS | _STOP_LEFT
        return named or head.low in PRONOUNS | people | _ALONE
    if is_dated(words, len(words) - 1) and len(words) < 3:
        return False
    return (
        words[0].low in _DETERMINERS
        or head.is_capital
        or any(w.low in people for w in words)
        or words[0].text[0].isdigit()
    )
