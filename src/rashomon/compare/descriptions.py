"""Bodies called by what they are: "the bank", "the newspaper", joined to the name they stand for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.forms import Occurrence
from rashomon.model.reading import Reading
from rashomon.model.span import Span
from rashomon.settings import NameSettings

_COMPANY = (
    "company firm corporation giant group business manufacturer maker retailer carrier airline insurer utility provider conglomerate "
    "operator supplier developer bank lender broker brokerage bureau agency lab chain"
)
_NEWS = "newspaper paper broadcaster network magazine website daily tabloid"
_BODIES = (
    "zoo hospital university museum school union charity court ministry consulate embassy mission military army navy department "
    "police council parliament club party airport prison ship vessel satellite station spacecraft rocket plane"
)
_HEADS = "|".join((_COMPANY + " " + _NEWS + " " + _BODIES).split())
_DESCRIPTION = re.compile(
    rf"\b(?:[Tt]he|THE) (?:(?:[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+|[a-z][\w-]*) ){{0,3}}?(?P<head>{_HEADS})\b(?! of\b|[-'’]| [A-Z][a-z]+| (?:{_HEADS})\b)"
)
_NEWS_WORDS = frozenset(
    """times post herald tribune gazette journal news guardian telegraph enquirer inquirer chronicle observer daily mail express sun
    mirror star zeitung bild spiegel monde figaro repubblica corriere pais mundo globe examiner dispatch courier sentinel bulletin
    press standard independent newspaper paper broadcaster network magazine website tabloid nbc cbs abc bbc cnn fox""".split()
)
_STOPS = frozenset(
    """of and or in at on by for from to with that which who was were is are had has have as but than said told first last next same
    other former new two three only then""".split()
)
_GENERIC = frozenset(_COMPANY.split())


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    group: int


def find_descriptions(
    groups: Sequence[list[Occurrence]], signatures: Sequence[frozenset[str]], readings: tuple[Reading, ...], settings: NameSettings
) -> dict[int, list[tuple[int, Span]]]:
    """For each group of occurrences the descriptions that stand for it: article and span; those that fit none are left out.

    A description stands for the nearest name before it that is known to be such a thing ("consulate", "newspaper"); a word
    that fits any firm stands for the body that its article names most.
    """
    found: dict[int, list[tuple[int, Span]]] = {}
    bodies = [n for n, group in enumerate(groups) if _is_body(group)]
    main = _main_body(groups, bodies, settings)
    for number, reading in enumerate(readings):
        places = sorted(
            (_Place(o.mention.name.start, n) for n in bodies for o in groups[n] if o.article == number), key=lambda p: (p.start, p.group)
        )
        counted = Counter(place.group for place in places)
        for span, head in _descriptions(reading):
            before = places[: bisect_left([p.start for p in places], span.start)]
            group = _meant(head, before, counted, signatures, main)
            if group is not None:
                found.setdefault(group, []).append((number, span))
    return found


def _is_body(group: list[Occurrence]) -> bool:
    kinds = Counter(o.mention.kind for o in group)
    return kinds["org"] + kinds["other"] > kinds["person"] + kinds["place"]


def _main_body(groups: Sequence[list[Occurrence]], bodies: list[int], settings: NameSettings) -> int | None:
    """The body that the story names most, if most articles do and no other comes near."""
    counts = sorted(((len(groups[n]), -n) for n in bodies if any(o.mention.kind == "org" for o in groups[n])), reverse=True)
    if not counts or counts[0][0] < settings.main_body_mentions:
        return None
    return -counts[0][1] if len(counts) < 2 or counts[0][0] >= settings.main_body_lead * counts[1][0] else None


def _descriptions(reading: Reading) -> Iterator[tuple[Span, str]]:
    text = reading.article.text
    for sentence in reading.sentences:
        for found in _DESCRIPTION.finditer(text, sentence.span.start, sentence.span.end):
            if not _STOPS & {w.lower() for w in found.group().split()[1:]}:
                yield Span(*found.span()), found["head"].lower()


def _meant(
    head: str, before: list[_Place], counted: Counter[int], signatures: Sequence[frozenset[str]], main: int | None
) -> int | None:
    known = _NEWS_WORDS if head in _NEWS.split() else {head}
    for place in reversed(before):
        if known & signatures[place.group]:
            return place.group
    if head in _GENERIC and main is not None and counted[main] >= 2:
        return main
    return None
