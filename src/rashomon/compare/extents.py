"""How far the written form of a name reaches: bare, with its title, or as far as "the northern city of Kunduz"."""

import re
from itertools import product

from rashomon.compare.aliases import places_called
from rashomon.compare.known_names import known_country
from rashomon.compare.name_match import name_words
from rashomon.compare.nations import COUNTRY_OF
from rashomon.model.reading import Mention, NameKind
from rashomon.model.span import Span
from rashomon.text.word_sets import word_set

_REACH = 60  # characters looked at before and behind a mention
_POSSESSED = re.compile(
    r"(?:[Tt]he )?(?!(?:It|That|Here|There|What|He|She|Who|Let|How|Where)['’]s)"
    r"(?:[A-Z][\w.&-]*[ ]){0,3}[A-Z][\w.&-]*(?:['’]s|(?<=s)['’]) (?:[a-z][a-z-]+ )?$"
)
_DESCRIBED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?) )?(?:\b[\w.-]+-(?:based|run|owned|led|backed|born|held|old|language)|\boccupied) $"
)
_KIND_OF = re.compile(
    r"(?:\b[Tt]he )?(?:\b(?:northern|southern|eastern|western|central|(?:north|south)-?(?:western|eastern)|coastal|"
    r"port|capital|border|Black Sea|volatile|restive|neighbouring|neighboring|nearby) )?"
    r"\b(?P<noun>city|town|village|province|region|state|county|island|municipality|settlement) of $"
)
_ARTICLE = re.compile(r",\s+(?P<described>(?:an?|the|his|her|its|their)\s+)")
_THE = re.compile(r"\b[Tt]he $")
FACILITIES = word_set(
    """
    airport prison jail camp station stadium bridge square park base cosmodrome spaceport pad motorway mine dam
    """
)
_PLACE_TAIL = re.compile(
    r" (?:province|city|region|river|district|county|state|oblast|peninsula|island|village|town|area|governorate|"
    r"prefecture|parish)\b(?! of\b)"
)
_FACILITY_TAIL = re.compile(
    rf" (?:(?:military|provincial|regional|central|high-security|international) )?(?i:{'|'.join(sorted(FACILITIES))})\b"
)
_TAIL = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:(?:news|space|television|TV|radio|power|trade|police) )?"
    r"(?:building|compound|agency|company|group|union|newspaper|daily|magazine|website|channel|network|broadcaster|"
    r"movement|insurgents|militants|fighters|forces|party|chain|airline|bank|festival|station|spacecraft|satellite|rocket|ship|ferry|pad|spaceport|"
    r"cosmodrome|area)\b"
)
_BRACKETS = re.compile(r" \((?!(?:AP|AFP|UPI|EPA|ANI|PTI|IANS|TASS|ANSA|PA|KUNA|CNN|BBC|DPA|APA)\))[A-Z][A-Z.]{1,6}\)")
_STATE = re.compile(r", (?:(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.)|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[\s,.;:)—–-]|$)")


def find_extents(text: str, mention: Mention, kind: NameKind, places: frozenset[str]) -> list[Span]:
    """The spans that write this name of that kind, the mention itself first; `places` are names of places."""
    starts = list(
        dict.fromkeys([mention.span.start, mention.name.start, *_titles(text, mention), *_before(text, mention, kind)])
    )
    ends = list(dict.fromkeys([mention.name.end, *_behind(text, mention, kind, places)]))
    spans = [Span(start, end) for end, start in product(ends, starts)]
    if mention.role and mention.role.start >= mention.name.end:
        spans.append(Span(mention.name.start, mention.role.end))
        if article := _ARTICLE.match(text, mention.name.end, mention.role.start):
            spans.append(Span(article.start("described"), mention.role.end))
    return spans


def _titles(text: str, mention: Mention) -> list[int]:
    """Where the last word of a title begins: "President Putin" within "Russian President Putin"."""
    title = text[mention.span.start : mention.name.start].rstrip()
    last = title.rfind(" ") + 1
    if not last or not title[last:].isalpha():
        return []
    head, before = title[last:].lower(), title[:last].split()[-1]
    starts = []
    if head in _WHOLE_TITLES and before.lower() not in _TITLE_PARTS and (before[0].isupper() or _tells_whose(before)):
        starts.append(mention.span.start + last)
    lead = title.rfind(" ", 0, last - 1) + 1
    two = head in _WHOLE_TITLES | _HEADS_OF_TWO and title[last:].islower()
    if two and lead and title[lead:last].strip().isalpha() and title[lead].islower():
        starts.append(mention.span.start + lead)  # "police chief" within "local police chief"
    return starts


_WHOLE_TITLES = word_set(
    """
    president chancellor premier king queen pope emperor director governor mayor senator congressman congresswoman
    representative minister secretary ambassador envoy general admiral colonel major captain lieutenant sergeant
    inspector superintendent commissioner constable sheriff judge justice professor doctor bishop archbishop cardinal
    rabbi imam sheikh coach chief prosecutor attorney chairman chairwoman dpa agency spokesman spokeswoman
    """
)
_HEADS_OF_TWO = word_set("executive officer aide adviser advisor negotiator analyst editor manager coach")
_TITLE_PARTS = word_set(
    """
    prime foreign interior defence defense finance justice home health education transport trade energy labour labor
    environment agriculture vice deputy assistant executive attorney police fire chief lieutenant major brigadier rear
    general director inspector managing medical associate press state army navy treasury council
    """
)  # "Minister Dahl" of "Prime Minister Dahl" is another title


def _tells_whose(word: str) -> bool:
    """True for a nation or place before a title, which can be left out: "Chilean President"."""
    words = name_words(word)
    return bool(words) and (words[0] in COUNTRY_OF or bool(places_called(words)))


def _before(text: str, mention: Mention, kind: NameKind) -> list[int]:
    found = []
    town = kind == "place" and _is_town(mention.name.of(text))
    for start in sorted({mention.span.start, mention.name.start}):
        left = text[max(0, start - _REACH) : start]
        for match in (m for p in _patterns(kind, town, titled=start < mention.name.start) if (m := p.search(left))):
            found.append(start - len(match.group()))
            if match.group()[:4].lower() == "the " and match.re is not _THE:
                found.append(start - len(match.group()) + 4)
            if match.re is _KIND_OF and (noun := match.group("noun")):
                found.append(start - len(noun) - len(" of "))
    return sorted(found)


def _is_town(name: str) -> bool:
    """True for towns and countries, which take no article and lend their name to much else."""
    return (len(name.replace(".", "")) <= 3 and name.replace(".", "").isalpha()) or bool(
        places_called(name_words(name))
    )


def _patterns(kind: NameKind, town: bool, titled: bool) -> list[re.Pattern[str]]:
    if kind == "person":
        return [_POSSESSED, _DESCRIBED, _THE] if titled else [_POSSESSED, _DESCRIBED]
    return [_POSSESSED, _DESCRIBED, _KIND_OF] if town else [_POSSESSED, _DESCRIBED, _KIND_OF, _THE]


def _behind(text: str, mention: Mention, kind: NameKind, places: frozenset[str]) -> list[int]:
    right = text[mention.name.end : mention.name.end + _REACH]
    if kind == "person":
        return []
    town = _is_town(mention.name.of(text))
    patterns = [_PLACE_TAIL] if kind == "place" and town else [_TAIL, _BRACKETS, _PLACE_TAIL]
    if kind != "org" and not town and name_words(mention.name.of(text))[-1:] != ("province",):
        patterns.append(_FACILITY_TAIL)
    found = [mention.name.end + m.end() for p in patterns if (m := p.match(right))]
    state = _STATE.match(right) if kind != "org" else None
    if state and not _listed(text, mention, state) and _holds(state.group()[2:], places):
        found.append(mention.name.end + state.end())
    return found


def _listed(text: str, mention: Mention, state: re.Match[str]) -> bool:
    """True for a country, and for a town in a row of towns: "Tarvik, Ostrov and Belin"."""
    behind = text[mention.name.end + state.end() :][:_LIST_AHEAD]
    row = _ROW.match(behind) and not state.group().endswith(".")
    return known_country(name_words(mention.name.of(text))) is not None or bool(row)


_LIST_AHEAD = 8  # code points, enough to see " and B"
_ROW = re.compile(r",? (?:and|or) [A-Z]")


def _holds(container: str, places: frozenset[str]) -> bool:
    """True for a state's mark, a country, or a province of the story; another town begins a list of towns."""
    words = name_words(container)
    if container.endswith(".") or known_country(words):
        return True
    return container in places and not places_called(words)
