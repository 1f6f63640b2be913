"""Step 6: what reports and stories without a headline are called; and the shelves, of comparisons made before them."""

from sqlalchemy import Connection, exists, func, select

from rashomon.store.comparisons import find_dated_comparison, find_last_comparison
from rashomon.store.migrations.statements import execute_all
from rashomon.store.shelving import read_kept, shelve, shelve_titles
from rashomon.store.tables import articles, figures, memberships, stories

_STATEMENTS = """
ALTER TABLE figures ADD COLUMN title {text};
ALTER TABLE figures ADD COLUMN titled {text};
ALTER TABLE figures ADD COLUMN titled_by {text};
CREATE TABLE titles (
    article INTEGER PRIMARY KEY,
    kind {text} NOT NULL,
    words {text} NOT NULL
)
"""


def name_untitled(connection: Connection) -> None:
    """Makes these, and fills them and the shelves from the last comparison of every story that has articles."""
    execute_all(connection, _STATEMENTS)
    shown = select(stories.c.id, figures.c.digest).outerjoin(figures, figures.c.story == stories.c.id)
    bare = (
        select(memberships.c.article)
        .join(articles, memberships.c.article == articles.c.number)
        .where(memberships.c.story == stories.c.id, func.coalesce(articles.c.headline, "") == "")
    )
    wanted = shown.where(stories.c.articles > 0, figures.c.digest.is_(None) | exists(bare)).order_by(stories.c.id)
    for story, digest in connection.execute(wanted).all():
        if digest is not None:
            dated = find_dated_comparison(connection, story, digest)
            if dated and (made := read_kept(dated[1])):
                shelve_titles(connection, story, made)
        elif found := find_last_comparison(connection, story, None):
            shelve(connection, story, found[0], read_kept(found[2]), found[1])
