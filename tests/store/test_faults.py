"""What can be wrong with a store, each said in one line that names it and says what to do."""

import resource
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.stores import postgresql_schema

from factories import TEXTS, make_article
from rashomon.errors import NotAStore, StoreFault, StoreFull, StoreLocked, StoreUnreachable
from rashomon.store import connecting
from rashomon.store.opening import default_path, open_store

NOON = "2025-03-04T12:00:00+00:00"


def test_the_default_store_lies_in_the_data_folder_of_the_platform(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with open_store() as store:
        store.keep(make_article(), "feed", NOON)
    assert default_path().is_file()


@pytest.mark.parametrize(
    ("content", "told"), [(b"no database " * 100, "no store"), (b"SQLite format 3\0" + b"\xff" * 8192, "")]
)
def test_a_file_that_is_no_database_is_refused(tmp_path, content, told):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreFault, match=rf"notes\.txt: .*{told}"):
        open_store(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "theirs.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (title)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="the database of another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_store_is_an_error_and_no_traceback(tmp_path):
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        store.keep_all([make_article(f"a-{n}", f"Report {n}. " * 200) for n in range(100)], "feed", NOON)
    data = bytearray(path.read_bytes())
    data[8192:-8192] = b"\xaa" * (len(data) - 16384)
    path.write_bytes(data)
    with pytest.raises(StoreFault, match=r"store\.sqlite: "), open_store(path) as store:
        list(store.articles())


def test_a_store_that_is_not_there_is_not_made_where_it_is_only_read(tmp_path):
    with pytest.raises(NotAStore, match="no store there yet"):
        open_store(tmp_path / "store.sqlite", create=False)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(NotAStore, match="a folder; give the path of a file in it"):
        open_store(tmp_path)


def test_a_misspelt_folder_is_not_made(tmp_path):
    with pytest.raises(StoreUnreachable, match="no such folder"):
        open_store(tmp_path / "nwes" / "store.sqlite")


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path, monkeypatch):
    path = tmp_path / "store.sqlite"
    kept = []
    open_store(path).close()
    with monkeypatch.context() as patched:
        patched.setattr(connecting, "_PRAGMAS", (*connecting._PRAGMAS, "max_page_count = 100"))
        with pytest.raises(StoreFull, match="make room, then run this again"), open_store(path) as store:
            for number in range(1000):
                kept.append(store.keep(make_article(f"a-{number}", "Report. " * 500), "feed", NOON).article)
    with open_store(path) as store:
        assert [article.id for article in store.articles()] == kept
        assert store.keep(make_article("after"), "feed", NOON).outcome == "new"


def test_a_limit_on_the_size_of_files_is_told_as_one_that_may_be(tmp_path):
    """SQLite says the same of it as of a disk that fails."""
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        kept = store.keep(make_article("gull"), "feed", NOON)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100_000, before[1]))
    try:
        with (
            pytest.raises(StoreUnreachable, match=r"a limit on the size of files \(ulimit -f\)"),
            open_store(path) as store,
        ):
            store.keep(make_article("tern", "Report. " * 100_000), "feed", NOON)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with open_store(path) as store:
        assert [article.id for article in store.articles()] == [kept.article]


@pytest.fixture
def schema():
    """A PostgreSQL of one's own."""
    yield from postgresql_schema()


def test_a_connection_that_was_ended_is_told_as_that(schema):
    """The server may well be up; asked again, it answers."""
    with open_store(schema) as store:
        store.keep(make_article(), "feed", NOON)
        with pytest.raises(StoreUnreachable, match="ended the connection"), store.transaction():
            store.keep(make_article("tern"), "feed", NOON)
            end_the_writer(schema)
            store.keep(make_article("skua"), "feed", NOON)
        assert [article.id for article in store.articles()] == [make_article().id]


def end_the_writer(address):
    """As an administrator does, of the one connection that holds a row of this store."""
    import psycopg  # here: not everyone who runs the tests has it

    with psycopg.connect(address) as connection:
        holders = connection.execute(
            "SELECT DISTINCT pid FROM pg_locks WHERE mode = 'RowExclusiveLock' AND relation = 'articles'::regclass"
        ).fetchall()
        ((pid,),) = holders
        connection.execute("SELECT pg_terminate_backend(%s)", (pid,))


def test_a_store_that_another_writes_to_for_too_long_is_locked(store, address):
    inside, done = threading.Event(), threading.Event()

    def write() -> None:
        with store.transaction():
            store.keep(make_article(), "feed", NOON)
            inside.set()
            done.wait(30)

    writer = threading.Thread(target=write)
    writer.start()
    assert inside.wait(30)
    try:
        with open_store(address, wait=0.1) as other:
            assert list(other.articles()) == []  # it can be read meanwhile
            with pytest.raises(StoreLocked, match="another process is writing"):
                other.keep(make_article("tern"), "feed", NOON)
    finally:
        done.set()
        writer.join()
    assert store.article("gull") == make_article()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://nobody:secret@127.0.0.1:9/none?connect_timeout=2", "no answer from PostgreSQL"),
        ("://nowhere", "write postgresql://user@host/database"),
        ("mysql://root:secret@host/db", "no database we know"),
        ("https://example.com/store", "no database we know"),
    ],
)
def test_an_address_that_leads_nowhere_is_an_error_without_its_password(address, told):
    if address.startswith("postgresql://nobody"):
        pytest.importorskip("psycopg", reason="no psycopg; pip install 'rashomon[postgres]'")
    with pytest.raises(StoreUnreachable, match=told) as caught:
        open_store(address)
    assert "secret" not in str(caught.value)


def test_a_path_may_be_given_as_text_or_as_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for where in ("store.sqlite", Path("store.sqlite"), tmp_path / "store.sqlite", "~/store.sqlite"):
        open_store(where).close()
    assert [path.name for path in tmp_path.iterdir()] == ["store.sqlite"]


def test_comparing_files_does_not_load_what_a_store_needs(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "rashomon", "compare", str(tmp_path), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "rashomon.pipeline" in done.stderr
    assert "sqlalchemy" not in done.stderr and "platformdirs" not in done.stderr


@pytest.mark.parametrize("other", [None, b"", "an older one"])
def test_a_store_whose_file_is_taken_away_is_neither_read_nor_written(tmp_path, other):
    path, aside, older = tmp_path / "store.sqlite", tmp_path / "aside.sqlite", tmp_path / "older.sqlite"
    open_store(older).close()
    with open_store(path) as store:
        store.keep(make_article("gull"), "feed", NOON)
        path.rename(aside)
        if other is not None:
            path.write_bytes(older.read_bytes() if other else b"")
        for ask in (store.mark, store.stories, lambda: store.keep(make_article("tern"), "feed", NOON)):
            with pytest.raises(StoreUnreachable, match=r"store\.sqlite: removed or replaced"):
                ask()
        assert path.exists() is (other is not None)
        aside.replace(path)
        assert store.keep(make_article("tern"), "feed", NOON).article == "tern"
        assert store.article("gull").id == "gull"


def test_a_store_at_a_path_from_here_is_the_same_wherever_the_process_goes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_store("store.sqlite") as store:
        monkeypatch.chdir("/")
        store.keep(make_article("gull"), "feed", NOON)
    assert (tmp_path / "store.sqlite").is_file()
