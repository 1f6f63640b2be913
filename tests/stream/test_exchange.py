import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stream.conftest import FRIDAY, GULL, MILL, MONDAY, TERN, TUESDAY

from rashomon.errors import NotAnExport
from rashomon.model.article import Article
from rashomon.model.kept import Skipped, SourceState, StoryRecord
from rashomon.model.selector import Selector
from rashomon.model.story import Correction, Membership, StoryChange
from rashomon.settings import GroupingSettings, Settings
from rashomon.store.opening import open_store
from rashomon.stream.comparing import compare_story
from rashomon.stream.correcting import correct_story, merge_stories, split_story, undo
from rashomon.stream.exporting import export_records
from rashomon.stream.importing import import_lines, read_lines


def lines_of(store, story=None):
    return [json.dumps(record, ensure_ascii=False) for record in export_records(store, story)]


def take_in(store, lines):
    return import_lines(store, lines, GroupingSettings(), "export.jsonl")


@pytest.fixture
def other(tmp_path):
    with open_store(tmp_path / "other.sqlite") as opened:
        yield opened


@pytest.fixture
def full(store, stream):
    """A store with something of every kind."""
    stream.keep([replace(GULL, text=GULL.text.replace("Twelve", "Fourteen"))], "gull.example", TUESDAY)
    stream.keep([GULL], "gull.example", FRIDAY)  # as it stood at first
    ferry, mill = store.story_of(GULL.id), store.story_of(MILL.id)
    new = split_story(store, ferry, [TERN.id], TUESDAY, "Ann")
    merge_stories(store, new, mill, FRIDAY, "Ben")
    for kind in ("boilerplate", "not_boilerplate"):
        last = correct_story(store, kind, ferry, [Selector(GULL.id, 0, 9, "The ferry")], FRIDAY, "Ann")
    undo(store, last, FRIDAY, "Ben")
    compare_story(store, ferry, FRIDAY, Settings())
    store.save_source_state(SourceState("https://feed.example/", "feed", etag='"x"', last_read=FRIDAY))
    store.save_source_state(SourceState("https://odd.example/", "page", None, MONDAY, MONDAY, FRIDAY, 3, "no answer"))
    store.skip([Skipped("https://gull.example/odd", "feed.example", "no words", MONDAY)])
    return store


def test_everything_comes_back_the_same(full, other):
    lines = lines_of(full)
    taken = take_in(other, lines)
    assert (taken.stories, taken.versions, taken.new, taken.corrections) == (3, 6, 6, 4)
    assert lines_of(other) == lines
    assert other.versions(GULL.id) == full.versions(GULL.id)
    assert other.kept_corrections() == full.kept_corrections()
    assert list(other.signatures()) == list(full.signatures())
    former = full.emptied()[0].id
    assert other.story(former) == full.story(former)


BARE = Article("bare.txt", "A lighthouse keeper of Penn Rock was found safe after two days in an open boat.")
HEADED = replace(
    BARE, id="headed.txt", text=f"{BARE.text} He is well.", headline="Keeper found", byline="Ada Bly", modified=FRIDAY
)
OPAL = Article("opal.txt", "Thieves took an opal crown out of the museum of Quillmouth.", headline="", language="en")


def test_stories_whose_first_report_has_no_headline_come_back_the_same(store, stream, other):
    stream.keep([BARE, HEADED, OPAL], "bare.txt", FRIDAY)
    compare_story(store, store.story_of(BARE.id), FRIDAY, Settings())
    lines = lines_of(store)
    kinds = {record.name: record.title.kind for record in store.stories() if record.title}
    assert kinds == {"Keeper found": "headline", OPAL.text: "words"}
    take_in(other, lines)
    assert lines_of(other) == lines
    assert other.stories() == store.stories()


@pytest.mark.parametrize(
    "title", ['"Keeper found"', '{"words": "Keeper found"}', '{"words": 1, "kind": "found"}', "[]"]
)
def test_a_title_that_is_none_is_refused(store, title):
    times = '"opened": "x", "first_published": "x", "last_published": "x"'
    rest = '"articles": 1, "outlets": 1, "lead": null, "headline": null, "became": []'
    with pytest.raises(NotAnExport, match=r":2: (title|words|kind) is missing"):
        take_in(store, [HEAD, f'{{"line": "story", "id": "s", {times}, {rest}, "title": {title}}}'])


KEPT_KINDS = st.one_of(
    st.builds(Membership, score=st.floats(0, 1)),
    *map(st.from_type, (StoryRecord, StoryChange, SourceState, Skipped, Correction, Article)),
)


@given(KEPT_KINDS)
def test_whatever_a_line_may_hold_is_read(one):
    """Every field of every kind, given or left out as its type allows."""
    record = json.loads(json.dumps(asdict(one)))
    line = {Article: "article", StoryRecord: "story", StoryChange: "change", SourceState: "source"}
    record["line"] = line.get(type(one), type(one).__name__.lower())
    match one:
        case Article():
            record |= {"title": record.pop("headline"), "found_at": "x", "fetched": "y"}
        case Correction():
            record |= {"undone": None, "undone_by": None}
    ((kind, read),) = read_lines([HEAD, json.dumps(record)], "export.jsonl")
    assert kind == record["line"]
    assert one in (read, getattr(read, "article", None), getattr(read, "correction", None))


def test_what_is_taken_in_twice_is_there_once(full, other):
    lines = lines_of(full)
    take_in(other, lines)
    assert take_in(other, lines).new == 0
    assert lines_of(other) == lines
    take_in(full, lines)
    assert lines_of(full) == lines


def test_what_the_store_decided_since_stands(full, other):
    lines = lines_of(full)
    take_in(other, lines)
    merge_stories(other, other.story_of(GULL.id), other.story_of(TERN.id), FRIDAY, "Cy")
    after = lines_of(other)
    take_in(other, lines)
    assert lines_of(other) == after


def test_one_story_comes_with_its_versions_and_history(full, other):
    ferry = full.story_of(GULL.id)
    take_in(other, lines_of(full, ferry))
    assert [one.id for one in other.articles()] == [GULL.id]
    assert len(other.versions(GULL.id)) == 3
    assert other.history(ferry) == full.history(ferry)
    assert other.last_comparison(ferry) == full.last_comparison(ferry)


def test_any_text_comes_back(store, other):
    odd = replace(GULL, text='\ud800 "a"\x00\u2028b\r\n\te\u0301 🚢', headline="\ud83d\n")
    store.keep(odd, "feed\n", MONDAY)
    lines = [line.encode("utf-8", "backslashreplace").decode() for line in lines_of(store)]
    take_in(other, lines)
    assert other.article(GULL.id) == odd


def test_an_export_from_before_corrections_had_places_is_read(full, other):
    def older(record):
        return {key: value for key, value in record.items() if key not in ("places", "undone", "undone_by")}

    records = [older(one) for one in export_records(full) if one.get("kind") != "boilerplate" and "places" not in one]
    split = {"kind": "split", "story": "s", "other": "t", "articles": ["a"], "when": MONDAY, "by": "Ann"}
    take_in(other, map(json.dumps, [*records, {"line": "correction", **split}]))
    assert [one.kind for one in other.corrections()] == ["split"]


def test_what_was_undone_here_stays_undone(full, other):
    lines = lines_of(full)
    take_in(other, lines)
    undo(other, 1, FRIDAY, "Ben")
    kept = other.kept_corrections()
    take_in(other, lines)
    assert other.kept_corrections() == kept


HEAD = '{"line": "export", "format": "rashomon.export/1"}'


CORRECTION = (
    '{"line": "correction", "kind": "boilerplate", "story": "s", "other": null, "articles": ["a"], "when": "x", '
    '"by": "y", "places": %s}'
)


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ([], "empty"),
        (["not JSON"], ":1"),
        (['{"id": "a", "text": "A dog barked."}'], ":1"),
        ([HEAD, '{"line": "article"'], ":2"),
        ([HEAD, '{"line": "song"}'], ":2"),
        ([HEAD, '{"line": "membership", "article": "a", "story": "s", "score": "x", "reason": ""}'], "score"),
        ([HEAD, '{"line": "article", "id": "a", "text": 3, "found_at": "x", "fetched": "y"}'], "text"),
        ([HEAD, "[" * 100_000], ":2"),
        ([HEAD, CORRECTION % '"x"'], "places"),
        ([HEAD, CORRECTION % '[{"article": "a", "start": "0", "end": 2, "exact": "b"}]'], ":2: start"),
    ],
)
def test_what_is_no_export_is_refused_with_its_place(store, lines, where):
    with pytest.raises(NotAnExport, match=where):
        take_in(store, lines)


def test_a_bad_line_takes_the_whole_file_back(full, other):
    with pytest.raises(NotAnExport):
        take_in(other, [*lines_of(full), "broken"])
    assert list(other.articles()) == []
