"""What stands under a report: who else worked on it, who owns it, where it first stood."""

import re
from collections.abc import Iterator

from rashomon.extract.lines import Line
from rashomon.model.reading import LeftOut

CREDIT, RIGHTS, SOURCE, TRANSCRIPT, UPDATED = (
    "who reported, wrote or edited it",
    "a note of rights",
    "where the text was first published",
    "a note on the transcript",
    "a note on changes to the page",
)
_WORK = (
    r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ion|ed|ing)|[Rr]esearch|"
    r"[Ww]ritten|[Ee]dited|[Rr]eported|[Pp]roduced|[Aa]ssistance|"
    r"[Cc]ontributions?|REPORTING|EDITING|[Ff]act-?checking|[Gg]raphics?|[Pp]hotograph[ys])"
)
_RULES: tuple[tuple[str, str, bool], ...] = (  # pattern, reason, whether it runs to the end of the line
    (
        (
            rf"(?:(?:Additional|Further|Other|With(?: additional)?|Added) "
            rf")?{_WORK}(?:,? (?:and|&) (?:additional )?{_WORK})*"
            r"(?: (?:in|from) [A-Z]\w+(?: [A-Z]\w+)?)? (?:by|from|contributed by):? (?:[A-Z@]|agenc|our |staff|"
            r"wire)"
        ),
        CREDIT,
        True,
    ),
    (
        (
            r"[Ww]ith (?:assistance|inputs?|additional inputs?|files|reports?|agency "
            r"inputs|contributions?|reporting|information|agencies)"
            r"(?: (?:by|from|provided by))? ?(?:[A-Z]|agenc|wires?|our )"
        ),
        CREDIT,
        True,
    ),
    (
        (
            r"(?:(?:The )?(?:Associated Press|Reuters|AFP|Agence France-Presse|Bloomberg|Wire services|"
            r"News agencies|Agencies|CNN|NBC|ABC|CBS|dpa)(?:['’]s?)?\b[^.!?]{0,200}|"
            r"[A-Z][\w.'’-]+ [A-Z][^.!?]{0,250}(?:\.[^.!?]{0,60}){0,2})\b(?:also )?contributed (?:to|reporting|"
            r"from|additional)\b[^.!?]{0,80}[.!?]?"
        ),
        CREDIT,
        False,
    ),
    ((r"^(?:—|–|--?)\s?[Ww]ith (?:[A-Z][\w.'’-]+ ?(?:and |, )?){1,9}$"), CREDIT, True),
    ((r"(?:Information|Details|Material) from:? [A-Z]"), SOURCE, True),
    (
        (
            r"(?:Copyright|COPYRIGHT|©|\(c\)|\([Cc]\))\s?(?:©|\([Cc]\))?\s?(?:by |The |of )?(?:\d{4}|"
            r"[A-Z])(?=.{0,120}(?:\d{4}|[Rr]ights|RIGHTS|Ltd|Inc|Press|Media|News))"
        ),
        RIGHTS,
        True,
    ),
    (
        (
            r"(?:All [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED|This material may not be (?:published|"
            r"reproduced)|(?:Unauthori[sz]ed )?(?:[Rr]eproduction|[Rr]epublication|[Cc]opying|[Rr]edistribution)\b"
            r"[^.!?]{0,80} ?\b(?:prohibited|forbidden|not permitted|not allowed)\b|No part of this \w+ may be|"
            r"(?:Do not|Not to be) (?:reproduced?|republish(?:ed)?|cop(?:y|ied))\b)"
        ),
        RIGHTS,
        True,
    ),
    (
        (r"[A-Z0-9“‘\"'][^.!?]{0,200} (?:originally|first) appeared (?:on|in|at) [A-Z]"),
        SOURCE,
        True,
    ),
    (
        (
            r"(?:This|The) (?:article|story|post|report|piece|content|column|essay|"
            r"interview)\b[^.!?]{0,80}"
            r"(?:(?:originally|first) (?:appeared|published|ran|posted)|(?:was|is|has been) (?:originally |"
            r"first )?(?:republished|syndicated|published (?:with permission|from a syndicated)))"
            r" (?:on|in|by|at|with|from|under|a )"
        ),
        SOURCE,
        True,
    ),
    (
        (
            r"(?:\(?This (?:story|article|report|post|copy) (?:has not been|was (?:not )?(?:generated|"
            r"edited|created|auto)|is (?:published|auto|generated)))"
        ),
        SOURCE,
        True,
    ),
    (
        (r"(?:Source|SOURCE|Via|VIA)\s?[:—-]\s?(?:[A-Z][\w./&'’-]*(?:,? (?:and |& )?|$)){1,6}$"),
        SOURCE,
        True,
    ),
    (
        (
            r"(?:[A-Z]+ transcripts? (?:are|is) (?:created|produced)|(?:This is|THIS IS) (?:a|A) "
            r"(?:rush|RUSH|machine|partial|corrected|updated)\b.{0,30}"
            r"(?:transcript|TRANSCRIPT)|Transcript provided by|This transcript (?:was|is|has)|Visit our website "
            r"terms)"
        ),
        TRANSCRIPT,
        True,
    ),
    (
        (
            r"^(?:This|The) (?:story|article|post|report|page|piece) (?:has been|was|is being) (?:last "
            r")?(?:updated|corrected|amended)\b.{0,60}$"
        ),
        UPDATED,
        True,
    ),
    (
        (r"(?:The|Any|All) (?:views|opinions) expressed (?:in|by|here|above|are)\b"),
        "a note on who speaks in it",
        True,
    ),
    (
        (r"(?:See|Read|View) (?:the )?(?:original|full) (?:article|story|report|post)\b"),
        SOURCE,
        True,
    ),
    (
        (
            r"(?:For|FOR) more (?:\w+ ){0,4}(?:coverage|news|stories|"
            r"information)\b[^.]{0,30}(?:https?://|visit|go to|www\.|click|follow|:)"
        ),
        "a link to another story",
        True,
    ),
    ((r"(?:Registration [Nn]umber|Licen[cs]e for publishing|ICP (?:licen[cs]e|No))\b[^.]{0,80}\d{5}"), RIGHTS, True),
    ((r"(?:Please )?(?:see|read) our (?:terms|privacy|cookie|comment)"), RIGHTS, True),
)
_LATE = re.compile("|".join(f"(?P<r{n}>{pattern})" for n, (pattern, _, _) in enumerate(_RULES)))
_EVERYWHERE = re.compile(
    "|".join(f"(?P<r{n}>{pattern})" for n, (pattern, reason, _) in enumerate(_RULES) if reason not in (CREDIT, SOURCE))
)
_LEADING_MARKS = re.compile(r"[\s_*—–|(\[-]{0,8}$")


def find_closings(line: Line, late: bool, longest: int) -> Iterator[LeftOut]:
    """Stretches of a line that credit, own or place the report; they begin in the line's last `longest` characters.

    Credits and sources are looked for where the line is `late` in the text: further up, such words are reporting.
    """
    words, rules = line.words_of, _LATE if late else _EVERYWHERE
    for start in line.starts:
        found = rules.match(words, start) if start >= len(words) - longest else None
        if found is None:
            continue
        _, reason, to_end = _RULES[int(str(found.lastgroup)[1:])]
        before = _LEADING_MARKS.search(words, max(0, start - 8), start)
        if span := line.part(before.start() if before else start, None if to_end else found.end()):
            yield LeftOut(span, reason)
        if to_end:
            return
