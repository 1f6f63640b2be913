"""Turns to write: whoever else writes to the store is waited for, and pages are not to wait behind those who wait."""

from asyncio import timeout
from collections.abc import AsyncIterator

from fastapi import Depends, Request

from rashomon.errors import TooManyWait
from rashomon.web.house import House, the_house

_READS = ("GET", "HEAD")


async def in_turn(request: Request, house: House = Depends(the_house)) -> AsyncIterator[None]:
    """A dependency of what writes: no more do so at once than leave threads to read with. Raises TooManyWait."""
    if request.method in _READS:
        yield
        return
    try:
        async with timeout(house.limits.waits):
            await house.writers.acquire()
    except TimeoutError:
        raise TooManyWait("others wait to write to the store as well; try again when it is free") from None
    try:
        yield
    finally:
        house.writers.release()
