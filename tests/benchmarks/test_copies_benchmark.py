"""The benchmark of copies, on a few articles."""

import json

from benchmarks import copies, copies_rivals
from benchmarks.generate_copies import make_copies


def test_the_same_seed_gives_the_same_articles():
    assert make_copies(30, 4) == make_copies(30, 4) != make_copies(30, 5)


def test_all_pairs_are_found_and_counted_without_datasketch(capsys, monkeypatch):
    monkeypatch.setattr(copies_rivals, "is_installed", lambda: False)
    assert copies.main(["--articles", "60"]) == 0
    told = capsys.readouterr().out
    assert "recall                               1.000" in told
    assert 'pip install "rashomon[bench]"' in told


def test_what_cannot_be_read_is_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "bad.jsonl").write_text(json.dumps({"id": "a"}))
    assert copies.main(["--data", str(tmp_path / "bad.jsonl")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
