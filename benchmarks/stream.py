"""Speed and memory of the stream: from the text of a report to its story, as the window fills. Invented reports.

    python -m benchmarks.stream [--largest N] [--store]

The window is filled with signatures as reports would have, then REPORTS reports come as text, one by one. Times are of
one core. With --store they are kept in an SQLite file as well, in transactions of BATCH.
"""

import argparse
import gc
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bcubed import b_cubed
from benchmarks.figures import Figure, show
from benchmarks.generate_stream import Report, make_signatures, make_stream
from rashomon.cluster.index import StoryIndex
from rashomon.cluster.signature import read_signature
from rashomon.settings import GroupingSettings, StreamSettings

SIZES = (10_000, 100_000, 1_000_000)
REPORTS = 3_000
WARM = 300  # reports that come before the clock starts
BATCH = 100  # reports a transaction
LEAST_F1 = 0.95
A_SECOND = 200
DEARER = 1.5  # times, the most that one more article may cost at the largest size
GIGABYTES = 3
WHEN = "2031-04-01T00:00:00+00:00"


def filled(size: int, settings: GroupingSettings) -> StoryIndex:
    """A window of so many articles."""
    index = StoryIndex(settings)
    index.load(make_signatures(size, settings))
    return index


def milliseconds(index: StoryIndex, reports: list[Report], settings: GroupingSettings) -> tuple[float, float]:
    """Of processor time a report: to read its signature, and to place it."""
    reading = placing = 0.0
    for n, report in enumerate(reports):
        start = time.process_time()
        signature = read_signature(report.article, settings)
        read = time.process_time()
        index.place(signature)
        if n >= WARM:
            reading += read - start
            placing += time.process_time() - read
    timed = len(reports) - WARM
    return reading * 1000 / timed, placing * 1000 / timed


def told(size: int, reports: list[Report], settings: GroupingSettings) -> dict[str, float]:
    """The figures of one size of window."""
    index = filled(size, settings)
    reading, placing = milliseconds(index, reports, settings)
    stories = [index.story_of(report.article.id) for report in reports]
    found = b_cubed([report.event for report in reports], stories)
    held = resident()
    print(f"{size:>9,}  {reading:8.2f} ms {placing:8.2f} ms {1000 / (reading + placing):9.0f}/s {held:9.0f} MB", end="")
    print(f"   B-cubed F1 {found.f1:.3f}", flush=True)
    return {"cost": reading + placing, "MB": held, "F1": found.f1}


def resident() -> float:
    """MB of memory that this process holds now."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def stored_a_second(size: int, reports: list[Report], settings: GroupingSettings) -> float:
    """Reports a second of processor time, from text to story assigned and stored."""
    from rashomon.store.opening import open_store
    from rashomon.stream.arriving import open_stream

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "stream.sqlite") as store:
        stream = open_stream(store, settings, StreamSettings(), WHEN)
        stream._index = filled(size, settings)  # so many articles in the store would take minutes to come
        articles = [report.article for report in reports]
        stream.keep(articles[:WARM], "benchmark", WHEN)
        start = time.process_time()
        for at in range(WARM, len(articles), BATCH):
            stream.keep(articles[at : at + BATCH], "benchmark", WHEN)
        return (len(articles) - WARM) / (time.process_time() - start)


def measure(largest: int, store: bool, settings: GroupingSettings) -> list[Figure]:
    """Prints a line a size; the figures that have floors."""
    reports = list(make_stream(REPORTS))
    print(f"{'window':>9}  {'signature':>11} {'placing':>11} {'together':>11} {'held':>12}")
    found = {}
    for size in SIZES:
        if size <= largest:
            found[size] = told(size, reports, settings)
            gc.collect()
    figures = [Figure(f"F1 of invented events at {size:,}", one["F1"], LEAST_F1) for size, one in found.items()]
    if store:
        figures.append(Figure("stored a second at 100,000", stored_a_second(100_000, reports, settings), A_SECOND))
    if len(found) == len(SIZES):
        few, many = found[SIZES[0]], found[SIZES[-1]]
        figures.append(Figure("cost at 10,000 to cost at 1,000,000", few["cost"] / many["cost"], 1 / DEARER))
        figures.append(Figure(f"GB left of {GIGABYTES} at 1,000,000", GIGABYTES - many["MB"] / 1000, 0))
    return figures


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds, else 1."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.stream", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="articles of the largest window measured")
    parser.add_argument("--store", action="store_true", help="keep the reports in an SQLite file as well")
    args = parser.parse_args(argv)
    return show(measure(args.largest, args.store, GroupingSettings()))


if __name__ == "__main__":
    sys.exit(main())
