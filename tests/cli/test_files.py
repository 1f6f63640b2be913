"""What `-o FILE` does to what stands there: all of it or nothing, through links, pipes and permissions as they are."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli.files import write_file

OLD, NEW = "what was there\n" * 10, ("ny\ud800 linje\n",) * 500
WRITTEN = "ny\\ud800 linje\n" * 500


@pytest.fixture
def cramped():
    """No file may grow beyond some hundred bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.jsonl"
    path.write_text(OLD, encoding="utf-8")
    return path


def alone(path):
    """Nothing else was left in its folder."""
    return [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_written_whole_leaves_the_file_as_it_was(good, cramped):
    with pytest.raises(OSError, match="File too large"):
        write_file(NEW, good)
    assert good.read_text(encoding="utf-8") == OLD and alone(good)


def test_what_fails_on_its_way_leaves_the_file_as_it_was(good):
    def portions():
        yield NEW[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file(portions(), good)
    assert good.read_text(encoding="utf-8") == OLD and alone(good)


def test_what_cannot_be_written_is_not_there_at_all(tmp_path, cramped):
    with pytest.raises(OSError, match="File too large"):
        write_file(NEW, tmp_path / "new.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_permissions_stay_and_new_files_have_the_usual_ones(good):
    good.chmod(0o640)
    write_file(NEW, good)
    assert good.read_text(encoding="utf-8") == WRITTEN and stat.S_IMODE(good.stat().st_mode) == 0o640
    usual, other = good.with_name("usual"), good.with_name("other")
    usual.open("w").close()
    write_file(NEW, other)
    assert other.stat().st_mode == usual.stat().st_mode


def test_a_link_leads_where_it_led(good):
    link = good.with_name("link")
    link.symlink_to(good.name)
    write_file(NEW, link)
    assert link.is_symlink() and good.read_text(encoding="utf-8") == WRITTEN


def test_two_names_of_one_file_stay_so(good):
    other = good.with_name("other")
    other.hardlink_to(good)
    write_file(NEW, good)
    assert other.read_text(encoding="utf-8") == WRITTEN and other.samefile(good)


def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_file(NEW, pipe)
        assert reader.stdout.read().decode() == WRITTEN
    assert pipe.is_fifo()


def test_standard_output_goes_on_after_it(tmp_path):
    script = "import sys; from pathlib import Path; from rashomon.cli.files import write_file; "
    script += "write_file(('first\\n',), Path(sys.argv[1]))"
    for door in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        command = f'({sys.executable} -c "{script}" {door}; echo second) >> {tmp_path}/both'
        subprocess.run(["bash", "-c", command], check=True)
        assert (tmp_path / "both").read_text() == "first\nsecond\n"
        (tmp_path / "both").unlink()


def test_a_file_in_a_folder_that_takes_no_other_is_written_as_it_stands(good, monkeypatch):
    monkeypatch.setattr("secrets.token_hex", lambda _: "x" * 300)  # no folder takes such a name, whoever asks
    write_file(NEW, good)
    assert good.read_text(encoding="utf-8") == WRITTEN and alone(good)


def test_a_protected_file_is_not_replaced(good, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anybody but root, who may write anywhere
    with pytest.raises(PermissionError):
        write_file(NEW, good)
    assert good.read_text(encoding="utf-8") == OLD and alone(good)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_standard_output_that_takes_a_part_is_status_2(rashomon, reports, tmp_path, unbuffered):
    command = f"ulimit -f 1; {sys.executable} -m rashomon compare {reports} -f json > {tmp_path}/cut"
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, env=environment, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert done.stderr.startswith("rashomon: cannot write to standard output: file too large")
    assert Path(tmp_path / "cut").stat().st_size <= 1024


def test_unbuffered_output_is_the_same(rashomon, reports):
    whole = rashomon("compare", reports, "-f", "json")
    assert rashomon("compare", reports, "-f", "json", PYTHONUNBUFFERED="1") == whole


def test_an_output_that_fails_leaves_the_file_as_it_was(reports, good):
    command = f"ulimit -f 1; {sys.executable} -m rashomon compare {reports} -f json -o {good}"
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and good.read_text(encoding="utf-8") == OLD
    assert done.stderr == f"rashomon: cannot write {good}: file too large; give another file with -o\n"
