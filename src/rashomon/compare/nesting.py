"""Claims within claims: what fewer reports tell more alike, and the wider claim whose words hold it."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_

from rashomon.model.joined import JoinedClaim, Place
from rashomon.text.overlaps import SpanIndex


def with_closer(claims: tuple[JoinedClaim, ...], close: tuple[JoinedClaim, ...]) -> tuple[JoinedClaim, ...]:
    """The claims, and of the closer ones those that no claim of just their reports touches."""
    kept: list[JoinedClaim] = list(claims)
    told: dict[frozenset[int], list[JoinedClaim]] = {}
    for claim in claims:
        told.setdefault(_reports(claim), []).append(claim)
    for claim in close:
        alike = told.setdefault(_reports(claim), [])
        if len(_reports(claim)) > 1 and not any(_touch(claim, other) for other in alike):
            kept.append(claim)
            alike.append(claim)
    return tuple(kept)


def _reports(claim: JoinedClaim) -> frozenset[int]:
    return frozenset(place.article for place in claim.places)


def _touch(one: JoinedClaim, other: JoinedClaim) -> bool:
    return any(a.article == b.article and a.span.overlap(b.span) for a in one.places for b in other.places)


def find_wider(claims: Sequence[JoinedClaim]) -> tuple[int | None, ...]:
    """For each claim of two reports or more the number of the claim that holds it, of several that of fewest reports.

    A claim holds another that more reports make and that has half of the words of each of its places.
    """
    holding = _holding(claims)
    reports = [_reports(claim) for claim in claims]

    def wider(number: int, claim: JoinedClaim) -> int | None:
        own = reports[number]
        if len(own) < 2:
            return None
        whole = _numbers(reduce(and_, (holding[place] for place in claim.places)))
        return min((n for n in whole if own < reports[n]), key=lambda n: (len(reports[n]), n), default=None)

    return tuple(wider(number, claim) for number, claim in enumerate(claims))


def _holding(claims: Sequence[JoinedClaim]) -> dict[Place, int]:
    """For each place the claims that have half of its words or more: a bit for each."""
    having: dict[int, dict[Place, int]] = {}  # article -> its places, each with the claims that have it
    for number, claim in enumerate(claims):
        for place in claim.places:
            held = having.setdefault(place.article, {})
            held[place] = held.get(place, 0) | 1 << number
    found: dict[Place, int] = {}
    for held in having.values():
        places = list(held)
        spans = SpanIndex(place.span for place in places)
        for place in places:
            near = [places[k] for k in spans.overlapping(place.span)]
            halves = [held[other] for other in near if 2 * other.span.overlap(place.span) >= len(place.span)]
            found[place] = reduce(or_, halves)
    return found


def _numbers(bits: int) -> Iterator[int]:
    """Which bits are set."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1
