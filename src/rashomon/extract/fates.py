"""What is said to have happened to the people a number counts."""

import re

from rashomon.model.reading import Role
from rashomon.model.span import Span

Roles = tuple[tuple[int, int, Role], ...]  # where each word for a role begins and ends

_WORDS: dict[Role, str] = {
    "killed": (
        r"kill(?:ed|ing|s)?|dead|died|dies|die|dying|deaths?|fatalit(?:y|ies)|toll|slain|perish(?:ed|ing)|lost\stheir\slives|"
        r"drown(?:ed|ing)|murder(?:ed|ing)|massacred|executed|bodies|fatally|beheaded|claim(?:ed|ing|s)\s(?:the\s)?lives"
    ),
    "injured": (
        r"injur(?:ed|ing|es|y|ies)|wound(?:ed|ing|s)|hurt|hospitali[sz]ed|maimed|burns|treated\s(?:for|in|at)|"
        r"(?:rushed|taken|brought|admitted|airlifted)\sto\s(?:a\s|the\s)?(?:\w+\s)?hospitals?"
    ),
    "missing": r"missing|unaccounted\sfor|disappeared|feared\sdead",
    "rescued": r"rescu(?:ed|ing)|pulled\s(?:alive|from)|surviv(?:ed|ors?|ing)|airlifted|saved",
    "arrested": r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|in\scustody|rounded\sup|apprehended",
    "charged": r"charged|indict(?:ed|ing)|prosecuted|arraigned",
    "jailed": r"jail(?:ed|ing)|imprison(?:ed|ing)|sentenced|convicted|behind\sbars",
    "displaced": (
        r"displac(?:ed|ing)|evacuat(?:ed|ing|ions?|es)|fled|flee|fleeing|homeless|forced\sfrom|uprooted|relocated"
    ),
    "trapped": r"trapp(?:ed|ing)|stranded|stuck|buried",
    "kidnapped": r"kidnapp(?:ed|ing)|abduct(?:ed|ing)|hostages?|held\scaptive",
    "aboard": r"aboard|on\sboard|carrying|onboard",
    "ill": r"infected|infections|fell\still|fallen\still|sick(?:ened)?|tested\spositive|contracted",
}
_ROLE = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{role}>{words})" for role, words in _WORDS.items()) + r")(?!\w)", re.IGNORECASE
)
_BREAK = re.compile(r"[;:—–]|,\s|\s(?:and|but|while|as|after|when|whereas)\s", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:,?\s(?:including|among\sthem|among\swhom|most|mostly|many|some|all|both|aged|half|at\sleast)\s[^,;]{1,90},"
    r"|\s\([^)]{1,80}\)|,\s(?!\w+ing\s)[^,;]{1,40},)",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r",?\s(?:including|among\s(?:them|whom)|of\s(?:whom|them)|mostly|most\sof\sthem)\s", re.IGNORECASE
)
_CLAUSE = 160  # characters on either side in which a clause is looked for


def find_roles(text: str, sentence: Span) -> Roles:
    """Where a sentence says that people were killed, hurt, held, aboard and so on."""
    found = _ROLE.finditer(text, sentence.start, sentence.end)
    return tuple((m.start(), m.end(), m.lastgroup) for m in found)  # type: ignore[misc]


def role_for(text: str, near: Span, sentence: Span, roles: Roles) -> Role | None:
    """What happened to those counted at `near`: the nearest word for it in their clause, or before "including"."""
    inside = [r for r in roles if near.start <= r[0] <= near.end + 1]
    if inside:
        return inside[0][2]
    left, right = _clause_around(text, near, sentence)
    same = [r for r in roles if left <= r[0] < right]
    if same:
        return min(same, key=lambda r: (_gap(r, near), r[0]))[2]
    if _INCLUDED.search(text[max(sentence.start, near.start - 20) : near.start]):
        before = [r for r in roles if r[0] < near.start]
        return (before[-1] if before else roles[0])[2]
    return None


def _gap(role: tuple[int, int, Role], near: Span) -> int:
    return near.start - role[1] if role[1] <= near.start else role[0] - near.end


def _clause_around(text: str, near: Span, sentence: Span) -> tuple[int, int]:
    left = sentence.start
    for cut in _BREAK.finditer(text, max(sentence.start, near.start - _CLAUSE), near.start):
        left = cut.start()
    return left, _clause_end(text, near.end, sentence)


def _clause_end(text: str, at: int, sentence: Span) -> int:
    """Where the clause ends, passing over what is set apart ("44 people, including 3 children, were killed")."""
    last = min(sentence.end, at + _CLAUSE)
    if aside := _ASIDE.match(text, at, last):
        at = aside.end()
    right = _BREAK.search(text, at, last)
    return right.start() if right else sentence.end
