"""Texts that are no report as they stand: a mail, a table, a page saved in one file; each by its form or its name."""

import csv
import re
from itertools import islice

from rashomon.ingest.saved_pages import fields_of, is_saved_page

_OF_SERVERS = frozenset(("mime-version", "received", "message-id", "return-path"))
_OF_LETTERS = ("from", "subject", "date")
_MAILS = re.compile(r"\.(eml|emlx|mbox)(\.gz)?", re.I)
_TABLES = re.compile(r"\.(csv|tsv|tab)(\.gz)?", re.I)
_SEPARATORS = ",;\t"
_LOOKED_AT = 200_000  # characters
_ROWS = 20  # that are looked at; all have as many cells as the first
_NAME = re.compile(r"(?=[^\W\d]|#).{0,39}\S")  # of a column; behind a comma in prose stands a space, or a figure


def find_other_form(text: str, name: str) -> str | None:
    """What the text is and what to do instead, where it is no report as it stands; None where it may be one.

    `name` is that of its file, or its address.
    """
    fields = fields_of(text)
    if is_saved_page(fields):
        return "a page saved in one file (MHTML), which is read from files; save it and give the file"
    if _ends(_MAILS, name) or _is_mail(fields):
        return "a mail, not a report; save the report's words alone as a .txt file"
    if _ends(_TABLES, name) or _is_table(text):
        return 'a table, not a report; write each row as a line {"text": ...} of a .jsonl file'
    return None


def _ends(endings: re.Pattern[str], name: str) -> bool:
    dot = name.rfind(".", 0, -3) if name.lower().endswith(".gz") else name.rfind(".")
    return dot >= 0 and endings.fullmatch(name, dot) is not None


def _is_mail(fields: dict[str, str]) -> bool:
    """Fields that servers write, or all three that every letter has: a report may begin with one or two."""
    return bool(fields.keys() & _OF_SERVERS) or all(name in fields for name in _OF_LETTERS)


def _is_table(text: str) -> bool:
    """A row of names, and below it rows of as many cells."""
    head = text[:_LOOKED_AT].lstrip("\ufeff")
    first = head.partition("\n")[0].rstrip("\r")
    return any(_is_separated(head, separator) for separator in _SEPARATORS if separator in first)


def _is_separated(head: str, separator: str) -> bool:
    try:
        rows = list(islice(csv.reader(head.splitlines(keepends=True), delimiter=separator), _ROWS))
    except csv.Error:  # a cell without end
        return False
    if len(head) == _LOOKED_AT and 1 < len(rows) < _ROWS:
        rows = rows[:-1]  # cut off
    names = rows[0]
    named = all(_NAME.fullmatch(name) for name in names) and len({*names}) == len(names) > 1
    while rows and not rows[-1]:
        rows.pop()
    return named and len(rows) > 1 and all(len(row) == len(names) for row in rows)
