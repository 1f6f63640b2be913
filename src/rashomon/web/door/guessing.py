"""Wrong passwords, counted by the address they come from: whoever gives many is not listened to for a while."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

_AT_ONCE = 20.0  # wrong ones; a browser that was told a wrong password asks for a page and all its parts with it
_A_SECOND = 2.0  # more of them, after that
_REMEMBERED = 10_000  # addresses, the latest; some hundred bytes each
_NETWORK = 2**64  # addresses of IPv6 that one guesser may have


class Guesses:
    """How many wrong passwords each address may still give; `clock` counts seconds and does not go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # guesses left, and when that was counted

    def too_many(self, address: str) -> bool:
        """True where nothing from there is looked at now, right or wrong: else a guesser sees the right one."""
        return self._count(_network_of(address)) < 1

    def was_wrong(self, address: str) -> None:
        """A wrong password came from there."""
        network = _network_of(address)
        self._left[network] = (max(0.0, self._count(network) - 1), self._clock())
        self._left.move_to_end(network)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)

    def _count(self, network: str) -> float:
        left, counted = self._left.get(network, (_AT_ONCE, 0.0))
        return min(_AT_ONCE, left + (self._clock() - counted) * _A_SECOND)


def _network_of(address: str) -> str:
    """The address; of IPv6 the network, since who has one address has all of it."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:100]
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or int(known) // _NETWORK)
