"""Wrong passwords: how many an address may give, and that nobody else is held up by it."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.web.door.test_guarding import basic
from tests.web.reading_room import HERE, NOW

from rashomon.web.app import make_app
from rashomon.web.door import guarding
from rashomon.web.door.guessing import Guesses
from rashomon.web.door.rules import Rules


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guesses(clock: Clock) -> Iterator[Guesses]:
    yield Guesses(clock)


def guess_until_refused(guesses: Guesses, address: str) -> int:
    for made in range(1000):
        if guesses.too_many(address):
            return made
        guesses.was_wrong(address)
    raise AssertionError("never refused")


def test_some_wrong_passwords_are_listened_to_then_two_a_second(guesses, clock):
    assert guess_until_refused(guesses, "192.0.2.1") == 20
    clock.now += 10
    assert guess_until_refused(guesses, "192.0.2.1") == 20
    clock.now += 1
    assert guess_until_refused(guesses, "192.0.2.1") == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "192.0.2.1", False),
    ],
)
def test_who_guesses_holds_up_only_the_network_they_have(guesses, one, other, same):
    guess_until_refused(guesses, one)
    assert guesses.too_many(other) is same


def test_a_guesser_does_not_see_when_the_password_was_right(store, tmp_path, monkeypatch):
    monkeypatch.setattr(guarding, "_WRONG_PASSWORD_TAKES", 0)
    app = make_app(store, lambda: NOW, folder=tmp_path, rules=Rules(password="correct horse"))
    guesser, other = (TestClient(app, base_url=HERE, client=(at, 1)) for at in ("192.0.2.1", "192.0.2.2"))
    told = [guesser.get("/add", headers=basic("x", f"guess {n}")).status_code for n in range(30)]
    assert told[:20] == [401] * 20 and told[-1] == 429
    right = guesser.get("/add", headers=basic("x", "correct horse"))
    assert (right.status_code, right.headers["retry-after"]) == (429, "5")
    assert "wait" in guesser.get("/api/v1/stories", headers=basic("x", "y")).json()["detail"]
    assert guesser.get("/add").status_code == 401
    assert guesser.get("/healthz").status_code == 200
    assert other.get("/add", headers=basic("x", "correct horse")).status_code == 200
