"""What was read at one place of a joined claim, ready to be compared with its like."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY
from rashomon.model.joined import Place
from rashomon.model.reading import DateMention, Mention, Quantity
from rashomon.model.span import Span
from rashomon.text.tokens import Token, fold


@dataclass(frozen=True, slots=True)
class Statement:
    """One wording of a joined claim: where it first stands, every place that has the very same words, what is in it."""

    page: Page
    span: Span
    tokens: tuple[Token, ...]
    echoes: tuple[tuple[Page, int], ...]  # the same words elsewhere, with the shift from `span` to there
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]
    content: frozenset[str]  # stems of the words that carry something
    articles: frozenset[int]  # the numbers of the articles that have these words, in this claim or elsewhere

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.span.of(self.page.article.text)


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


def read_statements(pages: tuple[Page, ...], places: tuple[Place, ...], most: int) -> tuple[Statement, ...]:
    """The wordings of one joined claim, places with the very same characters taken together; `most` at most."""
    grouped: dict[str, list[Place]] = {}
    for place in places:
        grouped.setdefault(place.span.of(pages[place.article].article.text), []).append(place)
    return tuple(_read(pages, same, pages[same[0].article]) for same in list(grouped.values())[:most])


def read_statement(page: Page, span: Span) -> Statement:
    """One stretch of one article as a statement of its own."""
    return _read((), [Place(page.number, span)], page)


def _read(pages: tuple[Page, ...], same: list[Place], page: Page) -> Statement:
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
