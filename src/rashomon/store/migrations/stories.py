"""Step 2: stories, who belongs to them and why, their history, what readers decided, and comparisons."""

from sqlalchemy import Connection

from rashomon.store.migrations.statements import execute_all

_STATEMENTS = """
CREATE TABLE stories (
    id {text} PRIMARY KEY,
    opened {text} NOT NULL,
    first_moment {text} NOT NULL,
    last_moment {text} NOT NULL,
    articles INTEGER NOT NULL,
    lead INTEGER
);
CREATE INDEX stories_of_moment ON stories (last_moment) WHERE articles > 0;
CREATE TABLE memberships (
    article INTEGER PRIMARY KEY REFERENCES articles (number),
    story {text} NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    reason {text} NOT NULL,
    at {text} NOT NULL
);
CREATE INDEX memberships_of_story ON memberships (story);
CREATE TABLE story_changes (
    number INTEGER PRIMARY KEY,
    key {blob} NOT NULL UNIQUE,
    story {text} NOT NULL,
    kind {text} NOT NULL,
    other {text},
    articles {text} NOT NULL,
    at {text} NOT NULL,
    decided_by {text} NOT NULL,
    reason {text} NOT NULL
);
CREATE INDEX story_changes_of_story ON story_changes (story);
CREATE INDEX story_changes_of_other ON story_changes (other);
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY,
    key {blob} NOT NULL UNIQUE,
    kind {text} NOT NULL,
    story {text} NOT NULL,
    other {text},
    articles {text} NOT NULL,
    at {text} NOT NULL,
    decided_by {text} NOT NULL
);
CREATE TABLE signatures (
    article INTEGER PRIMARY KEY REFERENCES articles (number),
    day {text} NOT NULL,
    signature {blob} NOT NULL
);
CREATE INDEX signatures_of_day ON signatures (day, article);
CREATE TABLE comparisons (
    story {text} NOT NULL,
    digest {text} NOT NULL,
    at {text} NOT NULL,
    comparison {text} NOT NULL,
    PRIMARY KEY (story, digest)
)
"""


def keep_stories(connection: Connection) -> None:
    """Makes the tables of stories and of all that is known about them."""
    execute_all(connection, _STATEMENTS)
