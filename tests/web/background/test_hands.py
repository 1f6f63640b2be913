"""A hand, which is a real process: whatever becomes of it, the next order is carried out."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
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
    if order == "pid":
        return os.getpid()
    if order == "wait":
        tell("waiting")
        return "stopped" if stop.wait(60) else "never"
    if order in ("deaf", "deaf and dumb"):
        if order == "deaf":
            tell("at work")
        time.sleep(60)
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


def test_work_given_after_all_was_asked_to_stop_ends_at_once(hand):
    hand.ask_to_stop()
    assert hand.do("wait", longest=30) == "stopped"


def test_a_signal_to_all_processes_of_a_service_ends_no_work(hand):
    """Since whom it is meant for, the application, ends the others."""

    def tell(words: str) -> None:
        for sent in (signal.SIGTERM, signal.SIGINT):
            os.kill(hand._process.pid, sent)
        hand.ask_to_stop()

    assert hand.do("wait", tell) == "stopped"
    assert hand.do("count") == 3


def test_a_process_is_ended_though_it_heeds_no_signal(hand):
    pid = hand.do("pid")
    with pytest.raises(HandLost, match="the application is ending"):
        hand.do("deaf", lambda words: hand.close())
    ended(pid, 2)


def test_a_process_that_nobody_listens_to_any_more_ends_in_the_middle_of_its_work(filled):
    """Where the application was killed, that is, and could not end it."""
    hand: Hand[str, object] = Hand("testing", work, str(filled), niceness=5)
    pid = hand.do("pid")
    line: Connection = hand._line
    line.send("deaf and dumb")
    line.close()
    ended(pid)
    hand.close()


def test_what_breaks_while_it_is_told_of_is_not_the_answer_to_the_next_order(hand):
    def tell(words: str) -> None:
        raise KeyError(words)

    with pytest.raises(KeyError):
        hand.do("wait", tell)
    assert hand.do("count") == 3


def test_an_application_that_ends_in_haste_does_not_wait_for_its_processes(filled):
    lines = (
        "from tests.web.background.test_hands import Hand, work",
        f"hand = Hand('testing', work, {str(filled)!r}, 5)",
        "assert hand.do('count') == 3",
    )
    assert subprocess.run([sys.executable, "-c", "\n".join(lines)], timeout=30).returncode == 0


def ended(pid: int, seconds: float = 15) -> None:
    """There is no such process any more, or will soon be none."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("it lives on")
