"""Step 4: what readers decided about words of the reports, and that a correction was undone."""

from sqlalchemy import Connection

from rashomon.store.migrations.statements import execute_all

_STATEMENTS = """
ALTER TABLE corrections ADD COLUMN places {text} NOT NULL DEFAULT '[]';
ALTER TABLE corrections ADD COLUMN undone {text};
ALTER TABLE corrections ADD COLUMN undone_by {text};
CREATE TABLE corrected (
    article {blob} NOT NULL,
    correction INTEGER NOT NULL REFERENCES corrections (number),
    PRIMARY KEY (article, correction)
);
CREATE INDEX corrections_of_story ON corrections (story)
"""


def keep_readings(connection: Connection) -> None:
    """Gives corrections their places and their end, and lets them be found by the articles of these places."""
    execute_all(connection, _STATEMENTS)
