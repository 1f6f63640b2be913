"""Reading what is kept, some hundreds of rows at a time, so that a store of any size fits in memory."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select

from rashomon.errors import NoSuchArticle
from rashomon.model.article import Article
from rashomon.model.kept import Version
from rashomon.store.rows import AnyRow, in_portions
from rashomon.store.tables import articles, key_of, memberships, signatures, versions

LATEST = and_(versions.c.article == articles.c.number, versions.c.number == articles.c.latest)
PAGE = 200  # articles read at once; a few megabytes at most
_COLUMNS = (
    articles.c.id,
    versions.c.outlet,
    versions.c.url,
    versions.c.headline,
    versions.c.byline,
    versions.c.published,
    versions.c.modified,
    versions.c.language,
    versions.c.text,
)
_LATEST_ARTICLES = select(articles.c.number, *_COLUMNS).join(versions, LATEST)


def article_of(row: AnyRow) -> Article:
    """The article that a row with its columns holds."""
    return Article(
        id=row.id,
        text=row.text,
        outlet=row.outlet,
        url=row.url,
        headline=row.headline,
        byline=row.byline,
        published=row.published,
        modified=row.modified,
        language=row.language,
    )


def find_versions(connection: Connection, id: str) -> tuple[Version, ...]:
    """All versions of an article, the oldest first. Raises NoSuchArticle."""
    wanted = (
        select(versions.c.number, versions.c.digest, versions.c.source, versions.c.fetched, *_COLUMNS)
        .join(articles, versions.c.article == articles.c.number)
        .where(articles.c.key == key_of(id))
        .order_by(versions.c.number)
    )
    found = tuple(
        Version(article_of(row), row.number, bytes(row.digest).hex(), row.source, row.fetched)
        for row in connection.execute(wanted)
    )
    if not found:
        raise NoSuchArticle(f"no article {id!r} in the store; see what it holds with `rashomon search`")
    return found


def find_article(connection: Connection, id: str) -> Article:
    """The latest version of an article. Raises NoSuchArticle."""
    row = connection.execute(_LATEST_ARTICLES.where(articles.c.key == key_of(id))).first()
    if row is None:
        raise NoSuchArticle(f"no article {id!r} in the store; see what it holds with `rashomon search`")
    return article_of(row)


def latest_articles(story: str | None, since: str | None, outlet: str | None) -> Select[Any]:
    """Selects the latest version of every article, or of those of a story, since a moment, of an outlet."""
    wanted = _LATEST_ARTICLES
    if story is not None:
        wanted = wanted.join(memberships, memberships.c.article == articles.c.number).where(
            memberships.c.story == story
        )
    if since is not None:
        wanted = wanted.where(_unindexed(articles.c.moment) >= since)
    if outlet is not None:
        wanted = wanted.where(articles.c.outlet == outlet)
    return wanted


def first_since(since: str) -> Select[Any]:
    """Selects the number of the first article with a moment since the one given, from which on to read.

    The sum keeps the database from walking along the numbers until a moment fits: it is to use the moments' index.
    """
    return select(func.min(articles.c.number + 0)).where(articles.c.moment >= since)


def first_signed(since: str) -> Select[Any]:
    """Selects the number of the first article that has a signature of a day since the one given."""
    return select(func.min(signatures.c.article + 0)).where(signatures.c.day >= since)


def signed(since: str | None) -> Select[Any]:
    """Selects every signature with its article and story, of those since a day."""
    wanted = (
        select(signatures.c.article, articles.c.id, memberships.c.story, signatures.c.signature)
        .select_from(signatures)
        .join(articles, signatures.c.article == articles.c.number)
        .outerjoin(memberships, signatures.c.article == memberships.c.article)
    )
    return wanted if since is None else wanted.where(_unindexed(signatures.c.day) >= since)


def _unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """The column, so that pages are read along the numbers, and not each time sorted from an index of this column."""
    return func.coalesce(column, "")


def unplaced_articles() -> Select[Any]:
    """Selects the latest version of every article that is in no story yet."""
    return _LATEST_ARTICLES.where(articles.c.placed == literal_column("0"))


def page_after(
    connection: Connection, wanted: Select[Any], number: ColumnElement[int], last: int, size: int = PAGE
) -> Sequence[AnyRow]:
    """The next rows of a selection in the order of `number`, those after `last`."""
    return connection.execute(wanted.where(number > last).order_by(number).limit(size)).all()


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, AnyRow]:
    """Number, moment and whether it is placed, of each article by its id. Raises NoSuchArticle."""
    asked = {key_of(id): id for id in ids}
    wanted = select(articles.c.key, articles.c.number, articles.c.moment, articles.c.placed)
    found = {
        asked[bytes(row.key)]: row
        for some in in_portions(list(asked))
        for row in connection.execute(wanted.where(articles.c.key.in_(some)))
    }
    for id in asked.values():
        if id not in found:
            raise NoSuchArticle(f"no article {id!r} in the store; keep it before it is placed")
    return found


def known_urls(connection: Connection, urls: Iterable[str]) -> dict[str, str]:
    """The id of the article that was last kept under each address, for those that are kept."""
    asked = {key_of(url): url for url in urls}
    wanted = select(articles.c.url_key, articles.c.id).order_by(articles.c.number)
    return {
        asked[bytes(row.url_key)]: row.id
        for some in in_portions(list(asked))
        for row in connection.execute(wanted.where(articles.c.url_key.in_(some)))
    }
