"""Who speaks, across the story: surnames, offices and descriptions resolved to the story's names."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from rashomon.compare.offices import head_of, nation_of, offices_in
from rashomon.model.comparison import Name
from rashomon.model.reading import Attribution, Quotation, Reading, Speaker
from rashomon.model.span import Span

_TITLE = re.compile(r"^(?:the|mr|mrs|ms|miss|dr|sir)\.?\s+", re.IGNORECASE)
_AGED = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b", re.IGNORECASE)
_REACH = 60  # code points after a name in which its age or office may stand


@dataclass(frozen=True, slots=True)
class _Profile:
    """What the story's reports say of one person: offices ("president"), nations ("russia"), age."""

    name: Name
    offices: frozenset[str]
    nations: frozenset[str]
    ages: frozenset[str]


class _Names:
    """The story's names, by their spellings, by their last words, and by where they stand."""

    def __init__(self, readings: Sequence[Reading], names: Sequence[Name], told: Set[str]) -> None:
        self.told = [name for name in names if name.id in told]
        self.spelled: dict[str, Name] = {}
        self.ending: dict[str, list[Name]] = {}
        for name in names:
            for spelling in (*(v.text for v in name.variants), name.canonical):
                self.spelled.setdefault(_plain(spelling), name)
            if name.kind == "person":
                self.ending.setdefault(_plain(name.canonical).split()[-1], []).append(name)
        self.profiles = _profiles(readings, names)

    def find(self, text: str) -> Name | None:
        """The name so spelled, else the only person of that surname."""
        plain = _plain(text)
        if plain in self.spelled:
            return self.spelled[plain]
        last = plain.split()[-1] if plain else ""
        people = self.ending.get(last, [])
        return people[0] if len(people) == 1 and len(plain.split()) <= 4 else None

    def told_here(self, text: str, article: str, source: Span | None) -> Name | None:
        """The name so spelled in that very article, of those that readers told apart; of several that at the source."""
        plain = _plain(text)
        found = [
            (name, evidence.span)
            for name in self.told
            for spelling in name.variants
            if _plain(spelling.text) == plain
            for evidence in spelling.evidence
            if evidence.article == article
        ]
        there = [name for name, span in found if source is not None and span.overlap(source)]
        return there[0] if there else _only(list({name.id: name for name, _ in found}.values()))

    def describe(self, text: str) -> Name | None:
        """The one person whose office and nation, or age, the description gives; None where several or nobody fit."""
        age = _AGED.search(text)
        if age:
            return _only([p.name for p in self.profiles if age.group(1) in p.ages])
        offices = head_of(text)
        if not offices or not re.match(r"(?:the|its|his|her|their|[A-Z][\w-]+(?:'s|’s)?)\s", text, re.IGNORECASE):
            return None
        nations = nation_of(text)
        fitting = [p for p in self.profiles if p.offices & offices and nations <= p.nations]
        if not nations and len(text.split()) > 3:
            return None
        return _only([p.name for p in fitting])


def resolve_speakers(
    readings: tuple[Reading, ...], names: tuple[Name, ...], told: Set[str] = frozenset()
) -> tuple[Reading, ...]:
    """The readings with the speakers of quotations and attributions resolved to the story's names.

    A speaker without a name keeps the source's own words as description. `told` are ids of names that readers joined
    or told apart: in an article that has them they are known by it.
    """
    known = _Names(readings, names, told)
    return tuple(
        replace(
            reading,
            quotations=tuple(_quotation(q, known, reading.article.id) for q in reading.quotations),
            attributions=tuple(_attribution(a, known, reading.article.id) for a in reading.attributions),
        )
        for reading in readings
    )


def _quotation(quotation: Quotation, known: _Names, article: str) -> Quotation:
    speaker = quotation.speaker
    if speaker is None:
        return quotation
    name = known.told_here(speaker.name or speaker.description or "", article, quotation.source)
    if name is None:
        name = known.find(speaker.name) if speaker.name else known.describe(speaker.description or "")
    return replace(quotation, speaker=Speaker(name.canonical, speaker.description)) if name else quotation


def _attribution(attribution: Attribution, known: _Names, article: str) -> Attribution:
    if attribution.speaker is None:
        return attribution
    name = known.told_here(attribution.speaker, article, attribution.source)
    name = name or known.find(attribution.speaker) or known.describe(attribution.speaker)
    if name is None:
        return attribution
    kind = "named" if attribution.kind == "unnamed" else attribution.kind
    return replace(attribution, speaker=name.canonical, kind=kind)


def _profiles(readings: Sequence[Reading], names: Sequence[Name]) -> tuple[_Profile, ...]:
    texts = {r.article.id: r.article.text for r in readings}
    roles = {(r.article.id, m.name.start): m.role for r in readings for m in r.mentions if m.role}
    found = []
    for name in names:
        if name.kind != "person":
            continue
        words = [name.role or ""]
        ages: set[str] = set()
        for evidence in (e for v in name.variants for e in v.evidence):
            text = texts[evidence.article]
            if role := roles.get((evidence.article, evidence.start)):
                words.append(role.of(text))
            words.append(_beside(text, evidence.span))
            ages |= _ages(text, evidence.span)
        joined = " ; ".join(words)
        found.append(_Profile(name, offices_in(joined), nation_of(joined), frozenset(ages)))
    return tuple(found)


def _beside(text: str, name: Span) -> str:
    """The words that say who someone is: those before the name in its own run, and an apposition after it."""
    before = re.search(
        r"(?:\b[A-Z][\w’'-]*|president|leader|minister|chancellor|spokes\w+|chief)(?:\s+[\w’'-]+){0,2}\s$",
        text[max(0, name.start - 50) : name.start],
    )
    after = re.match(r",\s+([^,.;:“\"]{3,60})[,.;]", text[name.end : name.end + _REACH + 4])
    said = after and re.match(r"(?:who|and|but|or|while|said|says|told|in|on|at)\b", after.group(1))
    return f"{before.group() if before else ''} ; {after.group(1) if after and not said else ''}"


def _ages(text: str, name: Span) -> set[str]:
    after = re.match(r",\s+(?:aged\s+)?(\d{1,3})\b(?!\s*(?:per|%|,\d))", text[name.end : name.end + 14])
    before = re.search(r"\b(\d{1,3})-year-old\s+(?:[\w’'-]+\s+){0,3}$", text[max(0, name.start - 50) : name.start])
    return {m.group(1) for m in (after, before) if m}


def _only(names: list[Name]) -> Name | None:
    return names[0] if len(names) == 1 else None


def _plain(text: str) -> str:
    return re.sub(r"['’]s?$", "", _TITLE.sub("", " ".join(text.split()))).casefold()
