"""Credits: the news agencies that stand behind an article's text, not those it cites."""

import re
from collections.abc import Sequence

from rashomon.extract.agencies import agencies_of_address, all_agencies, find_agencies
from rashomon.extract.lines import Line
from rashomon.model.article import Article

_OPENING = 8  # lines; bylines stand in them
_CLOSING = 6  # lines; credits stand in them
_BY = re.compile(r"(?:By|BY|by|From)[: ]")
_LONGEST_SIGNATURE = 60  # characters
_SAYING_WHOSE = re.compile(r"(?:[Aa]ccording to|[Ww]ith(?: inputs from)?|[Ss]ources?:|[Ff]rom|[Ii]nputs from)\s")
_OWNED = re.compile(r"(?:Copyright|COPYRIGHT|©|\([Cc]\))[^.]{0,60}")
_DATED_RIGHTS = re.compile(r"[Oo]pyright|COPYRIGHT|\d{4}")  # a picture's © has neither
_SHORT_NOTE = 4  # words; "© AFP" alone on its line
_REUTERS_TEAM = re.compile(
    r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting)(?: and \w+)? by [^()]{3,400}[;,] ?(?:[Ww]riting|"
    r"[Ee]diting)(?: and \w+)? by [^()]{3,300}\)"
)


def find_credits(article: Article, lines: Sequence[Line], dateline: str | None, byline: str | None) -> tuple[str, ...]:
    """The agencies that dateline, byline, address and closing lines credit for the text, in that order."""
    found = [*find_agencies(" ".join(re.findall(r"[(\[][^()\[\]]*[)\]]", dateline or "")))]
    if byline and len(byline) < 200:
        found += find_agencies(byline)
    for line in lines[-_CLOSING:]:
        found += _credited_in(line)
    for line in lines[:_OPENING]:
        opening = re.split(r"\s*\|", line.words_of)[0]
        if line.words <= 12 and (all_agencies(opening) or _BY.match(line.words_of)):
            found += find_agencies(opening)
    found += agencies_of_address(article.url, article.outlet)
    if "Thomson Reuters Foundation" in found:  # its copy comes under Reuters' addresses
        found = [agency for agency in found if agency != "Reuters"]
    return tuple(dict.fromkeys(found))


def _credited_in(line: Line) -> tuple[str, ...]:
    """The agencies that a closing line credits: as owner, as source, or by the signs of its own desk."""
    words = line.words_of[-700:]
    if (owned := _OWNED.search(words)) and (line.words <= _SHORT_NOTE or _DATED_RIGHTS.search(owned.group())):
        return find_agencies(owned.group())
    if line.words <= 20 and (signed := signed_for(words)):
        return signed
    bracket = re.search(r"[(\[]([^()\[\]]{2,60})[)\]]\W*$", words)
    if bracket and all_agencies(
        re.sub(r"^(?:[Ww]ith|[Aa]ccording to|[Ss]ources?:?|[Ii]nputs from|[Ww]ith inputs from)\s", "", bracket[1])
    ):
        return find_agencies(bracket[1])
    if inputs := re.search(r"[Ww]ith (?:additional )?inputs? from ([^.()]{2,60})", words):
        return find_agencies(inputs[1])
    return ("Reuters",) if _REUTERS_TEAM.search(words) else ()


def signed_for(words: str) -> tuple[str, ...]:
    """The agencies in a line of initials or a name and agencies: "jm/dm (AFP, dpa)", "— Reuters", "AP - AFP"."""
    before, bracket, inside = words.removesuffix(")").rpartition("(")
    whose = inside if bracket else words.lstrip("—–- ")
    if len(before) > _LONGEST_SIGNATURE or len(whose) > _LONGEST_SIGNATURE or re.search(r"[.!?]\s|©", before):
        return ()
    plain = _SAYING_WHOSE.sub("", whose, count=1)
    return find_agencies(plain) if all_agencies(plain) else ()
