"""`rashomon collect`: the account, in plain lines and as JSON, and the exit status."""

import json

import pytest

from misbehaving import Site, body, report, rss, status


@pytest.fixture(autouse=True)
def own_way(tmp_path, monkeypatch):
    """No robots.txt of an earlier test's site at the same port, and no proxy."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def site():
    with Site() as site:
        yield site


def test_account_of_files(rashomon, reports, tmp_path):
    done = rashomon("collect", reports, tmp_path / "none", "--store", tmp_path / "s")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[:2] == ["      2  new", "      1  skipped"]
    assert "no such file or folder" in done.out and str(tmp_path / "none") in done.out
    again = rashomon("collect", reports, "--store", tmp_path / "s")
    assert "1  lists and files that have not changed" in again.out


def test_account_as_json(rashomon, site, tmp_path):
    site.behaviours |= {"/ferry": body(report("Ferry")), "/bad": status(500)}
    site.behaviours["/feed"] = body(rss(f"{site.root}/ferry", f"{site.root}/bad"), "text/xml")
    options = ("--store", tmp_path / "s", "--allow-private", "--pace", "0", "--format", "json", "--quiet")
    done = rashomon("collect", f"{site.root}/feed", *options)
    account = json.loads(done.out)
    assert (done.status, account["new"], account["lists"], account["stopped"]) == (0, 1, 1, False)
    reason = {"reason": "the server answered 500", "count": 1, "examples": [f"{site.root}/bad"]}
    assert account["skipped"] == [reason]


def test_nothing_that_could_be_read_is_a_failure(rashomon, tmp_path):
    done = rashomon("collect", tmp_path / "none", "--store", tmp_path / "s")
    assert done.status == 2 and "no such file" in done.out


def test_loopback_is_refused_by_itself(rashomon, site, tmp_path):
    done = rashomon("collect", f"{site.root}/feed", "--store", tmp_path / "s")
    assert done.status == 2 and "a private address" in done.out and not site.asked


def test_lines_on_standard_input(rashomon, reports, tmp_path):
    done = rashomon("collect", "-", "--store", tmp_path / "s", given=reports.read_text(encoding="utf-8"))
    assert (done.status, done.out) == (0, "      2  new\n")


def test_an_empty_argument_is_not_this_folder(rashomon, tmp_path):
    done = rashomon("collect", "", "--store", tmp_path / "s")
    assert done.status == 2 and "names no source" in done.err


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--since", "yesterday"), "write it as 2025-11-27"),
        (("--pace", "-1"), "give seconds"),
        (("--contact", "a\nb"), "plain letters"),
        (("--store", "/no/such/folder/s"), "no such folder"),
    ],
)
def test_wrong_options_say_what_to_give(rashomon, reports, tmp_path, option, words):
    done = rashomon("collect", reports, "--store", tmp_path / "s", *option)
    assert done.status == 2 and words in done.err and done.out == ""
