"""Figures: numbers in digits and in words, with their scale, before anyone asks what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.model.span import Span

_SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_DOZENS = {"dozen": 12.0}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lac": 1e5, "crore": 1e7,
}  # fmt: skip
_SIGNS = {
    "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
    "k": 1e3, "cr": 1e7,
}  # fmt: skip
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000, "halve": 2,
}  # fmt: skip
_SIGNED_PARTS = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅛": 0.125,
    "⅜": 0.375,
}
# What a vague word may stand for, lowest and highest.
_VAGUE = {
    "few": (2, 6), "several": (3, 10), "many": (2, 10), "couple": (2, 3), "handful": (3, 6),
}  # fmt: skip
LARGEST = 1e18  # no report counts so far
LONGEST_FIGURE = 24  # characters; a longer run of digits is no amount in a report

_BASIC = "|".join([*sorted([*_SMALL, *_TENS], key=len, reverse=True), *_SCALES, *_DOZENS])
_AND = r"(?:(?:(?<=hundred\s)|(?<=thousand\s)|(?<=million\s))and\s)?"
_WORDS = rf"(?:{_BASIC})(?:[\s-]{_AND}(?:{_BASIC})){{0,11}}"  # no number takes more words
_MANY = {
    "tens": (10, 100), "dozens": (24, 120), "scores": (40, 200), "hundreds": (1e2, 1e3), "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13), "lakhs": (1e5, 1e6),
    "crores": (1e7, 1e8),
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))

_WHOLES = "hour|day|week|month|year|decade|century|minute|mile|kilometre|metre|acre"
# "Two in three days" tells how often, not which share.
_TURNS = (
    "(?:hour|day|week|month|year|decade|minute|second|game|match|over|innings|start|attempt|ball|test|season)(?:e?s)?"
)
_VAGUELY = r"(?:an?\s)?(?P<loose>few|couple|handful|several|many)(?:\sof)?"
_BOUNDED_SCALE = rf"(?:{_SCALE}|dozen)(?!\w)"
_FIGURE = re.compile(
    rf"""
    (?<![\w-])(?:
    (?P<many>(?:(?:many|several|a\sfew)\s)?(?P<plural>{"|".join(_MANY)})(?:\sof\s(?P<of>{"|".join(_MANY)}))?(?!\w))
  | (?P<vague>{_VAGUELY}(?:\s(?P<loose_scale>{_BOUNDED_SCALE})|(?!\w)))
  | (?P<ratio>(?P<top>one|two|three|four|five|six|seven|eight|nine|\d{{1,2}})
      [\s-](?:in(?!\s[\w,]+\s(?:\w+\s)?(?:{_TURNS})(?!\w))|out\sof)[\s-](?:every\s)?
      (?P<bottom>an?\s(?:hundred|thousand|million|billion)|\d{{1,3}}(?:,\d{{3}}){{1,3}}
      |two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d{{1,3}})
      (?![\w%]|[.:,/-]\d|\s(?:{_SCALE}|per\s?cent)))
  | (?P<part>(?:(?P<parts_of>{_WORDS})[\s-](?P<parts>{_PART})s
      |(?:one[\s-]|an?\s)(?P<one_part>{_PART})(?=[\s,.;](?:of|the|less|more|lower|higher|as)\b|[\s-](?:percentage\s)?point)
      |(?<=by\s)(?:one[\s-]|an?\s)?(?P<by_part>{_PART})(?!\s[a-z]+s?\s(?:was|were|is|are|who)\b))(?!\w))
  | (?P<and_half>(?:an?|one)(?=\s(?:{_WHOLES})\sand\sa\shalf\b))
  | (?P<half>half(?:\s(?=(?:of|the|its|their|his|her|all|our|those|these|that)\b)
      |[\s-](?:an?[\s-])?(?P<half_scale>{_BOUNDED_SCALE})|[\s-]an?(?=[\s-]\w)))
  | (?P<spelt>(?:an?[\s-](?={_BOUNDED_SCALE}))?(?:{_WORDS})(?!\w)))
  | (?P<digits>(?:\d{{1,3}}(?:,\d{{2,3}})+(?!\d)|\d{{1,3}}(?:[\u00a0\u202f\u2009]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?
      |(?<![\d.\w])\.\d+)
  | (?P<alone>[{"".join(_SIGNED_PARTS)}])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A sentence without digits and without any of these words holds no figure.
_NUMBER_WORDS = frozenset({"half", *_SMALL, *_TENS, *_SCALES, *_DOZENS, *_MANY, *_VAGUE, *_PARTS})
_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(rf"[\d{''.join(_SIGNED_PARTS)}]")
_HALF_MORE = re.compile(r"[\s-]and[\s-]a[\s-]half(?!\w)", re.IGNORECASE)
_SCALED_PART = re.compile(rf"\sof\sa\s({_SCALE})(?!\w)", re.IGNORECASE)
_OVER = re.compile(r"[⁄/](\d{1,3})(?![\d/⁄])")
_SIGNED_PART = re.compile(rf"\s?([{''.join(_SIGNED_PARTS)}])")
# "3 × 10^8", "2.5×10⁻³"; without a mark of the power "×" multiplies, unless a minus shows that a mark was lost.
_POWER = re.compile(
    r"\s?(?:[×x·]\s?10(?:\^|\*\*)\s?([-−–]?\d{1,2})|[×x·]\s?10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|×\s?10([-−–]\d{1,2}))(?![\w.])"
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_MORE_SCALE = re.compile(rf"[\s-]?({_BOUNDED_SCALE})", re.IGNORECASE)
_SIGN = re.compile(r"(mn|mln|mil|mio|bn|bln|tn|trn|k|cr)(?![\w²³/])|\s(mn|mln|bn|bln|tn|trn|cr)(?!\w)", re.IGNORECASE)
SPACED_MILLION = re.compile(r"\s?([mb])(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its place. `low` and `high` differ where the word itself is vague ("dozens")."""

    start: int
    end: int
    low: float
    high: float
    kind: Literal["digits", "words", "fraction", "vague"]
    scaled: bool = False  # "million", "bn" stands with it


def find_figures(text: str, within: Span) -> Iterator[Figure]:
    """The figures of a stretch of text, in order, none inside another."""
    if not _DIGIT.search(text, within.start, within.end) and not _NUMBER_WORDS.intersection(_plain_words(text, within)):
        return
    at = within.start
    while found := _FIGURE.search(text, at, within.end):
        figure = _READERS[_kind(found)](text, found, within.end)
        at = found.end()
        if figure and figure.high < LARGEST:
            at = max(at, figure.end)
            yield figure


def _plain_words(text: str, within: Span) -> list[str]:
    return _LETTERS.findall(text[within.start : within.end].lower())


def read_number(words: str) -> float | None:
    """The value of a number spelt out ("twenty-eight", "four hundred thousand"); None where it is none."""
    total = group = 0.0
    room = 100.0  # what the words before leave open: after "twenty" a number below 10, after "three" none
    for word in re.split(r"[\s-]+", words.lower()):
        small = _SMALL.get(word, _TENS.get(word))
        if small is not None:
            if small >= room:
                return None
            group, room = group + small, 10 if small >= 20 else 0
            continue
        room = 100.0
        if word in ("a", "an", "and"):
            continue
        if word in _DOZENS or word == "hundred":
            group = max(group, 1.0) * _DOZENS.get(word, 100.0)
        elif word in _SCALES:
            total, group = (total or 1) * _SCALES[word] if not group else total + group * _SCALES[word], 0.0
        else:
            return None
    return total + group


def with_scale(figure: Figure, sign: str, end: int) -> Figure:
    """The figure with a scale that its neighbours prove: "12.3m" of money or of people."""
    by = _SIGNS[sign.lower()]
    return replace(figure, low=figure.low * by, high=figure.high * by, end=end, scaled=True)


def scale_of(text: str, figure: Figure) -> float:
    """The scale the figure is written with ("5 million" 1e6), for the figure before it in "3 to 5 million"."""
    words = re.findall(r"[a-z]+", text[figure.start : figure.end].lower())
    scale = 1.0
    for word in words:
        scale *= _SCALES.get(word, _SIGNS.get(word, 1.0))
    return scale


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _READERS if found.group(kind) is not None)


def _read_many(text: str, found: re.Match[str], end: int) -> Figure:
    low, high = _MANY[found.group("plural").lower()]
    by = _MANY[found.group("of").lower()][0] if found.group("of") else 1
    return Figure(found.start(), found.end(), low * by, high * by, "vague")


def _read_vague(text: str, found: re.Match[str], end: int) -> Figure:
    low, high = _VAGUE[found.group("loose").lower()]
    by = read_number(found.group("loose_scale") or "") or 1
    return Figure(found.start(), found.end(), low * by, high * by, "vague")


def _read_ratio(text: str, found: re.Match[str], end: int) -> Figure | None:
    words = (w.replace(",", "") for w in found.group("top", "bottom"))
    top, bottom = (float(w) if w.isdigit() else read_number(w) or 0 for w in words)
    if not 0 < top < bottom:
        return None
    return Figure(found.start(), found.end(), top / bottom, top / bottom, "fraction")


def _read_part(text: str, found: re.Match[str], end: int) -> Figure:
    many = read_number(found.group("parts_of")) if found.group("parts_of") else 1
    part = found.group("parts") or found.group("one_part") or found.group("by_part")
    value = (many or 1) / _PARTS[part.lower()]
    if scale := _SCALED_PART.match(text, found.end(), end):  # "three quarters of a million people"
        value *= read_number(scale.group(1)) or 1
        return Figure(found.start(), scale.end(), value, value, "words", True)
    return Figure(found.start(), found.end(), value, value, "fraction")


def _read_and_half(text: str, found: re.Match[str], end: int) -> Figure:
    """The "an" of "an hour and a half"."""
    return Figure(found.start(), found.end(), 1.5, 1.5, "words")


def _read_half(text: str, found: re.Match[str], end: int) -> Figure:
    scale = found.group("half_scale")
    value = 0.5 * (read_number(scale) or 1) if scale else 0.5
    last = found.start() + len(found.group().rstrip())
    return Figure(
        found.start(), last, value, value, "words" if scale or last - found.start() > 4 else "fraction", bool(scale)
    )


def _read_spelt(text: str, found: re.Match[str], end: int) -> Figure | None:
    value, last = read_number(found.group()), found.end()
    if value is None or re.split(r"[\s-]", found.group().lower())[0] in (*_SCALES, *_DOZENS):
        return None
    scaled = any(word in found.group().lower() for word in _SCALES)
    if more := _HALF_MORE.match(text, last, end):
        value += 0.5 * (read_number(re.split(r"[\s-]", found.group())[-1]) or 1 if scaled else 1)
        last = more.end()
        value, last, scaled = _scaled(text, value, last, end, scaled)
    return Figure(found.start(), last, value, value, "words", scaled)


def _read_digits(text: str, found: re.Match[str], end: int) -> Figure | None:
    digits, last = found.group("digits"), found.end()
    if len(digits) > LONGEST_FIGURE:
        return None
    value = float(re.sub(r"[^\d.]", "", digits))
    if over := _OVER.match(text, last, end):
        if not 0 < value < float(over.group(1)):
            return None
        return Figure(found.start(), over.end(), value / float(over.group(1)), value / float(over.group(1)), "fraction")
    if power := _POWER.match(text, last, end):
        value *= 10.0 ** int(str(power.group(power.lastindex or 0)).translate(_PLAIN))
        return Figure(found.start(), power.end(), value, value, "digits", True)
    if sign := _SIGNED_PART.match(text, last, end):
        value, last = value + _SIGNED_PARTS[sign.group(1)], sign.end()
    elif more := _HALF_MORE.match(text, last, end):
        value, last = value + 0.5, more.end()
    value, last, scaled = _scaled(text, value, last, end, False)
    return Figure(found.start(), last, value, value, "digits", scaled)


def _scaled(text: str, value: float, last: int, end: int, scaled: bool) -> tuple[float, int, bool]:
    while more := _MORE_SCALE.match(text, last, end):
        value, last, scaled = value * (read_number(more.group(1)) or 1), more.end(), True
    if not scaled and (sign := _SIGN.match(text, last, end)):
        value, last, scaled = value * _SIGNS[(sign.group(1) or sign.group(2)).lower()], sign.end(), True
    return value, last, scaled


def _read_alone(text: str, found: re.Match[str], end: int) -> Figure:
    value = _SIGNED_PARTS[found.group()]
    return Figure(found.start(), found.end(), value, value, "fraction")


_READERS = {
    "many": _read_many, "vague": _read_vague, "ratio": _read_ratio, "part": _read_part, "half": _read_half,
    "and_half": _read_and_half,
    "spelt": _read_spelt, "digits": _read_digits, "alone": _read_alone,
}  # fmt: skip
