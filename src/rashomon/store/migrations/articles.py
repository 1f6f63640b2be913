"""Step 1: articles in their versions, the sources they come from, and what was skipped."""

from sqlalchemy import Connection

from rashomon.store.connecting import APPLICATION
from rashomon.store.migrations.statements import execute_all

_STATEMENTS = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    key {blob} NOT NULL UNIQUE,
    id {text} NOT NULL,
    url_key {blob},
    latest INTEGER NOT NULL,
    digest {blob} NOT NULL,
    outlet {text},
    headline {text},
    published {text},
    moment {text} NOT NULL,
    first_seen {text} NOT NULL,
    placed INTEGER NOT NULL
);
CREATE INDEX articles_of_url ON articles (url_key);
CREATE INDEX articles_of_moment ON articles (moment);
CREATE INDEX articles_unplaced ON articles (number) WHERE placed = 0;
CREATE TABLE versions (
    article INTEGER NOT NULL REFERENCES articles (number),
    number INTEGER NOT NULL,
    digest {blob} NOT NULL,
    source {text} NOT NULL,
    fetched {text} NOT NULL,
    outlet {text},
    url {text},
    headline {text},
    byline {text},
    published {text},
    modified {text},
    language {text},
    text {text} NOT NULL,
    PRIMARY KEY (article, number)
);
CREATE TABLE sources (
    key {blob} PRIMARY KEY,
    url {text} NOT NULL,
    kind {text} NOT NULL,
    etag {text},
    last_modified {text},
    last_read {text},
    next_due {text},
    failures INTEGER NOT NULL,
    last_error {text}
);
CREATE INDEX sources_due ON sources (next_due);
CREATE TABLE skipped (
    number INTEGER PRIMARY KEY,
    key {blob} NOT NULL UNIQUE,
    place {text} NOT NULL,
    source {text} NOT NULL,
    reason {text} NOT NULL,
    at {text} NOT NULL
)
"""


def keep_articles(connection: Connection) -> None:
    """Makes the tables of articles, versions, sources and what was skipped."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    execute_all(connection, _STATEMENTS)
