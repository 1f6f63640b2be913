"""What is kept: made once, and the least used forgotten first."""

import threading
import time

import pytest

from rashomon.web.sending.cache import Cache


def test_a_page_is_made_once():
    pages, made = Cache(100, len), []
    for _ in range(2):
        assert pages.get("a", lambda: made.append(1) or b"page") == b"page"
    assert made == [1]


def test_a_page_that_many_ask_for_at_once_is_made_once():
    pages, made = Cache(100, len), []

    def make() -> bytes:
        made.append(1)
        time.sleep(0.05)
        return b"page"

    readers = [threading.Thread(target=pages.get, args=("a", make)) for _ in range(20)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert made == [1]


def test_who_asks_for_another_does_not_wait():
    kept, begun, done = Cache(2), threading.Event(), threading.Event()
    slow = threading.Thread(target=kept.get, args=("slow", lambda: (begun.set(), done.wait(30))))
    slow.start()
    assert begun.wait(30)
    assert kept.get("quick", lambda: 1) == 1
    done.set()
    slow.join()


@pytest.mark.parametrize("weigh", [None, len])
def test_what_was_used_longest_ago_is_forgotten_first(weigh):
    kept = Cache(2, weigh) if weigh else Cache(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, key.encode)
    made: list[str] = []
    for key in ("a", "c", "b"):
        kept.get(key, lambda key=key: made.append(key) or b"x")
    assert made == ["b"]


def test_what_could_not_be_made_is_made_when_asked_for_again():
    kept = Cache(100)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 2) == 2
