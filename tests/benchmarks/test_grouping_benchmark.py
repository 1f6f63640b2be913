"""The benchmarks of grouping and of the stream: their measures on small cases, and that they run."""

import json

import pytest

from benchmarks import grouping, stream
from benchmarks.bcubed import b_cubed
from benchmarks.generate_stream import make_signatures, make_stream
from rashomon.settings import GroupingSettings


def test_b_cubed_of_groups_that_are_right_mixed_and_cut():
    assert b_cubed("aabb", "1122").f1 == 1
    mixed, cut = b_cubed("aabb", "1111"), b_cubed("aaaa", "1122")
    assert (mixed.precision, mixed.recall) == (0.5, 1)
    assert (cut.precision, cut.recall) == (1, 0.5)
    assert b_cubed("", "").f1 == 0


def test_look_alikes_are_counted_in_pairs_of_events_of_one_kind():
    events = ["1ecb", "1ecb", "1plus", "2ecb"]
    assert grouping.look_alikes(events, ["s", "t", "s", "s"]) == 0.5
    assert grouping.look_alikes(["flood", "fire"], ["s", "s"]) is None


@pytest.fixture
def rows(tmp_path):
    articles = [(one.article, one.event) for one in make_stream(40, words=80)]
    told = [
        {"id": one.id, "text": one.text, "published": one.published, "title": None, "story": event}
        for one, event in articles
    ]
    path = tmp_path / "invented.jsonl"
    path.write_text("\n".join(map(json.dumps, [*told, told[0]])), encoding="utf-8")
    return path


def test_a_file_is_measured_all_at_once_and_one_by_one(rows, capsys):
    assert grouping.main(["--data", str(rows), "--orders", "2", "--errors"]) == 0
    out = capsys.readouterr().out
    assert "invented: F1 " in out and "invented: F1 one by one" in out


def test_data_that_is_absent_or_unusable_is_told(tmp_path, capsys):
    assert grouping.main(["--shared", str(tmp_path)]) == 0
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a"}', encoding="utf-8")
    assert grouping.main(["--data", str(bad)]) == 2
    assert "text" in capsys.readouterr().err


def test_the_same_seed_gives_the_same_stream():
    assert list(make_stream(20)) == list(make_stream(20))
    assert [one.article for one in make_stream(20, seed=2)] != [one.article for one in make_stream(20)]


def test_invented_events_are_found_in_a_filled_window():
    settings = GroupingSettings()
    index = stream.filled(2000, settings)
    reports = list(make_stream(400, words=120))
    stream.milliseconds(index, reports, settings)
    found = b_cubed([one.event for one in reports], [index.story_of(one.article.id) for one in reports])
    assert found.f1 > 0.9
    assert sum(1 for _ in make_signatures(2000, settings)) == 2000
