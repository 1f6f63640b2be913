"""Where what is reported begins: after the verb, its listener, the day and place of saying, and "that"."""

from collections.abc import Sequence

from rashomon.extract.grammar import words_of
from rashomon.extract.phrases import PRONOUNS, is_day
from rashomon.extract.pieces import Piece
from rashomon.extract.speech import SpeechTag

_WITH_LISTENER = words_of("contents.with_listener")
_LISTENERS = words_of("contents.listeners")
_IN_A_BODY = words_of("contents.in_a_body")
_OCCASIONS = words_of("contents.occasions")
_LEADS = words_of("contents.leads")
_LONGEST = 9  # pieces; a longer phrase beside the verb is already part of what was said


def skip_to_content(pieces: Sequence[Piece], tag: SpeechTag) -> int:
    """The number of the piece at which what the tag reports begins."""
    at = tag.last
    if tag.lemma in _WITH_LISTENER:
        at = _skip_listener(pieces, at)
    at = _skip_adverbials(pieces, at)
    return at + 1 if at < len(pieces) and pieces[at].low == "that" else at


def has_that(pieces: Sequence[Piece], tag: SpeechTag) -> bool:
    """Whether "that" leads to what the tag reports."""
    at = skip_to_content(pieces, tag)
    return at > tag.last and pieces[at - 1].low == "that"


def _skip_listener(pieces: Sequence[Piece], at: int) -> int:
    if at >= len(pieces) or not pieces[at].is_word:
        return at
    if pieces[at].low in PRONOUNS | _LISTENERS:
        return at + 1
    start = at
    if pieces[at].low in {"the", "a", "an", "his", "her", "their"}:
        at += 1
        if at < len(pieces) and not pieces[at].is_capital:
            return min(len(pieces), at + 1)
    while at < len(pieces) and at - start < _LONGEST and _in_name(pieces[at]):
        at += 1
    return at


def _in_name(piece: Piece) -> bool:
    return piece.is_word and ((piece.is_capital and not is_day(piece)) or piece.low in _IN_A_BODY)


def _skip_adverbials(pieces: Sequence[Piece], at: int) -> int:
    """Past "on Monday", "in a statement", "late Thursday", "at a news conference", "to CBC News"."""
    while at < len(pieces) and pieces[at].is_word:
        if is_day(pieces[at]) or pieces[at].low in {"late", "early", "again"}:
            at += 1
            continue
        end = _phrase_end(pieces, at) if pieces[at].low in _LEADS else None
        if end is None:
            return at
        at = end
    return at


def _phrase_end(pieces: Sequence[Piece], at: int) -> int | None:
    for k in range(at + 1, min(len(pieces), at + _LONGEST)):
        piece = pieces[k]
        if not piece.is_word:
            return None
        if piece.low in _OCCASIONS or is_day(piece) or (piece.text.isdigit() and len(piece.text) == 4):
            return _day_number(pieces, k + 1)
        if piece.low == "that":
            return k
    return None


def _day_number(pieces: Sequence[Piece], at: int) -> int:
    """Past the number of "Oct. 23" and a comma and year after it."""
    if at < len(pieces) and is_day(pieces[at - 1]) and pieces[at].text.isdigit():
        at += 1
    return at
