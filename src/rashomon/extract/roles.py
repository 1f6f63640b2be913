"""The words that say who a name is: "US Army Secretary" before it, ", a spokesman for the union," after it."""

import re

from rashomon.extract.lexicon import FUNCTION_WORDS, Lexicon
from rashomon.extract.words import Word
from rashomon.model.span import Span
from rashomon.text.word_sets import word_set

_ROYAL = frozenset(("king", "queen", "prince", "princess", "sheikh"))
_KEPT = frozenset(("former", "first", "second"))  # may begin a description
_THINGS_TOO = frozenset(("general", "major", "private", "chief", "head", "professor", "master", "marine", "judge"))
_PARTICIPLES = frozenset("retired convicted accused alleged leading ruling acting rating elected".split())
LONGEST_ROLE = 8  # words before a name; longer stretches are clauses
_AFTER = re.compile(
    r",\s+(?:(?:a|an|the|one of|who is|who was|his|her|their|its|then|now)\s+)?"
    r"(?P<role>[^,.;:()“”\"—–!?\n]{3,120}?)(?=[,.;:)—–\n]|$|\s+(?:said|told|says))"
)
_AGE = re.compile(r",\s+(?P<age>\d{1,3})(?=[,.]|\s)")
_STOPS = re.compile(r"\s(?:who|which|where|when|that|said|told|says|was|is|were|has|have|had|will|would)\b")


def split_title(words: tuple[Word, ...], lexicon: Lexicon) -> int:
    """The number of leading words of a run that are title and no name: 3 for "US Army Secretary Dan Driscoll"."""
    cut = 0
    for n, word in enumerate(words[:-1]):
        title = word.lower in lexicon.honorifics or word.lower in lexicon.titles
        if word.lower in _THINGS_TOO and len(words) == n + 2 and words[n + 1].lower in lexicon.common_words:
            continue  # "General Relativity"
        if title and word.lower not in {"st", "saint"}:  # a place or church far more often than a saint
            cut = n + 1
    if not cut and _opens_with_head(words, lexicon):
        cut = 1
    rest = words[cut:]
    if cut and rest and (rest[0].lower in {"of", "for"} or rest[-1].lower in lexicon.org_words):
        return 0  # "Director of Public Prosecutions", "Governor General Hospital"
    return cut


def _opens_with_head(words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """True for "Student Petra Lind": a head that is no title by itself, before a given name and a surname."""
    if len(words) < 3:
        return False
    head, given = words[0].lower, words[1].lower
    return head in lexicon.person_heads and head not in lexicon.given_names and given in lexicon.given_names


def role_before(text: str, words: list[Word], first: int, titled: bool, lexicon: Lexicon) -> int:
    """The index of the first word of the description that ends before word `first`; `first` where there is none."""
    if first == 0:
        return first
    head = words[first - 1]
    if (
        not titled
        and text[head.end : words[first].start] == ", "
        and head.lower in lexicon.person_heads
        and (not head.capital or head.text.isupper())
    ):
        return _apposed(text, words, first, lexicon)
    if not titled and (start := _head_with_complement(text, words, first, lexicon)) is not None:
        return start
    if not titled and not (_is_head(head, lexicon) and text[head.end : words[first].start] in (" ", " ")):
        return first
    if head.lower.endswith("-year-old") and not titled:
        return first - 1
    at = first
    polite = titled and words[first].lower in lexicon.honorifics and words[first].lower not in _ROYAL
    while at > 0 and first - at < LONGEST_ROLE and _goes_on(text, words, at, lexicon):
        if polite and not words[at - 1].capital:
            break
        at -= 1
    while at < first and words[at].lower in FUNCTION_WORDS and words[at].lower not in _KEPT and words[at].text != "US":
        at += 1
    return at


def _apposed(text: str, words: list[Word], first: int, lexicon: Lexicon) -> int:
    """The description before a comma, where an article opens it: "the foreign minister, Anna Berg"."""
    at = first - 1
    while at > 0 and first - at < LONGEST_ROLE and _goes_on(text, words, at, lexicon):
        at -= 1
    possessed = any(w.possessive for w in words[at:first])
    return (
        at
        if possessed or (at > 0 and words[at - 1].lower in {"a", "an", "the", "his", "her", "their", "its"})
        else first
    )


_PLURALS = frozenset(
    "sports women veterans affairs operations communications sales services systems studies forces rights".split()
)


def _head_with_complement(text: str, words: list[Word], first: int, lexicon: Lexicon) -> int | None:
    """The place of "spokeswoman" in "spokeswoman for the festival Anna Berg"; None for other words."""
    if _FIRM.match(text, words[first].start):
        return None
    for at in range(first - 3, max(-1, first - 6), -1):
        link = words[at + 1].lower
        if words[at].lower not in lexicon.person_heads or link not in {"for", "of", "at"}:
            continue
        between = words[at + 2 : first]
        plain = all(not w.capital and not w.possessive and w.lower not in lexicon.verbs for w in between)
        tight = all(text[words[k].end : words[k + 1].start] == " " for k in range(at, first))
        kind = between[-1].lower in lexicon.org_heads  # "director of rights group Tall Trees Watch"
        return at if plain and tight and not kind and between[-1].lower not in FUNCTION_WORDS else None
    return None


_NOUNS_TOO = word_set("report claim travel search ship insure trust design test transport cruise")  # "report company"


def _is_head(word: Word, lexicon: Lexicon) -> bool:
    return not word.possessive and (
        word.lower in lexicon.person_heads or word.lower in lexicon.org_heads or word.lower.endswith("-year-old")
    )


def _goes_on(text: str, words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """True where word `at - 1` belongs to the description that word `at` is in."""
    word, following = words[at - 1], words[at]
    gap = text[word.end : following.start]
    if word.lower == "and" and gap == " " and at >= 2:
        return _is_head(words[at - 2], lexicon) and not words[at - 2].possessive
    if gap == " & ":
        return word.capital and following.capital
    if word.lower == "of" and gap == " " and following.capital and at >= 2:
        return words[at - 2].capital and words[at - 2].lower in lexicon.org_words  # "Bank of England governor"
    if word.lower in _NOUNS_TOO and following.lower in lexicon.org_heads and gap == " ":
        return True
    if (
        gap not in (" ", " ", "'s ", "’s ", "' ", "’ ", "-")
        or word.lower in lexicon.verbs
        or (word.capital and word.lower in lexicon.calendar)
    ):
        return False
    if word.lower in FUNCTION_WORDS and word.text != "US":
        return word.lower in {"former", "first"}
    if word.capital or word.possessive or word.lower in lexicon.modifiers or "-" in word.text:
        return True
    if word.lower.endswith(("ed", "ing", "ly")):
        return word.lower in _PARTICIPLES
    if word.lower.endswith("s") and not word.lower.endswith(("ss", "ics", "news")) and word.lower not in _PLURALS:
        return False  # "shows": a verb more often than not
    return _is_head(word, lexicon) or (
        word.lower in lexicon.common_words and word.lower.isalpha() and len(word.lower) > 2
    )


def role_after(text: str, end: int, limit: int, lexicon: Lexicon) -> Span | None:
    """The description set off by commas behind a name: "police chief of Balkh province"; None where there is none."""
    found = _AFTER.match(text, end, min(limit, end + 200))
    if not found:
        return None
    role = found["role"]
    if stop := _STOPS.search(role):
        role = role[: stop.start()]
    words = [w.strip("'’").lower() for w in re.split(r"[\s]+|['’]s\b", role) if w]
    lead = [w for w in words if w][:8]
    cut = next((n for n, w in enumerate(lead) if w in {"of", "for", "at", "in", "with", "from", "on", "to"}), len(lead))
    heads = lead[:cut]
    heads, role = _before_participle(heads, role, lexicon)
    if not heads or not any(w in lexicon.person_heads or w in lexicon.org_heads for w in heads[-1:]):
        return None
    if heads[-1] not in lexicon.person_heads and not text[end : found.start("role")].strip(", ").strip():
        return None  # "..., China Aerospace Corporation": another name in a list, no description
    if _names_another(role, lexicon):
        return None
    start = found.start("role")
    end = start + len(role.rstrip())
    firm = _REST_OF_FIRM.match(text, end, limit) if text[start:end].split()[-1][:1].isupper() else None
    return Span(start, firm.end() if firm else end) if role.strip() else None


_REST_OF_FIRM = re.compile(r"(?:, [A-Z][\w’'-]+){0,4},? & [A-Z][\w’'-]+")  # "Keel, Brand & Holt"
_FIRM = re.compile(r"[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+){0,4},? & [A-Z]")
_NAMED_BEHIND = re.compile(r"\b(?P<noun>[a-z]+) (?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+$")


def _names_another(role: str, lexicon: Lexicon) -> bool:
    """True for "spokeswoman for the fair Anna Berg": a description of whom it names last."""
    found = _NAMED_BEHIND.search(role.rstrip())
    noun = found["noun"] if found else ""
    known = noun in lexicon.org_heads or noun in lexicon.place_heads or noun in FUNCTION_WORDS
    return bool(found) and not known and role.split()[-2].lower() in lexicon.given_names


def _before_participle(heads: list[str], role: str, lexicon: Lexicon) -> tuple[list[str], str]:
    """The description up to its head where a participle follows: "a security firm" of "a security firm hired by"."""
    for n, word in enumerate(heads[:-1]):
        known = word in lexicon.person_heads or word in lexicon.org_heads
        if known and heads[n + 1].endswith("ed") and heads[n + 2 : n + 3] == ["by"]:
            return heads[: n + 1], role[: role.lower().index(word) + len(word)]
    return heads, role


def has_age(text: str, end: int, limit: int) -> bool:
    """True for ", 58," right behind a name."""
    found = _AGE.match(text, end, min(limit, end + 8))
    return bool(found and 0 < int(found["age"]) < 120)
