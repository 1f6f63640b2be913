"""Source phrases: the words beside a reporting verb that name who."""

from collections.abc import Sequence

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.phrases import (
    BE,
    DETERMINERS,
    LONGEST,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_dated,
    is_day,
    is_source,
    joins_names,
    phrase_ending_at,
)
from rashomon.extract.pieces import Piece

_BEFORE_VERB = words_of("sources.before_verb")
_STOP_RIGHT = words_of("sources.stop_right")
_EXPLAINING = words_of("sources.explaining")  # an apposition begins with one of these
_FINITE = words_of("tagged.finite")
_SENT = frozenset({"ambassador", "ambassadors", "envoy", "adviser", "advisor", "aide", "counsel", "delegate"})


def find_subject(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """The pieces (first, last + 1) of the source before the verb, without its appositions; None where there is none."""
    at = _skip_back(pieces, verb - 1)
    if at < 0 or pieces[at].quoted:
        return None
    if pieces[at].text in ",)—–":
        return _before_apposition(pieces, at)
    found = phrase_ending_at(pieces, at)
    if found and _is_bare_object(pieces, found):
        return None
    return found or _before_relative(pieces, at)


def _is_bare_object(pieces: Sequence[Piece], phrase: tuple[int, int]) -> bool:
    """Whether the phrase is one plain noun after a preposition, "general" in "in general terms": no verb follows it."""
    first, end = phrase
    alone = end - first == 1 and first > 0 and not pieces[first].is_capital
    return alone and pieces[first - 1].low in PREPOSITIONS and pieces[first].low not in PRONOUNS


def find_inverted(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """The pieces of the source after the verb: "said Jane Doe, a baker". None where what follows is not a source."""
    first = verb + 1
    at = first
    while at < len(pieces) and at - first < LONGEST and pieces[at].is_word and not _stops_right(pieces, at, first):
        if at > first and _is_finite(pieces, at):
            return None  # "Doe, the aide, said the office welcomed it"
        at += 1
    if at == first or not is_source(pieces[first:at]) or is_day(pieces[first]):
        return None
    follows = pieces[at] if at < len(pieces) else None
    if follows and follows.is_word and follows.low in BE | MODALS | {"has", "have", "had", "and", "but", "that"}:
        return None if follows.low not in {"and", "but"} else (first, at)
    return first, at


def _is_finite(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word can only be the verb of a clause: "knew", or "welcomed" before "it" or "the"."""
    low = pieces[at].low
    if pieces[at].is_capital or pieces[at - 1].low in DETERMINERS:
        return False
    follows = pieces[at + 1].low if at + 1 < len(pieces) else ""
    return low in _FINITE or (low.endswith("ed") and follows in DETERMINERS | PRONOUNS)


def find_phrase_source(pieces: Sequence[Piece], first: int) -> tuple[int, int] | None:
    """The pieces of the source that begins at `first`, after "according to"."""
    at = first
    while at < len(pieces) and at - first < LONGEST and pieces[at].is_word:
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
        and (pieces[at].low in _BEFORE_VERB or is_adverb(pieces[at]) or is_dated(pieces, at))
    ):
        if pieces[at].low in {"who", "which"} or (pieces[at].is_capital and is_day(pieces[at]) and at == 0):
            break
        at -= 1
    return at


def _before_apposition(pieces: Sequence[Piece], close: int) -> tuple[int, int] | None:
    """The source before ", 41," or ", a baker in Leeds," or " (55)"."""
    opener = "(" if pieces[close].text == ")" else pieces[close].text
    best = None
    for at in range(close - 1, max(0, close - 40), -1):
        if pieces[at].quoted and not _is_name_of_work(pieces, at):
            break
        if pieces[at].text != opener:
            continue
        explains = pieces[at + 1].low in _EXPLAINING or pieces[at + 1].text[0].isdigit()
        if at and (explains or _may_end_source(pieces[at - 1])):
            found = phrase_ending_at(pieces, at - 1)
            if found:
                best = found
                if not (found[0] and pieces[found[0] - 1].text == "," and found[0] > 1):
                    break
        elif at and _is_name(pieces[at + 1 : close]):
            return at + 1, close  # "the former head of growth, Jane Doe, said"
    return best


def _is_name(phrase: Sequence[Piece]) -> bool:
    return 2 <= len(phrase) <= 4 and all(p.is_word and p.is_capital and not is_day(p) for p in phrase)


def _is_name_of_work(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the quoted piece stands inside an apposition: "the author of “Nets” and other books"."""
    return (
        at > 0 and pieces[at - 1].is_word and len(pieces[at].text.split()) <= 6 and pieces[at].text[-2:-1] not in ",.?!"
    )


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
            found = phrase_ending_at(pieces, last)
            return _bearer(pieces, found, closely=n == at and last == n - 1) if found else None
    return None


def _bearer(pieces: Sequence[Piece], phrase: tuple[int, int], closely: bool) -> tuple[int, int]:
    """The name that the phrase stands beside, "Jane Doe, a baker in Leeds who said", else whom "who" takes up in it."""
    first = phrase[0]
    if first > 1 and pieces[first - 1].text == "," and pieces[first].low in {"a", "an", "the"}:
        name = phrase_ending_at(pieces, first - 2)
        if name and _is_name(pieces[name[0] : name[1]]):
            return name
    return _nearest(pieces, phrase, closely)


def _nearest(pieces: Sequence[Piece], phrase: tuple[int, int], closely: bool) -> tuple[int, int]:
    """Whom "who" takes up: "raised by their mother, who said", `closely` "criticism from aide Jane Doe who said"."""
    first, end = phrase
    cut_off = not pieces[first].is_capital and pieces[first].low not in DETERMINERS | load_cues().people
    for at in range(end - 2, first, -1):
        by = pieces[at].low == "by" and pieces[at - 1].low.endswith(("ed", "en", "wn"))
        named = (
            (closely or cut_off) and pieces[at].low in {"from", "by", "with", "against"} and pieces[end - 1].is_capital
        )
        if (by or named) and is_source(pieces[at + 1 : end]):
            return at + 1, end
    return phrase


def _stops_right(pieces: Sequence[Piece], at: int, first: int) -> bool:
    piece = pieces[at]
    if piece.low == "and" and at > first and (joins_names(pieces, at) or _name_follows(pieces, at)):
        return False
    if piece.low == "to" and at > first and pieces[at - 1].low in _SENT:  # "the ambassador to Norway"
        return False
    return piece.low in _STOP_RIGHT or (at > first and is_day(piece)) or (at > first and is_adverb(piece))


def _name_follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "and" stands in the words before a name: "oil and gas worker Jane Doe"."""
    for piece in pieces[at + 1 : at + 5]:
        if not piece.is_word or piece.low in BE | MODALS | {"has", "have", "had"} | PREPOSITIONS:
            return False
        if piece.is_capital:
            return not pieces[at + 1].is_capital
    return False
