"""Datelines: the place, day and agency that open a report."""

import re
from collections.abc import Sequence

from rashomon.extract.agencies import is_agency
from rashomon.extract.lines import Line
from rashomon.model.span import Span
from rashomon.text.moments import MONTHS

_OPENING = 8  # lines; headline, deck, byline and pictures may stand before it
_PARAGRAPH = 12  # words; a place in small letters opens a report only before so many
_MONTH = "(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + ")"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]{2,}|, [A-Z][A-Z.]{1,5}(?=\W)){0,4}"
_TWO_WORDS = (
    "(?:NEW|SAN|SANTA|ST|ST.|LOS|LAS|TEL|HONG|KUALA|ABU|RIO DE|BUENOS|SAO|CAPE|PORT|DES|EL|LA|FORT|"
    "PHNOM|ADDIS|SRI|PANAMA|MEXICO|"
    "KANSAS|SALT LAKE|VATICAN|GUATEMALA|QUEZON|HO CHI MINH|NORTH|SOUTH|EAST|WEST|UNITED|WASHINGTON|"
    "SIERRA|PORTO|NIZHNY|ST PETERSBURG)"
)
_REGION = r"(?:, (?:[A-Z][\w.'’-]+ ?){1,3})?"
_ANY_PLACE = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}" + _REGION
_ON = rf"(?:,? ?{_MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?|, \d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_DASH = r"\s?(?:--+|[-–—―_]|:)(?=\s|[A-Z“\"‘])\s?"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<all>(?:{_ANY_PLACE}{_ON}?\s?)?[(\[](?P<by>[A-Z][\w .&/,-]{{1,40}})[)\]]){_DASH}",  # OSLO (AP) -
        rf"(?P<all>{_ANY_PLACE}{_ON}? ?[(\[](?P<agency>[A-Z][\w .&/,-]{{1,40}})[)\]])(?=\s[A-Z“\"‘])",  # Delhi (PTI)
        rf"(?P<all>{_PLACE}{_REGION}{_ON}?)\s?(?:--+|[–—―_]|-(?=\s)|–)\s?(?=[A-Z“\"‘']|(?!\d{{4}}\b)\d)",  # OSLO —
        rf"(?P<all>(?:{_TWO_WORDS} )?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+{_ON}?):\s(?=[A-Z“\"‘'])",  # OSLO:
        r"(?P<all>\((?:CNN|AP|AFP|Reuters|UPI|PTI|ANI|IANS|Xinhua|Bloomberg|NewsNation|The "
        r"Hill)\))\s(?=[A-Z“\"‘'])",  # (CNN)
        rf"(?P<all>{_ANY_PLACE}{_ON})\s?(?:--+|[–—―:]|-(?=\s))\s?(?=[A-Z“\"‘'])",  # Paris, Jan 3 -
        rf"(?P<all>\({_ANY_PLACE}{_ON}\))\s?(?=[A-Z“\"‘'])",  # (Oslo, May 3)
        rf"(?P<all>{_ANY_PLACE})\s?(?:--+|[—―–])\s(?=[A-Z“\"‘'])",  # Oslo –
    )
)
_NO_PLACE = re.compile(
    r"(?:UPDATE|EXCLUSIVE|BREAKING|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|CORRECTED?|FACTBOX|EXPLAINER|READ|"
    r"NOTE|UPDATED|ALERT|WARNING|JUST IN|PHOTOS?|REVIEW|INTERVIEW|Q|A|FILE|REFILE|WRAPUP|TIMELINE|"
    r"HOST|QUESTION|ANSWER)\b"
)
_BROADCASTERS = ("CNN", "NBC News", "CBS News", "ABC News", "BBC", "RFE/RL", "Fox News", "NPR", "VOA")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:, [A-Z .'’-]{2,40}|\s\([\w .]{2,40}\))?:(?:\s|$)")


def find_dateline(body: Sequence[Line]) -> Span | None:
    """The place, day and agency that open the report, without the dash; they stay in its text."""
    talks = sum(bool(_TRANSCRIPT.match(line.words_of)) for line in body)
    for line in body[:_OPENING]:
        opening = line.words_of[:160]
        for pattern in _DATELINES:
            found = pattern.match(opening)
            if found is None or _NO_PLACE.match(found["all"]) or (talks > 1 and opening[found.end("all")] == ":"):
                continue
            if not _known(found.groupdict().get("agency")):
                continue
            if pattern is _DATELINES[-1] and (line not in body[:2] or line.words < _PARAGRAPH):
                continue
            return line.part(0, found.end("all"))
    return None


def _known(agency: str | None) -> bool:
    return agency is None or agency in _BROADCASTERS or is_agency(agency)


def is_speaker_of_transcript(words: str) -> bool:
    """True for "JO ROE, HOST:" at the head of a line."""
    return bool(_TRANSCRIPT.match(words))
