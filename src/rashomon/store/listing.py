"""Stories as lists show them: by day and origins, each with the figures of its last comparison."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, desc, func, literal_column, select

from rashomon.model.kept import ListedStory, StoryFigures, StoryRecord
from rashomon.store.figures import find_figures
from rashomon.store.rows import AnyRow, in_portions
from rashomon.store.stories import find_story, records_of
from rashomon.store.tables import articles, memberships, stories

MOST_MOMENTS = 200  # of one story; a picture as wide as a line of text shows no more

_ALIVE = stories.c.articles > literal_column("0")
_DAY: ColumnElement[str] = literal_column("substr(last_moment, 1, 10)")  # as the index of the migration has it


def find_listed(
    connection: Connection, since: str | None, until: str | None, limit: int, offset: int
) -> tuple[ListedStory, ...]:
    """The living stories that have a report since one moment and before another: those of the latest day first, within
    a day those of the most origins, then of the most reports. A story that was not compared has one origin at least.
    """
    wanted, day = _reported(since, until)
    by_size = (desc(stories.c.origins), desc(stories.c.articles), desc(stories.c.last_moment), stories.c.id)
    return _listed(
        connection, connection.execute(wanted.order_by(desc(day), *by_size).limit(limit).offset(offset)).all()
    )


def count_listed(connection: Connection, since: str | None, until: str | None) -> int:
    """How many stories `find_listed` has in all."""
    wanted, _ = _reported(since, until)
    counted: int = connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    return counted


def find_listed_story(connection: Connection, id: str) -> ListedStory:
    """The story of that id, or the one it became, as lists show it. Raises NoSuchStory."""
    row = connection.execute(select(stories).where(stories.c.id == id)).first()
    if row is not None and row.articles:
        return _listed(connection, [row])[0]
    record = find_story(connection, id)
    return find_listed_story(connection, record.id) if record.articles else ListedStory(record, None, False, ())


def _reported(since: str | None, until: str | None) -> tuple[Select[Any], ColumnElement[str]]:
    """Selects the stories with a report in a time; and the day of the latest of these reports."""
    if until is None:
        wanted = select(stories).where(_ALIVE)
        if since is not None:
            wanted = wanted.where(since[:10] <= _DAY, stories.c.last_moment >= since)  # the day is what the index has
        return wanted, _DAY
    latest = _latest(since, until)
    return select(stories).join(latest, latest.c.story == stories.c.id).where(_ALIVE), func.substr(
        latest.c.moment, 1, 10
    )


def _latest(since: str | None, until: str) -> Subquery:
    """The moment of the latest report of each story in a time."""
    wanted = (
        select(memberships.c.story, func.max(articles.c.moment).label("moment"))
        .join(articles, memberships.c.article == articles.c.number)
        .where(articles.c.moment < until)
        .group_by(memberships.c.story)
    )
    return (wanted if since is None else wanted.where(articles.c.moment >= since)).subquery()


def _listed(connection: Connection, rows: Sequence[AnyRow]) -> tuple[ListedStory, ...]:
    ids = [row.id for row in rows]
    figures, moments = find_figures(connection, ids), _moments(connection, ids)
    return tuple(
        _as_listed(row, record, figures.get(row.id), moments.get(row.id, ()))
        for row, record in zip(rows, records_of(connection, rows), strict=True)
    )


def _as_listed(
    row: AnyRow, record: StoryRecord, figures: StoryFigures | None, moments: Sequence[tuple[str, bool]]
) -> ListedStory:
    done = row.revision == row.compared
    return ListedStory(
        record,
        figures,
        fresh=done and row.failure is None and figures is not None,
        moments=_some([moment for moment, _ in moments]),
        failure=row.failure if done else None,
        undated=sum(undated for _, undated in moments),
    )


def _moments(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """The moments of the reports of each story, sorted; and of each, whether the report gives no date."""
    told = (memberships.c.story, articles.c.moment, articles.c.published.is_(None))
    wanted = select(*told).join(articles, memberships.c.article == articles.c.number)
    found: dict[str, list[tuple[str, bool]]] = {}
    for some in in_portions(ids):
        for story, moment, undated in connection.execute(
            wanted.where(memberships.c.story.in_(some)).order_by(articles.c.moment)
        ):
            found.setdefault(story, []).append((moment, bool(undated)))
    return found


def _some(moments: Sequence[str]) -> tuple[str, ...]:
    """All of them, or so many as are told, evenly taken with the first and the last."""
    if len(moments) <= MOST_MOMENTS:
        return tuple(moments)
    last = len(moments) - 1
    return tuple(moments[at * last // (MOST_MOMENTS - 1)] for at in range(MOST_MOMENTS))
