"""What is shown in place of a headline that was not given: what the comparison found, else the first words."""

from dataclasses import replace

from factories import make_article
from rashomon.model.kept import Title
from rashomon.settings import GroupingSettings, Settings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.arriving import open_stream
from rashomon.stream.comparing import compare_story

NOON = "2025-03-04T12:00:00+00:00"
TOP = "Ferry Marlin runs aground\n\n"
BODY = (
    "The ferry Marlin ran aground off Port Halven on Sunday and fifteen people were hurt, the coast guard said.\n\n"
    "The captain of the Marlin was questioned by the coast guard."
)


def kept(store: Store, *texts: str, compared: bool = True) -> str:
    """The id of the story that these texts are in, which came without headlines."""
    articles = [make_article(f"report-{number}", text, headline=None) for number, text in enumerate(texts)]
    open_stream(store, GroupingSettings(), StreamSettings(), NOON).keep(articles, "pasted", NOON)
    (story,) = {one.record.id for one in store.listed_stories()}
    if compared:
        compare_story(store, story, NOON, Settings())
    return story


def test_a_headline_found_in_a_text_names_report_and_story(store):
    story = kept(store, TOP + BODY)
    title = Title("Ferry Marlin runs aground", "found", "report-0")
    record = store.story(story)
    assert (record.headline, record.title, record.name) == (None, title, title.words)
    assert [one.title for one in store.search("captain")] == [title]
    assert {one.title for one in store.find_findings("captain")} == {title}


def test_where_there_is_none_words_of_the_report_do(store):
    record = store.story(kept(store, BODY))
    assert record.title is not None and record.title.kind == "words"
    assert record.title.words.startswith("The ferry Marlin ran aground")
    assert len(record.title.words) <= 162


def test_before_anything_was_compared_the_first_words_do(store):
    record = store.story(kept(store, TOP + BODY, compared=False))
    assert record.title is not None and record.title.kind == "words"
    assert record.title.words.startswith("Ferry Marlin runs aground The ferry Marlin")
    assert store.search("captain")[0].title == record.title


def test_what_was_found_in_a_former_version_is_not_told_of_the_next(store):
    kept(store, TOP + BODY)
    changed = make_article("report-0", BODY, headline=None)
    store.keep(changed, "pasted", NOON)
    assert store.search("captain")[0].title.words.startswith("The ferry Marlin ran")
    store.keep(replace(changed, headline="15 hurt on the Marlin"), "pasted", NOON)
    match = store.search("captain")[0]
    assert (match.headline, match.title) == ("15 hurt on the Marlin", None)


def test_stores_of_the_schema_before_are_named_when_they_are_opened(address):
    with open_store(address) as store:
        story = kept(store, TOP + BODY)
    with open_store(address) as store, store._writing() as connection:
        connection.exec_driver_sql("DROP TABLE titles")
        for column in ("title", "titled", "titled_by"):
            connection.exec_driver_sql(f"ALTER TABLE figures DROP COLUMN {column}")
        connection.exec_driver_sql("DELETE FROM schema_version WHERE number = 6")
    with open_store(address) as store:
        assert store.story(story).name == "Ferry Marlin runs aground"
        assert store.search("captain")[0].title.kind == "found"
