"""A PostgreSQL that hangs: whoever waits for it is told so, and it is asked anew."""

import threading
import time

import pytest
from sqlalchemy import text
from tests.stores import postgresql_schema

from rashomon.errors import StoreUnreachable
from rashomon.store.opening import open_store


@pytest.fixture
def address():
    yield from postgresql_schema()


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


def ask(store, question: str) -> None:
    with store._reading() as connection:
        connection.execute(text(question))


def test_an_answer_that_does_not_come_is_given_up_and_the_next_one_comes(store, monkeypatch):
    monkeypatch.setattr("rashomon.store.answering.Answering.patience", 0.3)
    began = time.monotonic()
    with pytest.raises(StoreUnreachable, match="no answer from PostgreSQL"):
        ask(store, "SELECT pg_sleep(20)")
    assert time.monotonic() - began < 10
    ask(store, "SELECT 1")
    assert store.count_stories() == 0


def test_many_that_wait_at_once_are_all_told(store, monkeypatch):
    monkeypatch.setattr("rashomon.store.answering.Answering.patience", 0.3)
    told: list[str] = []

    def wait() -> None:
        with pytest.raises(StoreUnreachable) as fault:
            ask(store, "SELECT pg_sleep(20)")
        told.append(str(fault.value))

    waiting = [threading.Thread(target=wait) for _ in range(6)]
    for one in waiting:
        one.start()
    for one in waiting:
        one.join(30)
    assert len(told) == 6


def test_what_is_written_may_take_longer(store, monkeypatch):
    monkeypatch.setattr("rashomon.store.answering.READS", 0.3)
    monkeypatch.setattr("rashomon.store.answering.Answering.patience", 0.3)
    with store._writing() as connection:
        connection.execute(text("SELECT pg_sleep(1)"))
    with pytest.raises(StoreUnreachable):
        ask(store, "SELECT pg_sleep(20)")
