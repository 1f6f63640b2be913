"""Words as a reader of names sees them: where the capitals are, and what hangs on a word without being part of it."""

import re
from typing import NamedTuple

from rashomon.model.span import Span
from rashomon.text.word_sets import word_set

_WORD = re.compile(r"[@#]?[^\W_](?:[^\W_]|[-'’.&](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")
_TAIL = re.compile(  # "Nato-led": the name ends before the hyphen
    r"-(?:led|based|born|backed|linked|style|run|owned|held|listed|made|built|trained|educated|funded|controlled|occupied|affiliated|"
    r"allied|aligned|bound|wide|era|like|sponsored|supported|supplied|operated|administered|area|[a-z]{3,}ed|speaking|area)$"
)
_LEAD = re.compile(
    r"(?:anti|pro|ex|non|post|pre|mid|trans|inter|intra|neo|co|vice|then|un|self|former)-(?=[^\W\d_])", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ed|es|ul|ur|ud|e|i|d|l|m|o)[-'’][A-Z]")
_ABBREVIATED = word_set(
    """
    mr mrs ms dr prof st sgt lt col gen maj capt cpl sen rep gov rev hon fr sr jr inc corp co ltd llc bros dept
    univ mt ft no ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa tenn tex vt va wash wis wyo adm cmdr brig det insp supt pvt pfc rt
    """
)


_SMALL_NAMES = word_set(
    "dpa epa apa ansa efe aap pti ani eBay iPhone iPad rbb ntv taz"
)  # written small by their owners


class Word(NamedTuple):
    """A word of a sentence; `text` and the span leave out a possessive ending, dots of an abbreviation belong to it."""

    start: int
    end: int
    text: str
    lower: str  # small letters, no dots
    capital: bool
    possessive: bool
    closed: bool  # nothing may be joined on behind it


def find_words(text: str, within: Span) -> list[Word]:
    """The words of a stretch, in order."""
    return [_word(text, m.start(), m.end(), within.end) for m in _WORD.finditer(text, within.start, within.end)]


def _word(text: str, start: int, end: int, limit: int) -> Word:
    raw = text[start:end]
    if raw.isalpha() and raw.islower():  # nine words in ten
        return Word(start, end, raw, raw, raw in _SMALL_NAMES, False, False)
    lead = _LEAD.match(raw)
    if lead and raw[lead.end()].isupper():
        start += lead.end()
    elif raw[0] in "@#":
        start += 1
    raw = text[start:end]
    capital = _is_capital(raw)
    closed = False
    if capital and (tail := _TAIL.search(raw)):
        end, closed = start + tail.start(), True
    elif capital and end < limit and text[end] == "." and _takes_dot(raw, text, end, limit):
        end += 1
    possessive = (
        "'" in raw[-2:]
        or "’" in raw[-2:]
        or (raw[-1] in "sS" and end < limit and text[end] in "'’" and _lone(text, end))
    )
    if possessive and (mark := _POSSESSIVE.search(raw)):
        end = start + mark.start()
    word = text[start:end]
    return Word(start, end, word, word.lower().replace(".", ""), capital, possessive, closed)


def _lone(text: str, at: int) -> bool:
    """True for the apostrophe of "Illinois' zoo": white space follows, and it closes no quotation that we can see."""
    return text[at + 1 : at + 2] == " " and text.rfind("‘", max(0, at - 80), at) < 0


def _is_capital(raw: str) -> bool:
    return (
        raw in _SMALL_NAMES
        or raw[0].isupper()
        or bool(_ARTICLE.match(raw))
        or (len(raw) > 3 and raw[0] in "ie" and raw[1].isupper())
    )


def _takes_dot(raw: str, text: str, end: int, limit: int) -> bool:
    """True where the dot after the word is its own: "U.S.", "J. Smith", "Inc."."""
    if raw.lower() in _ABBREVIATED:
        return True
    if not _DOTTED.fullmatch(raw):
        return False
    return "." in raw or (end + 2 < limit and text[end + 1] in "  " and text[end + 2].isupper())
