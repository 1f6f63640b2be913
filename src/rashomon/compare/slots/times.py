"""Times in words that name no day: "recently", "for years", "in the coming weeks", "the next day"."""

import re
from collections.abc import Iterator

from rashomon.model.reading import DateMention, Reading
from rashomon.model.span import Span
from rashomon.text.overlaps import SpanIndex

UNDATED = "words that name no day"  # the basis of such a time
_UNITS = r"(?:hours|days|weeks|months|years|decades)"
_SEASON = r"(?:holiday|festive|christmas|easter|summer|winter|autumn|spring|monsoon|harvest|election)"
_UNDATED = re.compile(
    r"\b(?:recently|lately|soon|shortly|eventually|imminently|overnight|in due course|long ago|in the distant past"
    rf"|in (?:the )?(?:recent|past|last|coming|next|following|previous) (?:few |couple of |several )?{_UNITS}"
    r"|in (?:the )?(?:near|foreseeable|immediate|distant) future|in the (?:long|short|medium)(?: |-)(?:run|term)"
    rf"|(?:over|during|within|for) the (?:past|last|next|coming|following|previous) (?:few |several )?{_UNITS}"
    rf"|for (?:many |several |some |a few |a couple of )?{_UNITS}(?! (?:ago|later|earlier)\b)"
    rf"|(?:a few|several|some|many|a couple of|a number of|just) {_UNITS} (?:ago|earlier|later|before|after)"
    rf"|(?:{_UNITS}) (?:ago|earlier|later)"
    r"|the (?:next|following|previous|preceding|same) (?:day|week|month|year|morning|evening|night|afternoon)"
    r"|(?:a|one) (?:day|week|month|year) (?:later|earlier|before|after)"
    rf"|(?:over|during) the {_SEASON}(?: (?:period|season|break|weekend|holidays?))?|over the holidays"
    r"|(?:early |late )?in the new year|at the (?:start|end|beginning|turn) of the (?:year|month|week|decade|century)"
    r"|(?:in|during|for|of) the (?:first|second|third|fourth|final|last|current) (?:quarter|half)"
    r"(?: of (?:the|this|last|next) year)?)\b",
    re.IGNORECASE,
)


def read_undated(text: str, reading: Reading) -> Iterator[DateMention]:
    """Times of the sentences that no date can be given for, in order; words that a date holds are not among them."""
    dated = SpanIndex(d.span for d in reading.dates if d.date or d.parts.unit)
    for sentence in reading.sentences:
        for found in _UNDATED.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(found.start(), found.end())
            if not dated.overlapping(span):
                yield DateMention(span, None, UNDATED)
