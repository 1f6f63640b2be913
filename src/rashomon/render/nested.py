"""Claims under the wider claims that hold them: a reader meets each statement once, and what fewer tell alike in it."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


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

    def outermost(id: str) -> str:
        while within := wider.get(id):
            id = within
        return id

    inner: dict[str, list[_Claim]] = {}
    for claim in claims:
        outer = outermost(claim.id)
        if outer != claim.id:
            inner.setdefault(outer, []).append(claim)
    return tuple((claim, tuple(inner.get(claim.id, ()))) for claim in claims if not claim.within)


def in_nests(claims: Sequence[_Claim]) -> tuple[list[_Claim], list[_Claim]]:
    """Those that two origins or more make, each followed by those it holds; and all others."""
    shared: list[_Claim] = []
    alone: list[_Claim] = []
    for outer, inner in nest_claims(claims):
        (shared if outer.origins > 1 else alone).extend((outer, *inner))
    return shared, alone
