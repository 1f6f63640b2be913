"""A site, a store, and a run over both that does not dawdle."""

from dataclasses import replace

import pytest

from misbehaving import Site
from rashomon.collect.job import collect
from rashomon.collect.wishes import Wishes
from rashomon.settings import CollectSettings
from rashomon.store.opening import open_store

QUICK = CollectSettings(
    pace=0.0, connect_timeout=2.0, read_timeout=0.5, whole_timeout=1.5, largest_answer=200_000, longest_wait=1.0
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """Loopback is asked itself, whatever the environment says."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def site():
    with Site() as site:
        yield site


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store.sqlite") as store:
        yield store


@pytest.fixture
def run(store):
    """Collects from sources; keywords are wishes, or else settings."""

    def run(*sources, keep=None, stop=None, clock=None, show=None, allow_private=True, watch=False, **more):
        wished = {name: more.pop(name) for name in ("feed_text", "since", "contact", "robots") if name in more}
        wishes = Wishes(watch=watch, allow_private=allow_private, **wished)
        settings = replace(QUICK, **more)
        given = {"settings": settings, "stop": stop, "clock": clock, "show": show}
        return collect([str(one) for one in sources], store, keep, wishes, **given)

    return run
