"""Amounts: figures with their currency or unit, and two of them joined into a range."""

import re
from dataclasses import dataclass, replace

from rashomon.extract.ages import gives_age, is_aged
from rashomon.extract.counted import find_head
from rashomon.extract.figures import SPACED_MILLION, Figure, with_scale
from rashomon.extract.hedges import find_bound_after, find_bound_before
from rashomon.extract.money import (
    CURRENCY_BEFORE,
    currency_before,
    match_currency_after,
    match_nation_after,
    match_pounds,
    may_be_currency,
)
from rashomon.extract.not_amounts import follows_capital, is_name_number
from rashomon.extract.nouns import is_plural
from rashomon.model.reading import Bound
from rashomon.model.span import Span
from rashomon.text.units import match_per, match_unit

_CURRENCY_BEFORE = re.compile(rf"(?P<sign>{CURRENCY_BEFORE})\s?$")
_CONVERTED = re.compile(r"\s\((?=[^()\d]{0,20}\d)[^()]{1,40}\)(?=[\s/])")
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|minus[\s-])$", re.IGNORECASE)
_JOINED_WORD = re.compile(r"(?:sub|mid|pre|post|tude)-$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"(?<!\w)magnitude(?:-|\s(?:of\s)?(?:about\s|around\s|at\sleast\s)?)$", re.IGNORECASE)
_RACES = re.compile(
    r"\s(?:(?:men|women)[’']s\s)?(?:hurdles|heats|finals|races|sprints|runners|swimmers|sprinters|champions|titles|relays|"
    r"butterfly|freestyle)(?!\w)"
)
_IN_LARGER = {"foot": 12, "stone": 14, "lb": 16}
_SMALLER = {
    "foot": re.compile(r"[\s-]?(\d{1,2})(?:\s?in(?:s|ch|ches)?(?![\w-])|\s?[″\"])"),
    "stone": re.compile(r"\s?(\d{1,2})\s?(?:lbs?|pounds?)(?!\w)"),
    "lb": re.compile(r"\s?(\d{1,2})\s?(?:oz|ozs|ounces?)(?!\w)"),
}
_PER_MANY = re.compile(
    r"\s(?:per|for\severy|in\severy)\s(\d{1,3}(?:,\d{3})+|\d{3,}|hundred|thousand|million)(?![\w,.]\d)"
)
_PER_BEFORE = re.compile(r"(?<!\w)(?:per|for\severy|in\severy)\s$")
_SECONDS = re.compile(r"s(?!\w)")  # "9.8s", not "1990s"
_IN_BRACKETS = re.compile(
    r"[A-Z][\w’'-]+\s\($"
)  # "the defender Doe (21)": an age or the number on a shirt, who can tell
_WEIGHS = re.compile(r"weigh|weight|heavy|thrust|payload|(?<!\w)(?:lost|lose|gained)(?!\w)", re.IGNORECASE)
_OF_A = re.compile(r"\sof\san?\s(?:US\s|U\.S\.\s|imperial\s|British\s)?", re.IGNORECASE)
_SPEED = re.compile(
    r"(?<!\w)(?:speeds?|winds?|gusts?|gusting|hurricane|cyclone|typhoon|storm|cruis\w+)(?!\w)", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")
_IDLE_AFTER_ONE = frozenset(
    "of is was could can would should will may might has had another day thing who that by time off".split()
)
_IDLE_AFTER_ONE |= frozenset("sided way or and in on to at for with as but if".split())
_IDLE_BEFORE_ONE = re.compile(
    r"(?<!\w)(?:no|the|this|that|each|every|any|which|other|first|last|only|big|good|new)\s$", re.IGNORECASE
)
_OTHER_HALF = re.compile(
    r"(?<!\w)(?:first|second|other|either|better|each|latter)\s$|(?<!\w)(?:top|bottom)\s$", re.IGNORECASE
)
EARLIEST_YEAR, LATEST_YEAR = 1500, 2100  # four digits between them, counting nothing, are a year


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its unit. `start` and `end` take in currency and unit, `number` is the figure alone."""

    figure: Figure
    start: int
    end: int
    unit: str | None
    number: Span
    bound: Bound = "exact"  # "range" where two figures were joined

    @property
    def bare(self) -> bool:
        """True where digits stand without any unit."""
        return self.unit is None and self.figure.kind == "digits"


def read_amount(text: str, figure: Figure, sentence: Span, pounds_weigh: bool) -> Amount | None:
    """The figure with its unit; None where it is no amount ("Flight 370", "A42", a year, "one of them")."""
    sign = _CURRENCY_BEFORE.search(text[max(sentence.start, figure.start - 6) : figure.start])
    if sign and figure.kind == "digits" and _is_currency(text, figure, sentence, sign):
        return _money(text, figure, sentence, figure.start - len(sign.group()), currency_before(sign.group("sign")))
    if figure.kind == "digits":
        figure_or_none = _standing_free(text, figure, sentence)
        if figure_or_none is None:
            return None
        figure = figure_or_none
    if _PER_BEFORE.search(text, max(sentence.start, figure.start - 12), figure.start):
        return None
    amount = _measured(text, figure, sentence, pounds_weigh)
    return None if _is_idle(text, amount, sentence) else amount


def _is_currency(text: str, figure: Figure, sentence: Span, sign: re.Match[str]) -> bool:
    """Letters need a word's start, which the pattern sees only inside its slice; a few need a great sum as well."""
    at = figure.start - len(sign.group())
    if at > 0 and text[at].isalpha() and text[at - 1].isalnum():
        return False
    short = SPACED_MILLION.match(text, figure.end, sentence.end)
    amount = with_scale(figure, short.group(1), short.end()) if short and not figure.scaled else figure
    return may_be_currency(sign.group("sign"), amount.high, sign.group("sign") == sign.group())


def _money(text: str, figure: Figure, sentence: Span, start: int, currency: str) -> Amount:
    if not figure.scaled and (short := SPACED_MILLION.match(text, figure.end, sentence.end)):
        figure = with_scale(figure, short.group(1), short.end())
    end = match_nation_after(text, figure.end, sentence.end) or figure.end
    if (
        currency == "USD"
        and (word := match_currency_after(text, end, sentence.end))
        and word[0].startswith(("USD", "AUD", "CAD"))
    ):
        currency, end = word
    return _with_per(text, Amount(figure, start, end, currency, Span(figure.start, figure.end)), sentence)


def _with_per(text: str, amount: Amount, sentence: Span) -> Amount:
    """The amount with what it is reckoned by, which may follow its conversion: "C$6 (US$4.46) per share"."""
    if per := match_per(text, amount.end, sentence.end):
        return replace(amount, unit=f"{amount.unit} per {per[0]}", end=per[1])
    converted = _CONVERTED.match(text, amount.end, sentence.end)
    per = match_per(text, converted.end(), sentence.end) if converted else None
    return replace(amount, unit=f"{amount.unit} per {per[0]}") if per else amount


def _standing_free(text: str, figure: Figure, sentence: Span) -> Figure | None:
    """The figure, negative where a minus stands before it; None where it is part of a longer word."""
    before = text[max(sentence.start, figure.start - 7) : figure.start]
    last = before[-1:]
    if last.isalnum() or last in ("_", "#", "@", "=", "/", "\\", "&", "^"):
        return None
    if last in (".", ",", ":", "’", "'") and len(before) > 1 and before[-2].isdigit():
        return None
    if _MINUS.search(before):
        follows = match_unit(text, figure.end, sentence.end, True) or match_unit(
            text, figure.end + 1, sentence.end, False
        )
        return replace(figure, low=-figure.low, high=-figure.high) if follows else figure
    if last in "-–" and len(before) > 1 and before[-2].isalpha() and not _JOINED_WORD.search(before):
        return None
    follows_it = text[figure.end : figure.end + 2]
    if follows_it[:1] == ":" and follows_it[1:].isdigit():
        return None
    return figure


def _measured(text: str, figure: Figure, sentence: Span, pounds_weigh: bool) -> Amount | None:
    """The figure with the unit written after it, or with none; None where letters that are no unit touch it."""
    number = Span(figure.start, figure.end)
    if not figure.scaled and figure.kind == "digits" and (scaled := _short_million(text, figure, sentence)):
        figure, number = scaled, Span(scaled.start, scaled.end)
    unit = _unit_after(text, figure, sentence, pounds_weigh)
    if unit and unit[0] == "kilotonne" and _SPEED.search(text[max(sentence.start, figure.start - 60) : unit[1] + 20]):
        unit = "knot", unit[1]
    if unit and unit[0] == "year" and is_aged(text, figure.start, sentence.start):
        unit = "year-old", unit[1]
    if unit:
        figure, end = _with_smaller(text, figure, unit, sentence)
        return _with_per(text, Amount(figure, figure.start, end, unit[0], number), sentence)
    if among := _PER_MANY.match(text, figure.end, sentence.end):
        return Amount(figure, figure.start, among.end(), f"count per {among.group(1)}", number)
    if loose := _loosely(text, figure, number, sentence):
        return loose
    if figure.kind == "digits" and text[figure.end : figure.end + 1].isalpha():
        return None
    if gives_age(text, figure, sentence):
        return Amount(figure, figure.start, figure.end, "year-old", number)
    return Amount(figure, figure.start, figure.end, "fraction" if figure.kind == "fraction" else None, number)


def _with_smaller(text: str, figure: Figure, unit: tuple[str, int], sentence: Span) -> tuple[Figure, int]:
    """The figure with the smaller unit behind its own ("6ft 2in", "14st 3lb"), and where both end."""
    name, end = unit
    found = _SMALLER[name].match(text, end, sentence.end) if name in _SMALLER and figure.kind == "digits" else None
    many = _IN_LARGER.get(name, 1)
    if not found or float(found.group(1)) >= many or figure.low != int(figure.low):
        return figure, end
    value = figure.low + float(found.group(1)) / many
    return replace(figure, low=value, high=value), found.end()


def _loosely(text: str, figure: Figure, number: Span, sentence: Span) -> Amount | None:
    """The figure with a unit behind words that loosen it: "20-odd years", "30 or so miles"."""
    after = find_bound_after(text, figure.end, sentence.end)
    if not after or text[after[1] : after[1] + 1] != " ":
        return None
    unit = match_currency_after(text, after[1], sentence.end) or match_unit(text, after[1] + 1, sentence.end, False)
    return Amount(figure, figure.start, unit[1], unit[0], number, after[0]) if unit else None


def _short_million(text: str, figure: Figure, sentence: Span) -> Figure | None:
    """The letter of "1.2m tons", "5m people" or "3b euros" is a scale, as something countable follows."""
    short = SPACED_MILLION.match(text, figure.end, sentence.end)
    if not short:
        return None
    follows = _NEXT_WORD.match(text, short.end(), sentence.end)
    counted = follows and is_plural(follows.group(1)) and text[short.end()] != "-"
    counted = counted and not _RACES.match(text, short.end(), sentence.end)
    if (
        counted
        or match_currency_after(text, short.end(), sentence.end)
        or match_unit(text, short.end() + 1, sentence.end, False)
    ):
        return with_scale(figure, short.group(1), short.end())
    return None


def _unit_after(text: str, figure: Figure, sentence: Span, pounds_weigh: bool) -> tuple[str, int] | None:
    end = figure.end
    if _MAGNITUDE.search(text, max(sentence.start, figure.start - 24), figure.start):
        return "magnitude", end
    if "." in text[figure.start : end] and (seconds := _SECONDS.match(text, end, sentence.end)):
        return "second", seconds.end()
    if (figure.kind == "fraction" or 0 < figure.low < 1) and (of_a := _OF_A.match(text, end, sentence.end)):
        return match_unit(text, of_a.end(), sentence.end, False)
    if pounds := match_pounds(text, end, sentence.end):
        around = text[max(sentence.start, figure.start - 40) : min(sentence.end, pounds + 25)]
        weight = _WEIGHS.search(around) or (pounds_weigh and not figure.scaled) or text[pounds - 1] != "s"
        return ("lb" if weight else "GBP"), pounds
    if figure.kind == "vague" and text[end : end + 4] == " of ":
        end += 3  # "tens of millions of dollars"
    if money := match_currency_after(text, end, sentence.end):
        return money
    spaced = text[end : end + 1]
    if spaced and (spaced.isspace() or spaced in "-‑"):
        at = end + (2 if text[end + 1 : end + 2].isspace() else 1)
        return match_unit(text, at, sentence.end, False)
    return match_unit(text, end, sentence.end, figure.kind == "digits")


def _is_idle(text: str, amount: Amount | None, sentence: Span) -> bool:
    """True where the number counts nothing: a name's number, a year, a pronoun."""
    if amount is None:
        return True
    figure = amount.figure
    word = text[figure.start : figure.end].lower()
    if figure.kind == "vague":
        return word.removesuffix(" of") in ("few", "many", "couple", "handful", "a couple")
    if word == "one":
        return _is_pronoun(text, figure, sentence, amount)
    if amount.unit in (None, "fraction") and is_name_number(text, figure.start, sentence.start):
        return True
    if amount.unit == "fraction" and _OTHER_HALF.search(text[max(sentence.start, figure.start - 12) : figure.start]):
        return True
    if not amount.bare:
        return False
    follows = find_head(text, figure.end, sentence.end)
    plural = follows is not None and is_plural(_last_word(text, follows[1]))
    if plural:
        return False
    if len(word) == 4 and word.isdigit() and EARLIEST_YEAR <= figure.low < LATEST_YEAR:
        return find_bound_before(text, figure.start, sentence.start) is None
    if (
        _IN_BRACKETS.search(text[max(sentence.start, figure.start - 30) : figure.start])
        and text[figure.end : figure.end + 1] == ")"
    ):
        return True
    named = "," not in word and _opens_name(text, figure.end, sentence.end)
    return named or follows_capital(text, figure.start, sentence.start)


def _opens_name(text: str, at: int, end: int) -> bool:
    """A capital stands right behind the number and nothing in the plural: "49 Ranch Road", "787 Dreamliner"."""
    follows = _NEXT_WORD.match(text, at, end)
    return follows is not None and follows.group(1)[0].isupper()


def _last_word(text: str, end: int) -> str:
    found = re.search(r"[^\W\d_]+$", text[max(0, end - 30) : end])
    return found.group() if found else ""


def _is_pronoun(text: str, figure: Figure, sentence: Span, amount: Amount) -> bool:
    if _IDLE_BEFORE_ONE.search(text[max(sentence.start, figure.start - 8) : figure.start]):
        return True
    follows = _NEXT_WORD.match(text, figure.end, sentence.end)
    if not follows or (amount.unit is None and follows.group(1).lower() in _IDLE_AFTER_ONE):
        return True
    return amount.unit == "day" and text[figure.end : figure.end + 1] == " "
