"""Pages that are kept: made once, and the least used forgotten first."""

import threading
import time

import pytest

from rashomon.web.sending.keeping_pages import Pages


def test_a_page_is_made_once():
    pages, made = Pages(100), []
    for _ in range(2):
        assert pages.get("a", lambda: made.append(1) or b"page") == b"page"
    assert made == [1]


def test_a_page_that_many_ask_for_at_once_is_made_once():
    pages, made = Pages(100), []

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


def test_the_page_used_longest_ago_is_forgotten_first():
    pages = Pages(2)
    for key in ("a", "b", "a", "c"):
        pages.get(key, key.encode)
    made: list[str] = []
    for key in ("a", "c", "b"):
        pages.get(key, lambda key=key: made.append(key) or b"x")
    assert made == ["b"]


def test_a_page_that_could_not_be_made_is_made_when_asked_for_again():
    pages = Pages(100)
    with pytest.raises(ZeroDivisionError):
        pages.get("a", lambda: bytes(1 // 0))
    assert pages.get("a", lambda: b"page") == b"page"
