"""Bodies called by what they are: "the bank", "the newspaper", joined to the name they stand for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from rashomon.compare.forms import Occurrence
from rashomon.compare.nations import COUNTRY_OF
from rashomon.model.reading import Reading
from rashomon.model.span import Span
from rashomon.settings import NameSettings
from rashomon.text.word_sets import word_set

_COMPANY = (
    "company firm corporation giant group business manufacturer maker retailer carrier airline insurer utility "
    "provider conglomerate operator supplier developer bank lender broker brokerage bureau agency lab chain"
)
_NEWS = "newspaper paper broadcaster network magazine website daily tabloid"
_BODIES = (
    "zoo hospital university museum school union charity court ministry consulate embassy mission military army "
    "navy department police council parliament club party airport prison ship vessel satellite station spacecraft "
    "rocket plane force movement insurgents militants"
)
_HEADS = "|".join((_COMPANY + " " + _NEWS + " " + _BODIES).split())
_DESCRIPTION = re.compile(
    rf"\b(?:[Tt]he|THE|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir) (?:(?:[A-Z][a-z]+|[a-z][\w-]*) ){{0,2}}?(?P<head>{_HEADS})\b"
    rf"(?:(?<=consulate) general\b)?(?! of\b|[-'’]| [A-Z][a-z]+| (?:{_HEADS})\b)"
)
_NEWS_WORDS = word_set(
    """
    times post herald tribune gazette journal news guardian telegraph enquirer inquirer chronicle observer daily
    mail express sun mirror star zeitung bild spiegel monde figaro repubblica corriere pais mundo globe examiner
    dispatch courier sentinel bulletin press standard independent newspaper paper broadcaster network magazine
    website tabloid nbc cbs abc bbc cnn fox
    """
)
_ARMED = word_set(
    "militant islamist insurgent rebel extremist jihadist jihadi armed terror terrorist guerrilla separatist"
)
_ARMED_GROUPS = word_set(
    """
    taliban hamas hezbollah isis isil daesh qaeda al-qaeda shabaab al-shabaab haram houthis farc pkk ltte eln jihad
    lashkar tigers insurgents rebels militants militia guerrillas fighters
    """
)
_LEGAL = word_set("inc inc. corp corp. ltd ltd. plc llc gmbh ag s.a.")
_STOPS = word_set(
    """
    of and or in at on by for from to with that which who was were is are had has have as but than said told first last
    next same other former new two three only then after before when into over under against during between among
    through about because if whether how why where there their his her its not also can will would could may must
    been being do does did way come comes came
    """
)
_GENERIC = frozenset(_COMPANY.split()) - {
    "group",
    "agency",
    "bureau",
    "business",
    "lab",
    "chain",
}  # these need a word more


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    group: int


def find_descriptions(
    groups: Sequence[list[Occurrence]],
    signatures: Sequence[frozenset[str]],
    readings: tuple[Reading, ...],
    settings: NameSettings,
) -> dict[int, list[tuple[int, Span]]]:
    """For each group of occurrences the descriptions that stand for it, by article and span; few fit any.

    A description stands for the nearest name before it that is known to be such a thing ("consulate", "newspaper");
    a word that fits any firm stands for the body that the story names most.
    """
    found: dict[int, list[tuple[int, Span]]] = {}
    bodies = [n for n, group in enumerate(groups) if _is_body(group)]
    told_apart = frozenset(word for n in bodies for word in signatures[n])
    main = _main_body(groups, bodies, signatures, settings)
    for number, reading in enumerate(readings):
        places = sorted(
            (_Place(o.mention.name.start, n) for n in bodies for o in groups[n] if o.article == number),
            key=lambda p: (p.start, p.group),
        )
        counted = Counter(place.group for place in places)
        starts = [place.start for place in places]
        here = frozenset(word for n in counted for word in signatures[n])
        for span, words in _descriptions(reading):
            before = places[: bisect_left(starts, span.start)]
            group = _meant(words, told_apart, here, before, counted, signatures, main)
            if group is not None:
                found.setdefault(group, []).append((number, span))
    return found


def _is_body(group: list[Occurrence]) -> bool:
    kinds = Counter(o.mention.kind for o in group)
    return kinds["org"] + kinds["other"] > kinds["person"] + kinds["place"]


def _main_body(
    groups: Sequence[list[Occurrence]], bodies: list[int], signatures: Sequence[frozenset[str]], settings: NameSettings
) -> int | None:
    """The body that the story names most, newspapers aside, if no other comes near."""
    sizes = [
        (len(groups[n]), -n) for n in bodies if _is_org(groups[n], signatures[n]) and not _NEWS_WORDS & signatures[n]
    ]
    counts = sorted(sizes, reverse=True)
    if not counts or counts[0][0] < settings.main_body_mentions:
        return None
    return -counts[0][1] if len(counts) < 2 or counts[0][0] >= settings.main_body_lead * counts[1][0] else None


def _is_org(group: list[Occurrence], signature: frozenset[str]) -> bool:
    kinds = Counter(o.mention.kind for o in group)
    return kinds["org"] > kinds["other"] or bool((_LEGAL | _GENERIC) & signature)


def _descriptions(reading: Reading) -> Iterator[tuple[Span, list[str]]]:
    text = reading.article.text
    taken = sorted(mention.span for mention in reading.mentions if len(mention.span) > 3)
    starts = [span.start for span in taken]
    for sentence in (*reading.sentences, *reading.captions):
        for found in _DESCRIPTION.finditer(text, sentence.span.start, sentence.span.end):
            words = found.group().split()
            nearest = bisect_left(starts, found.end()) - 1
            if _STOPS & {word for word in words[1:] if word.islower()} or (
                nearest >= 0 and taken[nearest].end >= found.end()
            ):
                continue
            yield Span(*found.span()), words


def _meant(
    words: list[str],
    told_apart: frozenset[str],
    here: frozenset[str],
    before: list[_Place],
    counted: Counter[int],
    signatures: Sequence[frozenset[str]],
    main: int | None,
) -> int | None:
    """The group that a description means: one that is known to be such a thing, or the story's main body."""
    words = words[:-1] if words[-1] == "general" else words
    own, added, head = words[0].lower() != "the", [word for word in words[1:-1] if word.islower()], words[-1]
    proper = [word.lower() for word in words[1:-1] if not word.islower()]
    known, added = _what(head, added)
    needed = {word for word in added if word in told_apart}
    for place in reversed(before):
        signature = signatures[place.group]
        if known & signature and {*needed, *proper} <= signature and not own:
            return place.group
    if main is None or counted[main] < 2 or head not in _COMPANY.split():
        return None
    if not _may_be_of(proper, signatures[main], before[-1].group == main if before else False):
        return None
    if any(_alike(word, signatures[main]) for word in added):
        return main
    return main if head in _GENERIC and not own and not needed & here else None


def _what(head: str, added: list[str]) -> tuple[Set[str], list[str]]:
    """The words by which a name is known to be what the head says, and what else the description says of it."""
    if head in _NEWS.split():
        return _NEWS_WORDS, added
    if head in ("group", "movement", "insurgents", "militants") and (head[-1] == "s" or _ARMED & set(added)):
        return _ARMED_GROUPS, []
    if head == "mission" and added == ["diplomatic"]:
        return {"mission", "consulate", "embassy"}, []
    return {"police"} if head == "force" and added in ([], ["police"]) else {head}, added


def _may_be_of(proper: list[str], signature: frozenset[str], nearest: bool) -> bool:
    """False for "the Swiss bank" where no words say that the body is Swiss; "the New York bank" is the nearest one."""
    lands = {COUNTRY_OF[word] for word in proper if word in COUNTRY_OF}
    told = {COUNTRY_OF[word] for word in signature if word in COUNTRY_OF}
    return lands <= told and (nearest or not proper)


def _alike(word: str, signature: frozenset[str]) -> bool:
    return word in signature or (len(word) >= 6 and any(other.startswith(word) for other in signature))
