"""Labelled files are read whole or refused in one line; a figure under its floor fails the command."""

import gzip
import json

import pytest

from benchmarks import __main__ as every
from benchmarks import figures
from benchmarks.corpus import BadData, find_stories, read_rows
from benchmarks.figures import Benchmark, Figure, precision_recall_f1, run

WANTED = {"text": str, "quotes": ("quote_span",)}
ROW = {"text": "Rain fell.", "quotes": [{"quote_span": None}]}


def told(rows, errors):
    return {"rows": float(len(rows)), "share": 0.5}


@pytest.fixture
def of_rain(tmp_path, monkeypatch):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"rain": {"share": 0.6}}))
    monkeypatch.setattr(figures, "FLOORS", floors)
    return Benchmark("rain", "About rain.", ("bench/rain.jsonl.gz",), WANTED, told)


def test_rows_are_read_packed_or_not(tmp_path):
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text(json.dumps(ROW) + "\n\n" + json.dumps(ROW))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_rows(plain, WANTED) == read_rows(packed, WANTED) == [ROW, ROW]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no rows"),
        (b'{"text": ', ":1: no JSON"),
        (b"[1]", ":1: no JSON object"),
        (b'{"text": 5}', ":1: 'text' is missing or no str"),
        (b'{"text": "x", "quotes": [{}]}', ":1: 'quotes' is missing or no list of objects with quote_span"),
        (b"\xff\xfe", "no UTF-8 text"),
        (gzip.compress(b'{"text": "x"}', mtime=0)[:-9], "a broken gzip file"),  # one name in every process
    ],
)
def test_broken_rows_are_refused_in_one_line(tmp_path, data, said):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(data)
    with pytest.raises(BadData) as refused:
        read_rows(path, WANTED)
    assert str(refused.value).startswith(str(path)) and said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_figure_below_its_floor_fails(of_rain, tmp_path, capsys):
    data = tmp_path / "rows.jsonl"
    data.write_text(json.dumps(ROW))
    assert run(of_rain, ["--data", str(data)]) == 1
    assert "share                                0.500   floor 0.60   below its floor" in capsys.readouterr().out


def test_absent_data_is_skipped_and_a_missing_file_is_not(of_rain, tmp_path, capsys):
    assert run(of_rain, ["--shared", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("skipped: no bench/rain.jsonl.gz")
    assert run(of_rain, ["--data", str(tmp_path / "none.jsonl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_figure_on_its_floor_holds():
    assert Figure("share", 0.84, 0.84).holds and Figure("share", 0.1).holds
    assert not Figure("share", 0.8399, 0.84).holds


def test_shares_of_nothing_are_nought():
    assert precision_recall_f1(0, 0, 0) == {"precision": 0.0, "recall": 0.0, "F1": 0.0}
    assert precision_recall_f1(2, 4, 2, "value") == {
        "precision (value)": 0.5,
        "recall (value)": 1.0,
        "F1 (value)": pytest.approx(2 / 3),
    }


def test_stories_are_found_in_a_folder_or_are_one(tmp_path):
    for name in ("flood", "match", "unlabelled"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "articles.jsonl").touch()
        if name != "unlabelled":
            (tmp_path / name / "gold.json").touch()
    both = [tmp_path / "flood", tmp_path / "match"]
    assert find_stories(tmp_path, tmp_path) == both
    assert find_stories(tmp_path, tmp_path, ["match"]) == both[1:]
    assert find_stories(both[0], tmp_path) == both[:1]
    assert find_stories(None, tmp_path / "absent") == []
    for data, names in ((tmp_path / "absent", []), (tmp_path, ["fire"])):
        with pytest.raises(BadData):
            find_stories(data, tmp_path, names)


def test_every_benchmark_is_skipped_without_its_data(tmp_path, capsys):
    names = [name for name in every.MEASURED if name != "copies"]  # these are invented
    assert every.main(["--shared", str(tmp_path), *names]) == 0
    assert capsys.readouterr().out.count("skipped") == len(names)
    with pytest.raises(SystemExit):
        every.main(["weather"])


def test_every_floor_belongs_to_a_benchmark():
    assert set(json.loads(figures.FLOORS.read_text())) < set(every.MEASURED)
