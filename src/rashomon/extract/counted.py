"""The noun that a number counts."""

import re
from collections.abc import Iterator
from typing import Literal

from rashomon.extract.nouns import BEFORE_NOUN, MEASURES, STOP, is_plural, singular

# What a number may be to its noun: one ("one man"), many, vague ("dozens of people"), a share ("half of the town"),
# a measure ("400-pound gorilla").
Counting = Literal["one", "many", "vague", "share", "measure"]
Head = tuple[str, int]  # the noun in the singular, and where it ends

_WORD = re.compile(r"[\s-]?\s?([^\W\d_]+(?:[-’'&.][^\W\d_]+)*[.,;:!?)\"”’]?)")
_OF = re.compile(r"\sof(?=\s)(?P<the>\s(?:the|its|their|those|these|his|her|our|all|them|whom)(?!\w))?")
_MORE = re.compile(r"\s(?:more|fewer|additional|extra)(?=\s[^\W\d_])")
_VERBAL = re.compile(r"(?:ed|ing)$")
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "time", "night", "morning", "monday", "friday"})
LONGEST_NOUN_PHRASE = 5  # words between a number and the noun it counts


def find_head(text: str, at: int, end: int, counting: Counting = "many") -> Head | None:
    """The noun counted by a number that ends at `at`; None where the words name none."""
    if more := _MORE.match(text, at, end):
        at = more.end()
    if of := _OF.match(text, at, end):
        whole = counting in ("vague", "share") or of.group("the")
        return _noun(text, of.end(), end, "one" if counting == "share" else "many") if whole else None
    if counting == "vague" and text[at - 1 : at] == "s":
        return None  # "dozens were": a plural names its noun with "of" alone
    head = _noun(text, at, end, counting)
    if head and counting == "measure":
        return None if head[0] in _TIMES or _VERBAL.search(head[0]) or _has_capital(text[at : head[1]]) else head
    return head


def _noun(text: str, at: int, end: int, counting: Counting) -> Head | None:
    last: Head | None = None
    single = counting in ("one", "measure")
    for word, start, closed in _phrase(text, at, end):
        if word.endswith(("’s", "'s")):
            return word[:-2].lower(), start + len(word) - 2
        if counting == "one" and _ends_before(word):
            break
        if last and (_ends_before(word) or (single and is_plural(word))):
            break  # "19 points agreed", "one proposal asks"
        last = singular(word), start + len(word)
        if closed or word in MEASURES or (is_plural(word) and counting != "one"):
            break
    return last


def _phrase(text: str, at: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """The words that may belong to a noun phrase, each with its place, and whether nothing can follow it."""
    hyphened = text[at : at + 1] == "-"
    for _ in range(LONGEST_NOUN_PHRASE):
        found = _WORD.match(text, at, end)
        if not found or not (text[at].isspace() or text[at] == "-"):
            return
        written = found.group(1)
        word = written.rstrip('.,;:!?)"”’')
        if word.lower() in STOP:
            return
        yield word, found.start(1), hyphened or word != written
        at = found.start(1) + len(word)


def _ends_before(word: str) -> bool:
    return bool(_VERBAL.search(word.lower())) and word.lower() not in BEFORE_NOUN


def _has_capital(words: str) -> bool:
    return any(c.isupper() for c in words)
