"""How alike two names are: spelling, transliteration, initials, nicknames, legal forms; and why we think so."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from rashomon.compare.nicknames import LEGAL_FORMS, NICKNAMES, SMALL_WORDS
from rashomon.model.reading import NameKind

_WORD = re.compile(r"[a-z0-9]+")
# Letters that romanisations write one way or the other, in order; what is left compares equal across them.
_FOLDS = (
    ("'", ""), ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("tsch", "ch"), ("tz", "ts"), ("zh", "j"), ("dj", "j"), ("dzh", "j"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("hs", "sh"),
    ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ii", "i"), ("yy", "i"),
    ("ei", "e"), ("ey", "e"), ("ay", "ai"), ("y", "i"), ("ia", "a"), ("ya", "a"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("z", "s"),
    ("c", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A likeness from 0 to 1 and its reason."""

    score: float
    reason: str


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters, without possessives, dots and quotation marks."""
    plain = anyascii(name).casefold().replace(".", "").replace("`", "").replace("'s ", " ").replace("'", "")
    return tuple(_WORD.findall(plain.replace("&", " and ")))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The word with the choices of romanisation taken out: "huliaipole" and "guliaipole" differ, "kh" and "h" do not."""
    for old, new in _FOLDS:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=100_000)
def word_likeness(a: str, b: str) -> float:
    """0..1; 1 for equal words, high for spellings of one word."""
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit():
        return 0.0
    plain = Levenshtein.normalized_similarity(a, b)
    x, y = sound(a), sound(b)
    if x == y:
        return max(plain, 0.95)
    heard = Levenshtein.normalized_similarity(x, y)
    if min(len(x), len(y)) >= 5 and abs(len(x) - len(y)) <= 1:
        heard = max(heard, JaroWinkler.similarity(x, y) - 0.06)
    if x and y and x[0] != y[0] and {x[0], y[0]} != {"g", "h"}:
        heard -= 0.08
    return max(plain - 0.02, min(0.95, heard))


def name_similarity(a: str, b: str, kind: NameKind = "person") -> NameMatch:
    """How likely it is that two written names are of one thing, where nothing else is known of them."""
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return NameMatch(0.0, "no letters to compare")
    if left == right:
        return NameMatch(1.0, "same words")
    if "".join(left) == "".join(right):
        return NameMatch(0.99, "same letters, divided in another way")
    if kind == "person":
        return _persons(left, right)
    return _bodies(left, right)


def _persons(left: tuple[str, ...], right: tuple[str, ...]) -> NameMatch:
    short, long = sorted((_bare(left, SMALL_WORDS), _bare(right, SMALL_WORDS)), key=len)
    pairs, rest = _pair_up(short, long)
    least = min((score for _, _, score in pairs), default=0.0)
    total = sum(score for _, _, score in pairs) / len(short)
    if len(short) == 1 and len(long) > 1:
        return NameMatch(0.5 * total, "one word of a longer name")
    score = total * (0.5 + 0.5 * min(1.0, least / 0.7)) - 0.04 * len(rest)
    return NameMatch(max(0.0, score), "spellings of one name" if score > 0.8 else "other words")


def _bare(words: tuple[str, ...], small: frozenset[str]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in small) or words


def _pair_up(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[list[tuple[str, str, float]], list[str]]:
    """Each word of the shorter name with its best partner in the longer, best pairs first; and what is left there."""
    scored = sorted(((-_given(a, b), abs(i - j), i, j) for i, a in enumerate(short) for j, b in enumerate(long)))
    used_i: set[int] = set()
    used_j: set[int] = set()
    pairs = []
    for minus, _, i, j in scored:
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((short[i], long[j], -minus))
    return pairs, [w for j, w in enumerate(long) if j not in used_j]


def _given(a: str, b: str) -> float:
    if len(a) == 1 or len(b) == 1:
        return 0.85 if a[0] == b[0] else 0.0
    if NICKNAMES.get(a, a) == NICKNAMES.get(b, b):
        return 1.0 if a == b else 0.95
    return word_likeness(a, b)


def _bodies(left: tuple[str, ...], right: tuple[str, ...]) -> NameMatch:
    a, b = _bare(left, LEGAL_FORMS), _bare(right, LEGAL_FORMS)
    if a == b:
        return NameMatch(0.97, "same but for the legal form")
    if {w for w in a if w.isdigit()} != {w for w in b if w.isdigit()}:
        return NameMatch(0.3, "other numbers")
    short, long = sorted((a, b), key=len)
    pairs, rest = _pair_up(short, long)
    total = sum(score for _, _, score in pairs) / len(short)
    least = min(score for _, _, score in pairs)
    score = total * (0.5 + 0.5 * min(1.0, least / 0.7)) - 0.15 * len(rest)
    return NameMatch(max(0.0, score), "spellings of one name" if score > 0.8 else "other words")
