"""What stands around a report: headline, byline, dateline, day of publication, credits; found in the text or given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.agencies import all_agencies
from rashomon.extract.credits import find_credits, signed_for
from rashomon.extract.datelines import find_dateline, is_speaker_of_transcript
from rashomon.extract.language import find_language
from rashomon.extract.lines import Line
from rashomon.model.article import Article
from rashomon.model.reading import LeftOut, Masthead
from rashomon.model.span import Span
from rashomon.text.moments import MONTHS, read_moment

_OPENING = 8  # lines; headline, deck, byline, stamp, pictures and dateline stand in them
_MONTH = "(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + ")"
_CLOCK = (
    r"(?:,?\s*(?:at |- |\| )?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|BST|IST|"
    r"EST|EDT|ET|CET|CEST|PST|PDT|PT|SGT|HKT|JST|AEST|AEDT)\)?)?)?"
)
_DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+(?:Z|[+-]\d{{2}}:?\d{{2}})?)?|\d{{4}}/\d{{1,2}}/\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,? \d{{4}}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_STAMP_WORD = (
    r"(?:date|published(?: on| at)?|publication date|updated(?: on| at)?|last updated(?: on| at)?|"
    r"posted(?: on| at)?|first published(?: on| at)?|modified|issued)"
)
_STAMP = re.compile(
    rf"\s*(?:\|\s*)?{_STAMP_WORD}\s*[:|-]?\s*(?:{_CLOCK}[, "
    rf"]*)?{_WEEKDAY}({_DAY}){_CLOCK}(?:\s*\((?:Agencies|Xinhua|AP|AFP|Reuters|China Daily)\))?",
    re.I,
)
_LATER_STAMP = re.compile(
    r"\s(?:(?:Updated|Published|Posted|Last [Uu]pdated):?\s*"
    + f"{_WEEKDAY}({_DAY}){_CLOCK}"
    + r"(?:\s*\([\w ]{2,30}\))?)\W*$"
)
_STAMP_LINE = re.compile(
    rf"(?:[\w. ]{{2,40}}\|\s*)?(?:{_STAMP_WORD}\s*[:|-]?\s*)?(?:{_CLOCK}[, "
    rf"]*)?{_WEEKDAY}({_DAY}){_CLOCK}(?:\s+(?:last )?updated{_CLOCK})?\W*",
    re.I,
)
_UNDATED_STAMP = re.compile(r"(?:Updated|Published|Posted|Last updated|First published)(?: at| on)?:?\s.{0,60}$")
_NAME = r"[A-Z][\w.'’-]*"
_NAMES = rf"{_NAME}(?:,? (?:and |& |de |van |der |al |bin |von |el |la |du |da |di |dos )?{_NAME}){{0,9}}"
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Words by|Story by|Reported by|From)[: ]\s?(?P<who>(?:[Tt]he )?{_NAMES})"
    r"(?P<rest>(?:,| in | at | for | \| |/| - | – |\|)[^.!?]{0,90})?\W*$"
)
_NOT_A_BYLINE = re.compile(
    r"(?:The )?(?:Numbers|Day|Way|Then|Now|Law|Contrast|Comparison|Mistake|Accident|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_STAFF = (
    r"(?:Correspondent|correspondent|Reporter|reporter|Editor|editor|Writer|writer|Staff|staff|Bureau|"
    r"Desk|Service|News|Agencies|in [A-Z]\w+|Chief)"
)
_ROLE = re.compile(rf", (?=[^,]{{0,40}}\b{_STAFF})")
_BARE_BYLINE = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}(?:,| \||,? in| -) [^.!?]{{0,60}}{_STAFF}[^.!?]{{0,30}}$")

_SIGNED_OFF = re.compile(r"[—–-]{1,2}\s?(?=\w)")  # "— Reuters", above what the outlet puts below a report


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day of publication printed in the text."""

    left_out: LeftOut
    published: str | None


def find_stamp(lines: Sequence[Line]) -> Stamp | None:
    """The day of publication glued to the beginning of the text, or to the end of its headline."""
    for line in lines[:_OPENING]:
        words = line.words_of[:300]
        found = _STAMP.match(words) if line.number == 0 else None
        found = found or _STAMP_LINE.fullmatch(words) or _LATER_STAMP.search(words)
        if found and (span := line.part(*found.span())):
            return Stamp(LeftOut(span, "the day of publication"), read_moment(found[1]))
    return None


def find_bylines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines near the beginning or the end that say who wrote the report, and lines that say when it was put up."""
    near = [*lines[:_OPENING], *lines[max(_OPENING, len(lines) - 3) :]]
    return tuple(line for line in near if line.words <= 20 and _is_byline(line, lines))


def _is_byline(line: Line, lines: Sequence[Line]) -> bool:
    words = line.words_of
    if (found := _BYLINE.match(words)) and not _NOT_A_BYLINE.match(found["who"]):
        return True
    if _BARE_BYLINE.match(words) and line is not lines[0]:
        return True
    if line is lines[-1] and len(lines) > 2 and signed_for(words):
        return True
    if line in lines[max(2, len(lines) - 3) :] and _SIGNED_OFF.match(words) and signed_for(words):
        return True
    return bool(_UNDATED_STAMP.match(words)) and not line.ended and line is not lines[-1]


def make_masthead(
    article: Article, lines: Sequence[Line], body: Sequence[Line], bylines: Sequence[Line], stamp: Stamp | None
) -> Masthead:
    """What is known around the report; metadata comes before what the text says."""
    headline, span = _headline(article, body)
    dateline = find_dateline(body)
    words = dateline.of(article.text) if dateline else None
    byline = article.byline or next((found for line in bylines if (found := _written_by(line))), None)
    return Masthead(
        headline=headline,
        headline_span=span,
        byline=byline,
        dateline=words,
        dateline_span=dateline,
        published=article.published or (stamp.published if stamp else None),
        language=article.language or find_language(article.text),
        credits=find_credits(article, lines, words, byline),
    )


def _written_by(line: Line) -> str | None:
    if found := _BYLINE.match(line.words_of):
        return _ROLE.split(found["who"])[0]
    if _BARE_BYLINE.match(line.words_of):
        return line.words_of
    if signed_for(line.words_of):
        who = re.split(r"[(—–]", line.words_of)[0].strip(" -/")
        return who if who and not all_agencies(who) else None
    return None


def _headline(article: Article, body: Sequence[Line]) -> tuple[str | None, Span | None]:
    """The headline as given, and where its words stand; else the first line, where it stands like one."""
    if article.headline:
        return article.headline, _where(article.headline, body)
    if not body or len(body) < 2:
        return None, None
    line = body[0]
    marks = re.match(r"(?:#{1,6}\s+|\*\*|(?:Title|TITLE|Headline|HEADLINE):\s*)?", line.words_of)
    start = marks.end() if marks else 0
    stamped = _LATER_STAMP.search(line.words_of[:300])
    end = stamped.start() if stamped else len(line.words_of.rstrip("*# "))
    short = 3 <= line.words <= 30 and (
        not line.ended or start > 0 or line.words_of[-1] in "?!" or line.words_of.isupper()
    )
    if not (short or stamped) or find_dateline(body[:1]) or is_speaker_of_transcript(line.words_of) or line.listed:
        return None, None
    if body[1].words_of[:1].islower():  # a paragraph broken in mid sentence
        return None, None
    span = line.part(start, end)
    return (line.words_of[start:end].strip(), span) if span else (None, None)


def _where(headline: str, body: Sequence[Line]) -> Span | None:
    """Where the headline's words stand in the first lines, whatever the marks and capitals."""
    wanted = _plain(headline)
    for line in body[:_OPENING]:
        at = _plain(line.words_of).find(wanted)
        if at >= 0 and (at == 0 or len(wanted) > 20):
            return line.part(at, at + len(wanted))
    return None


def _plain(words: str) -> str:
    """Lower case and plain marks, each character still in its place."""
    plain = words.translate(str.maketrans("’‘“”–—\xa0", "''\"\"-- "))
    lowered = plain.lower()
    return lowered if len(lowered) == len(plain) else plain
