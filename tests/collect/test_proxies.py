"""Where the environment names a proxy it is used, and private hosts stay out of reach behind it."""

import pytest

from misbehaving import Site, body, report
from rashomon.collect.proxies import proxy_for


@pytest.fixture
def proxy(monkeypatch):
    """A proxy that answers whatever it is asked for."""
    with Site() as proxy:
        proxy.behaviours["*"] = body(report("Ferry"))
        monkeypatch.setenv("http_proxy", proxy.root)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        yield proxy


def test_a_host_that_only_the_proxy_knows_is_asked_through_it(proxy, run):
    url = "http://no-such-host.invalid/ferry-runs-aground-again"
    assert run(url, allow_private=False).new == 1
    assert proxy.paths == ["http://no-such-host.invalid/robots.txt", url]


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "10.0.0.1", "169.254.169.254"])
def test_a_private_host_is_not_asked_through_it_either(proxy, run, host):
    account = run(f"http://{host}/", allow_private=False)
    assert "a private address" in account.skipped[0].reason and not proxy.asked


def test_hosts_that_need_no_proxy(proxy, monkeypatch):
    assert proxy_for("http://gull.example/")
    monkeypatch.setenv("no_proxy", "gull.example")
    assert proxy_for("http://gull.example/") is None


def test_a_proxy_of_a_kind_that_is_not_used(proxy, run, monkeypatch):
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    assert "could not be reached" in run("http://no-such-host.invalid/").skipped[0].reason
