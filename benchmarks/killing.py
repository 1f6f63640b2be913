"""What the benchmarks that kill (kill -9) have in common: places for stores, workers that are killed, and the tally."""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, create_engine

from benchmarks.corpus import ROOT

LATER_TABLES = (
    "searched_findings",
    "findings",
    "speakers",
    "titles",
    "figures",
    "marks",
    "searched",
    "comparisons",
    "signatures",
    "corrected",
    "corrections",
    "story_changes",
    "memberships",
    "stories",
)
LATER_INDEXES = ("versions_of_source", "skipped_of_source")  # of tables that were there before
KILLS = 50  # of a job, unless said otherwise
Trial = Callable[[str, int, random.Random], Iterable[str | None]]  # what was wrong, and None for each kill midway


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of killing one job many times; `midway` counts the kills that hit it between its first word and its
    last.
    """

    job: str
    database: str
    kills: int
    midway: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """The lines that a worker told of after its first, and the seconds from that one to its end."""

    told: tuple[str, ...]
    seconds: float

    @property
    def ended(self) -> bool:
        """Whether it came to its end."""
        return self.told[-1:] == ("done",)

    @property
    def numbers(self) -> list[int]:
        """The numbers among the lines."""
        return [int(line) for line in self.told if line.isdigit()]


def run_worker(module: str, *arguments: str, life: float | None, surroundings: Mapping[str, str] = os.environ) -> Ran:
    """A worker of its own process, killed `life` seconds after its first word unless None; half a line is not told."""
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=dict(surroundings)) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        began = time.perf_counter()
        if life is not None:
            time.sleep(life)
            worker.kill()
        lines = worker.stdout.read().splitlines(keepends=True)
    return Ran(tuple(line.strip() for line in lines if line.endswith("\n")), time.perf_counter() - began)


def tally_of(job: str, address: str, times: int, seed: int, trial: Trial) -> Tally:
    """Kills a job many times, always at other moments, and tells what was wrong; nothing is left at the address."""
    empty(address)
    found = list(trial(address, times, random.Random(f"{seed}-{job}")))
    empty(address)
    faults = tuple(dict.fromkeys(one for one in found if one is not None))
    return Tally(job, address.partition("://")[0] if "://" in address else "sqlite", times, found.count(None), faults)


def line_of(tally: Tally) -> str:
    """The tally in one line, each kind of fault in one more."""
    told = f"{tally.job:10} {tally.database:11} {tally.kills:4} kills, {tally.midway} of them midway"
    return "\n  ".join([f"{told}: {len(tally.faults)} faults", *tally.faults])


def options(module: str, about: str | None) -> argparse.ArgumentParser:
    """The options that all of them take."""
    parser = argparse.ArgumentParser(
        f"python -m {module}", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=KILLS, help=f"kills of each job (default {KILLS})")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("--store", help="a path or postgresql://... where nothing lies; it is emptied")
    return parser


def tell(store: str | None, tried: Callable[[str], Iterable[Tally]]) -> int:
    """Prints the tallies of every place; 0 where nothing was wrong after any kill, else 1."""
    faults = 0
    with places(store) as addresses:
        for address in addresses:
            for tally in tried(address):
                print(line_of(tally), flush=True)
                faults += len(tally.faults)
    return 1 if faults else 0


def empty(address: str) -> None:
    """Leaves nothing at the address of a store."""
    if "://" not in address:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(address + ending).unlink(missing_ok=True)
        return
    with connected(address) as connection:
        for table in (*LATER_TABLES, "versions", "articles", "sources", "skipped", "schema_version"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """A plain connection to what lies at the address of a store."""
    url = address.replace("postgresql:", "postgresql+psycopg:") if "://" in address else f"sqlite:///{address}"
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@contextmanager
def places(given: str | None) -> Iterator[list[str]]:
    """Where to make stores: as given, else a file in a folder for the purpose, and a schema in PostgreSQL."""
    if given:
        yield [given]
        return
    server = os.environ.get("RASHOMON_TEST_POSTGRES")
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "store.sqlite")
        if not server:
            print("PostgreSQL skipped: RASHOMON_TEST_POSTGRES is not set")
            yield [file]
            return
        schema = f"kills_{os.getpid()}"
        with connected(server) as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
        try:
            yield [file, f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"]
        finally:
            with connected(server) as connection:
                connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
