"""Only public addresses are connected to, and the one that was checked is the one connected to."""

import socket
from ipaddress import ip_address

import pytest

from rashomon.collect import peers
from rashomon.collect.peers import BoundedBackend, PrivateAddress, UnknownHost, find_peers, is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1",
    ],
)  # fmt: skip
def test_not_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "::1", "0"])
def test_this_machine_by_any_name_is_refused(host):
    with pytest.raises((PrivateAddress, UnknownHost)):
        find_peers(host, 80, allow_private=False)


def test_a_host_that_nobody_knows():
    with pytest.raises(UnknownHost):
        find_peers("no-such-host.invalid", 80, allow_private=False)


def named(*addresses):
    return lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in addresses]


def test_of_a_hosts_addresses_only_the_public_are_taken(monkeypatch):
    monkeypatch.setattr(peers.socket, "getaddrinfo", named("10.0.0.1", "93.184.216.34"))
    assert find_peers("gull.example", 80, allow_private=False) == ["93.184.216.34"]


def test_a_second_look_up_gains_nothing(monkeypatch):
    """A name server that answers with a public address first and a private one then is asked once."""
    answers = [named("93.184.216.34"), named("127.0.0.1")]
    monkeypatch.setattr(peers.socket, "getaddrinfo", lambda *a, **k: answers.pop(0)(*a, **k))
    connected = []
    backend = BoundedBackend(allow_private=False)
    monkeypatch.setattr(backend._sockets, "connect_tcp", lambda host, *_: connected.append(host))
    backend.connect_tcp("gull.example", 80)
    assert connected == ["93.184.216.34"] and len(answers) == 1
