"""What is to be compared: each story's revision beside the one that its last comparison is of; and the store's mark."""

from collections.abc import Iterable, Sequence
from zlib import crc32

from sqlalchemy import Connection, bindparam, select, text, update

from rashomon.store.rows import in_portions
from rashomon.store.tables import figures, marks, memberships, stories

_RAISE = update(stories).where(stories.c.id == bindparam("which")).values(revision=stories.c.revision + 1)
# Written out, so that both databases see in it the index that the migration makes.
_WAITING = text(
    "SELECT id FROM stories WHERE revision <> compared AND articles > 0 "
    "ORDER BY CASE WHEN articles > 1 THEN 0 ELSE 1 END, last_moment DESC, id LIMIT :most"
)
_ALL_WAITING = text("SELECT count(*) FROM stories WHERE revision <> compared AND articles > 0")
_MARK = select(marks.c.number)  # both marks are asked for with every page: made once
_MARK_OF = (
    select(stories.c.revision, stories.c.compared, stories.c.failure, figures.c.at)
    .outerjoin(figures, figures.c.story == stories.c.id)
    .where(stories.c.id == bindparam("which"))
)


def raise_revisions(connection: Connection, ids: Iterable[str]) -> None:
    """What the last comparisons of these stories say is no longer all that there is to say."""
    which = [{"which": id} for id in dict.fromkeys(ids)]
    if which:
        connection.execute(_RAISE, which)


def raise_revisions_of(connection: Connection, numbers: Sequence[int]) -> None:
    """The same of the stories that these articles are in."""
    wanted = select(memberships.c.story)
    raise_revisions(
        connection,
        (
            story
            for some in in_portions(numbers)
            for story in connection.execute(wanted.where(memberships.c.article.in_(some))).scalars()
        ),
    )


def find_revision(connection: Connection, story: str) -> int:
    """The story's revision now; 0 where there is no such story."""
    return connection.execute(select(stories.c.revision).where(stories.c.id == story)).scalar_one_or_none() or 0


def put_compared(connection: Connection, story: str, revision: int, failure: str | None = None) -> None:
    """The story was compared as of this revision, or could not be."""
    connection.execute(update(stories).where(stories.c.id == story).values(compared=revision, failure=failure))


def find_waiting(connection: Connection, limit: int) -> tuple[str, ...]:
    """The stories whose present revision was not compared: those of several articles first, the latest first."""
    return tuple(connection.execute(_WAITING, {"most": limit}).scalars())


def count_waiting(connection: Connection) -> int:
    """How many stories `find_waiting` has in all."""
    counted: int = connection.execute(_ALL_WAITING).scalar_one()
    return counted


def raise_mark(connection: Connection) -> None:
    """Something was written."""
    connection.execute(update(marks).values(number=marks.c.number + 1))


def find_mark(connection: Connection) -> str:
    """How many times something was written."""
    return str(connection.execute(_MARK).scalar_one())


def find_story_mark(connection: Connection, story: str) -> str:
    """The story's revision, the one compared, when what is shown was made, and why it could not be made anew, in short;
    "0" where there is no such story.
    """
    row = connection.execute(_MARK_OF, {"which": story}).first()
    if row is None:
        return "0"
    failure = f".{crc32(row.failure.encode()):x}" if row.failure else ""
    return f"{row.revision}.{row.compared}.{row.at or 'never'}{failure}"
