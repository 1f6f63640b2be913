"""Plain records as JSON, JSON lines or CSV: for programs and spreadsheets."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from rashomon.model.kept import ListedStory

Listing = Literal["terminal", "jsonl", "json", "csv"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide ones open a formula too


def record_of(one: object) -> dict[str, Any]:
    """A dataclass as a record, with all that stands in it."""
    assert dataclasses.is_dataclass(one) and not isinstance(one, type)
    return dataclasses.asdict(one)


def record_of_listed(one: ListedStory) -> dict[str, Any]:
    """A story as programs read it: what the store knows of it, then what its last comparison came to."""
    made = one.figures
    compared = {
        "origins": made and made.origins,
        "claims": made and made.claims,
        "quotations": made and made.quotations,
        "differences": made and made.differences,
        "parts": made and dict(made.parts),
        "compared": made and made.when,
    }
    return record_of(one.record) | compared | {"fresh": one.fresh, "failure": one.failure}


def lines_of_json(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a line."""
    return (f"{_json(record)}\n" for record in records)


def list_in_json(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A JSON list, one object a line."""
    yield "["
    for number, record in enumerate(records):
        yield f"{',' if number else ''}\n {_json(record)}"
    yield "\n]\n"


def lines_of_csv(names: Sequence[str], records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Comma-separated values under their names; lists are joined by spaces.

    What a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets have it.
    """
    yield _row(names)
    for record in records:
        yield _row([_cell(record.get(name)) for name in names])


def _row(cells: Sequence[str]) -> str:
    shown = io.StringIO()
    csv.writer(shown, lineterminator="\r\n").writerow(
        cells
    )  # so that a cell with either sign of a line's end is quoted
    return shown.getvalue().removesuffix("\r\n") + "\n"


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    text = str(value).replace("\0", "\ufffd")
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def render_records(listing: Listing, names: Sequence[str], records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The records in one of the three formats, piece by piece; `names` are the columns of CSV."""
    if listing == "csv":
        return lines_of_csv(names, records)
    return lines_of_json(records) if listing == "jsonl" else list_in_json(records)
