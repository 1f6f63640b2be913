"""The schema: what the steps make is what the tables say, from whichever step a store comes."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, create_engine, insert, inspect

from factories import make_article, make_comparison
from rashomon.errors import NewerStore
from rashomon.model.story import Correction, KeptCorrection
from rashomon.serialize import comparison_to_json
from rashomon.store import search_index
from rashomon.store.comparisons import digest_of
from rashomon.store.migrations.run import STEPS
from rashomon.store.migrations.search import make_searchable
from rashomon.store.migrations.shelves import fill_shelves
from rashomon.store.opening import open_store
from rashomon.store.tables import (
    articles,
    comparisons,
    key_of,
    memberships,
    metadata,
    schema_version,
    stories,
    versions,
)

NOON = "2025-03-04T12:00:00+00:00"
ARTICLE = {"number": 1, "key": key_of("gull"), "id": "gull", "latest": 2, "digest": b"2", "headline": "Ferry"}
VERSION = {"article": 1, "source": "feed", "fetched": NOON, "headline": "Ferry"}


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """A plain connection to what lies at the address of a store."""
    url = address.replace("postgresql:", "postgresql+psycopg:") if "://" in address else f"sqlite:///{address}"
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_the_steps_make_the_tables_that_the_code_reads(store, address):
    with connected(address) as connection:
        made = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in made.get_columns(table.name)}
            assert list(columns) == list(table.columns.keys()), table.name
            for column in table.columns:
                assert column.primary_key or columns[column.name] == column.nullable, column
            key = made.get_pk_constraint(table.name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key]


def test_opening_again_changes_nothing(store, address):
    store.keep(make_article(), "feed", NOON)
    with open_store(address) as again:
        assert again.article("gull") == make_article()


@pytest.mark.parametrize("schema", range(len(STEPS)))
def test_a_store_of_an_older_schema_is_brought_up_with_what_it_holds(address, schema):
    open_store(address, to=schema).close()
    if schema:
        with connected(address) as connection:
            connection.execute(articles.insert().values(**ARTICLE, moment=NOON, first_seen=NOON, placed=0))
            for number, words in ((1, "A trawler."), (2, "Ran aground.")):
                row = VERSION | {"number": number, "digest": str(number).encode(), "text": words}
                connection.execute(versions.insert().values(row))
            if schema >= STEPS.index(make_searchable) + 1:
                search_index.add(connection, [(1, "Ferry", "Ran aground.")])
    with open_store(address) as opened:
        opened.keep(make_article("tern"), "feed", NOON)
        if schema:
            assert [version.article.text for version in opened.versions("gull")[1:]] == ["Ran aground."]
            assert [match.article for match in opened.search("aground")] == ["tern", "gull"]
            assert opened.search("trawler") == ()


def test_comparisons_kept_before_are_shown(address):
    """As an older Rashomon left them: of a story that grew since, of one that did not, of one that is no more."""
    before = STEPS.index(fill_shelves)
    open_store(address, to=before).close()
    made = comparison_to_json(make_comparison())
    story = {"opened": NOON, "first_moment": NOON, "last_moment": NOON, "lead": 1}
    with connected(address) as connection:
        for number, name in enumerate(("same", "grown", "gone"), 1):
            row = ARTICLE | {"number": number, "key": key_of(name), "id": name, "latest": 1, "digest": b"d"}
            connection.execute(articles.insert().values(**row, moment=NOON, first_seen=NOON, placed=1))
            held = 0 if name == "gone" else 1
            connection.execute(insert(stories).values(id=name, articles=held, **story))
            if held:
                member = {"article": number, "story": name, "score": 1.0, "reason": "", "at": NOON}
                connection.execute(memberships.insert().values(member))
            digest = digest_of(connection, name) if name == "same" else "of former versions"
            kept = {"story": name, "digest": digest, "at": NOON, "comparison": made}
            connection.execute(comparisons.insert().values(kept))
    with open_store(address) as opened:
        listed = {one.record.id: (one.fresh, one.figures.claims) for one in opened.listed_stories()}
        assert listed == {"same": (True, 3), "grown": (False, 3)}
        assert opened.waiting_stories() == ("grown",)
        assert {one.story for one in opened.find_findings("captain")} == {"same", "grown"}
        assert (opened.speaker("mira-oduya").quotations, opened.speaker("mira-oduya").stories) == (2, 2)


def test_corrections_of_an_older_schema_hold(address):
    open_store(address, to=3).close()
    with connected(address) as connection:
        connection.exec_driver_sql(
            "INSERT INTO corrections (number, key, kind, story, other, articles, at, decided_by) "
            "VALUES (1, '\\x31', 'merge', 'f', 'g', '[]', '2025-03-04T12:00:00+00:00', 'Ann')"
        )
    with open_store(address) as opened:
        assert opened.kept_corrections() == (KeptCorrection(1, Correction("merge", "f", "g", (), NOON, "Ann")),)


def test_a_store_of_a_newer_schema_is_refused(store, address):
    with connected(address) as connection:
        connection.execute(schema_version.insert().values(number=99, step="from_the_future"))
    with pytest.raises(NewerStore, match="schema 99; this one knows 6"):
        open_store(address)
