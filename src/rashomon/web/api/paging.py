"""Lists in portions: one way for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request

USUAL = 50  # items a portion
MOST = 200  # items a portion; some hundred kilobytes of claims
FARTHEST = 1_000_000_000  # items passed over; databases take no number much larger

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Portion(Generic[Item]):
    """Some of a list. `total` counts all of it; `next` is the address of what follows, null at the end."""

    items: tuple[Item, ...]
    total: int
    limit: int
    offset: int
    next: str | None


class Paging:
    """Which portion is asked for."""

    def __init__(
        self,
        request: Request,
        limit: Annotated[int, Query(ge=1, le=MOST, description="At most so many items.")] = USUAL,
        offset: Annotated[int, Query(ge=0, le=FARTHEST, description="So many items are passed over.")] = 0,
    ) -> None:
        self.limit, self.offset = limit, offset
        self._url = request.url

    def of(self, items: Sequence[Item], total: int) -> Portion[Item]:
        """The portion that these items are."""
        after = self.offset + len(items)
        following = self._url.include_query_params(limit=self.limit, offset=after)
        next = f"{following.path}?{following.query}" if items and after < total else None
        return Portion(tuple(items), total, self.limit, self.offset, next)

    def within(self, whole: Sequence[Item]) -> Portion[Item]:
        """The portion of a list that is at hand as a whole."""
        return self.of(whole[self.offset : self.offset + self.limit], len(whole))


Paged = Annotated[Paging, Depends()]
