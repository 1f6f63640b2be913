"""Invented articles for the killing of a store, and what can be wrong with a store that holds them."""

import random
from collections import Counter
from collections.abc import Iterator

from rashomon.model.article import Article
from rashomon.store.store import Store

BATCH = 20  # articles of a transaction
SOURCE = "kills"
WORDS = "ferry harbour wall captain police storm mayor pier rescue engine fog deck crew tide anchor island".split()


def invented(number: int, version: int = 1) -> Article:
    """An article of some sixty words, one of which no other has."""
    chosen = random.Random(f"{number}-{version}").choices(WORDS, k=60)
    return Article(
        f"invented/{number}",
        f"{' '.join(chosen)} only{number}x{version}.",
        outlet=f"Outlet {number % 7}",
        headline=f"Report {number}",
        published=f"2025-03-{1 + number % 28:02}",
    )


def batch(number: int) -> list[Article]:
    """New articles, and changed versions of some of the batch before."""
    first = number * BATCH
    changed = range(first - BATCH, first, 5) if number else ()
    return [invented(one) for one in range(first, first + BATCH)] + [invented(one, 2) for one in changed]


def versions_after(batches: int) -> dict[str, list[Article]]:
    """What a store holds when so many batches have been kept."""
    held: dict[str, list[Article]] = {}
    for number in range(batches):
        for article in batch(number):
            held.setdefault(article.id, []).append(article)
    return held


def story_of(article: str) -> str:
    """The story into which an invented article goes: one of eleven, so that every batch touches all."""
    return f"story-{int(article.rpartition('/')[2]) % 11}"


def batches_kept(store: Store) -> int:
    """How many batches the store says it has kept."""
    state = store.source_state(SOURCE)
    return int(state.etag or 0) if state else 0


def wrong_versions(store: Store, held: dict[str, list[Article]]) -> Iterator[str]:
    """What the store holds too little, too much, or otherwise than it was given."""
    ids = [article.id for article in store.articles()]
    if len(ids) != len(set(ids)):
        yield f"{len(ids) - len(set(ids))} articles are kept twice"
    if set(ids) != set(held):
        yield f"{len(set(held) - set(ids))} articles are lost, {len(set(ids) - set(held))} were never acknowledged"
    for id in set(ids) & set(held):
        if [version.article for version in store.versions(id)] != held[id]:
            yield f"the versions of {id} are not those that were kept"


def wrong_stories(store: Store) -> Iterator[str]:
    """Articles in two stories or in none, and stories that count what they do not hold."""
    members = list(store.memberships())
    waiting = [article.id for article in store.unplaced()]
    seen = Counter([*(one.article for one in members), *waiting])
    if set(seen) != {article.id for article in store.articles()} or set(seen.values()) - {1}:
        yield "an article is in two stories, or in none and not waiting"
    if any(one.story != story_of(one.article) for one in members):
        yield "an article is in another story than it was put into"
    if {id for id, _, _ in store.signatures()} != {one.article for one in members}:
        yield "signatures and memberships are not of the same articles"
    counts = Counter(one.story for one in members)
    if {story.id: story.articles for story in store.stories(limit=1000)} != dict(counts):
        yield "a story counts other articles than it holds"


def wrong_shelves(store: Store, compared: set[str]) -> Iterator[str]:
    """Comparisons that were acknowledged and are not shown, and what is shown of others, in part or twice."""
    waiting = set(store.waiting_stories(limit=1000))
    if lost := compared & waiting:
        yield f"{len(lost)} comparisons were acknowledged and are not shown"
    for one in store.listed_stories(limit=1000):
        if (one.record.id in waiting) == one.fresh:
            yield f"story {one.record.id} waits and is as it was compared, or neither"
    for membership in list(store.memberships())[::7]:
        number = membership.article.rpartition("/")[2]
        words = f"only{number}x{len(store.versions(membership.article))}"
        if bool(store.find_findings(words)) == (membership.story in waiting):
            yield f"{words} is found though {membership.story} waits, or is not found though it does not"
    for speaker in store.speakers(limit=10_000):
        if len(store.quoted(speaker.key, limit=10_000)) != speaker.quotations:
            yield f"{speaker.name} is not quoted as often as is told"


def wrong_search(store: Store) -> Iterator[str]:
    """Words of the latest versions that are not found, and words of former ones that are."""
    for id in [article.id for article in store.articles()][::7]:
        number, latest = id.rpartition("/")[2], len(store.versions(id))
        for version in (1, 2):
            if bool(store.search(f"only{number}x{version}")) != (version == latest):
                yield f"{id} is not found by its latest version alone"
