"""Invented reports of one invented event, as many and as long as asked for; the same seed gives the same reports.

A story has a stock of facts. Each report tells a choice of them, each in one of several wordings and now and then with
another figure, among sentences that it alone has. Some reports are copies of an agency's with a few words edited.
"""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

from rashomon.model.article import Article

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


def make_story(reports: int, words: int, seed: int = 1) -> list[Article]:
    """`reports` articles of about `words` words each."""
    chance = random.Random(f"{seed} {reports} {words}")
    facts = [_fact(chance) for _ in range(max(30, words // 10))]
    wire = _report(facts, words, chance)
    return [_article(n, facts, wire, words, chance) for n in range(reports)]


def _article(n: int, facts: list[Fact], wire: list[str], words: int, chance: random.Random) -> Article:
    copied = chance.random() < COPIES
    sentences = [_edited(sentence, chance) for sentence in wire] if copied else _report(facts, words, chance)
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


def _report(facts: list[Fact], words: int, chance: random.Random) -> list[str]:
    chosen = iter(chance.sample(facts, len(facts)))
    sentences: list[str] = []
    length = 0
    while length < words:
        fact = next(chosen, None) if chance.random() < 0.6 else None
        sentences.append(fact.told(chance) if fact else _aside(chance))
        length += len(sentences[-1].split())
    return sentences


def _edited(sentence: str, chance: random.Random) -> str:
    """The sentence, one time in ten with a word less."""
    words = sentence.split()
    if chance.random() < 0.1 and len(words) > 8:
        del words[chance.randrange(2, len(words) - 2)]
    return " ".join(words)


def _aside(chance: random.Random) -> str:
    who, does, what, where, how = (_any(kind, chance) for kind in ("actors", "acts", "things", "places", "ends"))
    return f"{who} {does} {what} in {where} {how}."


def _any(kind: str, chance: random.Random) -> str:
    return chance.choice(STOCK[kind])


def _fact(chance: random.Random) -> Fact:
    said = _any("feelings", chance)
    role, name = _any("roles", chance), f"{_any('given', chance)} {_any('family', chance)}"
    slots = {
        "what": _any("counted", chance),
        "done": _any("done", chance),
        "where": _any("things", chance),
        "place": _any("places", chance),
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
