"""The people of one article: their full names, and what the words beside the names tell of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.extract.cues import load_cues
from rashomon.model.reading import Mention

_WORD = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*\.?")
_AGE = re.compile(r"\b\d{1,3}\b")
_TITLE = re.compile(r"^(?:[Tt]he|Mr|Mrs|Ms|Dr|Sir)\.?\s+")
_HIM = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_NEAR = 120  # code points after a name in which a pronoun tells its gender
_REACH = 90  # code points after a name in which an apposition may stand
_APPOSITION = re.compile(r",\s+([^,.;:“\"]{3,80})")
_VERBAL = re.compile(r"(?:and|but|or|while|said|says|told)\b")
_TELLS_OF_OTHERS = re.compile(r"\b(?:of|who|with|for|to|and|in|at|from|whose)\b")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Person:
    """Someone named: "m", "f" or "" for gender, the words that say who, and the sentence that named them last."""

    name: str
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    last: int = -1


class People:
    """The people of an article, found again by full name or by surname."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._by_name: dict[str, list[Person]] = {}  # by last word
        named = [m for m in mentions if m.kind == "person"]
        for mention in sorted(named, key=lambda m: (is_shouted(m.name.of(text)), -len(m.name.of(text).split()))):
            self._learn(text, mention)
        for mention in named:
            person = self.find(bare_name(mention.name.of(text)))
            pronoun = _HIM.search(text, mention.name.end, mention.name.end + _NEAR)
            if person and not person.gender and pronoun:
                person.gender = "m" if pronoun.group(1) else "f"

    def __iter__(self) -> Iterator[Person]:
        return (person for family in self._by_name.values() for person in family)

    def find(self, name: str) -> Person | None:
        """The person so named; by a surname alone, whoever of that name was named last."""
        family = self._by_name.get(last_word(name), [])
        parts = name.split()
        if len(parts) == 1:
            return max(family, key=lambda p: p.last, default=None)
        return next((p for p in family if _agree(p.name, name)), None)

    def add(self, name: str) -> Person:
        """The person so named, new if need be."""
        person = self.find(name)
        if person is None:
            person = Person(name, gender_of(name, set()))
            self._by_name.setdefault(last_word(name), []).append(person)
        return person

    def _learn(self, text: str, mention: Mention) -> None:
        name = bare_name(mention.name.of(text))
        person = self.add(name)
        if mention.role:
            person.roles |= words_in(mention.role.of(text))
        person.roles |= words_in(text[mention.span.start : mention.name.start])
        title = set(person.roles)
        apposition = _APPOSITION.match(text, mention.name.end, mention.name.end + _REACH)
        if apposition and not _VERBAL.match(apposition.group(1)):
            person.roles |= words_in(apposition.group(1))
            title |= words_in(_TELLS_OF_OTHERS.split(apposition.group(1), maxsplit=1)[0])
        person.gender = person.gender or gender_of(name, title)


def bare_name(name: str) -> str:
    """The name without "the", "Mr" and a possessive ending."""
    return re.sub(r"['’]s?$", "", _TITLE.sub("", " ".join(name.split())))


def last_word(name: str) -> str:
    """The surname, folded: "jones" for "Tom Jones Jr"."""
    parts = [p for p in name.split() if p.lower().strip(".,") not in _GENERATIONS]
    return parts[-1].lower() if parts else name.lower()


def is_shouted(name: str) -> bool:
    """Whether capitals of a headline or label have run into the name."""
    parts = name.split()
    return any(len(p) > 3 and p.isupper() for p in parts) and not all(p.isupper() for p in parts)


def words_in(phrase: str) -> set[str]:
    """The words of a description, folded, with the ages in it."""
    return {w.lower().rstrip(".") for w in _WORD.findall(phrase)} | set(_AGE.findall(phrase))


def gender_of(name: str, roles: set[str]) -> str:
    """The grammatical gender, "m" or "f", that a role or a given name tells; "" where neither does."""
    cues = load_cues()
    if roles & (cues.women - {"her"}):
        return "f"
    if roles & cues.men:
        return "m"
    first = name.split()[0].lower() if len(name.split()) > 1 else ""
    return "f" if first in cues.women_names else "m" if first in cues.men_names else ""


def all_capital(words: str) -> bool:
    """Whether every word but the small ones begins with a capital or a figure."""
    parts = [p for p in words.split() if p.lower() not in {"of", "and", "for", "the", "&", "in", "on"}]
    return bool(parts) and all(p[0].isupper() or p[0].isdigit() for p in parts)


def without_titles(run: str) -> str:
    """The name without the titles before it: "Jane Doe" for "Chief Inspector Jane Doe"."""
    parts = run.split()
    titles = load_cues().titles
    last = max((n for n, p in enumerate(parts[:-1]) if p.lower().strip(".,") in titles), default=-1)
    return " ".join(parts[last + 1 :])


def _agree(one: str, other: str) -> bool:
    """Whether two names of one surname may be one person's: "J. Doe", "Doe" and "Jane Doe"."""
    a, b = one.split(), other.split()
    return len(a) == 1 or len(b) == 1 or a[0].strip(".")[:1].lower() == b[0].strip(".")[:1].lower()
