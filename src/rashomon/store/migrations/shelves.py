"""Step 5: what lists, searches and speakers' pages show of each story's last comparison, and what is to be compared."""

from sqlalchemy import Connection

from rashomon.store.migrations.statements import execute_all

_STATEMENTS = """
ALTER TABLE stories ADD COLUMN origins INTEGER NOT NULL DEFAULT 1;
ALTER TABLE stories ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE stories ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN failure {text};
CREATE INDEX stories_of_day
    ON stories (substr(last_moment, 1, 10) DESC, origins DESC, articles DESC, last_moment DESC, id)
    WHERE articles > 0;
CREATE INDEX stories_waiting
    ON stories ((CASE WHEN articles > 1 THEN 0 ELSE 1 END), last_moment DESC, id)
    WHERE revision <> compared AND articles > 0;
CREATE TABLE figures (
    story {text} PRIMARY KEY,
    digest {text} NOT NULL,
    at {text} NOT NULL,
    reports INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    quotations INTEGER NOT NULL,
    parts {text} NOT NULL
);
CREATE TABLE findings (
    number {big} PRIMARY KEY,
    story {text} NOT NULL,
    kind {text} NOT NULL,
    item {text} NOT NULL,
    moment {text} NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    speaker {text},
    name {text},
    described {text},
    places {text} NOT NULL,
    printed_by {text} NOT NULL
);
CREATE INDEX findings_of_story ON findings (story);
CREATE INDEX findings_of_speaker ON findings (speaker, moment DESC, number) WHERE speaker IS NOT NULL;
CREATE TABLE speakers (
    key {text} PRIMARY KEY,
    name {text} NOT NULL,
    quotations INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    described {text} NOT NULL
);
CREATE INDEX speakers_by_use ON speakers (quotations DESC, key);
CREATE INDEX versions_of_source ON versions (source, article);
CREATE INDEX skipped_of_source ON skipped (source, number);
CREATE TABLE marks (number {big} PRIMARY KEY);
INSERT INTO marks VALUES (0)
"""
_SEARCHED = {  # as `searched`, which has the words of articles
    "sqlite": ("CREATE VIRTUAL TABLE searched_findings USING fts5(speaker, words, content='', tokenize='ascii')",),
    "postgresql": (
        "CREATE TABLE searched_findings (wording BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX searched_findings_words ON searched_findings USING GIN (words)",
    ),
}


def fill_shelves(connection: Connection) -> None:
    """Makes these tables; the next step fills them, since they are written as the newest schema has them."""
    execute_all(connection, _STATEMENTS)
    for statement in _SEARCHED[connection.dialect.name]:
        connection.exec_driver_sql(statement)
