import json
import os
import subprocess
import sys

import pytest

from rashomon.cli.main import main


def test_compare_prints_json_with_every_evidence_in_its_place(rashomon, reports):
    done = rashomon("compare", reports, "--format", "json")
    assert (done.status, done.err) == (0, "")
    comparison = json.loads(done.out)
    texts = {article["id"]: article["text"] for article in comparison["articles"]}
    assert set(texts) == {"mill", "oats"}
    for claim in comparison["claims"]:
        for one in claim["evidence"]:
            assert texts[one["article"]][one["start"] : one["end"]] == one["text"]


def test_compare_reads_standard_input(rashomon, reports):
    from_file = rashomon("compare", reports, "--format", "json")
    from_stdin = rashomon("compare", "-", "--format", "json", given=reports.read_text(encoding="utf-8"))
    assert from_stdin == from_file


@pytest.mark.parametrize(
    ("name", "beginning"), [("page.html", "<!doctype html"), ("notes.md", "#"), ("data.json", "{"), ("plain.txt", "")]
)
def test_name_of_the_output_file_says_the_format(rashomon, reports, tmp_path, name, beginning):
    done = rashomon("compare", reports, "-o", tmp_path / name)
    assert (done.status, done.out, done.err) == (0, "", "")
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.lower().startswith(beginning) and len(written) > 50


def test_format_beats_the_name_of_the_output_file(rashomon, reports, tmp_path):
    rashomon("compare", reports, "--format", "json", "-o", tmp_path / "page.html")
    assert json.loads((tmp_path / "page.html").read_text(encoding="utf-8"))["format"] == "rashomon.comparison/1"


def test_one_unreadable_article_does_not_lose_the_others(rashomon, reports, tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = rashomon("compare", reports, tmp_path / "empty.txt", "--format", "json")
    assert done.status == 0
    assert done.err.startswith("rashomon: not read: ") and "empty.txt" in done.err and done.err.count("\n") == 1
    assert any("empty.txt" in one["what"] for one in json.loads(done.out)["unresolved"])


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(rashomon, tmp_path, locale):
    (tmp_path / "a.txt").write_text("“Żółw” said Ása in Łódź on Monday – 東京.", encoding="utf-8")
    done = rashomon("compare", tmp_path / "a.txt", "-f", "json", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.status == 0 and "東京" in done.out


def test_text_that_no_encoding_can_hold_is_still_printed(rashomon, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Odd \\ud800 text came in."}', encoding="utf-8")
    done = rashomon("compare", tmp_path / "a.jsonl", "-f", "json")
    assert done.status == 0 and json.loads(done.out)["articles"][0]["text"].endswith(" text came in.")


def test_reader_that_stops_reading_is_met_with_silence(reports):
    command = f"{sys.executable} -m rashomon compare {reports} -f json | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=os.environ, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("started", [True, False])
def test_open_writes_the_page_and_starts_the_browser(reports, tmp_path, monkeypatch, capsys, started):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or started)
    assert main(["compare", str(reports), "--open", "-o", str(tmp_path / "page.html")]) == 0
    assert opened == [(tmp_path / "page.html").as_uri()]
    told = capsys.readouterr()
    assert told.out == "" and "page.html" in told.err and ("by hand" in told.err) is not started


def test_pipe_gets_no_colour(rashomon, reports):
    assert "\x1b" not in rashomon("compare", reports).out


HEAVY = "trafilatura httpx2 jinja2 py3langid rich sqlalchemy fastapi starlette pydantic uvicorn mcp anyio logging"


def test_compare_json_leaves_heavy_packages_alone(reports):
    code = (
        "import sys; from rashomon.cli.main import main; "
        f"main(['compare', {str(reports)!r}, '-f', 'json', '-o', {str(reports.with_suffix('.json'))!r}]); "
        f"print(*sorted(set({HEAVY!r}.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
