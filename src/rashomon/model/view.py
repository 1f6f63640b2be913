"""What of a comparison was asked to be seen, and how much of it that is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen: of each list any, of all lists together; an empty list asks for nothing special.

    `kinds` and `relations` are those of differences; `outlets`, `origins` and `articles` say whose reports.
    """

    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """True where nothing is kept from view."""
        return not (self.kinds or self.relations or self.by_report)

    @property
    def by_report(self) -> bool:
        """True where it asks for some of the reports."""
        return bool(self.outlets or self.origins or self.articles)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items each list of a comparison has that can be narrowed."""

    differences: int
    claims: int
    quotations: int
    names: int
    timeline: int
    apart: int
    left_out: int
    unresolved: int
    news: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers, from 1, that items without an id of their own have in the whole comparison, in order."""

    timeline: tuple[int, ...]
    left_out: tuple[int, ...]
    unresolved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The reports of a claim that say otherwise than its wording, by the differences of the whole comparison."""

    claim: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Says of a comparison that it shows a part: under which view, and how many items of how many."""

    view: View
    shown: Counts
    of: Counts
    numbers: Numbers
    otherwise: tuple[Otherwise, ...]
