"""`rashomon compare` shows what is asked for, the same in every format, and says that it is a part."""

import csv
import io
import json

import pytest

from rashomon.cli.main import main


@pytest.fixture
def outlets(tmp_path):
    """Three reports: two of one text, and one that gives another number."""
    lines = (
        {"id": "mill", "outlet": "The Mill", "text": "Three people died when a barn burned in Oldacre on Friday."},
        {
            "id": "oats",
            "outlet": "Oats",
            "text": "Four people died when a barn burned in Oldacre on Friday. It rained.",
        },
    )
    path = tmp_path / "barn.jsonl"
    path.write_text("\n".join(json.dumps({**line, "published": "2024-05-04"}) for line in lines), encoding="utf-8")
    return path


def run(capsys, *arguments):
    status = main([*map(str, ("compare", *arguments))])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_same_part_in_every_format(capsys, outlets, tmp_path):
    asked = ("--kind", "number", "--relation", "conflict", "--outlet", "the mill")
    for name in ("a.txt", "a.md", "a.html", "a.json", "a.csv"):
        assert run(capsys, outlets, *asked, "-o", tmp_path / name) == (0, "", "")
    told = "Filtered: differences of relation conflict and kind number; reports of the mill. Not shown: "
    assert all(told in (tmp_path / name).read_text("utf-8") for name in ("a.txt", "a.md", "a.html", "a.csv"))
    comparison = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert comparison["narrowed"]["view"]["outlets"] == ["the mill"]
    assert [one["kind"] for one in comparison["differences"]] == ["number"]
    assert comparison["narrowed"]["shown"]["claims"] == len(comparison["claims"])
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8"), newline="")))
    assert {row["id"] for row in rows if row["section"] == "difference"} == {
        one["id"] for one in comparison["differences"]
    }


def test_an_option_given_twice_widens(capsys, outlets):
    _, out, _ = run(capsys, outlets, "-f", "json", "--article", "mill", "--article", "oats")
    narrowed = json.loads(out)["narrowed"]
    assert narrowed["view"]["articles"] == ["mill", "oats"] and narrowed["shown"] == narrowed["of"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--kind", "colour"), "no kind 'colour'; there are number, name, "),
        (("--origin", "1"), "'1' is not the id of an origin; one looks like o-1"),
        (("--outlet", "Rye"), "no report here is of outlet 'Rye'; there are "),
        (("--origin", "o-7"), "no report here is of origin 'o-7'; there are o-1"),
        (("--article", "rye"), "no report here is of article 'rye'; there are mill, oats"),
    ],
)
def test_what_there_is_not_is_refused_in_one_line(capsys, outlets, asked, told):
    status, out, err = run(capsys, outlets, *asked)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err
