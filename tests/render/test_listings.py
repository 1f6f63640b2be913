"""Stories, articles and matches as lines: whatever the reports hold, the lines fit and do nothing to a terminal."""

import csv
import io
import json
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article
from rashomon.model.kept import ListedStory, Match, StoryFigures, StoryRecord, Version
from rashomon.model.span import Evidence, Span
from rashomon.model.story import Membership, StoryChange
from rashomon.render.matches import render_matches, runs_of
from rashomon.render.plain import cells
from rashomon.render.rows import render_records
from rashomon.render.stories import render_groups, render_history, render_stories, render_story
from rashomon.render.versions import render_versions
from rashomon.store.changes import changes

NOON = "2025-03-04T12:00:00+00:00"
ACTED_ON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
texts = st.text(max_size=60) | st.sampled_from(["\x1b[2J", "a\nb", "\u202eabc", "東京" * 30, "word " * 40, "\ud800"])


def fits(shown: str, width: int) -> None:
    assert not ACTED_ON.search(shown)
    assert shown.endswith("\n") and not shown.endswith("\n\n")
    assert all(cells(line) <= max(40, width) for line in shown.split("\n"))


def listed_of(record: StoryRecord, made: bool = False, fresh: bool = True, failure: str | None = None) -> ListedStory:
    """A story in a list: never compared, or compared and found to part in three places."""
    figures = StoryFigures(record.id, "", NOON, 2, 2, 2, 9, 1, (("conflict", 1), ("wording", 2))) if made else None
    return ListedStory(record, figures, made and fresh, (NOON,), failure)


@given(texts, texts, texts)
def test_any_words_can_be_listed(id: str, headline: str, reason: str) -> None:
    record = StoryRecord(id, NOON, "2025-03-04", NOON, 2, 1, id, headline, (id,))
    member = Membership(id, id, 0.5, reason)
    change = StoryChange(id, "split", id, (id, id), NOON, reason, reason)
    article = Article(id, headline, outlet=reason, headline=headline)
    for width in (40, 100):
        fits(render_groups([member], {id: article}, width=width), width)
        fits(render_story(listed_of(record), [member], {id: article}, [change], width=width), width)
        fits(render_history([change], width=width), width)
    for listed in (listed_of(record), listed_of(record, failure=reason)):
        shown = render_stories([listed])
        assert not ACTED_ON.search(shown)
        assert len(shown.splitlines()) >= 3


@given(st.lists(texts, min_size=1, max_size=4), texts)
def test_any_versions_can_be_shown(bodies: list[str], headline: str) -> None:
    articles = [Article("gull", text, headline=headline) for text in bodies]
    versions = [Version(one, number, "", "feed", NOON) for number, one in enumerate(articles, 1)]
    edits = [changes(old, new) for old, new in pairwise(articles)]
    shown = render_versions(versions, edits, Membership("gull", "ferry", 0.5, "shares"))
    fits(shown, 100)
    assert shown.count("fetched") >= len(versions)


def test_a_match_sets_off_the_words_looked_for() -> None:
    text = "A ferry ran aground off Port Halven."
    match = Match("gull", None, None, None, None, Evidence("gull", 2, 23, text[2:23]), (Span(2, 7), Span(12, 19)))
    assert "".join(words for words, _ in runs_of(match)) == text[2:23]
    assert [words for words, set_off in runs_of(match) if set_off] == ["ferry", "aground"]
    assert "*ferry* ran *aground* off [2-23]" in render_matches([match])
    assert "\x1b[1m" in render_matches([match], colour=True)
    fits(render_matches([match], width=40), 40)


def test_stories_stand_in_columns() -> None:
    records = [StoryRecord("a" * n, NOON, "2025-03-04", NOON, 10**n, n, "gull", "Ferry aground " * 9) for n in (1, 4)]
    lines = render_stories([listed_of(one, made=True) for one in records], width=80).splitlines()
    assert len({line.index("Ferry") for line in lines[1:]} | {lines[0].index("HEADLINE")}) == 1
    assert all(len(line) <= 80 and line.endswith("…") for line in lines[1:])


def test_stories_are_listed_by_origins_and_say_why_where_these_are_not_known() -> None:
    record = StoryRecord("ferry", NOON, "2025-03-04", NOON, 5, 4, "gull", "Ferry aground")
    parts = {
        "fresh": listed_of(record, made=True),
        "earlier": listed_of(record, made=True, fresh=False),
        "waiting": listed_of(record),
        "failed": listed_of(record, failure="too long by half"),
    }
    lines = {name: render_stories([one]).splitlines()[1:] for name, one in parts.items()}
    assert [row.split()[1:4] for row, *_ in lines.values()] == [
        ["5", "2", "3"],
        ["5", "2*", "3*"],
        ["5", "–", "–"],
        ["5", "–", "–"],
    ]
    assert lines["fresh"][1:] == []
    assert "* before its reports" in lines["earlier"][1] and "– not compared yet" in lines["waiting"][1]
    assert lines["failed"][1:] == ["ferry could not be compared: too long by half"]


@given(st.lists(st.fixed_dictionaries({"id": texts, "score": st.floats(0, 1)}), max_size=3))
def test_records_can_be_read_back(records: list[dict[str, object]]) -> None:
    assert json.loads("".join(render_records("json", (), records))) == records
    lines = "".join(render_records("jsonl", (), records)).split("\n")
    assert [json.loads(line) for line in lines if line] == records
    table = "".join(render_records("csv", ("id", "score"), records))
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(records)
    assert not any(row["id"].startswith(("=", "+", "-", "@")) for row in csv.DictReader(io.StringIO(table, newline="")))
