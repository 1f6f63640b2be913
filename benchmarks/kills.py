"""Killing what writes to a store (kill -9), at random moments: what was acknowledged is there, once, and the next run
goes on.

    python -m benchmarks.kills [--times N] [--batches N] [--seed N] [--store ADDRESS] [JOB ...]

Jobs: keeping (articles and their changed versions), placing (articles into stories), comparing (stories, with what is
shown and found of them), migration (a store of the first schema brought to the newest). Without --store in a folder for
the purpose, and in the PostgreSQL database of RASHOMON_TEST_POSTGRES where that is set.
"""

import argparse
import random
import sys
from collections.abc import Iterator

from benchmarks.kill_checks import (
    BATCH,
    SOURCE,
    batch,
    batches_kept,
    story_of,
    versions_after,
    wrong_search,
    wrong_shelves,
    wrong_stories,
    wrong_versions,
)
from benchmarks.killing import (
    LATER_INDEXES,
    LATER_TABLES,
    Ran,
    Tally,
    connected,
    empty,
    options,
    run_worker,
    tally_of,
    tell,
)
from benchmarks.shelves import comparison_of
from rashomon.errors import RashomonError
from rashomon.model.kept import SourceState
from rashomon.model.story import Membership
from rashomon.serialize import comparison_to_json
from rashomon.store.opening import open_store
from rashomon.store.store import Store

BATCHES = 60  # the whole of a job
NOON = "2025-03-04T12:00:00+00:00"
LONGEST_LIFE = 0.6  # seconds from the worker's first word to the kill, at most: opening, and a few batches


def keeping(store: Store, batches: int) -> Iterator[str]:
    """Keeps what is not kept yet, and acknowledges each batch once its transaction is over."""
    for number in range(batches_kept(store), batches):
        with store.transaction():
            store.keep_all(batch(number), SOURCE, NOON)
            store.save_source_state(SourceState(SOURCE, "invented", etag=str(number + 1)))
        yield str(number + 1)


def placing(store: Store, batches: int) -> Iterator[str]:
    """Puts what is in no story into one, and acknowledges each article once its transaction is over."""
    waiting = list(store.unplaced())[: batches * BATCH]
    for start in range(0, len(waiting), BATCH):
        some = waiting[start : start + BATCH]
        members = [Membership(one.id, story_of(one.id), 0.5, "shares the ferry") for one in some]
        store.place(members, when=NOON, signatures={one.id: one.id.encode() for one in some})
        yield " ".join(one.id for one in some)


def comparing(store: Store, batches: int) -> Iterator[str]:
    """Keeps an invented comparison of each story that waits, and acknowledges each once its transaction is over."""
    for story in store.waiting_stories(limit=1000):
        made = comparison_of(story, list(store.articles(story=story)))
        store.save_comparison(story, store.story_digest(story), comparison_to_json(made), NOON)
        yield story


WORKERS = {"keeping": keeping, "placing": placing, "comparing": comparing}


def work(job: str, address: str, batches: int) -> None:
    """What the process does that is killed: says when it begins, then what it may be held to."""
    print("begun", flush=True)
    with open_store(address) as store:
        for acknowledged in WORKERS[job](store, batches) if job in WORKERS else ():
            print(acknowledged, flush=True)
    print("done", flush=True)


class Stuck(Exception):
    """The next run after a kill did not go on."""


class Trial:
    """The place of one job's store, the moments of its kills, and how many of them hit it midway."""

    def __init__(self, address: str, batches: int, chance: random.Random) -> None:
        self.address = address
        self.batches = batches
        self.chance = chance
        self.midway = 0

    def killed(self, job: str, longest: float = LONGEST_LIFE) -> list[str]:
        """What a worker had acknowledged when it was killed, at a random moment after its first word."""
        ran = self._ran(job, self.chance.uniform(0, longest))
        self.midway += not ran.ended
        return list(ran.told)

    def run(self, job: str) -> float:
        """Lets a worker end by itself; the seconds from its first word to its end. Raises Stuck where it fails."""
        ran = self._ran(job, None)
        if not ran.ended:
            raise Stuck(f"{job} did not go on to its end")
        return ran.seconds

    def _ran(self, job: str, life: float | None) -> Ran:
        options = {"--worker": job, "--store": self.address, "--batches": str(self.batches)}
        return run_worker("benchmarks.kills", *(part for pair in options.items() for part in pair), life=life)


def try_keeping(trial: Trial, times: int) -> Iterator[str]:
    """Kills the keeping of articles; yields what was wrong after each kill, and at the end."""
    promised = 0
    for _ in range(times):
        told = trial.killed("keeping")
        promised = max([promised, *(int(line) for line in told if line.isdigit())])
        with open_store(trial.address) as store:
            batches = batches_kept(store)
            if batches < promised:
                yield f"{promised} batches were acknowledged, {batches} are kept"
            yield from wrong_versions(store, versions_after(batches))
        if batches == trial.batches:
            promised = 0
            empty(trial.address)
    trial.run("keeping")
    with open_store(trial.address) as store:
        yield from wrong_versions(store, versions_after(trial.batches))
        yield from wrong_search(store)


def try_placing(trial: Trial, times: int) -> Iterator[str]:
    """Kills the placing of articles; yields what was wrong after each kill, and at the end."""
    promised: set[str] = set()
    trial.run("keeping")
    for _ in range(times):
        told = trial.killed("placing")
        promised.update(id for line in told if line.startswith("invented/") for id in line.split())
        with open_store(trial.address) as store:
            placed = {one.article for one in store.memberships()}
            if lost := promised - placed:
                yield f"{len(lost)} memberships were acknowledged and are lost"
            yield from wrong_stories(store)
        if len(placed) == BATCH * trial.batches:
            promised.clear()
            undo_later_steps(trial.address)
    trial.run("placing")
    with open_store(trial.address) as store:
        yield from wrong_stories(store)
        if next(store.unplaced(), None):
            yield "articles are left unplaced"


def try_comparing(trial: Trial, times: int) -> Iterator[str]:
    """Kills the keeping of comparisons; yields what was wrong after each kill, and at the end."""
    promised: set[str] = set()
    trial.run("keeping")
    trial.run("placing")
    length = trial.run("comparing")
    for _ in range(times):
        if not promised:
            forget_comparisons(trial.address)
        promised.update(line for line in trial.killed("comparing", length) if line.startswith("story-"))
        with open_store(trial.address) as store:
            yield from wrong_shelves(store, promised)
            if not store.waiting_stories():
                promised.clear()
    trial.run("comparing")
    with open_store(trial.address) as store:
        yield from wrong_shelves(store, {one.id for one in store.stories(limit=1000)})


def try_migration(trial: Trial, times: int) -> Iterator[str]:
    """Kills the opening of a store that has the first schema; yields what was wrong after each kill."""
    trial.run("keeping")
    undo_later_steps(trial.address)
    length = trial.run("migration")
    for _ in range(times):
        undo_later_steps(trial.address)
        trial.killed("migration", length)
        with open_store(trial.address) as store:
            yield from wrong_versions(store, versions_after(trial.batches))
            yield from wrong_search(store)


JOBS = {"keeping": try_keeping, "placing": try_placing, "comparing": try_comparing, "migration": try_migration}


def try_job(job: str, address: str, times: int, seed: int, batches: int = BATCHES) -> Tally:
    """Kills one job many times, always at other moments, and tells what was wrong."""

    def tried(address: str, times: int, chance: random.Random) -> Iterator[str | None]:
        trial = Trial(address, batches, chance)
        try:
            yield from JOBS[job](trial, times)
        except (Stuck, RashomonError) as error:
            yield str(error)
        yield from [None] * trial.midway

    return tally_of(job, address, times, seed, tried)


def forget_comparisons(address: str) -> None:
    """Takes from a store all that is shown of its stories, so that each waits."""
    with connected(address) as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(
            "INSERT INTO searched_findings (searched_findings) VALUES ('delete-all')"
            if on_sqlite
            else "DELETE FROM searched_findings"
        )
        for table in ("findings", "speakers", "figures", "comparisons"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("UPDATE stories SET compared = 0")


def undo_later_steps(address: str) -> None:
    """Takes from a store all that came with the steps after the first."""
    with connected(address) as connection:
        for table in LATER_TABLES:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
        for index in LATER_INDEXES:
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")
        connection.exec_driver_sql("UPDATE articles SET placed = 0")
        connection.exec_driver_sql("DELETE FROM schema_version WHERE number > 1")


def main(argv: list[str] | None = None) -> int:
    """0 where nothing was wrong after any kill, else 1."""
    args = _arguments(argv)
    if args.worker:
        work(args.worker, args.store, args.batches)
        return 0
    return tell(
        args.store,
        lambda at: (try_job(job, at, args.times, args.seed, args.batches) for job in args.jobs or JOBS),
    )


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = options("benchmarks.kills", __doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of {', '.join(JOBS)}; all where none is given")
    parser.add_argument("--batches", type=int, default=BATCHES, help=f"of {BATCH} articles (default {BATCHES})")
    parser.add_argument("--worker", choices=[*JOBS], help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    for job in args.jobs:
        if job not in JOBS:
            parser.error(f"no job {job!r}; there are {', '.join(JOBS)}")
    return args


if __name__ == "__main__":
    sys.exit(main())
