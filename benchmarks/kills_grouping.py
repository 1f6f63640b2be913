"""Killing the stream (kill -9) at random moments, while articles are kept, grouped, and grouped anew: what was
acknowledged is there, once, each article is in one story, and the next run goes on.

    python -m benchmarks.kills_grouping [--times N] [--seed N] [--store ADDRESS]

Without --store in a folder for the purpose, and in the PostgreSQL database of RASHOMON_TEST_POSTGRES where that is set.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.generate_stream import make_stream
from benchmarks.killing import Ran, Tally, empty, options, run_worker, tally_of, tell
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.arriving import open_stream
from rashomon.stream.regrouping import regroup

JOB = "grouping"
REPORTS, BATCH, ANEW = 160, 8, 5  # reports in all, of a transaction; batches after which all are grouped anew
WHEN = "2031-04-01T00:00:00+00:00"


def work(address: str) -> None:
    """What the process does that is killed: says the number of each batch once it is kept and grouped."""
    articles = [report.article for report in make_stream(REPORTS, words=120)]
    grouping = GroupingSettings(largest_table=REPORTS // 2)  # grouped anew at once first, then one by one
    print("begun", flush=True)
    with open_store(address) as store:
        stream = open_stream(store, grouping, StreamSettings(batch=BATCH), WHEN)
        for number in range(REPORTS // BATCH):
            stream.keep(articles[number * BATCH :][:BATCH], "feed", WHEN)
            if number % ANEW == ANEW - 1:
                regroup(store, grouping, WHEN)
                stream = open_stream(store, grouping, StreamSettings(batch=BATCH), WHEN)
            print(number, flush=True)
    print("done", flush=True)


def run(address: str, life: float | None) -> Ran:
    """A run of its own process, killed after `life` seconds unless None."""
    return run_worker("benchmarks.kills_grouping", "--worker", "--store", address, life=life)


def try_grouping(address: str, times: int, chance: random.Random) -> Iterator[str | None]:
    """Kills a run many times; yields what was wrong after each, and None for each kill that hit it midway."""
    whole = run(address, None)
    if not whole.ended:
        yield "a run that nobody killed did not come to its end"
    for _ in range(times):
        empty(address)
        ran = run(address, chance.uniform(0, whole.seconds))
        if not ran.ended:
            yield None
        with open_store(address) as store:
            yield from wrong(store, len(ran.numbers) * BATCH)
    if times and not run(address, None).ended:
        yield "the run after the last kill did not go on to its end"
    with open_store(address) as store:
        yield from wrong(store, REPORTS)


def wrong(store: Store, acknowledged: int) -> Iterator[str]:
    """What contradicts the promise: nothing told of is lost, nothing is there twice or in part."""
    kept = [article.id for article in store.articles()]
    if len(kept) < acknowledged:
        yield f"{acknowledged - len(kept)} articles that the run had told of are lost"
    if len(set(kept)) != len(kept) or any(len(store.versions(id)) != 1 for id in kept):
        yield "an article is there twice"
    if len(kept) % BATCH:
        yield f"{len(kept) % BATCH} articles of a batch are there without the others"
    held = Counter(one.story for one in store.memberships())
    if sum(held.values()) != len(kept) or next(store.unplaced(), None) is not None:
        yield "an article is in no story"
    if {one.id: one.articles for one in store.stories(limit=REPORTS)} != dict(held):
        yield "a story counts other articles than it has"
    if {article for article, story, _ in store.signatures() if story} != set(kept):
        yield "an article has no signature"


def try_job(address: str, times: int, seed: int) -> Tally:
    """Kills runs over the same reports at other moments each, and tells what was wrong."""
    return tally_of(JOB, address, times, seed, try_grouping)


def main(argv: list[str] | None = None) -> int:
    """0 where nothing was wrong after any kill, else 1."""
    parser = options("benchmarks.kills_grouping", __doc__)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.worker:
        work(args.store)
        return 0
    return tell(args.store, lambda at: [try_job(at, args.times, args.seed)])


if __name__ == "__main__":
    sys.exit(main())
