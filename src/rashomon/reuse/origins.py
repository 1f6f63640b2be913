"""Independent origins: who carries whose text, and which agency stands behind it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from rashomon.model.comparison import Origin, Passage
from rashomon.model.reading import Reading
from rashomon.reuse.agencies import agency_of, is_own_outlet
from rashomon.reuse.shingles import SHINGLE, Words, number_words
from rashomon.settings import ReuseSettings

MOST_LINKS_TOLD = 6  # a reason names no more links than a person reads


@dataclass(frozen=True, slots=True)
class _Link:
    """Two reports of one origin; `share` of the words of `part` stand in `whole`."""

    share: float
    part: int
    whole: int


def find_origins(
    readings: tuple[Reading, ...], passages: tuple[Passage, ...], settings: ReuseSettings
) -> tuple[Origin, ...]:
    """The articles in groups of one origin each, largest first: a partition."""
    agencies = tuple(_agencies(reading) for reading in readings)
    group = list(range(len(readings)))
    told: list[_Link] = []
    for link in sorted(_text_links(readings, agencies, passages, settings), key=lambda x: (-x.share, x.part, x.whole)):
        if _united(group, link.part, link.whole):
            told.append(link)
    for one, other in _same_agency(agencies):
        _united(group, one, other)
    members: dict[int, list[int]] = {}
    for n in range(len(readings)):
        members.setdefault(_root(group, n), []).append(n)
    ordered = sorted(members.values(), key=lambda ns: (-len(ns), ns[0]))
    return tuple(_origin(number, ns, readings, agencies, told) for number, ns in enumerate(ordered, 1))


def _agencies(reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(agency_of(credit) for credit in reading.masthead.credits))


def _same_agency(agencies: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    """Neighbours among the reports credited to one agency and no other."""
    last: dict[str, int] = {}
    for n, credited in enumerate(agencies):
        if len(credited) == 1:
            if credited[0] in last:
                yield last[credited[0]], n
            last[credited[0]] = n


def _text_links(
    readings: tuple[Reading, ...],
    agencies: tuple[tuple[str, ...], ...],
    passages: tuple[Passage, ...],
    settings: ReuseSettings,
) -> Iterator[_Link]:
    """Pairs of reports of which one carries the text of the other."""
    if not passages:
        return
    texts = number_words(readings)
    keys = _shared_keys(texts)
    own = [len(words) - sum(words.quoted) for words in texts]
    for a, b in combinations(range(len(texts)), 2):
        part, whole = (a, b) if len(texts[a]) <= len(texts[b]) else (b, a)
        if len(agencies[whole]) > 1 >= len(agencies[part]):
            part, whole = whole, part  # a report drawn from several agencies holds each one's text and is none of them
        if SHINGLE * len(keys[a] & keys[b]) < own[part] * settings.same_text:  # more than so many words are not shared
            continue
        share, shared = _share(texts[part], keys[whole])
        if share >= settings.same_text and shared >= min(settings.fewest_shared_words, len(texts[part])):
            yield _Link(share, part, whole)


def _shared_keys(texts: tuple[Words, ...]) -> tuple[frozenset[int], ...]:
    """The word sequences of each report that stand in another as well: few, so that all pairs can be looked at."""
    keys = tuple(frozenset(words.shingles) for words in texts)
    held = Counter(key for own in keys for key in own)
    return tuple(frozenset(key for key in own if held[key] > 1) for own in keys)


def _share(part: Words, whole: frozenset[int]) -> tuple[float, int]:
    """The share, and number, of the words in `part` that stand in `whole`: of those not quoted, if not few."""
    covered = [False] * len(part)
    for at, key in enumerate(part.shingles):
        if key in whole:
            covered[at : at + SHINGLE] = [True] * SHINGLE
    own = [held for held, quoted in zip(covered, part.quoted, strict=True) if not quoted]
    counted = own if 4 * len(own) >= len(covered) else covered
    return sum(counted) / max(1, len(counted)), sum(counted)


def _root(group: list[int], n: int) -> int:
    while group[n] != n:
        group[n] = group[group[n]]
        n = group[n]
    return n


def _united(group: list[int], one: int, other: int) -> bool:
    """Whether the two were apart until now."""
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first
    return first != second


def _origin(
    number: int,
    members: list[int],
    readings: tuple[Reading, ...],
    agencies: tuple[tuple[str, ...], ...],
    links: list[_Link],
) -> Origin:
    credited = {agencies[n][0] for n in members if len(agencies[n]) == 1}
    agency = next(iter(credited)) if len(credited) == 1 else None
    own = tuple(readings[n].article.id for n in members)
    reason = _reason(members, readings, agencies, [link for link in links if link.part in members])
    return Origin(f"o-{number}", own, _original([readings[n] for n in members], agency, bool(credited)), agency, reason)


def _reason(
    members: list[int], readings: tuple[Reading, ...], agencies: tuple[tuple[str, ...], ...], links: list[_Link]
) -> str:
    name = [reading.article.id for reading in readings]
    if len(members) == 1:
        several = agencies[members[0]]
        credit = f"credits {_listed(several)}; " if several else ""
        return f"{credit}shares too little text with any other report to be a copy"
    told = [f"{100 * link.share:.0f} % of the words of {name[link.part]} stand in {name[link.whole]}" for link in links]
    if len(told) > MOST_LINKS_TOLD:
        told = [*told[:MOST_LINKS_TOLD], f"and {len(told) - MOST_LINKS_TOLD} more such pairs"]
    for agency in sorted({agencies[n][0] for n in members if len(agencies[n]) == 1}):
        who = [name[n] for n in members if agencies[n] == (agency,)]
        told.append(
            f"{_listed(who[:MOST_LINKS_TOLD])}{_more(who)} {'are' if len(who) > 1 else 'is'} credited to {agency}"
        )
    return "; ".join(told)


def _more(who: list[str]) -> str:
    return f" and {len(who) - MOST_LINKS_TOLD} more" if len(who) > MOST_LINKS_TOLD else ""


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _original(members: list[Reading], agency: str | None, credited: bool) -> str | None:
    """The agency's own report, or where no agency is credited the one published before all others."""
    if len(members) == 1 and not credited:
        return members[0].article.id
    if credited:
        own = [r.article.id for r in members if agency and is_own_outlet(agency, r.article.outlet)]
        return own[0] if len(own) == 1 else None
    times = [_time(reading) for reading in members]
    for n, mine in enumerate(times):
        if all(_before(mine, other) for k, other in enumerate(times) if k != n):
            return members[n].article.id
    return None


def _time(reading: Reading) -> datetime | None:
    published = reading.masthead.published or reading.article.published
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None


def _before(one: datetime | None, other: datetime | None) -> bool:
    """Whether `one` surely came first: on an earlier day, or where both give their zone at an earlier time."""
    if one is None or other is None:
        return False
    if one.tzinfo and other.tzinfo:
        return one < other
    return one.date() < other.date()
