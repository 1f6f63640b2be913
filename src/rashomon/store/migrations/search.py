"""Step 3: the words of every article's latest version, to be searched."""

from sqlalchemy import Connection, and_, select

from rashomon.store.search_index import add
from rashomon.store.tables import articles, versions

_BATCH = 500  # articles whose words are held in memory at once

_TABLES = {
    # The words are ours, folded and parted by spaces, so the tokenizer only splits; no content: the versions have it.
    "sqlite": ("CREATE VIRTUAL TABLE searched USING fts5(headline, words, content='', tokenize='ascii')",),
    "postgresql": (
        "CREATE TABLE searched (article INTEGER PRIMARY KEY REFERENCES articles (number), words TSVECTOR NOT NULL)",
        "CREATE INDEX searched_words ON searched USING GIN (words)",
    ),
}


def make_searchable(connection: Connection) -> None:
    """Makes the index of words, and fills it with what has been kept already."""
    for statement in _TABLES[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    latest = and_(versions.c.article == articles.c.number, versions.c.number == articles.c.latest)
    wanted = select(articles.c.number, versions.c.headline, versions.c.text).join(versions, latest)
    last = 0
    while rows := connection.execute(
        wanted.where(articles.c.number > last).order_by(articles.c.number).limit(_BATCH)
    ).all():
        add(connection, [(row.number, row.headline, row.text) for row in rows])
        last = rows[-1].number
