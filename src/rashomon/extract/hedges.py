"""The words around a number that loosen or bound it."""

import re

from rashomon.model.reading import Bound

_BIT = r"(?:just|slightly|well|far|much|a\slittle|a\sbit)\s"
_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        "at least",
        r"at\s(?:the\svery\s)?least|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|(?:a\s)?minimum\sof|"
        r"as\s(?:few|little)\sas|starting\s(?:at|from)|≥",
    ),
    (
        "at most",
        r"(?<!back\s)(?<!went\s)(?<!rose\s)(?<!move\s)(?<!edge\s)up\sto|at\s(?:the\s)?most|(?:no|not)\smore\sthan|"
        r"as\s(?:many|much|high|long|far)\sas|(?:a\s)?maximum\sof|not\sexceeding|no\slonger\sthan|≤",
    ),
    (
        "more than",
        rf"(?:{_BIT})?(?:(?:more|greater|higher|larger|longer|bigger)\sthan|over|above)|upwards?\sof|in\sexcess\sof|"
        r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|north\sof|better\sthan|>",
    ),
    (
        "less than",
        rf"(?:{_BIT})?(?:(?:less|fewer|lower|smaller|shorter|younger)\sthan|under|below)|just\sshort\sof|shy\sof|<",
    ),
    (
        "about",
        r"(?:somewhere\s)?(?:around|about)|approximately|approx\.?|roughly|some|nearly|almost|close\sto|near(?:ing|ly)?|"
        r"(?:an|the)?\s?estimated|estimated\sat|circa|ca?\.|in\sthe\s(?:region|neighbou?rhood)\sof|or\sso|as\sgood\sas|"
        r"virtually|(?:reported|reportedly|thought\sto\sbe)\s(?:around|about)|barely|~|≈|an\saverage\sof|just\sabout|"
        r"pretty\smuch|more\sor\sless|believed\sto\sbe",
    ),
)
_LOOK_BACK = 40  # characters: the longest of these words and an article behind them
_HEDGE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{bound.replace(' ', '_')}>{words})" for bound, words in _BEFORE) + r")"
    r"(?:\s?(?:an?|the|another|its|their|these|those|his|her|the\s(?:first|last|next|past))(?=\s))?\s?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<!\w)(?:anywhere\s|somewhere\s)?between\s(?:about\s|around\s|roughly\s|some\s)?$", re.IGNORECASE
)
_FROM = re.compile(r"(?<!\w)from\s(?:about\s|around\s|roughly\s|some\s|an?\s|the\s)?$", re.IGNORECASE)
# After these words "from 10 to 12" tells of a change, and the two numbers are two amounts.
_CHANGED = re.compile(
    r"(?<!\w)(?:up|down|r[oi]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|(?:in|de)creas\w+|rais\w+|lower\w*|cut(?:s|ting)?|slash\w*|reduc\w+|"
    r"drop\w*|jump\w*|climb\w*|gr[eo]w\w*|slow\w*|swell\w*|sh?r[aiu]nk\w*|doubl\w+|tripl\w+|revis\w+|mov\w+|went|go(?:es|ing)?|"
    r"chang\w+|narrow\w*|eas(?:e|ed|es|ing)|expand\w*|extend\w*|improv\w+|slip\w*|slid\w*|tumbl\w+|plung\w+|surg\w+|soar\w*|gain\w*|"
    r"shorten\w*|trimm?\w*|halv\w+|upgrad\w+|downgrad\w+|switch\w*|creep\w*|return\w*)(?!\w)",
    re.IGNORECASE,
)
_AFTER_WORDS: tuple[tuple[Bound, str], ...] = (
    (
        "at least",
        r"(?:\+|[\s-]plus|\sor\s(?:more|above|over|greater|higher)|,?\sat\s(?:the\svery\s)?least"
        r"|\sand\s(?:above|over|up))(?!\w)",
    ),
    ("at most", r"(?:\sor\s(?:fewer|less|under|below|lower|younger)|,?\sat\s(?:the\svery\s)?most|\smaximum)(?!\w)"),
    ("about", r"(?:-odd|\sor\s(?:so|thereabouts)|-ish)(?!\w)"),
)
_AFTER = tuple((bound, re.compile(words, re.IGNORECASE)) for bound, words in _AFTER_WORDS)
# "over two days" tells how long a thing took; only after these words does "over" mean more.
_OVER_MEANS_MORE = re.compile(
    r"(?:for|of|just|well|slightly|far|a\slittle|after|in|lasted|took|takes)\s$|^", re.IGNORECASE
)


def find_bound_before(text: str, start: int, first: int, timed: bool = False) -> tuple[Bound, int] | None:
    """The bound that words before `start` set, and where they begin; `timed` for a number of days or years."""
    window = max(first, start - _LOOK_BACK)
    found = _HEDGE.search(text[window:start])
    if not found or found.lastgroup is None:
        return None
    at = window + found.start()
    if (
        timed
        and text[at:start].strip().lower() == "over"
        and not _OVER_MEANS_MORE.search(text[max(first, at - 10) : at])
    ):
        return None
    bound: Bound = next(b for b, _ in _BEFORE if b.replace(" ", "_") == found.lastgroup)
    return bound, at


def find_bound_after(text: str, end: int, last: int) -> tuple[Bound, int] | None:
    """The bound that words at `end` set, and where they end."""
    for bound, pattern in _AFTER:
        if found := pattern.match(text, end, last):
            return bound, found.end()
    return None


def find_range_opening(text: str, start: int, first: int) -> tuple[str, int] | None:
    """Whether "between" or "from" stands before `start`, and where it begins.

    "range" for a "from" where nothing is said to have changed.
    """
    window = max(first, start - _LOOK_BACK)
    before = text[window:start]
    if found := _BETWEEN.search(before):
        return "between", window + found.start()
    if found := _FROM.search(before):
        changed = _CHANGED.search(text[max(first, window - _LOOK_BACK) : window + found.start()])
        forecast = found.group().lower().endswith("the ")  # "down from the 10 to 12 it had planned"
        return ("from" if changed and not forecast else "range"), window + found.start()
    return None
