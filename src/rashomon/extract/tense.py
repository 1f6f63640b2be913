"""Whether the words around a date speak of what was or of what is to come."""

import re
from typing import Literal

from rashomon.model.span import Span

Tense = Literal["past", "future"]
_WINDOW = 90  # characters before and after: about a clause
_FUTURE = (
    r"will|would|shall|won[’']t|[’']ll|going\sto|set\sto|due|expected|expects?|scheduled|slated|planned|plans?|planning|upcoming|next|until|till|"
    r"by|ahead\sof|(?:is|are)\sto|hopes?\sto|ready\sto|aims?\sto|intends?\sto|later|begins|starts|opens|closes|takes\s(?:effect|place|office)|"
    r"meets|faces|kicks\soff|expires|ends|returns|could|may|might|coming|deadline|celebrates?|prepares?|preparing|forecast|predict(?:s|ed)|"
    r"no\slater\sthan|starting|beginning|effective|from"
)
_PAST = (
    r"said|says|told|was|were|had|did|came|went|took|made|gave|got|saw|left|met|held|became|began|fell|rose|found|"
    r"knew|thought|won|lost|sent|spoke|wrote|broke|shot|hit|hurt|cut|led|ran|set\soff|put|read|stood|struck|"
    r"brought|built|bought|caught|fought|taught|drew|drove|flew|grew|threw|sold|paid|laid|lay|sat|shook|stole|"
    r"swore|tore|wore|woke|fled|fed|bore|chose|sank|swam|burst|quit|rang|sang|sprang|slid|spent|slept|kept|dealt|"
    r"felt|heard|hid|lent|meant|rode|shut|split|spread|swept|swung|withdrew|froze|drank|ate|crashed|since|earlier|"
    r"ago|last|\w{2,}ed"
)
_NOT_PAST = r"need|speed|indeed|seed|feed|red|bed|shed|wed|united|hundred|breed|exceed|proceed|succeed|agreed\supon"
# In lower case: "Deadline", "Will" and "Ted" are names.
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<none>{_NOT_PAST}|that|who|which|whether|if|when|where)|(?P<future>{_FUTURE})|(?P<past>{_PAST}))"
    r"(?![\w-])|(?P<stop>[.;:—!?]\s)",
)
# Words that speak of the time to come only where they stand right before the date.
_NEAR_ONLY = frozenset({"by", "until", "till", "from", "next", "starting", "beginning", "effective"})
_OTHER_LEAD = re.compile(r"\b(?:on|in|at)\s")  # "from gunfire on Sunday" tells no time by its "from"
_NEAR = 12  # characters between such a word and the date
_SUBORDINATE = frozenset(
    {"that", "who", "which", "whether", "if", "when", "where"}
)  # what follows has a time of its own


def find_tense(text: str, place: Span, sentence: Span) -> Tense | None:
    """The tense of the verb nearest before a date in its clause, else nearest after it; None where no word shows it."""
    window = max(sentence.start, place.start - _WINDOW)
    before = _last_clause(list(_CUE.finditer(text, window, place.start)))
    leaning: Tense | None = None
    for cue in reversed(before):
        word = cue.group().lower()
        if word in _NEAR_ONLY:
            gap = text[cue.end() : place.start]
            leaning = "future" if len(gap) <= _NEAR and not _OTHER_LEAD.search(gap) else leaning
        elif cue.lastgroup != "none":
            return "future" if cue.lastgroup == "future" else "past"
    return leaning or _tense_after(text, place.end, min(sentence.end, place.end + _WINDOW))


def _last_clause(cues: list[re.Match[str]]) -> list[re.Match[str]]:
    stops = [n for n, cue in enumerate(cues) if cue.lastgroup == "stop"]
    return cues[stops[-1] + 1 :] if stops else cues


def _tense_after(text: str, at: int, end: int) -> Tense | None:
    for cue in _CUE.finditer(text, at, end):
        if cue.lastgroup == "stop" or cue.group().lower() in _SUBORDINATE:
            return None
        if cue.lastgroup != "none" and cue.group().lower() not in _NEAR_ONLY:
            return "future" if cue.lastgroup == "future" else "past"
    return None
