"""Copies with one word changed, and the commands over folders of stories, on an invented story."""

import json
import random

import pytest

from benchmarks import changed_copies, stories
from benchmarks.changed_copies import Tally, find_changes, try_stories
from rashomon.model.article import Article

TEXT = """A bridge near Orrin gave way on Sunday, and 14 lorries fell into the river.

"We heard a crack," said Helen Tolland, who lives beside it. Divers looked for survivors until noon on Monday.
"""


@pytest.fixture
def folder(tmp_path):
    story = tmp_path / "bridge"
    story.mkdir()
    (story / "articles.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    return story


def test_numbers_surnames_and_weekdays_are_changed():
    changes = list(find_changes(Article("a", TEXT), [], random.Random(1)))
    assert {(change.kind, change.old) for change in changes} == {
        ("number", "14"), ("name", "Tolland"), ("date", "Sunday"), ("date", "Monday")
    }  # fmt: skip
    for change in changes:
        assert change.new != change.old
        assert change.made_in(TEXT) == TEXT[: change.start] + change.new + TEXT[change.start + len(change.old) :]


def test_changes_lie_in_what_was_read():
    assert not list(find_changes(Article("a", TEXT), [(0, len(TEXT))], random.Random(1)))


def test_changes_are_found_and_an_identical_copy_is_no_news(folder):
    tally = try_stories([folder], seed=1, each=2)
    assert (tally.copies, tally.false, tally.made.total()) == (1, 0, 4)
    assert tally.found == tally.made
    assert [figure.holds for figure in tally.figures()] == [True, True]


def test_one_false_alarm_is_too_much():
    [alike] = Tally(copies=1000, false=1).figures()
    assert not alike.holds


def test_a_missed_change_is_listed(folder, monkeypatch, capsys):
    monkeypatch.setattr(changed_copies, "is_found", lambda *_: None)
    assert changed_copies.main(["--data", str(folder.parent), "--errors"]) == 1
    assert "bridge/a: number 14" in capsys.readouterr().err


@pytest.mark.parametrize("command", [stories, changed_copies])
def test_a_folder_without_stories_is_refused(command, tmp_path, capsys):
    assert command.main(["--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_labels_that_are_no_json_are_refused(folder, capsys):
    (folder / "gold.json").write_text("{")
    (folder.parent / "score.py").touch()
    assert stories.main(["--data", str(folder.parent)]) == 2
    assert "gold.json" in capsys.readouterr().err


def test_stories_are_scored_by_the_scorer_beside_them(folder, capsys):
    (folder / "gold.json").write_text("{}")
    means = dict.fromkeys(json.loads(stories.FLOORS.read_text())["floors"], 1.0)
    printed = json.dumps({"bridge": means, "mean": means})
    (folder.parent / "score.py").write_text(f"print({printed!r})")
    assert stories.main(["--data", str(folder.parent)]) == 0
    means["single"] = 0.0
    (folder.parent / "score.py").write_text(f"print({json.dumps({'bridge': means, 'mean': means})!r})")
    assert stories.main(["--data", str(folder)]) == 1
    assert "below its floor: single" in capsys.readouterr().out


def test_floors_are_pinned_on_the_shared_stories_only(folder):
    with pytest.raises(SystemExit):
        stories.main(["--data", str(folder), "--pin"])
