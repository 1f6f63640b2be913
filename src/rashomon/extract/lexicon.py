"""The words by which names are told from other words, read once from the lists beside this file."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rashomon.text.word_sets import word_set

# Words that open a sentence with a capital and never begin a name; the list of common words holds too few of them.
FUNCTION_WORDS = word_set(
    """
    a an the this that these those it its he she they we you i his her their our your my me him them us who whom
    whose which what when where why how if unless until while as since because although though after before
    during despite amid at in on by for from to of with without within into onto over under between among
    against about above across along around behind beside below beneath beyond near off out outside inside
    through throughout toward towards up down upon via per than like unlike and or but nor so yet not no yes
    also too then there here now once again still just even ever never only more most many much few some any all
    each every both either neither other another such same several one two three four five six seven eight nine
    ten dozens hundreds thousands millions meanwhile however moreover furthermore nevertheless nonetheless
    instead otherwise therefore thus hence later earlier soon today yesterday tomorrow tonight recently
    currently previously according asked speaking is are was were be been being has have had do does did will
    would can could may might must shall should let said says first second third last next former
    """
)
PARTICLES = word_set(
    """
    van von de der den del della di da do dos das du des la le el al bin ibn bint ben ul ur ud zu zur y i e ter
    ten af av
    """
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words in small letters, without dots."""

    honorifics: frozenset[str]
    person_heads: frozenset[str]
    modifiers: frozenset[str]
    org_heads: frozenset[str]
    place_heads: frozenset[str]
    org_words: frozenset[str]
    place_words: frozenset[str]
    place_openers: frozenset[str]
    calendar: frozenset[str]
    no_names: frozenset[str]
    verbs: frozenset[str]
    nations: frozenset[str]
    places: frozenset[str]
    place_acronyms: frozenset[str]
    state_marks: frozenset[str]
    fields: frozenset[str]
    no_titles: frozenset[str]
    given_names: frozenset[str]
    common_words: frozenset[str]
    plain: frozenset[str]  # derived: common words and function words
    titles: frozenset[str]  # derived: heads of descriptions that are titles with a capital
    bodies: frozenset[str]  # derived: words of bodies and places
    joined: frozenset[str]  # derived: words that "and" may join into one body's name
    empty: frozenset[str]  # derived: capitals that name nothing when alone
    said_of: frozenset[str]  # derived: words of which a description without a name is made


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of this package."""
    here = files("rashomon.extract")
    lists = tomllib.loads((here / "titles.toml").read_text(encoding="utf-8"))
    lists["given_names"] = (here / "given_names.txt").read_text(encoding="utf-8")
    lists["common_words"] = (here / "common_words.txt").read_text(encoding="utf-8")
    sets = {key: frozenset(words.split()) for key, words in lists.items()}
    sets["nations"] |= {f"{nation}s" for nation in sets["nations"]}  # "Norwegians"
    bodies = sets["org_words"] | sets["place_words"]
    people = sets["person_heads"] | sets["nations"]
    return Lexicon(
        plain=sets["common_words"] | FUNCTION_WORDS,
        titles=sets["person_heads"] - sets["no_titles"],
        bodies=bodies,
        joined=sets["common_words"] | bodies | sets["fields"],
        empty=sets["calendar"] | sets["no_names"] | sets["nations"] | sets["honorifics"],
        said_of=sets["common_words"] | people | sets["modifiers"] | sets["places"],
        **sets,
    )
