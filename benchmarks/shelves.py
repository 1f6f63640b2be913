"""What a page reads from a store: milliseconds for each list, search and look-up, as the store grows tenfold.

    python -m benchmarks.shelves [--articles N] [--store ADDRESS]

The store is filled with N/10 invented reports, then with N, of events that come and go; each story has an invented
comparison, of ten claims and two quotations a report at most. Milliseconds are of the processor, the least of RUNS, so
that a busy machine counts little; what is held to bounds is how they grow. With --store, in an empty store that is
named: it is filled, and not emptied after. Of a PostgreSQL database they are of the clock, since it works elsewhere.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.figures import Figure, show
from benchmarks.generate_stream import Report, make_stream
from rashomon.model.article import Article
from rashomon.model.comparison import (
    FORMAT,
    Claim,
    ClaimEvidence,
    Comparison,
    Difference,
    MadeBy,
    Name,
    Origin,
    QuotedSpeaker,
    Spelling,
    Story,
    Utterance,
    Value,
    Variant,
    Witness,
)
from rashomon.model.kept import Skipped, SourceState
from rashomon.model.span import Evidence
from rashomon.model.story import Membership
from rashomon.serialize import comparison_to_json
from rashomon.store.opening import open_store
from rashomon.store.store import Store

WORDS = 60  # of a report; what is measured does not depend on it
BATCH = 500  # reports a transaction
RUNS = 15
CLAIMS, QUOTED, VOICES = 10, 2, 4000  # of a report at most; names in all, of which some speak often
LONGEST = 14  # words of a claim
WHEN = "2031-04-01T00:00:00+00:00"
GROWTH = 20.0  # times, of what finds ten times as much and sorts it
FLAT = 4.0  # times, of what finds as much however long the list is; a larger story takes longer to show

FLAT_ONES = (
    "one article",
    "50 stories of all",
    "how many stories",
    "50 speakers",
    "what waits",
    "the mark",
    "a story's mark",
)


def fill(store: Store, reports: Sequence[Report]) -> None:
    """The reports are kept and in their stories; the stories that they touched are compared."""
    touched: dict[str, None] = {}
    for start in range(0, len(reports), BATCH):
        some = reports[start : start + BATCH]
        with store.transaction():
            store.keep_all([one.article for one in some], f"https://feed{start // BATCH % 300}.example", WHEN)
            store.place([Membership(one.article.id, one.event, 1.0, "") for one in some], when=WHEN)
            store.skip(
                [
                    Skipped(f"{one.article.id} again", f"https://feed{start // BATCH % 300}.example", "no text", WHEN)
                    for one in some[::10]
                ]
            )
        touched |= dict.fromkeys(one.event for one in some)
    for number in range(300):
        store.save_source_state(SourceState(f"https://feed{number}.example", "feed", last_read=WHEN))
    for events in _portions(touched):
        with store.transaction():
            for event in events:
                made = comparison_of(event, list(store.articles(story=event)))
                store.save_comparison(event, store.story_digest(event), comparison_to_json(made), WHEN)


def _portions(events: Mapping[str, None]) -> Iterator[list[str]]:
    waiting = iter(events)
    while some := list(islice(waiting, BATCH)):
        yield some


def comparison_of(story: str, articles: Sequence[Article]) -> Comparison:
    """An invented comparison: runs of words as claims, each with the like runs of three other reports; some quoted."""
    chance = random.Random(story)
    runs = {one.id: _runs(one) for one in articles}
    claims: list[Claim] = []
    quotations: list[Utterance] = []
    for at, one in enumerate(articles):
        beside = articles[at : at + 4]
        for number, run in enumerate(runs[one.id][:CLAIMS]):
            evidence = [ClaimEvidence(run.article, run.start, run.end, run.text, None)]
            others = [runs[other.id][number] for other in beside[1:] if number < len(runs[other.id])]
            evidence += [ClaimEvidence(other.article, other.start, other.end, other.text, None) for other in others]
            count = len(evidence)
            claims.append(Claim(f"c-{len(claims)}", run, "agree", count, count, tuple(evidence), (), ()))
        for run in runs[one.id][:QUOTED]:
            name = f"Voice {int(VOICES * chance.random() ** 3)}"
            variant = Variant(run.article, run.start, run.end, run.text, "direct", None, None)
            quotations.append(Utterance(f"q-{len(quotations)}", QuotedSpeaker(name, None, True), "single", (variant,)))
    return _comparison(story, articles, claims, quotations)


def _comparison(
    story: str, articles: Sequence[Article], claims: Sequence[Claim], quotations: Sequence[Utterance]
) -> Comparison:
    first = claims[0].wording
    names = tuple(Name(one.id, "person", one.speaker.name or "", None, (Spelling("", (first,)),)) for one in quotations)
    values = tuple(Value(str(number), None, None, (first,)) for number in range(2))
    return Comparison(
        format=FORMAT,
        made_by=MadeBy("0", {}),
        story=Story(story, None, None, None),
        articles=tuple(
            Witness(one.id, one.outlet, None, None, None, None, one.published, None, None, (), one.text)
            for one in articles
        ),
        origins=tuple(Origin(one.id, (one.id,), one.id, None, "") for one in articles),
        passages=(),
        apart=(),
        claims=tuple(claims),
        differences=(Difference("d-1", "number", "conflict", "", values, (), 1.0, ""),),
        quotations=tuple(quotations),
        names=names,
        timeline=(),
        left_out=(),
        unresolved=(),
    )


def _runs(article: Article) -> list[Evidence]:
    """Runs of words of an article, one after the other."""
    runs, start = [], 0
    words = article.text.split(" ")
    for at in range(0, len(words), LONGEST):
        text = " ".join(words[at : at + LONGEST])
        if text.strip():
            runs.append(Evidence(article.id, start, start + len(text), text))
        start += len(text) + 1
    return runs


def questions(store: Store, reports: Sequence[Report]) -> dict[str, Callable[[], object]]:
    """What pages ask, each by name."""
    last, middle = reports[-1], reports[len(reports) // 2]
    day = (last.article.published or "")[:10]
    rare = max(last.article.text.split(), key=len).strip(".,")
    return {
        "one article": lambda: store.article(middle.article.id),
        "50 stories of all": lambda: store.listed_stories(limit=50),
        "stories of a day": lambda: store.listed_stories(since=day, limit=50),
        "50 stories of a day gone by": lambda: store.listed_stories(since="2031-03-01", until="2031-03-02", limit=50),
        "how many stories": lambda: store.count_stories(),
        "one story": lambda: store.listed_story(last.event),
        "articles with a rare word": lambda: store.search(rare),
        "articles with a common word": lambda: store.search("the"),
        "findings with a rare word": lambda: store.find_findings(rare),
        "findings with a common word": lambda: store.find_findings("the"),
        "quotations with two words": lambda: store.find_findings("the of", kind="quotation"),
        "50 speakers": lambda: store.speakers(),
        "speakers by a name's beginning": lambda: store.speakers("voice 7"),
        "quoted": lambda: store.quoted("voice-0"),
        "sources": lambda: store.source_health(),
        "what waits": lambda: store.waiting_stories(),
        "the mark": lambda: store.mark(),
        "a story's mark": lambda: store.mark(last.event),
    }


def milliseconds(asked: Callable[[], object], clock: Callable[[], float]) -> float:
    """The least of some runs, after one that is not counted."""
    asked()
    times = []
    for _ in range(RUNS):
        start = clock()
        asked()
        times.append((clock() - start) * 1000)
    return min(times)


def measure(store: Store, articles: int) -> list[Figure]:
    """Prints a line a question; the figures that have floors."""
    reports = list(make_stream(articles, words=WORDS))
    clock = time.perf_counter if "://" in store.where else time.process_time
    told: list[dict[str, float]] = []
    for start, end in ((0, articles // 10), (articles // 10, articles)):
        begun = time.perf_counter()
        fill(store, reports[start:end])
        spent = time.perf_counter() - begun
        print(f"{end:,} articles in {store.count_stories():,} stories, filled in {spent:.0f} s", flush=True)
        told.append({name: milliseconds(asked, clock) for name, asked in questions(store, reports[:end]).items()})
    few, many = told
    print(f"{'':32} {articles // 10:>10,} {articles:>10,}   times   bound")
    for name in few:
        print(f"{name:32} {few[name]:7.2f} ms {many[name]:7.2f} ms {many[name] / few[name]:7.1f} {_bound(name):7.1f}")
    return [Figure(f"{name}, bound to growth", _bound(name) * few[name] / many[name], 1) for name in few]


def _bound(name: str) -> float:
    return FLAT if name in FLAT_ONES else GROWTH


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds, else 1."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.shelves", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000, help="reports in the store at last")
    parser.add_argument("--store", help="an empty store to be filled; by default an SQLite file that is removed after")
    args = parser.parse_args(argv)
    if args.store:
        with open_store(args.store) as store:
            return show(measure(store, args.articles))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "shelves.sqlite") as store:
        return show(measure(store, args.articles))


if __name__ == "__main__":
    sys.exit(main())
