"""Ages: numbers whose neighbours say that they are years of somebody's life."""

import re

from rashomon.extract.figures import Figure
from rashomon.extract.nouns import AGED
from rashomon.model.span import Span

_AGED = re.compile(r"(?<!\w)(?:aged|ages?(?:\sof)?|turn(?:s|ed|ing)|d(?:ies|ied)\sat)\s$", re.IGNORECASE)
_WHO_IS = re.compile(
    r"(?<!\w)(?:(?:who|he|she)(?:\s(?:is|was)|[’']s)|I(?:\swas|\sam|[’']m))\s(?:(?:now|then|just|only|still|about|already)\s)?$",
    re.IGNORECASE,
)
_ENDS_AGE = re.compile(
    r"[.,;)”\"’]{0,3}(?:$|(?<=[.,;)”\"’])\s)|\s(?:and|but|or|when|while|then|at\sthe\stime|last|this|next)(?!\w)",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"(?<!\w)(?:the|an?|his|her|their|my|our|whose)\s(?:[\w-]+\s){0,2}?([a-z-]+),\s(?:(?:then|now|only|just|also|aged)\s)?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s?(?:(?:then|now|only|just|also|aged)\s)?$")
OLDEST = 120  # years: "Doe, 41," gives an age, "Room, 412," does not
_LOOK_BACK = 50  # characters: the longest of these words and those between


def is_aged(text: str, at: int, first: int) -> bool:
    """True where "aged", "turned" or "died at" stands before the number at `at`."""
    return _AGED.search(text[max(first, at - _LOOK_BACK) : at]) is not None


def gives_age(text: str, figure: Figure, sentence: Span) -> bool:
    """True for the number of "aged 41", "Doe, 41,", "her son, 9," and "she was 15 when"."""
    if not 0 < figure.low <= OLDEST or figure.low != int(figure.low) or figure.kind not in ("digits", "words"):
        return False
    before = text[max(sentence.start, figure.start - _LOOK_BACK) : figure.start]
    if _AGED.search(before) or (_WHO_IS.search(before) and _ENDS_AGE.match(text, figure.end, sentence.end)):
        return True
    follows = text[figure.end : figure.end + 1]
    named = _NAME_BEFORE.search(before) or (
        (kin := _PERSON_BEFORE.search(before)) and kin.group(1).lower() in AGED and figure.low != 1
    )
    return figure.kind == "digits" and bool(named) and follows in (",", ")", ".", ";")
