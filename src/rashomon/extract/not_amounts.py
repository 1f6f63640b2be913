"""Digits that are no amount: clock times, telephone numbers, addresses on the web, and numbers that are names."""

import re
from bisect import bisect_right

from rashomon.model.span import Span
from rashomon.text.telephones import TELEPHONE

_NOT_AMOUNTS = re.compile(
    r"""
    (?<!\w)(?:https?://|www\.)\S{1,300}
  | (?<!\S)[^\s@]{1,60}@\S{1,60}
  | (?<![\w.])\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:a\.m\.|p\.m\.|am|pm|AM|PM|A\.M\.|P\.M\.|o[’']clock)(?!\w)
  | (?<![\w.:])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|IST|ET|hrs))?(?![\w:])
  | (?<![\w.,])\d{3,4}\s?(?:hrs|hours?)?\s?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|IST)(?!\w)
  | (?<!\w)\d+(?:-\d+){2,}(?!\w)
  | (?<!\w)(?:24/7|9/11|7/7|50[-/]50)(?!\w)
  | (?<![\w$£€.,])\d{1,5}(?:[-–]\d{1,5})?[A-Za-z]?\s(?:[A-Z][\w’'.-]*\s){1,3}
      (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Boulevard|Blvd|Way|Place|Square|Crescent|Terrace|Close|
      Parade|Highway|Quay|Mews)(?!\w|\s[a-z-]{3,}s(?!\w))
  | (?<![\w$£€.,])7[0-8]7(?:-\w+)?(?=\s(?:Max|MAX|Dreamliner|Freighter|[Jj]umbo
      |(?:passenger\s|cargo\s)?(?:jet|plane|aircraft|airliner|model)))
  | (?<!\w)(?i:junctions?|sections|articles|chapters|pages|gates|platforms|verses|wards|flights|routes|runways?|exits?
      |rooms|clauses|paragraphs|counties|lanes)\s\d+[A-Z]?(?:(?:,\s|\s(?:and|or|to|&)\s|[-–])\d+[A-Z]?(?![\w,]|\s[a-z-]{3,}s(?!\w)))*
  | (?<![\w.,$£€])(?:\d{1,2}-all|[48]K)(?!\w)
  | (?:\#|№|\bNos?\.\s?|\bn°\s?)\d+
  | (?<!\w)\d{0,3}(?:(?<!1)(?:1st|2nd|3rd)|\dth)(?!\w)
  | (?<!\w)(?:the\s)?(?:(?:late|early|mid)[\s-])?(?:\d{2})?\d0s(?!\w)
  | (?<!\w)(?:[Aa]t|[Oo]n|[Ff]or)\sone\s(?:point|time|stage|thing|occasion|level|moment)(?!\w)
  | (?<![\w.,])(?:911|999)(?![\w%]|[.,]\d|\s[a-z]+s\b)
  | (?<!\w)(?:one|two)[\s-](?:another|by\s(?:one|two)|on[\s-]one)(?!\w)
    """
    + f"| {TELEPHONE}",
    re.VERBOSE,
)
# A number behind one of these is the name of a thing, whatever follows it.
_LABELS = frozenset(
    "number no nos numbers section sections row part chapter article articles clause paragraph page pages flight "
    "route highway motorway interstate channel game group level phase step stage round class type category grade "
    "figure table volume vol issue episode season unit room gate lane platform pier terminal block building "
    "apartment apt suite floor zone district ward sector top bottom area region precinct station line track bus "
    "train tram squadron battalion brigade regiment division model version mark mk generation gen size factor "
    "tier title act amendment proposition prop measure resolution bill rule case file exhibit question item lot "
    "race heat leg set windows android ios iphone ipad galaxy pixel playstation xbox boeing airbus apollo soyuz "
    "vostok formula psalm verse covid agenda  euro caption photo image cell bed locker magnitude".split()
)
_INDEX = re.compile(
    r"(?:S&P|S P|SP|s&p|sp|FTSE|Stoxx|STOXX|Nikkei|CAC|Russell|ASX|CSI|Nasdaq|Fortune|Forbes|"
    r"Nifty|Topix|Dow|DAX|TA|Area|K|Euro)"
    r"(?:/\w+)?[\s-]$"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&’'-]*)\s$")
_FUNCTION = frozenset(
    "the a an some about around nearly almost over under more than at least in on of by for from to with and or "
    "but as if when while after before since until till between among among just only all these those its their "
    "his her our your my this that both another up down he she it they we i you there here was were is are has "
    "have had will would may might could can said says only even approximately roughly about another every each "
    "per plus minus last next first past previous within during than then so not no yet still meanwhile however "
    "also including including".split()
)


def find_not_amounts(text: str, within: Span) -> list[Span]:
    """Stretches whose digits are no amount, in order."""
    return [Span(m.start(), m.end()) for m in _NOT_AMOUNTS.finditer(text, within.start, within.end)]


def overlaps(spans: list[Span], start: int, end: int) -> bool:
    """True where one of the spans, which are in order and disjoint, shares a character with start..end."""
    place = bisect_right(spans, start, key=lambda span: span.start)
    return any(s.start < end and start < s.end for s in spans[max(0, place - 1) : place + 1])


def is_name_number(text: str, start: int, first: int) -> bool:
    """True where the word before a number makes it part of a name: "Flight 370", "Boeing 737", "iPhone 11"."""
    before = text[max(first, start - 30) : start]
    if _INDEX.search(before):
        return True
    found = _WORD_BEFORE.search(before)
    return bool(found) and found.group(1).lower().rstrip(".") in _LABELS  # type: ignore[union-attr]


def follows_capital(text: str, start: int, first: int) -> bool:
    """True where the word before a number has a capital inside a sentence, as a name has."""
    window = max(first, start - 30)
    found = _WORD_BEFORE.search(text[window:start])
    if not found or not any(c.isupper() for c in found.group(1)):
        return False
    word = found.group(1)
    opens = window + found.start() <= first or text[window + found.start() - 1] in "“\"'‘("
    return not (word.lower() in _FUNCTION or word.endswith(("ing", "ed")) or (opens and word[1:].islower()))
