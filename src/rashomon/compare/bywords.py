"""Words that stand for a thing already named: "American", "the Chilean capital", "@OsloZoo", "the zoo's director"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.compare.apposed import find_apposed
from rashomon.compare.capitals import CAPITAL_OF
from rashomon.compare.forms import form_words
from rashomon.compare.holders import find_holders
from rashomon.compare.known_names import known_as
from rashomon.compare.name_match import name_words
from rashomon.compare.nations import COUNTRY_OF
from rashomon.model.comparison import Name, Spelling
from rashomon.model.reading import Reading
from rashomon.model.span import Evidence, Span

_LAND = r"(?:(?:South|North|New|Sri|Saudi) )?[A-Z][a-z]+"
_NOT_THE_CITY = (
    r"\b(?! (?:gains?|markets?|punishment|controls?|requirements?|ratios?|(?:in|out)?flows?|spending|funds?|"
    r"expenditure|investments?|allowances?|adequacy|raising|increase|injection|offen[cs]es?|murder|crimes?|stock|account|buffers?)\b|-)"
)
_SEAT = re.compile(
    rf"\b[Tt]he (?P<adjective>{_LAND}) capital{_NOT_THE_CITY}|\b(?P<country>{_LAND})['’]s? capital{_NOT_THE_CITY}"
)
_NATIONALITY = re.compile(
    r"\b(?:(?:South|North|Northern|New|Sri|Saudi|Native|Latin|African|Puerto|Costa) )?[A-Z][a-z]{3,}\b(?!-)"
)
_NOT_PEOPLE = frozenset(("english", "polish"))  # the language as often; "Polish" at the head of a sentence is a verb
_HANDLE = re.compile(r"(?<!\w)@([^\W_]\w{3,30})")
_Found = Iterator[tuple[str, Evidence]]


def add_bywords(names: tuple[Name, ...], readings: Sequence[Reading]) -> tuple[Name, ...]:
    """The names with the words that stand for them where the report does not write them out.

    They come after the spellings proper, and nothing is compared by them.
    """
    countries, capitals = _countries(names), _capitals(names)
    handles = _handles(names)
    offices, apposed = find_holders(names, readings), find_apposed(names, readings)
    found: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        for id, evidence in (
            *_nation_words(reading, countries),
            *_seats(reading, capitals),
            *_written_handles(reading, handles),
            *offices(reading),
            *apposed(reading),
        ):
            found[id][" ".join(evidence.text.split())].append(evidence)
    return tuple(_with(name, found[name.id]) if name.id in found else name for name in names)


def _with(name: Name, found: dict[str, list[Evidence]]) -> Name:
    old = {v.text: set(v.evidence) for v in name.variants}
    variants = [replace(v, evidence=_merged(v.evidence, found.get(v.text, []))) for v in name.variants]
    variants += [Spelling(text, tuple(where)) for text, where in found.items() if text not in old]
    return replace(name, variants=tuple(variants))


def _merged(one: tuple[Evidence, ...], more: list[Evidence]) -> tuple[Evidence, ...]:
    return (*one, *(evidence for evidence in more if evidence not in one))


def _countries(names: tuple[Name, ...]) -> dict[str, str]:
    """The number of the name that writes each country."""
    found: dict[str, str] = {}
    for name in names:
        for variant in name.variants if name.kind in ("place", "other") else ():
            words = form_words(variant.text)
            plain = " ".join(words)
            country = known_as(words, variant.text) or (plain if COUNTRY_OF.get(plain) == plain else None)
            if country:
                found.setdefault(country, name.id)
    return found


def _capitals(names: tuple[Name, ...]) -> dict[str, str]:
    """The number of the name that writes the capital of each country."""
    found: dict[str, str] = {}
    for name in names:
        for variant in name.variants if name.kind in ("place", "other") else ():
            country = CAPITAL_OF.get(form_words(variant.text))
            if country:
                found.setdefault(country, name.id)
    return found


def _handles(names: tuple[Name, ...]) -> dict[str, str]:
    """Names run together, as handles are; what several names could give is left out."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for variant in name.variants:
            words = form_words(variant.text)
            if len(words) > 1 or (words and len(words[0]) > 3 and name.kind != "person"):
                owners["".join(words)].add(name.id)
    return {key: min(ids) for key, ids in owners.items() if len(ids) == 1}


def _nation_words(reading: Reading, countries: dict[str, str]) -> _Found:
    taken = sorted((m.span.start, m.span.end) for m in reading.mentions)
    for sentence in (*reading.sentences, *reading.captions) if countries else ():
        for found in _NATIONALITY.finditer(reading.article.text, sentence.span.start, sentence.span.end):
            word = found.group().lower().replace(" ", "-")
            country = COUNTRY_OF.get(word)
            if country in countries and country != word and word not in _NOT_PEOPLE and not _inside(found, taken):
                yield countries[country], reading.article.evidence(Span(*found.span()))


def _inside(found: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """True for a word that is part of a name: "the American Red Cross"."""
    at = bisect_right(taken, (found.end(), 0)) - 1
    return at >= 0 and taken[at][1] > found.start()


def _seats(reading: Reading, capitals: dict[str, str]) -> _Found:
    for sentence in (*reading.sentences, *reading.captions) if capitals else ():
        for found in _SEAT.finditer(reading.article.text, sentence.span.start, sentence.span.end):
            word = (found["adjective"] or found["country"]).lower()
            country = COUNTRY_OF.get(word.replace(" ", "-")) or COUNTRY_OF.get(word)
            if country in capitals:
                yield capitals[country], reading.article.evidence(Span(*found.span()))


def _written_handles(reading: Reading, handles: dict[str, str]) -> _Found:
    for found in _HANDLE.finditer(reading.article.text):
        id = handles.get("".join(name_words(found.group(1).replace("_", " "))))
        if id is not None:
            yield id, reading.article.evidence(Span(*found.span()))
