"""The noun that a number counts."""

import re
from collections.abc import Iterator
from typing import Literal

from rashomon.extract.nouns import BEFORE_NOUN, COMPARATIVES, MEASURES, PARTICIPLES, STOP, is_plural, singular

# What a number may be to its noun: one ("one man"), many, vague ("dozens of people"), a share ("half of the town"),
# a measure ("400-pound gorilla").
Counting = Literal["one", "many", "vague", "share", "measure"]
Head = tuple[str, int]  # the noun in the singular, and where it ends

_WORD = re.compile(r"[\s-]?\s?([^\W\d_]+(?:[-’'&.][^\W\d_]+)*[.,;:!?)\"”’]?)")
_OF = re.compile(r"\sof(?=\s)(?P<the>\s(?:the|its|their|those|these|his|her|our|all|them|whom)(?!\w))?")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\.")  # "28,500 U.S. troops"
_LEFT = re.compile(r"[^e]ed$")  # "a crowd of 45,000 watched", "2,000 surveyed": a verb, no noun
_MODEL = re.compile(r"\s(?:[A-Z][A-Za-z]{0,4}-?\d{1,4}\w{0,4}|7[0-8]7)(?=\s)")  # "20 A320neo jets", "12 F-16 fighters"
_COURSE = re.compile(
    r"(?:north|south|east|west|in|off|up|down)-?(?:north|south|east|west|land|shore|stream|wind|hill)?(?:ward)?$"
)
_MORE = re.compile(r"\s(?:more|fewer|additional|extra)(?=\s[^\W\d_])")
_VERBAL = re.compile(r"(?:ed|ing)$")
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "time", "night", "morning", "monday", "friday"})
LONGEST_NOUN_PHRASE = 5  # words between a number and the noun it counts


def find_head(text: str, at: int, end: int, counting: Counting = "many") -> Head | None:
    """The noun counted by a number that ends at `at`; None where the words name none."""
    if more := _MORE.match(text, at, end):
        at = more.end()
    at += len("-strong") if text.startswith("-strong ", at, end) else 0  # "a 3,000-strong crowd"
    if of := _OF.match(text, at, end):
        whole = counting in ("vague", "share") or of.group("the")
        head = _noun(text, of.end(), end, "one" if counting == "share" else "many") if whole else None
        return None if head and _is_them(of) and not is_plural(text[of.end() : head[1]].strip()) else head
    if counting == "vague" and text[at - 1 : at] == "s":
        return None  # "dozens were": a plural names its noun with "of" alone
    head = _noun(text, at, end, counting)
    if head and counting == "measure":
        return (
            None
            if head[0] in _TIMES
            or _COURSE.match(head[0])
            or _VERBAL.search(head[0])
            or _has_capital(text[at : head[1]])
            else head
        )
    return head


def _is_them(of: re.Match[str]) -> bool:
    """True in "three of them children", where only a noun in the plural may follow."""
    return (of.group("the") or "").strip().lower() in ("them", "whom")


def _noun(text: str, at: int, end: int, counting: Counting) -> Head | None:
    last: Head | None = None
    single = counting in ("one", "measure")
    at = at if counting == "measure" else _past_comparative(text, at, end, counting == "one")
    phrase = list(_phrase(text, at, end))
    for n, (word, start, closed) in enumerate(phrase):
        if word.endswith(("’s", "'s")):
            return word[:-2].lower(), start + len(word) - 2
        if counting == "one" and _ends_before(word):
            break
        if last and (_ends_before(word) or (single and is_plural(word))):
            break  # "19 points agreed", "one proposal asks"
        last = singular(word), start + len(word)
        if closed or word in MEASURES or (is_plural(word) and counting != "one" and not _names(phrase[n : n + 2])):
            break
    return None if last and _LEFT.search(last[0]) and last[0] not in PARTICIPLES else last


def _names(words: list[tuple[str, int, bool]]) -> bool:
    """True for a plural with a capital that names whose the things counted are: "two Capitol Police officers"."""
    return len(words) > 1 and words[0][0][0].isupper() and words[1][0][0].islower() and is_plural(words[1][0])


def _past_comparative(text: str, at: int, end: int, one: bool) -> int:
    """Behind a comparative that stands before the noun counted: "two older brothers", not "two older than"."""
    found, follows = _WORD.match(text, at, end), None
    if found and found.group(1).lower() in COMPARATIVES:
        follows = _WORD.match(text, found.end(), end)
    if not found or not follows or text[found.end()] != " ":
        return at
    noun = follows.group(1).rstrip('.,;:!?)"”’')
    return found.end() if noun.lower() not in STOP and (one or is_plural(noun)) else at


def _phrase(text: str, at: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """The words that may belong to a noun phrase, each with its place, and whether nothing can follow it."""
    hyphened = text[at : at + 1] == "-"
    for _ in range(LONGEST_NOUN_PHRASE):
        if model := _MODEL.match(text, at, end):
            at = model.end()
        found = _WORD.match(text, at, end)
        if not found or not (text[at].isspace() or text[at] == "-"):
            return
        written = found.group(1)
        word = written.rstrip('.,;:!?)"”’')
        if word.lower() in STOP:
            return
        dotted = _INITIALS.fullmatch(written) is not None and text[found.end() : found.end() + 1] == " "
        yield written if dotted else word, found.start(1), hyphened or (word != written and not dotted)
        at = found.start(1) + len(written if dotted else word)


def _ends_before(word: str) -> bool:
    return bool(_VERBAL.search(word.lower())) and word.lower() not in BEFORE_NOUN


def _has_capital(words: str) -> bool:
    return any(c.isupper() for c in words)
