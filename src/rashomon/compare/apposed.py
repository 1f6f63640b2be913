"""Things told by the country that they are of: "Norway's first lander, Frosta-1", "the Norwegian lander"."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.nations import COUNTRY_OF
from rashomon.model.comparison import Name
from rashomon.model.reading import Reading, Sentence
from rashomon.model.span import Evidence, Span

_HEADS = (
    "satellite station spacecraft lander rover probe rocket telescope ship vessel ferry tanker submarine airline "
    "carrier carmaker automaker bank lender newspaper paper broadcaster company firm giant group retailer "
    "manufacturer maker insurer operator consulate embassy airport port university museum zoo agency watchdog "
    "regulator union charity club party exchange festival stadium cathedral prison dam bridge"
)
_HEAD = "|".join(_HEADS.split())
_LAND = r"(?:(?:South|North|New|Sri|Saudi|United|Costa) )?[A-Z][a-z]+"
_RANK = (
    r"(?:first|second|only|main|top|leading|flagship|national|biggest|largest|oldest|richest|tallest|busiest|longest|"
    r"second-largest|second-biggest|third-largest|own)"
)
_RANKED = rf"(?P<land>{_LAND}) ?['’]s? {_RANK} (?:[a-z-]+ ){{0,2}}?[a-z]+"
_APPOSED = re.compile(rf"\b{_RANKED}, $")
_RANKED_HEAD = re.compile(rf"\b{_RANKED}\b")
_OF_NATION = re.compile(
    rf"\b[Tt]he (?P<land>{_LAND}) (?:[a-z-]+ )?(?P<head>{_HEAD})\b(?![-'’]| (?:of|[A-Z])| (?:{_HEAD})\b)"
)
_STYLE = re.compile(rf"(?:\b(?P<land>{_LAND})(?:['’]s)?\b)?.*?\b(?P<head>{_HEAD})\b")
_ENDS = re.compile(r"[,.;)—–]|$| (?:which|was|is|has|had|will|to|and)\b")
_REACH = 80  # code points before a name in which what it is may stand


@dataclass(frozen=True, slots=True)
class _Told:
    """By which phrases, and by which country and head, the numbers of the names that are told so."""

    phrases: dict[str, set[str]]
    kinds: dict[tuple[str, str], set[str]]


def find_apposed(
    names: tuple[Name, ...], readings: Sequence[Reading]
) -> Callable[[Reading], Iterator[tuple[str, Evidence]]]:
    """Gives for a report the descriptions by country of things that one report names beside them, with their number."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    told = _Told(defaultdict(set), defaultdict(set))
    for name in names:
        if name.kind != "person":
            _learn(name, texts, told)

    def described(reading: Reading) -> Iterator[tuple[str, Evidence]]:
        for sentence in (*reading.sentences, *reading.captions) if told.phrases or told.kinds else ():
            for span, ids in _in_sentence(reading.article.text, sentence, told):
                if len(ids) == 1 and not any(m.span.overlap(span) and m.kind != "place" for m in reading.mentions):
                    yield min(ids), reading.article.evidence(span)

    return described


def _learn(name: Name, texts: dict[str, str], told: _Told) -> None:
    for evidence in (e for v in name.variants for e in v.evidence):
        text = texts[evidence.article]
        found = _APPOSED.search(text[max(0, evidence.start - _REACH) : evidence.start])
        country = COUNTRY_OF.get(found["land"].lower()) if found else None
        if found and country and _ENDS.match(text, evidence.end):
            phrase = found.group()[:-2]
            told.phrases[_plain(phrase)].add(name.id)
            told.kinds[country, phrase.rsplit(" ", 1)[-1]].add(name.id)
    for style in (name.role or "", *(v.text for v in name.variants)):
        if key := _style(style):
            told.kinds[key].add(name.id)


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").replace(" 's", "'s").split())


def _style(style: str) -> tuple[str, str] | None:
    """The country and the head of a description: Japan and "bank" of "Japanese bank Midori"."""
    found = _STYLE.match(style)
    country = COUNTRY_OF.get((found["land"] or "").lower()) if found else None
    return (country, found["head"]) if found and country else None


def _in_sentence(text: str, sentence: Sentence, told: _Told) -> Iterator[tuple[Span, set[str]]]:
    for found in _RANKED_HEAD.finditer(text, sentence.span.start, sentence.span.end):
        for end in range(found.end(), min(found.end() + 30, sentence.span.end) + 1):
            if ids := told.phrases.get(_plain(text[found.start() : end])):
                yield Span(found.start(), end), ids
                break
    for found in _OF_NATION.finditer(text, sentence.span.start, sentence.span.end):
        country = COUNTRY_OF.get(found["land"].lower().replace(" ", "-")) or COUNTRY_OF.get(found["land"].lower())
        if country and (ids := told.kinds.get((country, found["head"]))):
            yield Span(*found.span()), ids
