"""Columns of the page's tables: a report each, or an origin each where there are too many reports."""

from dataclasses import dataclass

from rashomon.render.edition import Edition
from rashomon.render.page.places import report_id

SHORT = 5  # characters of a label that stand level over a narrow column


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and the reports in it; `begins` an origin, or is joined to the column before it."""

    label: str
    articles: tuple[str, ...]
    href: str
    begins: bool
    members: str = ""  # the reports of an origin that has several


@dataclass(frozen=True, slots=True)
class Bracket:
    """The head over the columns of one origin."""

    label: str
    span: int
    told: bool  # False where a column's own head says it, and there is no room to say it twice


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, in the order of the page; none where a table would be too wide."""

    columns: tuple[Column, ...]
    brackets: tuple[Bracket, ...]  # none where each column is its own origin
    by_origin: bool

    @property
    def upright(self) -> bool:
        """True where the heads are too long to stand level."""
        return any(len(column.label) > SHORT for column in self.columns)

    @property
    def begins(self) -> tuple[int, ...]:
        """The columns, from 1, that begin an origin; none where each does."""
        return tuple(n for n, column in enumerate(self.columns, 1) if column.begins) if self.brackets else ()

    @property
    def width(self) -> str:
        """The width of one column, as the style sheet takes it."""
        return "1.9rem" if self.upright or len(self.columns) > 8 else "3.25rem"


def make_columns(edition: Edition, most: int, apart: bool = False) -> Columns:
    """A column a report; an origin each where that is more than `most`, or copies are to stay `apart`; else none."""
    if len(edition.witnesses) <= most and not (apart and edition.copied):
        return Columns(_by_report(edition), _brackets(edition), False)
    if len(edition.origins) <= most:
        return Columns(_by_origin(edition), (), True)
    return Columns((), (), True)


def _is_worth_telling(edition: Edition, number: int) -> bool:
    label, articles = edition.origin_label(number), edition.origins[number].articles
    return len(label) <= SHORT or label not in map(edition.label, articles)


def _by_report(edition: Edition) -> tuple[Column, ...]:
    return tuple(
        Column(edition.label(article), (article,), f"#{report_id(article)}", not number)
        for origin in edition.origins
        for number, article in enumerate(origin.articles)
    )


def _by_origin(edition: Edition) -> tuple[Column, ...]:
    return tuple(
        Column(
            edition.origin_label(number),
            origin.articles,
            f"#{report_id(origin.articles[0])}",
            True,
            ", ".join(map(edition.label, origin.articles)) if len(origin.articles) > 1 else "",
        )
        for number, origin in enumerate(edition.origins)
    )


def _brackets(edition: Edition) -> tuple[Bracket, ...]:
    if not edition.copied:
        return ()
    return tuple(
        Bracket(edition.origin_label(number), len(origin.articles), _is_worth_telling(edition, number))
        for number, origin in enumerate(edition.origins)
    )
