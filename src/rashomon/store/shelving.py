"""What lists, searches and speakers' pages show of a story: written with its comparison, in the same transaction."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, update

from rashomon.errors import NotAComparison
from rashomon.model.comparison import Comparison
from rashomon.serialize import comparison_from_json
from rashomon.store.comparisons import digest_of, find_dated_comparison
from rashomon.store.figures import clear_figures, count_figures, find_figures, put_figures
from rashomon.store.findings import clear_findings, put_findings
from rashomon.store.revisions import put_compared
from rashomon.store.speakers import count_anew
from rashomon.store.tables import figures, stories
from rashomon.store.titles import put_titles, title_of


def read_kept(comparison: str | None) -> Comparison | None:
    """The comparison of this JSON; None where there is none, or another program wrote what this one cannot read."""
    try:
        return None if comparison is None else comparison_from_json(comparison)
    except NotAComparison:
        return None


def shelve(connection: Connection, story: str, digest: str, made: Comparison | None, when: str) -> None:
    """The story is shown as this comparison has it, unless it is shown by a later one, or one of its present state.

    What cannot be read is kept without being shown.
    """
    row = connection.execute(select(stories.c.articles, stories.c.revision).where(stories.c.id == story)).first()
    if made is None or row is None or not row.articles:
        return
    present = digest_of(connection, story)
    if digest != present and _shown_later(connection, story, present, when):
        return
    count_anew(connection, _put(connection, story, digest, when, made))
    if digest == present:
        put_compared(connection, story, row.revision)


def shelve_titles(connection: Connection, story: str, made: Comparison) -> None:
    """The story, which has figures, is headed as its comparison is; its reports are called as that has them."""
    put_titles(connection, made)
    title = title_of(connection, made)
    known = {"title": title.words, "titled": title.kind, "titled_by": title.article} if title else {"title": None}
    connection.execute(update(figures).where(figures.c.story == story).values(known))


def shelve_kept(connection: Connection, story: str, digest: str) -> None:
    """The story is shown as the comparison kept under this digest has it."""
    found = find_dated_comparison(connection, story, digest)
    if found is not None:
        when, comparison = found
        shelve(connection, story, digest, read_kept(comparison), when)


def is_shelved(connection: Connection, story: str, digest: str) -> bool:
    """True where the story is shown as the comparison under this digest has it, and does not wait."""
    shown = find_figures(connection, [story]).get(story)
    row = connection.execute(select(stories.c.revision, stories.c.compared).where(stories.c.id == story)).first()
    return shown is not None and shown.digest == digest and row is not None and row.revision == row.compared


def clear_shelves(connection: Connection, ids: Sequence[str]) -> None:
    """Nothing is shown of these stories, which are no more."""
    if ids:
        clear_figures(connection, ids)
        count_anew(connection, clear_findings(connection, ids))


def _shown_later(connection: Connection, story: str, present: str, when: str) -> bool:
    """True where what is shown is of the present state, or was made later."""
    shown = find_figures(connection, [story]).get(story)
    return shown is not None and (shown.digest == present or shown.when > when)


def _put(connection: Connection, story: str, digest: str, when: str, comparison: Comparison) -> Iterable[str]:
    """Writes what is shown; gives the keys of the speakers to be counted anew."""
    put_figures(connection, count_figures(story, digest, when, comparison))
    shelve_titles(connection, story, comparison)
    before = clear_findings(connection, [story])
    return (*before, *put_findings(connection, story, when, comparison))
