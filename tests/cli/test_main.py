import json

from rashomon.version import VERSION


def test_version_is_printed(rashomon):
    assert rashomon("--version") == (0, f"rashomon {VERSION}\n", "")


def test_bare_command_shows_what_it_can_do(rashomon):
    done = rashomon()
    assert done.status == 0 and "compare" in done.out and "demo" in done.out


def test_demo_compares_eight_reports(rashomon, tmp_path):
    done = rashomon("demo", "--format", "json", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert len(json.loads(done.out)["articles"]) == 8
