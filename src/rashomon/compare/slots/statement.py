"""What was read at one place of a joined claim, ready to be compared with its like."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY
from rashomon.model.joined import Place
from rashomon.model.reading import DateMention, Mention, Quantity
from rashomon.model.span import Span
from rashomon.text.tokens import Token, fold

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One wording of a joined claim: where it first stands, every place that has the very same words, what is in it.

    Claims that hold the same places hold the same object, which is equal to itself only.
    """

    page: Page
    span: Span
    tokens: tuple[Token, ...]
    echoes: tuple[tuple[Page, int], ...]  # the same words elsewhere, with the shift from `span` to there
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]
    content: frozenset[str]  # stems of the words that carry something
    articles: frozenset[int]  # the numbers of the articles that have these words, in this claim or elsewhere
    made: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)  # what `once` keeps

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.span.of(self.page.article.text)

    def once(self, read: Callable[..., _Made], *more: object) -> _Made:
        """What `read` makes of the statement, and of `more`, which is the same at every call: made once, then kept."""
        if read not in self.made:
            self.made[read] = read(self, *more)
        return cast(_Made, self.made[read])


def pairs_of(statements: tuple[Statement, ...]) -> Iterator[tuple[int, int]]:
    """Which wordings to compare: those that each stand in an article that has not the other.

    Two sentences that the same articles have are no difference between reports: a copy does not part from its original.
    """
    for n, first in enumerate(statements):
        for m in range(n + 1, len(statements)):
            if first.articles - statements[m].articles and statements[m].articles - first.articles:
                yield n, m


def likeness(a: Statement, b: Statement) -> float:
    """The share of the content words of the poorer statement that the other has as well."""
    return len(a.content & b.content) / (min(len(a.content), len(b.content)) or 1)


def read_statements(
    pages: tuple[Page, ...], places: tuple[Place, ...], most: int, known: dict[tuple[Place, ...], Statement]
) -> tuple[Statement, ...]:
    """The wordings of one joined claim, places with the very same characters taken together; `most` at most.

    `known` keeps the statements that were read before.
    """
    grouped: dict[str, list[Place]] = {}
    for place in places:
        grouped.setdefault(place.span.of(pages[place.article].article.text), []).append(place)
    return tuple(_known(pages, tuple(same), known) for same in list(grouped.values())[:most])


def _known(pages: tuple[Page, ...], same: tuple[Place, ...], known: dict[tuple[Place, ...], Statement]) -> Statement:
    if same not in known:
        known[same] = _read(pages, same, pages[same[0].article])
    return known[same]


def read_statement(page: Page, span: Span) -> Statement:
    """One stretch of one article as a statement of its own."""
    return _read((), (Place(page.number, span),), page)


def _read(pages: tuple[Page, ...], same: tuple[Place, ...], page: Page) -> Statement:
    first = same[0]
    tokens = page.words_in(first.span)
    return Statement(
        page=page,
        span=first.span,
        tokens=tokens,
        content=frozenset(t.stem for t in tokens if fold(t.text) not in EMPTY),
        echoes=tuple((pages[p.article], p.span.start - first.span.start) for p in same[1:]),
        quantities=tuple(q for q in page.found_in("quantities", first.span) if isinstance(q, Quantity)),
        dates=tuple(d for d in page.found_in("dates", first.span) if isinstance(d, DateMention)),
        mentions=tuple(m for m in page.found_in("mentions", first.span) if isinstance(m, Mention)),
        articles=frozenset(p.article for p in same) | page.holders_of(first.span.start),
    )
