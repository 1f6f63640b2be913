"""A stream of invented reports of many events, as a reader of hundreds of feeds would get it; seeded.

Events are of some kinds: two of one kind share its words and nothing else, and are told apart by names, numbers and
days only. A report tells its event among everyday words; one in five is an earlier report with some words left out.
Events come and go: most have a report or two, some have dozens. What a report belongs to is known.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

import numpy as np

from rashomon.cluster.signature import NAME, Signature
from rashomon.cluster.terms import load_shares, rarity, term_of
from rashomon.model.article import Article
from rashomon.settings import GroupingSettings

KINDS = 80
WORDS_OF_KIND = 40
ACTIVE = 400  # events that may get another report
NEW = 0.25  # share of reports that open an event
COPIED = 0.2  # share of the others that are copies
LEFT_OUT = 0.05  # of the words of a copy
A_DAY = 4000  # reports
FIRST_DAY = date(2031, 3, 1)
_SYLLABLES = (
    "ba ce do fi gu ha je ko li mu na pe ri so tu va we xi yo za bren dal gor hest kan lor mir pol ruth sten".split()
)


@dataclass(slots=True)
class Event:
    """What its reports have in common."""

    id: str
    words: list[str]
    names: list[str]
    numbers: list[str]
    told: list[str] = field(default_factory=list)  # texts of its reports


@dataclass(frozen=True, slots=True)
class Report:
    """An article and the event it is of."""

    article: Article
    event: str


def make_stream(reports: int, seed: int = 1, words: int = 300, first: int = 0) -> Iterator[Report]:
    """So many reports of about `words` words, in the order in which they come; ids count from `first`."""
    chance = random.Random(f"stream {seed} {words}")
    shares = load_shares()
    plain = [word for word in shares if word.isalpha() and len(word) > 1]
    weights = list(accumulate(shares[word] for word in plain))
    rare = [word for word in plain if 3.0 < rarity(word) < 6.5]
    kinds = [chance.sample(rare, WORDS_OF_KIND) for _ in range(KINDS)]
    active: list[Event] = []
    for n in range(first, first + reports):
        if not active or chance.random() < NEW:
            active.append(_event(f"{seed}-{n}", chance, kinds))
            del active[: max(0, len(active) - ACTIVE)]
            event = active[-1]
        else:
            event = active[-1 - int(len(active) * chance.random() ** 3)]
        text = _text(event, chance, plain, weights, words)
        day = FIRST_DAY + timedelta(days=n // A_DAY)
        outlet = f"outlet{chance.randrange(500)}.example"
        yield Report(Article(f"r{seed}-{n}", text, outlet, published=day.isoformat()), event.id)


def _event(id: str, chance: random.Random, kinds: list[list[str]]) -> Event:
    names = ["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3)))).capitalize() for _ in range(8)]
    numbers = [str(chance.randrange(2, 5000)) for _ in range(4)]
    return Event(id, chance.sample(chance.choice(kinds), 14), names, numbers)


def _text(event: Event, chance: random.Random, plain: list[str], weights: list[float], words: int) -> str:
    if event.told and chance.random() < COPIED:
        told = chance.choice(event.told).split(" ")
        return " ".join(word for word in told if chance.random() >= LEFT_OUT)
    length = max(40, int(chance.lognormvariate(0, 0.5) * words))
    said = chance.choices(plain, cum_weights=weights, k=length)
    own = event.words + event.names + event.numbers
    for at in range(0, length, 7):
        said[at] = chance.choice(own)
    for at, word in zip(range(1, 20, 2), chance.sample(own, 10), strict=True):
        said[at] = word  # the lead tells most
    for at in range(0, length, 21):
        said[at] = said[at].capitalize()
        said[at - 1] += "."
    text = " ".join(said)
    if len(event.told) < 5:
        event.told.append(text)
    return text


def make_signatures(count: int, settings: GroupingSettings, seed: int = 1) -> Iterator[tuple[Signature, str]]:
    """Signatures with their stories as such reports would have, without their texts: to fill a window quickly."""
    chance = np.random.default_rng(seed)
    shares = load_shares()
    common = [word for word in shares if rarity(word) > 0.5]
    terms = np.array([term_of(word) for word in common], np.uint32)
    weights = np.array([shares[word] for word in common])
    cumulative = np.cumsum(weights / weights.sum())
    own = settings.terms * 2 // 5
    for first in range(0, count, 10_000):
        rows = min(10_000, count - first)
        stories = (np.arange(first, first + rows) + chance.integers(0, 1000, rows)) // 4
        told = np.argsort(chance.random((rows, own * 2)), axis=1)[:, :own]
        special = (stories[:, None] * 131 + told + 7).astype(np.uint64) * np.uint64(2654435761) % np.uint64(2**32)
        other = terms[np.searchsorted(cumulative, chance.random((rows, settings.terms - own)))]
        both = np.concatenate([special.astype(np.uint32), other], axis=1)
        heavy = chance.integers(8, 30, both.shape).astype(np.uint8)
        heavy[:, : own // 2] += NAME
        for n in range(rows):
            day = FIRST_DAY.toordinal() - 1 - (count - first - n) // A_DAY
            kept, at = np.unique(both[n], return_index=True)
            yield Signature(f"f{first + n}", day, kept, heavy[n][at], ()), f"s{stories[n]}"
