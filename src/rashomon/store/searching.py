"""Looking for words: which articles have them all, and the stretch of each that shows them."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Integer, desc, func, select

from rashomon.model.article import Article
from rashomon.model.kept import ANYWHERE, Match, Title, Within
from rashomon.model.span import Span
from rashomon.store import search_index
from rashomon.store.query import Phrase, find_places, read_query
from rashomon.store.reading import LATEST
from rashomon.store.rows import AnyRow
from rashomon.store.tables import articles, memberships, titles, versions
from rashomon.store.titles import title_by_words

_WIDEST = 240  # code points of a stretch shown: two lines and a half of a terminal
_BEFORE = 60  # code points shown before the first of the words


def search(
    connection: Connection, written: str, limit: int, offset: int, within: Within = ANYWHERE
) -> tuple[Match, ...]:
    """The articles whose latest version has all the words, newest first. Raises BadOption where there is no word."""
    phrases = read_query(written)
    dialect = connection.dialect.name
    matching = search_index.ARTICLES.matching(dialect).columns(number=Integer).subquery()
    chosen = (
        select(articles.c.number)
        .where(articles.c.number.in_(select(matching.c.number)), *_bounds(within))
        .order_by(desc(articles.c.moment), desc(articles.c.number))
        .limit(limit)
        .offset(offset)
        .subquery()
    )
    wanted = (
        select(articles.c.id, versions, memberships.c.story, titles.c.kind, titles.c.words)
        .join(chosen, articles.c.number == chosen.c.number)
        .join(versions, LATEST)
        .outerjoin(memberships, memberships.c.article == articles.c.number)
        .outerjoin(titles, titles.c.article == articles.c.number)
        .order_by(desc(articles.c.moment), desc(articles.c.number))
    )
    rows = connection.execute(wanted, {"query": search_index.query_of(phrases, dialect)})
    return tuple(_match(row, phrases) for row in rows)


def count_matches(connection: Connection, written: str, within: Within = ANYWHERE) -> int:
    """How many articles `search` finds in all."""
    dialect = connection.dialect.name
    matching = search_index.ARTICLES.matching(dialect).columns(number=Integer).subquery()
    query = {"query": search_index.query_of(read_query(written), dialect)}
    wanted = select(func.count()).select_from(matching)
    if within != ANYWHERE:  # else the index alone is asked, which is far quicker
        wanted = wanted.join(articles, articles.c.number == matching.c.number).where(*_bounds(within))
    counted: int = connection.execute(wanted, query).scalar_one()
    return counted


def _bounds(within: Within) -> Iterator[ColumnElement[bool]]:
    if within.since is not None:
        yield articles.c.moment >= within.since
    if within.until is not None:
        yield articles.c.moment < within.until
    if within.outlet is not None:
        yield articles.c.outlet == within.outlet


def _match(row: AnyRow, phrases: tuple[Phrase, ...]) -> Match:
    article = Article(row.id, row.text, row.outlet, headline=row.headline, published=row.published)
    places = find_places(phrases, article.text)
    shown = _best_stretch(article.text, places)
    words = tuple(span for span, _ in places if shown is not None and shown.holds(span))
    evidence = None if shown is None else article.evidence(shown)
    title = None
    if not row.headline:
        title = Title(row.words, row.kind, row.id) if row.words else title_by_words(row.id, row.text)
    return Match(article.id, article.outlet, article.headline, article.published, row.story, evidence, words, title)


def _best_stretch(text: str, places: list[tuple[Span, int]]) -> Span | None:
    """The stretch of one paragraph that has the most of the phrases, the first of those that have as many."""
    best: tuple[int, Span] | None = None
    after = 0
    for at, (span, _) in enumerate(places):
        after = max(after, at)
        while after < len(places) and places[after][0].end <= span.start + _WIDEST - _BEFORE:
            after += 1
        kinds = len({number for _, number in places[at:after]})
        if best is None or kinds > best[0]:
            best = kinds, span
    return None if best is None else _around(text, best[1])


def _around(text: str, first: Span) -> Span:
    """The words around, from one word's edge to another's, within the paragraph."""
    start = max(first.start - _BEFORE, text.rfind("\n", 0, first.start) + 1)
    line_end = text.find("\n", first.end)
    end = max(first.end, min(start + _WIDEST, len(text) if line_end < 0 else line_end))
    while start < first.start and start > 0 and not text[start - 1].isspace():
        start += 1
    while start < first.start and text[start].isspace():
        start += 1
    while end > first.end and end < len(text) and not text[end].isspace():
        end -= 1
    while end > first.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
