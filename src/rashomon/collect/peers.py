"""The network below HTTP: only public addresses are connected to, and no exchange outlasts its time.

A name is looked up once and the address that was checked is the one connected to, so that a name server which answers
differently the second time gains nothing.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")  # NAT64: the last 32 bits are an IPv4 address
SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class PrivateAddress(Exception):
    """The host lies in a private network, on this machine, or nowhere that a public page can be."""


class UnknownHost(Exception):
    """No address is known for the host's name."""


def is_public(address: _IPAddress) -> bool:
    """True where anybody on the internet may be: not private, local, shared or reserved, also not in disguise."""
    inner = _embedded(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(inner))


def _embedded(address: _IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _EMBEDDING:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def find_peers(host: str, port: int, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to. Raises UnknownHost, PrivateAddress."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnknownHost(host) from None
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    allowed = [one for one in addresses if allow_private or is_public(ipaddress.ip_address(one.partition("%")[0]))]
    if not allowed:
        raise PrivateAddress(host)
    return allowed


class BoundedBackend(httpcore2.NetworkBackend):
    """Connects to checked addresses only; all that is read and written ends at `deadline` (monotonic seconds)."""

    def __init__(self, allow_private: bool) -> None:
        self.deadline = float("inf")
        self._allow_private = allow_private
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the host's checked addresses that answers."""
        failure: Exception | None = None
        for peer in find_peers(host, port, self._allow_private):
            try:
                stream = self._sockets.connect_tcp(
                    peer, port, self.time_left(timeout, httpcore2.ConnectTimeout), local_address, socket_options
                )
                return BoundedStream(stream, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        assert failure is not None  # there is an address, or find_peers had raised
        raise failure

    def time_left(self, timeout: float | None, fault: type[Exception]) -> float:
        """Seconds that the next step may take; raises `fault` where none are left."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise fault("the whole time is over")
        return min(left, left if timeout is None else timeout)


class BoundedStream(httpcore2.NetworkStream):
    """A connection that ends at its backend's deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, bounds: BoundedBackend) -> None:
        self._stream = stream
        self._bounds = bounds

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes; b"" at the end."""
        return self._stream.read(max_bytes, self._bounds.time_left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Writes all of them."""
        self._stream.write(buffer, self._bounds.time_left(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        """Ends the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted."""
        left = self._bounds.time_left(timeout, httpcore2.ConnectTimeout)
        return BoundedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._bounds)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore2 declares it
        """What the connection below knows."""
        return self._stream.get_extra_info(info)
