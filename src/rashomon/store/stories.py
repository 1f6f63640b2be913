"""Reading stories: the living ones, and what a former one became."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, desc, distinct, func, literal_column, or_, select

from rashomon.errors import NoSuchStory
from rashomon.model.kept import StoryRecord
from rashomon.model.story import StoryChange
from rashomon.store.rows import AnyRow
from rashomon.store.tables import articles, key_of, memberships, stories, story_changes
from rashomon.store.titles import titles_of_stories

_TAKEN_OVER = ("merged", "moved")  # `other` is where the articles went; of a split, `story` is


def find_stories(connection: Connection, since: str | None, limit: int, offset: int) -> tuple[StoryRecord, ...]:
    """The living stories, that with the latest report first."""
    wanted = select(stories).where(stories.c.articles > literal_column("0"))
    if since is not None:
        wanted = wanted.where(stories.c.last_moment >= since)
    rows = connection.execute(wanted.order_by(desc(stories.c.last_moment), stories.c.id).limit(limit).offset(offset))
    return records_of(connection, rows.all())


def find_emptied(connection: Connection) -> tuple[StoryRecord, ...]:
    """The stories that have no article any more, each by its own record; `became` is not looked up."""
    rows = connection.execute(select(stories).where(stories.c.articles == 0).order_by(stories.c.id))
    return tuple(StoryRecord(row.id, row.opened, row.first_moment, row.last_moment, 0, 0, None, None) for row in rows)


def find_story(connection: Connection, id: str) -> StoryRecord:
    """The story of that id, or the one that it became; its own empty record where it became several or none.

    Raises NoSuchStory.
    """
    row = connection.execute(select(stories).where(stories.c.id == id)).first()
    if row is None:
        raise NoSuchStory(f"no story {id!r} in the store, now or formerly; `rashomon stories` lists them")
    if row.articles:
        return records_of(connection, [row])[0]
    became = _living_heirs(connection, id)
    if len(became) == 1:
        return find_story(connection, became[0])
    return StoryRecord(id, row.opened, row.first_moment, row.last_moment, 0, 0, None, None, became)


def find_history(connection: Connection, id: str) -> tuple[StoryChange, ...]:
    """Every change that names the story, in the order in which they were recorded."""
    names_it = or_(story_changes.c.story == id, story_changes.c.other == id)
    rows = connection.execute(select(story_changes).where(names_it).order_by(story_changes.c.number))
    return tuple(map(change_of, rows))


def every_change() -> Select[Any]:
    """Selects what happened to all stories, by number."""
    return select(story_changes)


def change_of(row: AnyRow) -> StoryChange:
    """What a row says happened."""
    articles_of_it = tuple(json.loads(row.articles))
    return StoryChange(row.story, row.kind, row.other, articles_of_it, row.at, row.decided_by, row.reason)


def find_story_of(connection: Connection, article: str) -> str | None:
    """The story an article is in; None where it is in none, or not kept."""
    wanted = (
        select(memberships.c.story)
        .join(articles, memberships.c.article == articles.c.number)
        .where(articles.c.key == key_of(article))
    )
    return connection.execute(wanted).scalar_one_or_none()


def members(story: str | None) -> Select[Any]:
    """Selects who is in a story, or in any, by the number of the article."""
    wanted = select(
        articles.c.number, articles.c.id, memberships.c.story, memberships.c.score, memberships.c.reason
    ).join(articles, memberships.c.article == articles.c.number)
    return wanted if story is None else wanted.where(memberships.c.story == story)


def records_of(connection: Connection, rows: Sequence[AnyRow]) -> tuple[StoryRecord, ...]:
    """The records of living stories, in the order given."""
    leads = select(articles.c.number, articles.c.id, articles.c.headline).where(
        articles.c.number.in_([row.lead for row in rows])
    )
    lead_of = {row.number: row for row in connection.execute(leads)}
    counts = (
        select(memberships.c.story, func.count(distinct(articles.c.outlet)).label("outlets"))
        .join(articles, memberships.c.article == articles.c.number)
        .where(memberships.c.story.in_([row.id for row in rows]))
        .group_by(memberships.c.story)
    )
    outlets = {row.story: row.outlets for row in connection.execute(counts)}
    titles = titles_of_stories(connection, {row.id: row.lead for row in rows if not lead_of[row.lead].headline})
    return tuple(
        StoryRecord(
            row.id,
            row.opened,
            row.first_moment,
            row.last_moment,
            row.articles,
            outlets.get(row.id, 0),
            lead_of[row.lead].id,
            lead_of[row.lead].headline,
            title=titles.get(row.id),
        )
        for row in rows
    )


def _living_heirs(connection: Connection, id: str) -> tuple[str, ...]:
    """The living stories that took over the articles of `id`, by way of others where need be."""
    seen, upcoming, living = {id}, [id], set()
    while upcoming:
        heirs = sorted(_heirs(connection, upcoming.pop()) - seen)
        seen.update(heirs)
        alive = set(
            connection.execute(select(stories.c.id).where(stories.c.id.in_(heirs), stories.c.articles > 0)).scalars()
        )
        living |= alive
        upcoming += [heir for heir in heirs if heir not in alive]
    return tuple(sorted(living))


def _heirs(connection: Connection, id: str) -> set[str]:
    taken = select(story_changes.c.other).where(story_changes.c.story == id, story_changes.c.kind.in_(_TAKEN_OVER))
    split = select(story_changes.c.story).where(story_changes.c.other == id, story_changes.c.kind == "split")
    return {heir for wanted in (taken, split) for heir in connection.execute(wanted).scalars() if heir is not None}
