"""Connections to PostgreSQL that wait for an answer so long and no longer: a server may hang without hanging up."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

Answer = TypeVar("Answer")
_LOOKS = 0.1  # seconds between two looks at whether an answer has come
READS, WRITES = 20.0, 900.0  # seconds for one answer; a migration of a large store takes minutes
_GONE = {  # seconds, and tries, after which a server is taken for gone, in the words of libpq
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}


class Answering(psycopg.Connection[Any]):
    """A connection that is closed where an answer takes longer than `patience` seconds."""

    patience = READS

    def wait(self, gen: PQGen[Answer], interval: float = _LOOKS, timeout: float | None = None) -> Answer:
        """What the generator returns. Raises psycopg.OperationalError where that takes too long."""
        seconds = timeout or self.patience
        try:
            return super().wait(_within(gen, seconds), interval)
        except TimeoutError:
            self.pgconn.finish()  # nobody knows what would come next along this line
            raise psycopg.OperationalError(f"waited {seconds:.0f} seconds") from None


def connect(given: Sequence[str], known: Mapping[str, Any]) -> Answering:
    """A connection, as `psycopg.connect` makes one of these."""
    return Answering.connect(*given, **{**_GONE, **known})


def _within(gen: PQGen[Answer], seconds: float) -> PQGen[Answer]:
    """The same generator, which is woken again and again while it waits, and ended where it goes on for longer."""
    end = monotonic() + seconds
    try:
        state = next(gen)
        while True:
            ready = yield state
            if monotonic() > end:
                raise TimeoutError
            state = gen.send(ready)
    except StopIteration as ended:
        answer: Answer = ended.value
        return answer
