"""How far the written form of a name reaches: bare, with its title, with what stands around it ("the northern city of Kunduz")."""

import re
from itertools import product

from rashomon.model.reading import Mention
from rashomon.model.span import Span

_REACH = 60  # characters looked at before and behind a mention
_POSSESSED = re.compile(r"(?:(?:[Tt]he )?(?:[A-Z][\w.&-]*[ ]){0,3}[A-Z][\w.&-]*(?:['’]s|(?<=s)['’]) (?:[a-z][a-z-]+ )?)$")
_DESCRIBED = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?) )?(?:\b[\w.-]+-(?:based|run|owned|led|backed|born|held|old|language)|\boccupied) $")
_KIND_OF = re.compile(
    r"(?:\b[Tt]he )?(?:\b(?:northern|southern|eastern|western|central|north-?western|north-?eastern|south-?western|south-?eastern|coastal|"
    r"port|capital|border|Black Sea|volatile|restive|neighbouring|neighboring|nearby) )?"
    r"\b(?:city|town|village|province|region|district|state|county|island|port|capital|suburb|municipality|settlement) of $"
)
_THE = re.compile(r"\b[Tt]he $")
_TAIL = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:(?:news|space|television|TV|radio|power|police|trade|military|provincial|regional|central|high-security) )?"
    r"(?P<head>[Pp]rison|province|city|region|river|district|county|state|oblast|airport|prison|jail|cosmodrome|spaceport|pad|motorway|peninsula|"
    r"island|camp|village|town|area|bridge|station|stadium|square|park|building|compound|agency|company|group|union|newspaper|daily|magazine|"
    r"website|channel|network|broadcaster|movement|insurgents|militants|fighters|forces|party|chain|airline|bank|festival|spacecraft|"
    r"satellite|rocket|ship|ferry|plane|aircraft)\b"
)
_BRACKETS = re.compile(r" \([A-Z][A-Z.]{1,6}\)")
_STATE = re.compile(r", (?:(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.)|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[\s,.;:)—–-]|$)")


def find_extents(text: str, mention: Mention, places: frozenset[str]) -> list[Span]:
    """The spans that write this name, the mention itself first; `places` are names known to be of places."""
    starts = list(dict.fromkeys([mention.span.start, mention.name.start, *_titles(text, mention), *_before(text, mention)]))
    ends = list(dict.fromkeys([mention.name.end, *_behind(text, mention, places)]))
    spans = [Span(start, end) for end, start in product(ends, starts)]
    if mention.role and mention.role.start >= mention.name.end:
        spans.append(Span(mention.name.start, mention.role.end))
    return spans


def _titles(text: str, mention: Mention) -> list[int]:
    """Where each shorter title begins: "President Putin" within "Russian President Putin"."""
    title = text[mention.span.start : mention.name.start]
    return [mention.span.start + m.end() for m in re.finditer(r"\s+", title) if mention.span.start + m.end() < mention.name.start]


def _before(text: str, mention: Mention) -> list[int]:
    found = []
    for start in {mention.span.start, mention.name.start}:
        left = text[max(0, start - _REACH) : start]
        patterns = [_POSSESSED, _DESCRIBED] if mention.kind == "person" else [_POSSESSED, _DESCRIBED, _KIND_OF, _THE]
        if mention.kind == "place" and not left.endswith("The "):
            patterns = patterns[:-1]
        if start == mention.span.start < mention.name.start or mention.kind != "person":
            patterns = [*patterns, _THE] if _THE not in patterns and mention.kind != "place" else patterns
        for match in (m for p in patterns if (m := p.search(left))):
            found.append(start - len(match.group()))
            if match.group()[:4].lower() == "the " and match.re is not _THE:
                found.append(start - len(match.group()) + 4)
    return sorted(found)


def _behind(text: str, mention: Mention, places: frozenset[str]) -> list[int]:
    right = text[mention.name.end : mention.name.end + _REACH]
    if mention.kind == "person":
        return []
    patterns = [_TAIL, _BRACKETS]
    found = [mention.name.end + m.end() for p in patterns if (m := p.match(right))]
    state = _STATE.match(right) if mention.kind != "org" else None
    if state and _known(state.group()[2:], places):
        found.append(mention.name.end + state.end())
    return found


def _known(name: str, places: frozenset[str]) -> bool:
    return name in places or name.endswith(".")
