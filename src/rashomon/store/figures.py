"""What the last comparison of each story came to, in the few numbers that lists show."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import get_args

from sqlalchemy import Connection, delete, select, update

from rashomon.model.comparison import Comparison, DifferenceRelation
from rashomon.model.kept import StoryFigures
from rashomon.store.rows import AnyRow, in_portions, put
from rashomon.store.tables import figures, stories

_RELATIONS: tuple[DifferenceRelation, ...] = get_args(DifferenceRelation)


def count_figures(story: str, digest: str, when: str, comparison: Comparison) -> StoryFigures:
    """The figures of a comparison; an article without an outlet counts as an outlet of its own."""
    relations = Counter(difference.relation for difference in comparison.differences)
    return StoryFigures(
        story=story,
        digest=digest,
        when=when,
        reports=len(comparison.articles),
        outlets=len({witness.outlet or witness.id for witness in comparison.articles}),
        origins=len(comparison.origins),
        claims=len(comparison.claims),
        quotations=len(comparison.quotations),
        parts=tuple((relation, relations[relation]) for relation in _RELATIONS if relations[relation]),
    )


def put_figures(connection: Connection, one: StoryFigures) -> None:
    """The story's figures are these, whichever they were; lists sort it by its origins."""
    row = {name: getattr(one, name) for name in ("story", "digest", *_COUNTS)}
    put(connection, figures, [row | {"at": one.when, "parts": json.dumps(one.parts)}])
    connection.execute(update(stories).where(stories.c.id == one.story).values(origins=max(one.origins, 1)))


def clear_figures(connection: Connection, ids: Sequence[str]) -> None:
    """These stories have no figures."""
    for some in in_portions(ids):
        connection.execute(delete(figures).where(figures.c.story.in_(some)))


def find_figures(connection: Connection, ids: Sequence[str]) -> dict[str, StoryFigures]:
    """The figures of those of the stories that have some."""
    return {
        row.story: _figures(row)
        for some in in_portions(ids)
        for row in connection.execute(select(figures).where(figures.c.story.in_(some)))
    }


def _figures(row: AnyRow) -> StoryFigures:
    return StoryFigures(
        story=row.story,
        digest=row.digest,
        when=row.at,
        parts=tuple((relation, count) for relation, count in json.loads(row.parts)),
        **{name: getattr(row, name) for name in _COUNTS},
    )


_COUNTS = ("reports", "outlets", "origins", "claims", "quotations")
