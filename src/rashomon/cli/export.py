"""`rashomon export`."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote

import typer

from rashomon.cli.files import write_file
from rashomon.cli.moments import now
from rashomon.cli.options import OutputOption, StoreOption
from rashomon.cli.stores import living_story, open_named, put_out_lines
from rashomon.cli.streams import cause_of, tell
from rashomon.errors import BadOption
from rashomon.render.edition import count
from rashomon.render.rows import record_of, render_records
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.store.store import Store

COLUMNS = (
    *("story", "score", "reason", "id", "outlet", "url", "headline", "byline"),
    *("published", "modified", "language", "text"),
)


def export(
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="Only that story.", show_default=False)
    ] = None,
    store: StoreOption = None,
    format: Annotated[
        Literal["jsonl", "csv"],
        typer.Option("--format", "-f", help="JSON lines that `rashomon import` reads, or a table of the articles."),
    ] = "jsonl",
    output: OutputOption = None,
    labels: Annotated[
        Path | None,
        typer.Option("--labels", metavar="FOLDER", help="Write what readers corrected as labelled data instead."),
    ] = None,
) -> None:
    """Write out the store, or one story.

    JSON lines hold everything: each version of each article, stories, memberships with their reasons, the history,
    corrections, comparisons and sources. CSV holds one line an article, in its latest version.

    Labels are a folder for each story whose words readers corrected, with `articles.jsonl` and `gold.json` as they
    stand after that, and who confirmed what; and all corrections, in `corrections.jsonl`.
    """
    if labels is not None and (output is not None or format != "jsonl"):
        raise BadOption("--labels names the folder and has a format of its own; leave out -o and -f")
    with open_named(store) as opened:
        id = living_story(opened, story).id if story is not None else None
        if labels is not None:
            _write_labels(opened, id, labels)
        else:
            put_out_lines(_lines(opened, id, format), output)


def _write_labels(store: "Store", story: str | None, folder: Path) -> None:
    from rashomon.stream.labelling import correction_records, find_corrected, label_stories

    stories = (story,) if story is not None else find_corrected(store)
    if not stories:
        raise BadOption("no reader corrected the words of a story yet; --story ID labels one as it is")
    try:
        folder.mkdir(exist_ok=True)
        for one in label_stories(store, stories, now(), Settings()):
            place = folder / quote(one.story, safe="").replace(".", "%2E")
            place.mkdir(exist_ok=True)
            _write_lines(place / "articles.jsonl", one.articles)
            _write(place / "gold.json", json.dumps(one.gold, ensure_ascii=False, indent=1) + "\n")
        _write_lines(folder / "corrections.jsonl", correction_records(store, story))
    except OSError as error:
        raise BadOption(f"cannot write {error.filename}: {cause_of(error)}; give another folder") from None
    tell(f"labelled in {folder}: {count(len(stories), 'story', 'stories')}")


def _write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    _write(path, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records))


def _write(path: Path, text: str) -> None:
    try:
        write_file((text,), path)
    except OSError as error:
        raise BadOption(f"cannot write {path}: {cause_of(error)}; give another folder") from None


def _lines(store: "Store", story: str | None, format: Literal["jsonl", "csv"]) -> Iterator[str]:
    if format == "csv":
        return render_records("csv", COLUMNS, _rows(store, story))
    from rashomon.stream.exporting import export_records

    return render_records("jsonl", (), export_records(store, story))


def _rows(store: "Store", story: str | None) -> Iterator[dict[str, Any]]:
    """One row an article; those in no story have none."""
    member_of = {one.article: record_of(one) for one in store.memberships(story)}
    for article in store.articles(story=story):
        yield {**record_of(article), **member_of.get(article.id, {})}
