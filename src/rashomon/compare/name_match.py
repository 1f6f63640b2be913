"""How alike two names are: spelling, transliteration, initials, nicknames, legal forms; and why we think so."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.nicknames import LEGAL_FORMS, NICKNAMES, SMALL_WORDS, TITLES
from rashomon.model.reading import NameKind

_WORD = re.compile(r"[a-z0-9]+")
# Letters that romanisations write one way or the other, in order; what is left compares equal across them.
_FOLDS = tuple(
    (old, new)
    for old, _, new in (
        pair.partition(">")
        for pair in (
            "shch>sh sch>sh tsch>ch tch>ch tz>ts dzh>j zh>j dj>j kh>h gh>g ph>f th>t dh>d ck>k qu>k q>k x>ks hs>sh w>v "
            "ou>u oo>u ee>i ie>i iy>i yi>i ij>i ii>i yy>i ei>e ey>e ay>ai y>i ia>a ya>a ue>u oe>o ae>a z>s c>k"
        ).split()
    )
)
_DOUBLED = re.compile(r"(.)\1+")


_SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A likeness from 0 to 1 and its reason."""

    score: float
    reason: str


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters, without possessives, dots and quotation marks."""
    plain = anyascii(name).casefold().replace(".", "").replace("`", "").replace("'s ", " ").replace("'", "")
    return tuple(_SHORT.get(w, w) for w in _WORD.findall(plain.replace("&", " and ")))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The word with the choices of romanisation taken out: "kh" and "h" are one, "g" and "h" are not."""
    for old, new in _FOLDS:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=100_000)
def word_likeness(a: str, b: str) -> float:
    """0..1; 1 for equal words, high for spellings of one word."""
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit() or (a in COUNTRY_OF and b in COUNTRY_OF and COUNTRY_OF[a] != COUNTRY_OF[b]):
        return 0.0
    plain = OSA.normalized_similarity(a, b)
    x, y = sound(a), sound(b)
    if x == y:
        return max(plain, 0.95)
    heard = OSA.normalized_similarity(x, y)
    if x and y and x[0] != y[0] and {x[0], y[0]} != {"g", "h"}:
        heard -= 0.08
    return max(plain - 0.02, min(0.95, heard))


def name_similarity(a: str, b: str, kind: NameKind = "person") -> NameMatch:
    """How likely it is that two written names are of one thing, where nothing else is known of them.

    The score is about 0.95 and more for two romanisations, 0.8 and more for slips and missing middle names.
    """
    best = max(
        (_compare(x, y, kind) for x in _alternatives(a) for y in _alternatives(b)),
        key=lambda m: m.score,
        default=_NOTHING,
    )
    if best.score > _OTHER_SIGN and _one_sign_apart(a, b):
        return NameMatch(_OTHER_SIGN, "names of a few signs, one of them another")
    return best


_NOTHING = NameMatch(0.0, "no letters to compare")
_OTHER_SIGN = 0.6  # a score below any threshold: one sign of a Chinese or Korean name makes another name
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,5}")


def _one_sign_apart(a: str, b: str) -> bool:
    return a != b and bool(_SIGNS.fullmatch(a) and _SIGNS.fullmatch(b))


def _alternatives(name: str) -> list[str]:
    """The names on both sides of a slash: "Al-Qa'ida/Islamic Army"."""
    return [part for part in name.split("/")[:3] if len(part) > 4] or [name]


def _compare(a: str, b: str, kind: NameKind) -> NameMatch:
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return _NOTHING
    if left == right:
        return NameMatch(1.0, "same words")
    x, y = "".join(left), "".join(right)
    if x == y:
        return NameMatch(0.99, "same letters, divided in another way")
    found = _persons(left, right) if kind == "person" else _bodies(left, right)
    if (
        len(left) != len(right)
        and min(len(x), len(y)) >= _LONG
        and OSA.normalized_similarity(x, y) >= 0.93
        and not _digits(x, y)
    ):
        return max(found, NameMatch(0.9, "nearly the same letters, divided in another way"), key=lambda m: m.score)
    return found


_LONG = 10  # letters; shorter names run together by chance


def _digits(x: str, y: str) -> bool:
    return any(c.isdigit() for c in x + y)


def _persons(left: tuple[str, ...], right: tuple[str, ...]) -> NameMatch:
    a, b = _spread(_bare(left), right), _spread(_bare(right), left)
    short, long = sorted((a, b), key=len)
    pairs, rest = _pair_up(short, long)
    least = min((score for _, _, score in pairs), default=0.0)
    total = sum(score for _, _, score in pairs) / len(short)
    if len(short) == 1 and len(long) > 1:
        return NameMatch(0.5 * total, "one word of a longer name")
    score = total * (0.5 + 0.5 * min(1.0, least / 0.72)) - 0.04 * len(rest)
    return NameMatch(max(0.0, score), "spellings of one name" if score > 0.8 else "other words")


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without titles and particles; a first word that is no title stays ("Ben Gurion")."""
    kept = tuple(w for n, w in enumerate(words) if w not in TITLES and (w not in SMALL_WORDS or n == 0))
    return kept or words


def _spread(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Initials written as one word ("JC") as so many, where the other name has words for them."""
    first = words[0]
    initials = "".join(w[0] for w in other[: len(first)])
    return (*first, *words[1:]) if len(first) == 2 and first == initials and len(words) > 1 else words


def _pair_up(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[list[tuple[str, str, float]], list[str]]:
    """Each word of the shorter name with its best partner in the longer, best pairs first; and what is left there."""
    scored = sorted((-_given(a, b), abs(i - j), i, j) for i, a in enumerate(short) for j, b in enumerate(long))
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
    a, b = _plain_body(left), _plain_body(right)
    if a == b:
        return NameMatch(0.97, "same but for the legal form")
    if {w for w in a if w in _ORDINALS.values()} != {w for w in b if w in _ORDINALS.values()}:
        return NameMatch(0.3, "other numbers")
    if {w for w in a if w.isdigit()} != {w for w in b if w.isdigit()}:
        return NameMatch(0.3, "other numbers")
    short, long = sorted((a, b), key=len)
    if len(short) == 1 and len(long) >= 3 and short[0] == "".join(w[0] for w in long):
        return NameMatch(0.85, "the initials of the longer name")
    pairs, rest = _pair_up(short, long)
    total = sum(score for _, _, score in pairs) / len(short)
    least = min(score for _, _, score in pairs)
    score = total * (0.5 + 0.5 * min(1.0, least / 0.72)) - 0.21 * len(rest)
    return NameMatch(max(0.0, score), "spellings of one name" if score > 0.8 else "other words")


_ORDINALS = {
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
}
_LONG_FORMS = (
    ("united", "states", "us"),
    ("joint", "stock", "jsc"),
    ("limited", "liability", "llc"),
    ("sp", "z", "sp"),
)


def _plain_body(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without legal forms, numbers as figures, "united states" as "us"."""
    joined = " ".join(words)
    for first, second, short in _LONG_FORMS:
        joined = joined.replace(f"{first} {second}", short)
    bare = tuple(_ORDINALS.get(w, w) for w in joined.split() if w not in LEGAL_FORMS)
    return bare or words
