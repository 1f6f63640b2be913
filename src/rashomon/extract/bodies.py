"""Bodies named by their country or town and a small word: "German foreign ministry", "Berlin police"."""

from rashomon.extract.lexicon import Lexicon
from rashomon.extract.words import Word
from rashomon.text.word_sets import word_set

BODY_TAILS = word_set(
    """
    police army military navy government ministry parliament court embassy consulate zoo agency senate cabinet
    coastguard department office commission council consulate-general gendarmerie judiciary presidency monarchy
    airforce university museum prosecutor prosecutors authority bureau regulator command hospital forces troops
    """
)
_LINKS = word_set(
    """
    foreign interior defence defense finance justice health education transport energy economy environment
    labour labor culture supreme high constitutional appeals federal state national central special joint forces
    military police fire space intelligence security emergency emergencies air coast border riot city county
    district regional provincial local secret civil aviation meteorological weather geological nuclear atomic
    election electoral anti-corruption criminal traffic consulate medical public prosecutor's immigration
    customs tax police's
    """
)
_FINAL = {
    "force": {"air", "police", "task"},
    "forces": {"armed", "defence", "defense", "security", "special"},
    "guard": {"coast", "border", "national"},
}
_FINAL |= {
    "general": {"consulate"},
    "bank": {"central"},
    "union": {"police", "teachers", "workers", "trade", "students", "farmers"},
    "department": {"fire", "police"},
    "service": {"police", "fire", "security", "intelligence", "ambulance", "weather"},
}


_LOCAL = frozenset(("provincial", "regional", "state", "city", "county", "district", "municipal", "metropolitan"))


def _is_local(words: list[Word], at: int) -> bool:
    """True for "Kunduz provincial hospital", whatever the place."""
    return (
        at + 2 < len(words)
        and words[at + 1].lower in _LOCAL
        and words[at + 1].text.islower()
        and not words[at].possessive
    )


def body_end(text: str, words: list[Word], at: int, lexicon: Lexicon) -> int:
    """The index of the last word of the body that word `at` begins; `at` where it begins none."""
    first = words[at]
    known = first.lower in lexicon.nations or first.lower in lexicon.places
    if not known and not _is_local(words, at):
        return at
    end = at
    for n in range(at + 1, min(len(words), at + 5)):
        gap = text[words[n - 1].end : words[n].start]
        if gap != " " and not (n == at + 1 and first.possessive and gap in ("'s ", "’s ")):
            break
        low = words[n].lower
        if words[n].capital and low not in BODY_TAILS | _LINKS:
            break
        if low in BODY_TAILS or words[n - 1].lower in _FINAL.get(low, ()):
            end = n
        elif low not in _LINKS and low not in {"armed"}:
            break
        if words[n].possessive:
            break
    if end + 1 < len(words) and words[end + 1].lower in lexicon.person_heads and text[words[end].end] == " ":
        return at  # "Berlin police spokeswoman": a role
    return end if any(not w.capital for w in words[at + 1 : end + 1]) else at
