"""The claims as squares and as a grid: who has what, seen at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.render.edition import Edition
from rashomon.render.page.claims import ClaimGroup, ClaimLine
from rashomon.render.page.columns import Columns, make_columns
from rashomon.render.page.lines import Line

MOST_SQUARES = 240  # in one row of the chart; the count beside it goes on
WIDEST_GRID = 26  # columns


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A kind of square, how many claims it stands for, and what it means."""

    relation: str
    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """What one column has of one claim: a link where it says it, or otherwise; none where it was not found."""

    href: str
    otherwise: bool
    joined: bool  # to a cell before it of its origin


@dataclass(frozen=True, slots=True)
class GridRow:
    """One claim over all columns."""

    claim: ClaimLine
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Claims by reports, with the number of claims each column has at its foot."""

    columns: Columns
    groups: tuple[tuple[str, tuple[GridRow, ...]], ...]
    totals: tuple[int, ...]


def make_key(claims: Sequence[ClaimLine]) -> tuple[KeyEntry, ...]:
    """The kinds of claims there are, agreed first."""
    found = Counter("single" if claim.origins <= 1 else claim.relation for claim in claims)
    copied = sum(claim.origins <= 1 and len(claim.reports) > 1 for claim in claims)
    meanings = {
        "agree": "agreed",
        "differ": "differing",
        "updated": "updated",
        "disputed": "disputed",
        "single": "in one origin only" + (f", {copied} of them printed by two reports or more" if copied else ""),
    }
    return tuple(KeyEntry(one, found[one], meaning) for one, meaning in meanings.items() if found[one])


def make_grid(edition: Edition, groups: Sequence[ClaimGroup]) -> Grid:
    """The grid; with more than `WIDEST_GRID` origins it has no columns, and each row says how many reports have it."""
    columns = make_columns(edition, WIDEST_GRID)
    totals = [0] * len(columns.columns)
    rows = []
    for group in groups:
        cells = tuple(GridRow(claim, _cells(columns, claim)) for claim in group.claims)
        for row in cells:
            for place, cell in enumerate(row.cells):
                totals[place] += bool(cell.href)
        rows.append((group.head, cells))
    return Grid(columns, tuple(rows), tuple(totals))


def _cells(columns: Columns, claim: ClaimLine) -> tuple[GridCell, ...]:
    hrefs = _first_places(claim.lines)
    cells: list[GridCell] = []
    heard = False  # whether the origin has spoken before this column
    ahead = [any(article in hrefs for article in column.articles) for column in columns.columns]
    for place, column in enumerate(columns.columns):
        heard = heard and not column.begins
        href = next((hrefs[article] for article in column.articles if article in hrefs), "")
        joined = heard and any(ahead[place : _end_of_origin(columns, place)])
        heard = heard or bool(href)
        cells.append(GridCell(href, any(a in claim.otherwise for a in column.articles), joined))
    return tuple(cells)


def _end_of_origin(columns: Columns, place: int) -> int:
    return next(
        (later for later in range(place + 1, len(columns.columns)) if columns.columns[later].begins),
        len(columns.columns),
    )


def _first_places(lines: Sequence[Line]) -> dict[str, str]:
    hrefs: dict[str, str] = {}
    for line in lines:
        for place in line.places:
            hrefs.setdefault(place.article, place.href)
    return hrefs
