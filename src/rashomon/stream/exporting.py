"""A store as JSON lines: versions, stories with their history, corrections, comparisons, sources, what was skipped.

Each line is an object whose "line" says what it is. An article's line has the keys that `rashomon compare` reads too.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from rashomon.model.kept import StoryRecord, Version
from rashomon.model.story import KeptCorrection
from rashomon.store.store import Store

FORMAT = "rashomon.export/1"
_STORIES_AT_ONCE = 500
Record = dict[str, Any]


def export_records(store: Store, story: str | None = None) -> Iterator[Record]:
    """Every record of the store, or of one living story, in the order in which `import_lines` needs them."""
    yield {"line": "export", "format": FORMAT}
    for record in (store.story(story),) if story is not None else (*store.emptied(), *_living(store)):
        yield _told("story", record)
    for article in store.articles(story=story):
        yield from map(_of_version, store.versions(article.id))
    for membership in store.memberships(story):
        yield _told("membership", membership)
    for change in store.changes() if story is None else store.history(story):
        yield _told("change", change)
    yield from map(_of_correction, store.kept_corrections(story))
    for id in (story,) if story is not None else (one.id for one in _living(store)):
        yield from _comparisons(store, id)
    if story is None:
        yield from (_told("source", one) for one in store.sources())
        yield from (_told("skipped", one) for one in store.skipped())


def _told(kind: str, one: Any) -> Record:
    return {"line": kind, **dataclasses.asdict(one)}


def _of_correction(kept: KeptCorrection) -> Record:
    """Without its number, which is that of one store."""
    return {**_told("correction", kept.correction), "undone": kept.undone, "undone_by": kept.undone_by}


def _living(store: Store) -> Iterator[StoryRecord]:
    offset = 0
    while some := store.stories(limit=_STORIES_AT_ONCE, offset=offset):
        yield from some
        offset += len(some)


def _of_version(version: Version) -> Record:
    known = dataclasses.asdict(version.article)
    known["title"] = known.pop("headline")
    return {
        "line": "article",
        **known,
        "version": version.number,
        "found_at": version.source,
        "fetched": version.fetched,
    }


def _comparisons(store: Store, story: str) -> Iterator[Record]:
    before: str | None = None
    while (found := store.last_comparison(story, before)) is not None:
        digest, before, comparison = found
        yield {"line": "comparison", "story": story, "digest": digest, "when": before, "comparison": comparison}
