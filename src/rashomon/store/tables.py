"""The tables as the newest migration leaves them, and the types of their columns."""

import hashlib
import re

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_ESCAPE = "\ue000"  # private use, so no language has it; stands before the code of what a database does not take
_UNFIT = re.compile("[\0\ue000\ud800-\udfff]")
_ESCAPED = re.compile("\ue000([0-9a-f]{4})")


class Characters(TypeDecorator[str]):
    """Text that comes back as it went in, with NUL (which PostgreSQL refuses) and lone surrogates (which both do)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the database takes it."""
        if value is None or (value.isascii() and "\0" not in value) or not _UNFIT.search(value):
            return value
        return _UNFIT.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it was given."""
        if value is None or _ESCAPE not in value:
            return value
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)


def key_of(*names: str | None) -> bytes:
    """16 bytes that stand for these names in an index: names from outside can be longer than an index takes."""
    told = "".join("-" if name is None else f"{len(name)}:{name}" for name in names)
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("step", Text, nullable=False),
)

articles = Table(  # one row an article, with what lists and searches show of its latest version
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # in the order in which they were first kept
    Column("key", LargeBinary, nullable=False, unique=True),  # of the id
    Column("id", Characters, nullable=False),
    Column("url_key", LargeBinary),
    Column("latest", Integer, nullable=False),  # number of the latest version
    Column("digest", LargeBinary, nullable=False),  # of the latest version
    Column("outlet", Characters),
    Column("headline", Characters),
    Column("published", Characters),
    Column("moment", Text, nullable=False),  # published, in UTC; the first fetch where that is unknown
    Column("first_seen", Text, nullable=False),
    Column("placed", Integer, nullable=False),  # 1 where it is in a story
)

versions = Table(
    "versions",
    metadata,
    Column("article", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("source", Characters, nullable=False),
    Column("fetched", Text, nullable=False),
    Column("outlet", Characters),
    Column("url", Characters),
    Column("headline", Characters),
    Column("byline", Characters),
    Column("published", Characters),
    Column("modified", Characters),
    Column("language", Characters),
    Column("text", Characters, nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", LargeBinary, nullable=False, unique=True),  # of place and reason
    Column("place", Characters, nullable=False),
    Column("source", Characters, nullable=False),
    Column("reason", Characters, nullable=False),
    Column("at", Text, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("key", LargeBinary, primary_key=True),  # of the url
    Column("url", Characters, nullable=False),
    Column("kind", Text, nullable=False),
    Column("etag", Characters),
    Column("last_modified", Characters),
    Column("last_read", Text),
    Column("next_due", Text),
    Column("failures", Integer, nullable=False),
    Column("last_error", Characters),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Characters, primary_key=True),
    Column("opened", Text, nullable=False),
    Column("first_moment", Text, nullable=False),
    Column("last_moment", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("lead", Integer),
    Column("origins", Integer, nullable=False, server_default="1"),  # of the last comparison; at least one
    Column("revision", Integer, nullable=False, server_default="1"),  # raised by whatever changes what it compares to
    Column("compared", Integer, nullable=False, server_default="0"),  # the revision that the last comparison is of
    Column("failure", Characters),  # why that revision could not be compared
)

memberships = Table(
    "memberships",
    metadata,
    Column("article", Integer, primary_key=True, autoincrement=False),
    Column("story", Characters, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Characters, nullable=False),
    Column("at", Text, nullable=False),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", LargeBinary, nullable=False, unique=True),  # of all that follows
    Column("story", Characters, nullable=False),
    Column("kind", Text, nullable=False),
    Column("other", Characters),
    Column("articles", Characters, nullable=False),  # JSON
    Column("at", Text, nullable=False),
    Column("decided_by", Characters, nullable=False),
    Column("reason", Characters, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", LargeBinary, nullable=False, unique=True),  # of all that follows
    Column("kind", Text, nullable=False),
    Column("story", Characters, nullable=False),
    Column("other", Characters),
    Column("articles", Characters, nullable=False),  # JSON
    Column("at", Text, nullable=False),
    Column("decided_by", Characters, nullable=False),
    Column("places", Characters, nullable=False),  # JSON
    Column("undone", Text),
    Column("undone_by", Characters),
)

corrected = Table(  # the articles whose words a correction is about
    "corrected",
    metadata,
    Column("article", LargeBinary, primary_key=True),  # key of its id; the article need not be kept
    Column("correction", Integer, primary_key=True),
)

signatures = Table(
    "signatures",
    metadata,
    Column("article", Integer, primary_key=True, autoincrement=False),
    Column("day", Text, nullable=False),  # of the article's moment
    Column("signature", LargeBinary, nullable=False),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("story", Characters, primary_key=True),
    Column("digest", Characters, primary_key=True),  # of the versions compared, and of the corrections heeded
    Column("at", Text, nullable=False),
    Column("comparison", Characters, nullable=False),  # JSON
)

figures = Table(  # what the last comparison of a story came to
    "figures",
    metadata,
    Column("story", Characters, primary_key=True),
    Column("digest", Characters, nullable=False),
    Column("at", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("quotations", Integer, nullable=False),
    Column("parts", Text, nullable=False),  # JSON: relation and count
    Column("title", Characters),  # what the story is headed by
    Column("titled", Text),  # the kind of that title
    Column("titled_by", Characters),  # the article that has it
)

titles = Table(  # what articles that came without a headline are called by the last comparison
    "titles",
    metadata,
    Column("article", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("words", Characters, nullable=False),
)

findings = Table(  # the claims and quotations of that comparison
    "findings",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("story", Characters, nullable=False),
    Column("kind", Text, nullable=False),
    Column("item", Characters, nullable=False),  # its id in the comparison
    Column("moment", Text, nullable=False),  # of the first report that has it
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("speaker", Characters),  # key of a speaker
    Column("name", Characters),  # of who is quoted
    Column("described", Characters),  # who that is, in the words of a report
    Column("places", Text, nullable=False),  # JSON: article, start, end, words, speaker
    Column("printed_by", Text, nullable=False),  # JSON: outlets
)

speakers = Table(  # who is quoted under a name in any story
    "speakers",
    metadata,
    Column("key", Characters, primary_key=True),
    Column("name", Characters, nullable=False),
    Column("quotations", Integer, nullable=False),
    Column("stories", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("described", Text, nullable=False),  # JSON
)

marks = Table("marks", metadata, Column("number", BigInteger, primary_key=True, autoincrement=False))  # one row
