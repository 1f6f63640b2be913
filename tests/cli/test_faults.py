"""A fault is one line on standard error: what was wrong, where, what to do. 2 is the user's to mend, 1 is ours."""

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli import main as command


def one_line(text: str) -> bool:
    return text.startswith("rashomon: ") and text.count("\n") == 1 and text.endswith("\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["compare"], "ARTICLES"),
        (["compare", "no-such-file.txt"], "no-such-file.txt"),
        (["compare", ""], "empty"),
        (["compare", "a.txt", "--format", "pdf"], "pdf"),
        (["compare", "a.txt", "--colour"], "--colour"),
        (["contrast", "a.txt"], "contrast"),
    ],
)
def test_what_the_user_can_mend_is_status_2(rashomon, tmp_path, arguments, named):
    (tmp_path / "a.txt").write_text("A dog barked in Oldacre.", encoding="utf-8")
    done = rashomon(*arguments, cwd=tmp_path)
    assert done.status == 2 and done.out == ""
    assert named in done.err and all(one_line(line + "\n") for line in done.err.splitlines())


def test_one_id_used_twice_loses_no_report(rashomon, tmp_path):
    lines = ('{"id": "dog", "text": "A dog barked in Oldacre."}', '{"id": "dog", "text": "A cat slept in Oldacre."}')
    (tmp_path / "twice.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = rashomon("compare", tmp_path / "twice.jsonl")
    assert done.status == 0 and "barked" in done.out and "slept" in done.out
    assert "another text has the id 'dog' too" in " ".join(done.out.split())


def test_output_that_cannot_be_written_is_status_2(rashomon, reports, tmp_path):
    done = rashomon("compare", reports, "-o", tmp_path / "nowhere" / "page.html")
    assert done.status == 2 and one_line(done.err) and "page.html" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(
    ("streams", "named"), [("> /dev/full", "no space"), (">&-", "output is closed"), ("- <&-", "input is closed")]
)
def test_closed_or_full_streams_are_status_2(reports, streams, named):
    command = f"{sys.executable} -m rashomon compare {reports} {streams}"
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and one_line(done.stderr) and named in done.stderr


def test_an_article_is_never_overwritten(rashomon, reports):
    before = reports.read_bytes()
    done = rashomon("compare", reports, "-o", reports)
    assert done.status == 2 and one_line(done.err) and reports.read_bytes() == before


@pytest.fixture
def broken(monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by\nnought")

    monkeypatch.setattr("rashomon.cli.showing.compare_articles", fail)


def test_a_fault_of_ours_is_status_1_and_says_how_to_report_it(broken, reports, capsys, monkeypatch):
    monkeypatch.delenv(command.TRACEBACK, raising=False)
    assert command.main(["compare", str(reports)]) == 1
    err = capsys.readouterr().err
    assert one_line(err) and "ZeroDivisionError: by nought" in err and "report" in err and command.TRACEBACK in err


def test_traceback_is_shown_on_request(broken, reports, capsys, monkeypatch):
    monkeypatch.setenv(command.TRACEBACK, "1")
    assert command.main(["compare", str(reports)]) == 1
    assert "Traceback" in capsys.readouterr().err
