"""Who holds an office that only one person of the story holds: "the German chancellor", "the bank's chairman"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.name_match import name_words
from rashomon.compare.nations import COUNTRY_OF
from rashomon.model.comparison import Name
from rashomon.model.reading import Reading
from rashomon.model.span import Evidence, Span

# Each row is one office that a body or country has once, under its words; many may be "minister" or "spokesman".
_OFFICES = """
president
prime minister|premier
chancellor
king
queen
crown prince
governor
mayor
foreign minister
foreign secretary
defence minister|defense minister
defence secretary|defense secretary
interior minister
home secretary
finance minister
justice minister
health minister
health secretary
education minister
transport minister
prosecutor general|prosecutor-general
attorney general
police chief|chief of police
chief executive|ceo|chief executive officer
chairman|chairwoman|chair
chief financial officer|cfo|finance director|finance chief
director|head
director general|director-general
founder
owner
editor|editor-in-chief
principal|headteacher|headmaster
coach|head coach|manager
captain|skipper
"""
_OFFICE_OF = {word: row.split("|")[0] for row in _OFFICES.strip().splitlines() for word in row.split("|")}
_WORDS = "|".join(sorted(map(re.escape, _OFFICE_OF), key=lambda w: (-len(w), w)))
_HEAD = re.compile(rf"(?:^|(?<=\W))(?:{_WORDS})(?!\w)", re.IGNORECASE)
_OF_BODY = re.compile(
    rf"['’]s? (?:former |then |ex-|outgoing |new |longtime |long-time )?(?P<office>{_WORDS})"
    r"(?!['’\w-]| [A-Z]|, (?:who|a|an|the)\b| (?:of|general|and|for|in)\b)"
)
_OF_NATION = re.compile(
    rf"\b[Tt]he (?:former |then |outgoing )?(?P<nation>[A-Z][a-z]+|US|U\.S\.|UK|U\.K\.) (?P<office>{_WORDS})"
    r"(?!['’\w-]|,? [A-Z]| (?:of|general|and|for|in)\b)"
)

_POSSESSED = re.compile(r"\w['’]s? ")


@dataclass(frozen=True, slots=True)
class _Holder:
    id: str
    offices: frozenset[str]
    words: frozenset[str]  # all words of the roles, countries for their people: the bodies that they name


@dataclass(frozen=True, slots=True)
class _Known:
    """The holders of offices, the numbers of people by their spellings, and where in each article bodies are named."""

    holders: list[_Holder]
    people: dict[str, str]
    bodies: dict[str, dict[int, tuple[int, frozenset[str]]]]


def find_holders(
    names: tuple[Name, ...], readings: Sequence[Reading]
) -> Callable[[Reading], Iterator[tuple[str, Evidence]]]:
    """Gives for a report the descriptions of people by body and office, each with the number of the one who fits."""
    people = {v.text: name.id for name in names if name.kind == "person" for v in name.variants}
    known = _Known(_holders(names, readings), people, _bodies(names))

    def described(reading: Reading) -> Iterator[tuple[str, Evidence]]:
        found = [*_set_off(reading, known), *_of_bodies(reading, known), *_of_nations(reading, known)]
        for id, span in dict.fromkeys(found):
            yield id, reading.article.evidence(span)

    return described


def _set_off(reading: Reading, known: _Known) -> Iterator[tuple[str, Span]]:
    """What stands before a person's name and a comma: "the bank's chairman" in "the bank's chairman, Ines Falk,"."""
    text = reading.article.text
    for mention in reading.mentions:
        id, role = known.people.get(" ".join(mention.name.of(text).split())), mention.role
        if id and role and text[role.end : mention.name.start] == ", " and _POSSESSED.search(role.of(text)):
            the = text[max(0, role.start - 4) : role.start].lower() == "the "
            yield id, Span(role.start - 4 * the, role.end)


def _of_bodies(reading: Reading, known: _Known) -> Iterator[tuple[str, Span]]:
    text = reading.article.text
    for end, (start, body) in sorted(known.bodies.get(reading.article.id, {}).items()) if known.people else ():
        found = _OF_BODY.match(text, end)
        if found and (id := _meant(reading, found, body, known)):
            yield id, Span(start, found.end())


def _meant(reading: Reading, found: re.Match[str], body: frozenset[str], known: _Known) -> str | None:
    text = reading.article.text
    if text.startswith(", ", found.end()):
        at = found.end() + len(", ")
        named = next((m for m in reading.mentions if m.name.start == at), None)
        if named:
            return known.people.get(" ".join(named.name.of(text).split()))
    return _only(known.holders, found["office"], body)


def _of_nations(reading: Reading, known: _Known) -> Iterator[tuple[str, Span]]:
    starts = [mention.span.start for mention in reading.mentions]
    for sentence in (*reading.sentences, *reading.captions) if known.holders else ():
        for found in _OF_NATION.finditer(reading.article.text, sentence.span.start, sentence.span.end):
            at = bisect_left(starts, found.end()) - 1
            free = at < 0 or reading.mentions[at].span.end <= found.end()
            nation = _nation(found["nation"])
            if nation and free and (id := _only(known.holders, found["office"], frozenset({nation}))):
                yield id, Span(*found.span())


def _nation(word: str) -> str:
    plain = word.replace(".", "").lower()
    return {"us": "united states", "uk": "united kingdom"}.get(plain) or COUNTRY_OF.get(plain, "")


def _only(holders: list[_Holder], office: str, bodies: frozenset[str]) -> str | None:
    """The one person of that office whose roles name the body; None for nobody and for several."""
    wanted = _OFFICE_OF[office.lower()]
    fitting = [one.id for one in holders if wanted in one.offices and bodies & one.words]
    return fitting[0] if len(fitting) == 1 else None


def _holders(names: tuple[Name, ...], readings: Sequence[Reading]) -> list[_Holder]:
    by_place = {(r.article.id, m.name.start): m for r in readings for m in r.mentions if m.role}
    texts = {r.article.id: r.article.text for r in readings}
    found = []
    for name in names:
        if name.kind != "person":
            continue
        roles: Counter[str] = Counter()
        for evidence in (e for v in name.variants for e in v.evidence):
            mention = by_place.get((evidence.article, evidence.start))
            if mention and mention.role:
                roles[mention.role.of(texts[evidence.article])] += 1
        offices = frozenset(office for role in roles if (office := _head_office(role)))
        words = frozenset(w for role in roles for w in _body_words(role))
        if offices:
            found.append(_Holder(name.id, offices, words))
    return found


def _head_office(role: str) -> str | None:
    """The office that a role ends in, or has before "of" and "at"; "deputy head" is another."""
    head = re.split(r"\s(?:of|at|for|in)\s", role)[0]
    last = None
    for found in _HEAD.finditer(head):
        if found.end() == len(head.rstrip()):
            last = found
            break
    if last is None or re.search(r"\b(?:deputy|vice|assistant|former deputy)\b", head, re.IGNORECASE):
        return None
    return _OFFICE_OF[last.group().lower()]


def _body_words(role: str) -> frozenset[str]:
    words = name_words(role)
    return frozenset({*words, *(COUNTRY_OF[w] for w in words if w in COUNTRY_OF)}) - _EMPTY


_EMPTY = frozenset(
    "the of and a an at for in to its his her their new former chief national state general city group".split()
)


def _bodies(names: tuple[Name, ...]) -> dict[str, dict[int, tuple[int, frozenset[str]]]]:
    """For each article, by where the name of a body or place ends, its farthest start and the words that tell it."""
    found: dict[str, dict[int, tuple[int, frozenset[str]]]] = {}
    for name in names:
        words = frozenset(name_words(name.canonical)) - _EMPTY
        words |= {COUNTRY_OF[w] for w in words if w in COUNTRY_OF}
        for evidence in (e for v in name.variants if name.kind != "person" for e in v.evidence):
            here = found.setdefault(evidence.article, {})
            start = min(evidence.start, here.get(evidence.end, (evidence.start,))[0])
            here[evidence.end] = (start, words)
    return found
