"""Invented reports of one invented event, as many and as long as asked for; the same seed gives the same reports.

A story has a stock of facts. Each report tells a choice of them, each in one of several wordings and now and then with
another figure, among sentences that it alone has. Some reports are copies of an agency's with a few words edited.
"""

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from rashomon.model.article import Article

FACTS = 0.5  # share of the sentences that tell a fact which other reports may tell
COPIES = 0.2  # share of the reports that carry the agency's text
OTHER_FIGURE = 0.1  # share of the tellings of a number that give another
STOCK: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "invented.toml").read_text(encoding="utf-8"))
WORDINGS = {
    "count": (
        "At least {n} {what} were {done} near {where} on {day}, {who} said.",
        "{Role} {name} put the number of {what} {done} around {where} at {n}.",
        "Near {where}, {n} {what} had been {done} by {day}, according to {role} {name}.",
        "Authorities in {place} said that {n} {what} were {done} close to {where}.",
    ),
    "money": (
        "Repairs to {where} will cost ${n} million, {who} told reporters.",
        "The bill for {where} could reach {n} million dollars, {role} {name} estimated.",
        "{Role} {name} expects to spend about ${n} million on {where} in {place}.",
    ),
    "quote": (
        "“{said},” {role} {name} said on {day}.",
        '"{said}," said {name}, {role} of {place}.',
        "{Role} {name} told a news conference in {place}: “{said}.”",
        "{Role} {name} said that {said_low}.",
    ),
    "deed": (
        "{Role} {name} travelled to {place} on {day} to visit {where}.",
        "On {day}, {name}, {role}, went to see {where} in {place}.",
        "{name} was in {place} by {day} evening and toured {where}.",
    ),
}


PATTERNS = (
    "the {a} {n} {v} a {n} of {p} {e}.",
    "{a} {n}s and {n}s {v} the {n} that the {n} of {p} had {v} {e}.",
    "for the {n}, a {a} {n} in {p} {v} more {n} than the {a} {n} did.",
    "no {n} {v} the {n} when {p} {v} its {a} {n}.",
    "many {n}s still {v} {a} {n}, and the {n} has {v} them {e}.",
    "the {n} near {p}, once a {a} {n}, {v} every {n} of the {n}.",
    "after the {n} the {a} {n} {v} its {n} to a {n} in {p}.",
    "it was the {n} of {p} that {v} the {a} {n}s {e}.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be told of the event; `slots` fill the wordings of its kind."""

    kind: str
    number: int
    slots: dict[str, str]

    def told(self, chance: random.Random) -> str:
        """The fact in one of its wordings."""
        number = self.number + chance.choice((1, 2, -1, 10)) if chance.random() < OTHER_FIGURE else self.number
        return chance.choice(WORDINGS[self.kind]).format(n=max(2, number), **self.slots)


@dataclass(frozen=True, slots=True)
class Language:
    """Coined words, many enough that two reports share few by chance, as two reports of a newspaper do."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    places: tuple[str, ...]

    def sentence(self, chance: random.Random) -> str:
        """A sentence that means nothing and that no other report has."""
        pieces = {
            "{n}": lambda: chance.choice(self.nouns),
            "{v}": lambda: chance.choice(self.verbs),
            "{a}": lambda: chance.choice(self.adjectives),
            "{p}": lambda: chance.choice(self.places),
            "{e}": lambda: _any("ends", chance),
        }
        said = re.sub(r"\{.\}", lambda m: pieces[m.group()](), chance.choice(PATTERNS))
        return said[0].upper() + said[1:]


def coin_language(chance: random.Random) -> Language:
    """1,500 nouns, 500 verbs, 400 adjectives and 150 places."""

    def coined(count: int, ending: str) -> tuple[str, ...]:
        words = {
            "".join(_any("syllables", chance) for _ in range(chance.choice((2, 2, 3)))) + ending for _ in range(count)
        }
        return tuple(sorted(words))

    places = tuple(place.capitalize() for place in coined(150, ""))
    return Language(coined(1500, ""), coined(500, "ed"), coined(400, "ous"), places)


def make_story(reports: int, words: int, seed: int = 1) -> list[Article]:
    """`reports` articles of about `words` words each."""
    chance = random.Random(f"{seed} {reports} {words}")
    language = coin_language(chance)
    facts = [_fact(language, chance) for _ in range(max(30, words // 10))]
    wire = _report(facts, words, language, chance)
    return [_article(n, facts, wire, words, language, chance) for n in range(reports)]


def _article(
    n: int, facts: list[Fact], wire: list[str], words: int, language: Language, chance: random.Random
) -> Article:
    copied = chance.random() < COPIES
    sentences = [_edited(sentence, chance) for sentence in wire] if copied else _report(facts, words, language, chance)
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    place = _any("places", chance)
    opening = f"{place.upper()} (AP) — " if copied else f"{place.upper()} — "
    return Article(
        id=f"report-{n:04}",
        text=opening + "\n\n".join(paragraphs),
        outlet=f"outlet{n:04}.example",
        headline=f"What happened at {place}",
        published=f"2031-03-{1 + n % 5:02}",
    )


def _report(facts: list[Fact], words: int, language: Language, chance: random.Random) -> list[str]:
    chosen = iter(chance.sample(facts, len(facts)))
    sentences: list[str] = []
    length = 0
    while length < words:
        fact = next(chosen, None) if chance.random() < FACTS else None
        sentences.append(fact.told(chance) if fact else language.sentence(chance))
        length += len(sentences[-1].split())
    return sentences


def _edited(sentence: str, chance: random.Random) -> str:
    """The sentence, one time in ten with a word less."""
    words = sentence.split()
    if chance.random() < 0.1 and len(words) > 8:
        del words[chance.randrange(2, len(words) - 2)]
    return " ".join(words)


def _any(kind: str, chance: random.Random) -> str:
    return chance.choice(STOCK[kind])


def _fact(language: Language, chance: random.Random) -> Fact:
    said = f"{_any('feelings', chance)} and {language.sentence(chance)[:-1].lower()}"
    role, name = _any("roles", chance), f"{_any('given', chance)} {_any('family', chance)}"
    slots = {
        "what": _any("counted", chance),
        "done": _any("done", chance),
        "where": f"the {chance.choice(language.nouns)} {chance.choice(language.nouns)}",
        "place": chance.choice(language.places),
        "day": _any("days", chance),
        "role": role,
        "Role": role[0].upper() + role[1:],
        "name": name,
        "who": f"{role} {name}",
        "said": said[0].upper() + said[1:],
        "said_low": said,
    }
    return Fact(
        chance.choice(("count", "count", "count", "money", "quote", "quote", "deed")), chance.randrange(3, 400), slots
    )
