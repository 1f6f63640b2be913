"""A hand, which is a real process: whatever becomes of it, the next order is carried out."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.store.store import Store
from rashomon.web.background.hands import Hand, HandLost, WorkFailed


def work(store: Store, order: str, tell: Callable[[str], None], stop: Any) -> object:
    """What the process of these tests does."""
    if order == "niceness":
        return os.nice(0)
    if order == "die":
        os._exit(9)
    if order == "break":
        raise KeyError("a word that nobody foresaw")
    if order == "wait":
        tell("waiting")
        return "stopped" if stop.wait(60) else "never"
    return store.count_stories()


@pytest.fixture
def hand(filled: Path) -> Iterator[Hand[str, object]]:
    made = Hand("testing", work, str(filled), niceness=5)
    yield made
    made.close()


def test_a_process_works_on_the_store_behind_the_readers(hand):
    assert hand.do("count") == 3
    assert hand.do("niceness") >= 5


def test_what_breaks_is_told_and_the_next_order_carried_out(hand):
    with pytest.raises(WorkFailed, match="KeyError: 'a word that nobody foresaw'"):
        hand.do("break")
    assert hand.do("count") == 3


def test_a_process_that_dies_is_told_of_and_replaced(hand):
    with pytest.raises(HandLost, match="status 9"):
        hand.do("die")
    assert hand.do("count") == 3


def test_a_process_that_was_lost_while_it_rested_costs_no_order(hand):
    assert hand.do("count") == 3
    lost = hand._process
    os.kill(lost.pid, signal.SIGKILL)
    lost.join(10)
    assert hand.do("count") == 3


def test_work_that_takes_too_long_is_given_up(hand):
    with pytest.raises(HandLost, match="given up"):
        hand.do("wait", longest=1)
    assert hand.do("count") == 3


def test_work_asked_to_stop_ends_with_what_it_has(hand):
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)
        hand.ask_to_stop()

    assert hand.do("wait", tell) == "stopped" and told == ["waiting"]
