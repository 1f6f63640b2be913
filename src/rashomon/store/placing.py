"""Putting articles into stories, and keeping each story's summary true: how many, from when to when, led by which."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from rashomon.model.kept import StoryRecord
from rashomon.model.story import Membership, StoryChange
from rashomon.store.reading import numbers_of
from rashomon.store.revisions import raise_revisions
from rashomon.store.rows import add_new, in_portions, put
from rashomon.store.shelving import clear_shelves
from rashomon.store.tables import articles, key_of, memberships, signatures, stories, story_changes


@dataclass(slots=True)
class _Summary:
    """A row of `stories` while it is being changed."""

    id: str
    opened: str
    first_moment: str
    last_moment: str
    articles: int
    lead: int | None

    def take_in(self, number: int, moment: str) -> None:
        """Counts one more article."""
        if not self.articles:
            self.first_moment, self.last_moment, self.lead = moment, moment, number
        self.articles += 1
        self.last_moment = max(self.last_moment, moment)
        if moment < self.first_moment:
            self.first_moment, self.lead = moment, number

    def row(self) -> dict[str, Any]:
        """The row as it is written."""
        return {name: getattr(self, name) for name in _Summary.__slots__}


def place(connection: Connection, given: Iterable[Membership], when: str) -> None:
    """Each article is in the story given, whichever it was in before. Raises NoSuchArticle."""
    placed = {one.article: one for one in given}
    found = numbers_of(connection, placed)
    numbers = {id: row.number for id, row in found.items()}
    before = _stories_of(connection, list(numbers.values()))
    rows = [
        {"article": numbers[id], "story": one.story, "score": one.score, "reason": one.reason, "at": when}
        for id, one in placed.items()
    ]
    put(connection, memberships, rows)
    new = [row.number for row in found.values() if not row.placed]
    if new:
        connection.execute(_PLACED, [{"which": number} for number in new])
    came = [(one.story, found[id]) for id, one in placed.items() if numbers[id] not in before]
    moved = {
        story
        for id, one in placed.items()
        for story in (before.get(numbers[id]), one.story)
        if before.get(numbers[id]) not in (None, one.story)
    }
    _summarise(connection, came, sorted(filter(None, moved)), when)


def add_stories(connection: Connection, given: Iterable[StoryRecord]) -> None:
    """The stories are known, as yet without articles; those that are known already stay as they are."""
    records = {one.id: one for one in given}
    known = _summaries(connection, list(records))
    rows = [
        _Summary(one.id, one.opened, one.first_published, one.last_published, 0, None).row()
        for one in records.values()
        if one.id not in known
    ]
    put(connection, stories, rows)


def add_changes(connection: Connection, given: Iterable[StoryChange]) -> None:
    """What happened to stories is part of their history; the same change given again is the same."""
    rows = [
        _with_key(
            {
                "story": one.story,
                "kind": one.kind,
                "other": one.other,
                "articles": json.dumps(one.articles),
                "at": one.when,
                "decided_by": one.by,
                "reason": one.reason,
            }
        )
        for one in given
    ]
    add_new(connection, story_changes, rows)


def put_signatures(connection: Connection, given: Mapping[str, bytes]) -> None:
    """Each article has this signature. Raises NoSuchArticle."""
    found = numbers_of(connection, given)
    put(
        connection,
        signatures,
        [{"article": row.number, "day": row.moment[:10], "signature": given[id]} for id, row in found.items()],
    )


def _with_key(row: dict[str, Any]) -> dict[str, Any]:
    return {"key": key_of(*row.values()), **row}


def _stories_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    wanted = select(memberships.c.article, memberships.c.story)
    return {
        row.article: row.story
        for some in in_portions(numbers)
        for row in connection.execute(wanted.where(memberships.c.article.in_(some)))
    }


def _summarise(connection: Connection, came: Iterable[tuple[str, Any]], moved: Sequence[str], when: str) -> None:
    """Counts in those that came, which costs the same however large a story is; counts anew where articles moved."""
    came = [(story, row) for story, row in came if story not in set(moved)]
    summaries = _summaries(connection, [*dict.fromkeys(story for story, _ in came), *moved])
    for story, row in came:
        one = summaries.setdefault(story, _Summary(story, when, row.moment, row.moment, 0, None))
        one.take_in(row.number, row.moment)
    for story in moved:
        counted = _counted(connection, story)
        opened = summaries[story].opened if story in summaries else when
        summaries[story] = _Summary(story, opened, *(counted or _emptied(summaries[story])))
    put(connection, stories, [one.row() for one in summaries.values()])
    raise_revisions(connection, list(summaries))
    clear_shelves(connection, [one.id for one in summaries.values() if not one.articles])


def _summaries(connection: Connection, ids: Sequence[str]) -> dict[str, _Summary]:
    return {
        row.id: _Summary(*row)
        for some in in_portions(ids)
        for row in connection.execute(_SUMMARY.where(stories.c.id.in_(some)))
    }


def _counted(connection: Connection, story: str) -> tuple[str, str, int, int | None] | None:
    inside = memberships.join(articles, memberships.c.article == articles.c.number)
    moments = (func.min(articles.c.moment), func.max(articles.c.moment), func.count())
    first, last, count = connection.execute(
        select(*moments).select_from(inside).where(memberships.c.story == story)
    ).one()
    if not count:
        return None
    lead = connection.execute(
        select(func.min(articles.c.number))
        .select_from(inside)
        .where(memberships.c.story == story, articles.c.moment == first)
    ).scalar_one()
    return first, last, count, lead


def _emptied(one: _Summary) -> tuple[str, str, int, int | None]:
    return one.first_moment, one.last_moment, 0, None


_SUMMARY = select(*(stories.c[name] for name in _Summary.__slots__))
_PLACED = update(articles).where(articles.c.number == bindparam("which")).values(placed=1)
