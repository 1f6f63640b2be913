"""What a number counts, and what is said to have happened to those counted."""

import re
from functools import lru_cache

from rashomon.model.reading import Role
from rashomon.model.span import Span

_IRREGULAR = {
    "people": "people", "persons": "person", "men": "man", "women": "woman", "children": "child", "police": "police", "dead": "dead",
    "wounded": "wounded", "injured": "injured", "missing": "missing", "troops": "troop", "personnel": "personnel", "staff": "staff",
    "crew": "crew", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "halves": "half", "wolves": "wolf", "thieves": "thief", "loaves": "loaf", "crises": "crisis", "analyses": "analysis",
    "species": "species", "series": "series", "media": "media", "data": "data", "criteria": "criterion", "phenomena": "phenomenon",
    "policemen": "policeman", "policewomen": "policewoman", "firemen": "fireman", "gunmen": "gunman", "fishermen": "fisherman",
    "businessmen": "businessman", "servicemen": "serviceman", "congressmen": "congressman", "schoolchildren": "schoolchild",
    "grandchildren": "grandchild", "headquarters": "headquarters", "passersby": "passerby", "others": "other", "movies": "movie",
    "viruses": "virus", "buses": "bus", "gases": "gas", "houses": "house", "horses": "horse", "nurses": "nurse", "cases": "case",
    "races": "race", "heroes": "hero", "tomatoes": "tomato", "votes": "vote", "statuses": "status", "bonuses": "bonus",
    "campuses": "campus", "ties": "tie", "lies": "lie", "pies": "pie", "cookies": "cookie", "zombies": "zombie", "rookies": "rookie",
    "calories": "calorie", "potatoes": "potato", "chinese": "chinese", "japanese": "japanese", "british": "british",
}  # fmt: skip
_NO_PLURAL = frozenset(
    "is was has this his its less us across plus thus perhaps as does yes always previous various famous serious dangerous religious "
    "suspicious anonymous enormous precious conscious obvious gross press access success business boss loss mass class glass "
    "process progress address congress stress illness wilderness fitness express cross pass miss unless whereas towards besides "
    "nevertheless regardless christmas overseas sometimes basis crisis analysis emphasis status virus campus bonus focus census gas bus "
    "hers ours yours theirs says goes lives-in jobless homeless wireless senseless doubles indigenous nervous continuous".split()
)
# Words that end a noun phrase: nothing behind them is counted.
_STOP = frozenset(
    "the a an of in on at by for from to with without within into onto over under above below between among against about around near "
    "after before during since until till through throughout across along behind beyond despite toward towards upon amid amidst via per "
    "as than and or but nor so yet if when while where which who whom whose that what because although though unless whether "
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "it they them he she we you i him her his their its our your my this these those there here each both all not only just also even "
    "ago later earlier apart away long high tall wide deep left out up down off now then still already again more less fewer "
    "said says told reported died survived remain remains remained became came went took made gave got said, including such inside "
    "last next outside however every any some no yes versus v vs too alone aboard alike".split()
)
_LEARNED = re.compile(r"(?:ed|ing)$")
# Adjectives and nouns in "-ed" and "-ing" that may stand between a number and its noun.
_BEFORE_NOUN = frozenset(
    "armed unarmed masked hooded suspected alleged wanted registered unidentified uniformed retired married injured wounded detained "
    "displaced confirmed united licensed trained experienced skilled hundred sacred naked elected reported sealed planned "
    "proposed limited combined related failed stolen guided unmanned loaded opposing remaining leading missing outstanding existing "
    "living working training building standing killing meeting hearing sitting warning filing landing listing morning evening "
    "sized coal-fired so-called specially-trained straight consecutive additional other further new old young".split()
)
Roles = tuple[tuple[int, int, Role], ...]  # where each word for a role begins and ends

_WORD = re.compile(r"[\s-]?\s?([^\W\d_]+(?:[-’'&.][^\W\d_]+)*[.,;:!?)\"”’]?)")
_OF_THE = re.compile(r"\sof(?=\s)(?:\s(?:the|its|their|those|these|his|her|our|all|them|whom)(?!\w))?")
# Nouns that stay in the singular between a number and what it describes: "a 12 page document".
_MEASURES = frozenset(
    {"page", "cylinder", "speed", "bedroom", "bed", "storey", "story", "seat", "member", "man", "point", "part"}
)
_MEASURES |= {
    "door",
    "person",
    "game",
    "hole",
    "lane",
    "star",
    "room",
    "vehicle",
    "judge",
    "day",
    "week",
    "month",
    "year",
    "hour",
}
_MORE = re.compile(r"\s(?:more|fewer|additional|extra)(?=\s[^\W\d_])")
LONGEST_NOUN_PHRASE = 5  # words between a number and the noun it counts

_PEOPLE = frozenset(
    "people person man woman child boy girl baby infant teenager youth adult student pupil teacher passenger driver pilot crew soldier "
    "officer policeman policewoman police trooper troop firefighter civilian worker employee staff personnel resident villager citizen "
    "migrant refugee asylum-seeker protester demonstrator militant insurgent fighter gunman attacker terrorist rebel suspect victim "
    "patient doctor nurse medic journalist reporter tourist pilgrim worshipper fan spectator visitor guest customer consumer shopper "
    "hostage prisoner inmate detainee survivor casualty other member relative family dead wounded injured missing foreigner national "
    "american briton german israeli palestinian afghan indian pakistani chinese british russian ukrainian syrian iraqi canadian "
    "australian turk iranian kurd egyptian filipino mexican japanese minor toddler pensioner elder bystander pedestrian cyclist "
    "motorist rider sailor fisherman miner engineer diplomat official guard marine serviceman veteran volunteer rescuer climber "
    "skier swimmer diver hiker brother sister son daughter parent mother father friend individual life body staffer aide lawmaker "
    "monk nun priest schoolchild schoolgirl schoolboy voter user account-holder occupant neighbour neighbor contractor".split()
)
_ROLES: tuple[tuple[Role, str], ...] = (
    ("killed", r"kill(?:ed|ing|s)?|dead|died|dies|die|dying|deaths?|fatalit(?:y|ies)|death\stoll|toll|slain|perish(?:ed|ing)|"
               r"lost\stheir\slives|drown(?:ed|ing)|murder(?:ed|ing)|massacred|executed|bodies|fatally|beheaded|"
               r"claim(?:ed|ing)\s(?:the\s)?lives"),
    ("injured", r"injur(?:ed|ing|es|y|ies)|wound(?:ed|ing|s)|hurt|hospitali[sz]ed|maimed|burns|treated\sfor"),
    ("missing", r"missing|unaccounted\sfor|disappeared|feared\sdead"),
    ("rescued", r"rescu(?:ed|ing)|pulled\s(?:alive|from)|surviv(?:ed|ors?|ing)|airlifted|saved"),
    ("arrested", r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|in\scustody|rounded\sup|apprehended"),
    ("charged", r"charged|indict(?:ed|ing)|prosecuted|arraigned"),
    ("jailed", r"jail(?:ed|ing)|imprison(?:ed|ing)|sentenced|convicted|behind\sbars"),
    ("displaced", r"displac(?:ed|ing)|evacuat(?:ed|ing|ions?|es)|fled|fleeing|homeless|forced\sfrom|uprooted|relocated"),
    ("trapped", r"trapp(?:ed|ing)|stranded|stuck|buried"),
    ("kidnapped", r"kidnapp(?:ed|ing)|abduct(?:ed|ing)|hostages?|held\scaptive"),
    ("aboard", r"aboard|on\sboard|carrying|onboard"),
    ("ill", r"infected|infections|fell\still|fallen\still|sick(?:ened)?|tested\spositive|contracted"),
)  # fmt: skip
_ROLE = re.compile("|".join(rf"(?P<{role}>(?<!\w)(?:{words})(?!\w))" for role, words in _ROLES), re.IGNORECASE)
_BREAK = re.compile(r"[;:—–]|,\s|\s(?:and|but|while|as|after|when|whereas)\s", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:,?\s(?:including|among\sthem|among\swhom|most|mostly|many|some|all|both|aged|half|at\sleast)\s[^,;]{1,90},|\s\([^)]{1,80}\)|,\s[^,;]{1,40},)",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r",?\s(?:including|among\sthem|among\swhom|of\swhom|of\sthem|mostly|most\sof\sthem)\s", re.IGNORECASE
)


def is_plural(word: str) -> bool:
    """True where a word looks like a noun in the plural."""
    w = word.lower()
    if w in _IRREGULAR:
        return True
    return (
        len(w) > 2 and w.endswith("s") and w not in _NO_PLURAL and not w.endswith(("ss", "ous", "'s", "’s", "is", "us"))
    )


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The word in the singular and in lower case."""
    w = word.lower()
    if w in _IRREGULAR:
        return _IRREGULAR[w]
    if not is_plural(w):
        return w
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return w[:-2]
    return w[:-1]


def find_head(text: str, at: int, end: int, one: bool = False, vague: bool = False) -> tuple[str, int] | None:
    """The noun counted by a number that ends at `at`, in the singular, and where it ends.

    `one` where it stands for one, `vague` where "of" may join it to its noun ("dozens of people").
    """
    if (of_the := _OF_THE.match(text, at, end)) and (vague or len(of_the.group()) > 4):
        return find_head(text, of_the.end(), end)
    if more := _MORE.match(text, at, end):
        at = more.end()
    last: tuple[str, int] | None = None
    hyphened = text[at : at + 1] == "-"
    for _ in range(LONGEST_NOUN_PHRASE):
        found_word = _WORD.match(text, at, end)
        if not found_word or (text[at : at + 1] not in " -\u00a0" and not text[at : at + 1].isspace()):
            break
        written = found_word.group(1)
        word = written.rstrip('.,;:!?)"”’') if not written[-1].isalpha() else written
        if word.lower() in _STOP or (word.lower() not in _BEFORE_NOUN and _LEARNED.search(word.lower()) and last):
            break
        if word.lower().endswith(("’s", "'s")):
            last = (word[:-2].lower(), found_word.start(1) + len(word) - 2)
            break
        if one and last and is_plural(word):
            break  # "one proposal asks"
        last = (singular(word), found_word.start(1) + len(word))
        at = last[1]
        if hyphened or (is_plural(word) and not one) or word != written or word in _MEASURES:
            break
    return last


def find_roles(text: str, sentence: Span) -> Roles:
    """Where a sentence says that people were killed, hurt, held, aboard and so on."""
    found = _ROLE.finditer(text, sentence.start, sentence.end)
    return tuple((m.start(), m.end(), m.lastgroup) for m in found)  # type: ignore[misc]


def is_person(head: str | None) -> bool:
    """True where the noun is one for people."""
    return head is not None and head in _PEOPLE


def role_for(text: str, near: Span, sentence: Span, roles: Roles) -> Role | None:
    """What happened to those counted at `near`: the nearest word for it in their clause, or before "including"."""
    inside = [r for r in roles if r[0] >= near.start and r[0] <= near.end + 1]
    if inside:
        return inside[0][2]
    left, right = _clause_around(text, near, sentence)
    same = [r for r in roles if left <= r[0] < right]
    if same:
        return min(same, key=lambda r: (_gap(r, near), r[0]))[2]
    if _KEEPS.search(text[max(sentence.start, near.start - 20) : near.start]):
        before = [r for r in roles if r[0] < near.start]
        return (before[-1] if before else roles[0])[2]
    return None


def _gap(role: tuple[int, int, Role], near: Span) -> int:
    return near.start - role[1] if role[1] <= near.start else role[0] - near.end


def _clause_around(text: str, near: Span, sentence: Span) -> tuple[int, int]:
    left = sentence.start
    for cut in _BREAK.finditer(text, max(sentence.start, near.start - 160), near.start):
        left = cut.start()
    return left, _clause_end(text, near.end, sentence)


def _clause_end(text: str, at: int, sentence: Span) -> int:
    """Where the clause ends, passing over what commas or brackets set apart ("44 people, including 3 children, were killed")."""
    last = min(sentence.end, at + 160)
    if aside := _ASIDE.match(text, at, last):
        at = aside.end()
    right = _BREAK.search(text, at, last)
    return right.start() if right else sentence.end
