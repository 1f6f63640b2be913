"""Claims within claims: what fewer reports tell more alike, and the wider claim whose words hold it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.model.joined import JoinedClaim
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
    """For each claim of two places or more the number of the claim that holds it, of several that of fewest reports.

    A claim holds another that more reports make and that has half of the words of each of its places.
    """
    placed: dict[int, list[tuple[int, int]]] = {}  # article -> claim, place
    for number, claim in enumerate(claims):
        for k, place in enumerate(claim.places):
            placed.setdefault(place.article, []).append((number, k))
    spans = {a: SpanIndex(claims[n].places[k].span for n, k in held) for a, held in placed.items()}
    reports = [_reports(claim) for claim in claims]

    def holding(claim: JoinedClaim) -> Iterator[int]:
        for place in claim.places:
            near = (placed[place.article][k] for k in spans[place.article].overlapping(place.span))
            overlaps = ((n, claims[n].places[k].span.overlap(place.span)) for n, k in near)
            yield from {n for n, overlap in overlaps if 2 * overlap >= len(place.span)}

    def wider(number: int, claim: JoinedClaim) -> int | None:
        if len(reports[number]) < 2:
            return None
        found = Counter(holding(claim))
        whole = [n for n, count in found.items() if count == len(claim.places) and reports[number] < reports[n]]
        return min(whole, key=lambda n: (len(reports[n]), n), default=None)

    return tuple(wider(number, claim) for number, claim in enumerate(claims))
