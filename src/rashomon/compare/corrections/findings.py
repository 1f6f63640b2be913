"""What is not held against each other, since readers say that it is not one claim."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.compare.corrections.claims import find_holding, odd_and_rest
from rashomon.compare.corrections.decisions import Decision
from rashomon.compare.slots.findings import Finding, Told
from rashomon.model.joined import JoinedClaim, Place, StoryReading


@dataclass(frozen=True, slots=True)
class Apart:
    """Words that are no part of the claim that the others stand for."""

    odd: Place
    rest: tuple[Place, ...]


def find_apart_by_readers(
    story: StoryReading, claims: Sequence[JoinedClaim], decisions: Iterable[Decision]
) -> tuple[Apart, ...]:
    """What readers told apart and did not join again."""
    said = (odd_and_rest(story, one) for one in decisions if one.possible and one.kind == "other_claim")
    return tuple(Apart(odd, rest) for odd, rest in said if not find_holding(claims, odd, rest))


def without_apart(findings: Iterable[Finding], apart: Sequence[Apart]) -> Iterator[Finding]:
    """The findings without values of words that are apart from those of another value, if two values are left."""
    for finding in findings:
        told = tuple(one for one in finding.told if not any(_parted(one, finding.told, words) for words in apart))
        if len(told) == len(finding.told):
            yield finding
        elif len({one.key for one in told}) > 1:
            yield replace(finding, told=told)


def _parted(one: Told, told: Sequence[Told], words: Apart) -> bool:
    """True where it stands in the odd words, and another value in the rest."""
    return _in(one, words.odd) and any(
        other.key != one.key and _in(other, place) for other in told for place in words.rest
    )


def _in(one: Told, place: Place) -> bool:
    return one.page.number == place.article and one.words.overlap(place.span) > 0
