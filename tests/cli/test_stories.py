"""The commands that work on a store, and `rashomon stories` without one."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.cli.main import main
from rashomon.model.article import Article
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.store.opening import open_store
from rashomon.stream import comparing, standing
from rashomon.stream.arriving import open_stream

MONDAY, TUESDAY = "2025-05-05T08:00:00+00:00", "2025-05-06T08:00:00+00:00"
GULL = Article(
    "gull",
    "The ferry Marlin ran aground off Port Halven on Sunday.\n\nTwelve people were hurt, the coast guard said.",
    outlet="The Gull",
    headline="Ferry Marlin aground off Port Halven",
    published="2025-05-04T20:00:00+00:00",
)
TERN = Article(
    "tern",
    "The ferry Marlin ran aground off Port Halven on Sunday, and 14 people were hurt. The coast guard is on its way.",
    outlet="Tern",
    headline="=14 hurt as ferry runs aground",
    published="2025-05-05T06:00:00+00:00",
)
MILL = Article(
    "mill",
    "Three people died when a flour mill burned in Oldacre on 3 May 2025, the mayor, Ada Penn, said.",
    outlet="Skua",
    headline="Three dead in mill fire",
    published="2025-05-03",
)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A store of two stories, named by RASHOMON_STORE; the first report of the ferry has two versions."""
    path = tmp_path / "kept.sqlite"
    with open_store(path) as store:
        stream = open_stream(store, GroupingSettings(), StreamSettings(), MONDAY)
        stream.keep([GULL, MILL], "feed.example", MONDAY)
        changed = replace(GULL, text=GULL.text.replace("Twelve", "Fourteen"))
        stream.keep([changed, TERN], "feed.example", TUESDAY)
    monkeypatch.setenv("RASHOMON_STORE", str(path))
    return path


@pytest.fixture
def told(capsys):
    """Runs a command that goes well, and gives what it prints."""

    def run(*arguments):
        assert main([str(one) for one in arguments]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


def story_of(path, article):
    with open_store(path) as store:
        return store.story_of(article)


# stories


def test_stories_are_listed_with_the_latest_report_first(kept, told):
    lines = told("stories").splitlines()
    assert lines[0].split() == ["STORY", "REPORTS", "ORIGINS", "PARTS", "FIRST", "LAST", "HEADLINE"]
    assert [line.split(" 2025  ")[-1] for line in lines[1:3]] == [GULL.headline, MILL.headline]
    assert lines[1].split()[:4] == [story_of(kept, "gull"), "2", "–", "–"]
    assert lines[3:] == ["– not compared yet; `rashomon stories --compare` does it"]


def test_stories_are_compared_and_listed_by_origins(kept, rashomon):
    ran = rashomon("stories", "--compare", "-f", "jsonl")
    assert ran.err == "rashomon: 2 stories compared\n"
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["origins"], one["differences"], one["fresh"]) for one in records] == [(1, 0, True), (1, 0, True)]
    with open_store(kept) as store:
        open_stream(store, GroupingSettings(), StreamSettings(), TUESDAY).keep([GULL], "feed.example", TUESDAY)
    assert rashomon("stories").out.splitlines()[1].split()[1:4] == ["2", "1*", "0*"]
    assert rashomon("stories", "--compare").out.splitlines()[1].split()[1:4] == ["2", "1", "0"]


def test_comparing_that_is_interrupted_has_lost_nothing_and_says_how_far_it_came(kept, capsys, monkeypatch):
    def compare(store, story, *known):
        if done:
            raise KeyboardInterrupt
        done.append(story)
        return made(store, story, *known)

    done, made = [], standing.compare_one
    monkeypatch.setattr(standing, "compare_one", compare)
    assert main(["stories", "--compare"]) == 130
    assert capsys.readouterr().err == "rashomon: 1 story compared, 1 left; run this again to go on\n"
    with open_store(kept) as store:
        assert store.listed_story(done[0]).fresh and len(store.waiting_stories()) == 1


def test_a_story_that_cannot_be_compared_is_told_and_listed_with_the_reason(kept, capsys, monkeypatch):
    monkeypatch.setattr(comparing, "compare_articles", lambda *_, **__: 1 / 0)
    assert main(["stories", "--compare"]) == 0
    shown = capsys.readouterr()
    for article in ("gull", "mill"):
        told = f"story {story_of(kept, article)} is not compared: ZeroDivisionError: division by zero"
        assert f"rashomon: {told}\n" in shown.err
        assert f"{story_of(kept, article)} could not be compared: ZeroDivisionError: division by zero\n" in shown.out
    assert shown.err.endswith("rashomon: 0 stories compared, 2 could not be\n")
    assert main(["stories", "--compare"]) == 0
    assert capsys.readouterr().err == "rashomon: 0 stories compared\n"


def test_stories_are_listed_for_programs(kept, told):
    records = [json.loads(line) for line in told("stories", "-f", "jsonl").splitlines()]
    assert [one["articles"] for one in records] == [2, 1]
    assert json.loads(told("stories", "-f", "json")) == records
    rows = list(csv.DictReader(io.StringIO(told("stories", "-f", "csv"))))
    assert [row["id"] for row in rows] == [one["id"] for one in records]


def test_stories_since_a_day_and_only_so_many(kept, told):
    assert len(told("stories", "--since", "2025-05-04", "-f", "jsonl").splitlines()) == 1
    assert len(told("stories", "--limit", "1", "-f", "jsonl").splitlines()) == 1
    assert told("stories", "--since", "2026-01-01") == "No story.\n"


def test_stories_places_what_was_left_unplaced(kept, told):
    with open_store(kept) as store:
        store.keep(replace(MILL, id="oats"), "feed.example", TUESDAY)
    told("stories")
    assert story_of(kept, "oats") == story_of(kept, "mill")


def test_files_are_grouped_without_a_store(told, tmp_path, monkeypatch):
    monkeypatch.setenv("RASHOMON_STORE", str(tmp_path / "none.sqlite"))
    path = tmp_path / "articles.jsonl"
    records = [{"id": one.id, "text": one.text, "published": one.published} for one in (GULL, MILL, TERN)]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    lines = [json.loads(line) for line in told("stories", path, "--format", "jsonl").splitlines()]
    assert [list(one) for one in lines] == [["article", "story", "score", "reason"]] * 3
    held = {one["article"]: one["story"] for one in lines}
    assert held["gull"] == held["tern"] != held["mill"]
    assert all(0 <= one["score"] <= 1 and one["reason"] for one in lines)
    assert "2 reports" in told("stories", path)
    assert not (tmp_path / "none.sqlite").exists()


# show


def test_show_story_has_its_articles_with_reasons_and_its_history(kept, told):
    shown = told("show", story_of(kept, "gull"))
    assert "2 reports · 2 outlets" in shown and "[tern]" in shown and "HISTORY" in shown and "opened" in shown
    record = json.loads(told("show", story_of(kept, "gull"), "-f", "json"))
    assert [one["article"] for one in record["memberships"]] == ["gull", "tern"]


def test_show_article_has_its_versions_and_what_changed(kept, told):
    shown = told("show", "gull")
    assert "2 versions" in shown and "− Twelve" in shown and "+ Fourteen" in shown and "feed.example" in shown
    record = json.loads(told("show", "gull", "-f", "json"))
    assert [len(one["changes"]) for one in record["versions"]] == [0, 1]
    assert record["versions"][1]["changes"][0]["before"] == "Twelve"


def test_show_former_story_leads_to_what_it_became(kept, told):
    ferry, mill = story_of(kept, "gull"), story_of(kept, "mill")
    told("story", "merge", ferry, mill)
    assert told("show", mill) == told("show", ferry)


# search


def test_search_shows_the_words_in_their_place(kept, told):
    shown = told("search", "coast", "guard")
    assert "*coast* *guard*" in shown and shown.index("[tern]") < shown.index("[gull]")
    (match,) = json.loads(told("search", '"the mayor"', "-f", "json"))
    evidence = match["evidence"]
    assert MILL.text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert [MILL.text[one["start"] : one["end"]] for one in match["words"]] == ["the mayor"]
    assert told("search", "nowhere") == "Nothing found.\n"
    assert len(told("search", "ferry", "--limit", "1", "-f", "jsonl").splitlines()) == 1


# story


def test_story_split_merge_move_and_pin_stick(kept, told):
    ferry, mill = story_of(kept, "gull"), story_of(kept, "mill")
    told("story", "split", ferry, "tern", "--by", "Ann")
    told("stories", "--regroup")
    assert story_of(kept, "tern") not in (ferry, mill)
    told("story", "move", "tern", mill)
    told("story", "pin", "tern")
    told("stories", "--regroup")
    assert story_of(kept, "tern") == mill
    told("story", "merge", ferry, mill)
    told("stories", "--regroup")
    assert story_of(kept, "tern") == story_of(kept, "mill") == ferry
    history = told("story", "history", ferry)
    assert "by Ann" in history and "merged into" in history


def test_story_undo_takes_a_correction_back(kept, told):
    ferry = story_of(kept, "gull")
    told("story", "split", ferry, "tern", "--by", "Ann")
    assert told("story", "undo", "1", "--by", "Ben") == f"correction 1 (split) undone; tern now in story {ferry}\n"
    told("stories", "--regroup")
    assert story_of(kept, "tern") == ferry
    listed = told("story", "corrections")
    assert "split of" in listed and "(by Ann)" in listed and "undone" in listed and "(by Ben)" in listed


def test_story_undo_says_what_stays(kept, told):
    ferry, mill = story_of(kept, "gull"), story_of(kept, "mill")
    told("story", "split", ferry, "tern")
    told("story", "move", "tern", mill)
    assert told("story", "undo", "1").endswith(f"tern stays in story {mill}, where it is held or was put since\n")


def test_words_are_corrected_by_their_places(kept, told):
    ferry = story_of(kept, "gull")
    first, second = GULL.text.index("Twelve"), TERN.text.index("14 people")
    told("story", "other-claim", ferry, f"tern:{second}-{second + 19}", f"gull:{first}-{first + 25}", "--by", "Ann")
    start = GULL.text.index("the coast")
    assert told("story", "boilerplate", ferry, f"gull:{start + 2}-{start + 18}") == (
        f"correction 2: boilerplate, at 1 place of story {ferry}\n"
    )
    (claim, mark) = json.loads(told("compare", "--story", ferry, "-f", "json"))["corrected"]
    assert (claim["kind"], claim["by"], claim["carried_out"]) == ("other_claim", "Ann", True)
    assert [one["text"] for one in claim["places"]] == ["14 people were hurt", "Fourteen people were hurt"]
    assert mark["carried_out"] and mark["places"][0]["text"] == "the coast guard "
    listed = told("story", "corrections", ferry)
    assert "not the same claim" in listed and f"[tern:{second}-{second + 19}]" in listed
    assert told("story", "corrections", story_of(kept, "mill")) == "No reader corrected anything yet.\n"


def test_labels_are_a_folder_for_each_corrected_story(kept, told, tmp_path):
    ferry, folder = story_of(kept, "gull"), tmp_path / "labels"
    told("story", "boilerplate", ferry, "tern:0-9")
    assert told("export", "--labels", folder) == ""
    assert sorted(one.name for one in folder.iterdir()) == sorted([ferry, "corrections.jsonl"])
    lines = (folder / ferry / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["gull", "tern"]
    gold = json.loads((folder / ferry / "gold.json").read_text(encoding="utf-8"))
    assert [(one["text"], one["confirmed"]) for one in gold["boilerplate"]] == [("The ferry", ["a reader"])]
    assert json.loads((folder / "corrections.jsonl").read_text(encoding="utf-8"))["kind"] == "boilerplate"
    told("export", "--labels", folder, "--story", story_of(kept, "mill"))
    assert len(list(folder.glob("*/gold.json"))) == 2


# compare


def test_compare_story_prints_what_comparing_its_reports_prints(kept, told, tmp_path):
    path = tmp_path / "articles.jsonl"
    with open_store(kept) as store:
        articles = list(store.articles(story=store.story_of("gull")))
    keys = ("id", "text", "outlet", "published")
    lines = [{**{key: getattr(one, key) for key in keys}, "title": one.headline} for one in articles]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert told("compare", "--story", story_of(kept, "gull"), "-f", "json") == told("compare", path, "-f", "json")


def test_compare_since_shows_what_is_new(kept, told, capsys):
    ferry = story_of(kept, "gull")
    shown = told("compare", "--story", ferry, "--since", "2025-05-06")
    assert (
        "NEW SINCE 6 MAY 2025" in shown and "Twelve people were hurt" in shown and "Reports that came (tern)" in shown
    )
    assert (
        json.loads(told("compare", "--story", ferry, "--since", "2025-05-07", "-f", "json"))["new_since"]["came"] == []
    )
    assert main(["compare", "--story", ferry, "--since", "last"]) == 0
    printed = capsys.readouterr()
    assert "not compared before" in printed.err and "NEW SINCE" not in printed.out
    with open_store(kept) as store:
        open_stream(store, GroupingSettings(), StreamSettings(), TUESDAY).keep([replace(GULL, id="owl")], "x", TUESDAY)
    shown = told("compare", "--story", ferry, "--since", "last", "-f", "markdown")
    assert "## New since" in shown and "owl" in shown


# export and import


def test_export_and_import_bring_everything_back(kept, told, tmp_path):
    told("story", "split", story_of(kept, "gull"), "tern")
    told("compare", "--story", story_of(kept, "gull"))
    file, other = tmp_path / "export.jsonl", tmp_path / "other.sqlite"
    told("export", "-o", file)
    for _ in range(2):
        told("import", file, "--store", other)
    assert told("export", "--store", other) == file.read_text(encoding="utf-8")


def test_import_reads_standard_input(kept, rashomon, tmp_path):
    exported = rashomon("export", RASHOMON_STORE=str(kept)).out
    other = tmp_path / "other.sqlite"
    done = rashomon("import", "-", "--store", other, given=exported)
    assert (done.status, done.out) == (0, "") and "4 versions of articles, 4 of them new" in done.err
    assert rashomon("--store", other, "export").out == exported


def test_export_of_one_story(kept, told):
    lines = [json.loads(line) for line in told("export", "--story", story_of(kept, "mill")).splitlines()]
    assert {one["id"] for one in lines if one["line"] == "article"} == {"mill"}


def test_export_as_a_table_cannot_be_taken_for_formulas(kept, told):
    rows = list(csv.DictReader(io.StringIO(told("export", "-f", "csv"))))
    assert {row["id"]: row["story"] for row in rows} == {one: story_of(kept, one) for one in ("gull", "mill", "tern")}
    assert next(row["headline"] for row in rows if row["id"] == "tern") == "'=14 hurt as ferry runs aground"


# where the store is


def test_a_store_named_after_the_command_beats_one_before_it_and_the_environment(kept, told, tmp_path):
    empty, other = tmp_path / "empty.sqlite", tmp_path / "other.sqlite"
    for path in (empty, other):
        open_store(path).close()
    assert len(told("stories", "-f", "jsonl").splitlines()) == 2
    assert told("--store", empty, "stories") == "No story.\n"
    assert len(told("--store", empty, "stories", "--store", kept, "-f", "jsonl").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["show", "nowhere"], "nowhere"),
        (["compare", "--story", "nowhere"], "nowhere"),
        (["compare", "gull.txt", "--story", "x"], "not both"),
        (["compare", "gull.txt", "--since", "last"], "--story"),
        (["compare"], "ARTICLES"),
        (["compare", "--story", "FERRY", "--since", "once"], "once"),
        (["compare", "--story", "FERRY", "--since", "2001-01-01"], "2001-01-01"),
        (["stories", "--since", "yesterday"], "yesterday"),
        (["stories", "gull.txt", "--regroup"], "--regroup"),
        (["stories", "--limit", "0"], "0"),
        (["search", "?!"], "word"),
        (["story", "split", "FERRY"], "STORY ARTICLE"),
        (["story", "split", "FERRY", "mill"], "mill"),
        (["story", "merge", "FERRY", "FERRY"], "one story already"),
        (["story", "move", "nowhere", "FERRY"], "nowhere"),
        (["story", "sing", "FERRY"], "sing"),
        (["story", "undo", "7"], "no correction 7"),
        (["story", "undo", "last"], "'last'"),
        (["story", "undo"], "undo NUMBER"),
        (["story", "same-claim", "FERRY", "gull:0-3"], "STORY PLACE"),
        (["story", "boilerplate", "FERRY", "gull"], "ARTICLE:START-END"),
        (["story", "boilerplate", "FERRY", "gull:5-5"], "is no place"),
        (["story", "boilerplate", "FERRY", "gull:0-99999"], "characters"),
        (["story", "boilerplate", "FERRY", "mill:0-5"], "not in"),
        (["export", "--labels", "new"], "no reader corrected"),
        (["export", "--labels", "new", "-f", "csv"], "--labels"),
        (["export", "--labels", "no/such/folder", "--story", "FERRY"], "no/such/folder"),
        (["export", "--story", "nowhere"], "nowhere"),
        (["export", "-o", "no/such/folder/x.jsonl"], "no/such/folder"),
        (["import", "nofile.jsonl"], "nofile.jsonl"),
        (["--store", "nostore.sqlite", "stories"], "nostore.sqlite"),
        (["--store", "mysql://there", "stories"], "mysql"),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_status_2(kept, capsys, monkeypatch, arguments, named):
    monkeypatch.chdir(kept.parent)
    Path("gull.txt").write_text(GULL.text, encoding="utf-8")
    ferry = story_of(kept, "gull")
    assert main([one.replace("FERRY", ferry) for one in arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and named in printed.err
    assert printed.err.startswith("rashomon: ") and printed.err.count("\n") == 1


@pytest.mark.parametrize("heavy", ["sqlalchemy", "trafilatura", "httpx2", "feedparser"])
def test_grouping_and_comparing_files_leave_the_database_and_the_web_alone(heavy, tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "a", "text": GULL.text, "language": "en"}), encoding="utf-8")
    program = (
        f"import sys; from rashomon.cli.main import main; main(['compare', {str(path)!r}]);"
        f"main(['stories', {str(path)!r}]); sys.exit({heavy!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, capture_output=True).returncode == 0
