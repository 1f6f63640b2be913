"""Claims under the wider claims that hold them: a reader meets each statement once, and what fewer tell alike in it."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from rashomon.render.edition import count


class Nested(Protocol):
    """A claim, as compared or as drawn."""

    @property
    def id(self) -> str: ...
    @property
    def within(self) -> str | None: ...
    @property
    def origins(self) -> int: ...


_Claim = TypeVar("_Claim", bound=Nested)


def nest_claims(claims: Sequence[_Claim]) -> tuple[tuple[_Claim, tuple[_Claim, ...]], ...]:
    """The claims that no other holds, in their order, each with those that it holds, directly or not, in theirs."""
    wider = {claim.id: claim.within for claim in claims}
    outermost = {id: _outermost(id, wider) for id in wider}
    inner: dict[str, list[_Claim]] = {}
    for claim in claims:
        if outermost[claim.id] != claim.id:
            inner.setdefault(outermost[claim.id], []).append(claim)
    return tuple((claim, tuple(inner.get(claim.id, ()))) for claim in claims if outermost[claim.id] == claim.id)


def _outermost(id: str, wider: Mapping[str, str | None]) -> str:
    """The claim itself where none that is there holds it; so too in a circle, which a foreign file may have."""
    way = [id]
    while (within := wider.get(way[-1])) is not None and within in wider:
        if within in way:
            return id
        way.append(within)
    return way[-1]


def in_nests(claims: Sequence[_Claim]) -> tuple[list[_Claim], list[_Claim]]:
    """Those that two origins or more make, each followed by those it holds; and all others."""
    shared: list[_Claim] = []
    alone: list[_Claim] = []
    for outer, inner in nest_claims(claims):
        (shared if outer.origins > 1 else alone).extend((outer, *inner))
    return shared, alone


def tell_shared(shared: Sequence[Nested]) -> str:
    """How many claims stand among what several origins share."""
    within = ", or within these" if any(claim.origins <= 1 for claim in shared) else ""
    return f"{count(len(shared), 'claim')} in two origins or more{within}"
