"""How dates are written: one pattern a kind, all in one expression."""

import re
from dataclasses import dataclass

_MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_OF = {name[:3].lower(): n for n, name in enumerate(_MONTHS, 1)}
DAY_OF = {name[:3].lower(): n for n, name in enumerate(DAYS)}
HOLIDAYS = {
    "new year's eve": (12, 31), "new years eve": (12, 31), "new year's day": (1, 1), "new years day": (1, 1),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "halloween": (10, 31),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "fourth of july": (7, 4), "july fourth": (7, 4),
    "bastille day": (7, 14), "april fools' day": (4, 1), "may day": (5, 1),
}  # fmt: skip


def _cased(words: list[str]) -> str:
    return "|".join([*words, *(w.upper() for w in words)])


_FULL = _cased(_MONTHS)
_SHORT = "|".join(f"{m[:3]}|{m[:3].upper()}" for m in _MONTHS if m != "May") + "|Sept|SEPT"
_MONTH = rf"(?:(?:{_FULL})|(?:{_SHORT})\.?)"
_WEEKDAY = rf"(?:{_cased(DAYS)})"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_HOURS = r"(?:morning|afternoon|evening|night|lunchtime|midday|noon|dawn|dusk)"
_WHICH = r"(?P<which>last|this|next|the\ssame|that)\syear"
_NUMBER = (
    r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{1,3}"
)
_LEAD = rf"(?:(?P<weekday>{_ANY_WEEKDAY})(?:,|\s{_HOURS})?,?\s?(?:the\s|\(|on\s)?\s?)?"
_TO_DAY = rf"(?:\s?[-–]\s?{_DAY}|\s(?:and|to|or)\s{_DAY}(?=,?\s{_YEAR}))?"

_NEW_YEAR = r"New\sYear[’']?s\s(?:Eve|Day)"
_HOLIDAY = (
    rf"{_NEW_YEAR}|Christmas\s(?:Eve|Day)|Boxing\sDay|Hallowe[’']?en|Valentine[’']s\sDay|St\.?\sPatrick[’']s\sDay|"
    r"Fourth\sof\sJuly|July\sFourth|Bastille\sDay|May\sDay|April\sFools[’']\sDay"
)
_LAST = r"[Ll]ast|[Tt]his|[Nn]ext"

_KINDS = {
    "iso": r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?![\d/-])",
    "day_month": (
        rf"{_LEAD}(?P<day>{_DAY})(?:\s?[-–]\s?{_DAY})?(?:\sof)?\s(?P<month>{_MONTH})(?!\w)"
        rf"(?:,?\s(?P<year>{_YEAR})(?![\w,]\d)|,?\s(?:of\s)?{_WHICH})?"
    ),
    "month_day": (
        rf"{_LEAD}(?P<month>{_MONTH})\s(?:the\s)?(?P<day>{_DAY})(?!\w|[:%]|[.,]\d){_TO_DAY}"
        rf"(?:,?\s(?P<year>{_YEAR})(?!\w|,\d)|,?\s(?:of\s)?{_WHICH})?"
    ),
    "month_year": rf"(?:(?P<month>{_MONTH}),?\s(?:of\s)?(?:(?P<year>{_YEAR})(?!\w|,\d)|{_WHICH}))",
    "which_month": rf"(?:{_LAST})\s(?P<month>{_FULL})(?!\w)",
    "month": rf"(?P<month>{_MONTH})(?!\w)",
    "numeric": (
        rf"(?:(?P<weekday>{_ANY_WEEKDAY}),?\s\(?)?(?P<a>\d{{1,2}})(?P<mark>[/.])(?P<b>\d{{1,2}})"
        r"(?:(?P=mark)(?P<year>\d{4}|\d\d))?(?![\w/%]|\.\d|,\d)"
    ),
    "next_to": rf"(?:[Aa]|[Tt]he|[Oo]ne)\sday\s(?P<side>before|after|earlier\sthan)\s(?P<weekday>{_WEEKDAY})(?!\w)",
    "weekday": (
        rf"(?:(?P<which>{_LAST}|[Tt]his\s(?:past|coming)|[Ee]arly|[Ll]ate)\s(?:on\s)?)?(?P<weekday>{_WEEKDAY})(?!\w)"
        rf"(?:\s{_HOURS}(?!\w))?"
    ),
    "holiday": (
        rf"(?:(?P<before>{_YEAR})\s)?(?P<name>{_HOLIDAY})(?!\w)"
        rf"(?:,?\s(?:of\s|in\s)?(?:(?P<year>{_YEAR})(?!\w|,\d)|{_WHICH}|(?P<back>{_NUMBER})\syears?\sago))?"
    ),
    "today": (
        r"(?P<day>[Tt]oday|[Tt]omorrow|[Yy]esterday|[Tt]onight|[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening))(?!\w)"
    ),
    "shift": (
        rf"(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Ss]ometime)\s)?(?P<which>{_LAST}|(?:[Ee]arli|[Ll]at)er\sin\sthe)\s"
        r"(?P<unit>weekend|week|month|year)(?!\w|-)"
    ),
    "weekend": r"(?:[Oo]ver|[Aa]t|[Dd]uring)\sthe\s(?P<past>past\s|last\s)?weekend(?!\w)",
    "ago": rf"(?P<count>[Aa]|[Oo]ne|{_NUMBER})\s(?P<unit>day|week|month|year)s?\sago(?!\w)",
    "year": rf"(?P<year>{_YEAR})(?:[-–/]\d\d(?!\d|-))?(?![\w/%°]|[.,]\d)",
}


def _with_kind(kind: str, words: str) -> str:
    """The pattern with its kind's name before those of its pieces, so that all fit into one expression."""
    return rf"(?P<{kind}>" + re.sub(r"[?]P([<=])([a-z]+)", rf"?P\1{kind}_\2", words) + ")"


# Tried only where a date may begin.
ANY_DATE = re.compile(
    r"(?<![\w$£€#@])(?<!\d[,.])(?=[\dA-Zadeflnosty])(?:"
    + "|".join(_with_kind(kind, words) for kind, words in _KINDS.items())
    + ")"
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of a date of one kind, with its named pieces."""

    kind: str
    match: re.Match[str]

    def get(self, piece: str) -> str | None:
        return self.match[f"{self.kind}_{piece}"]

    def the(self, piece: str) -> str:
        return self.match[f"{self.kind}_{piece}"] or ""

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()
