import json
import subprocess
import sys

import pytest
from tests.stream.conftest import FRIDAY, GULL, MILL, TERN, TUESDAY

from benchmarks.corpus import shared_folder
from rashomon.demo import demo_articles
from rashomon.ingest.readers import read_articles
from rashomon.model.selector import Selector
from rashomon.pipeline import compare_articles
from rashomon.settings import Settings
from rashomon.stream.correcting import correct_story, undo
from rashomon.stream.labelling import correction_records, find_corrected, label_stories
from rashomon.stream.labels import label


def place(article, words):
    """Words of an article, as a reader points at them."""
    start = article.text.index(words)
    return Selector(article.id, start, start + len(words), words)


def labelled(store, kind, *places, by="Ann"):
    """The labels of the ferry's story after a reader's correction."""
    story = store.story_of(GULL.id)
    correct_story(store, kind, story, places, TUESDAY, by)
    return next(label_stories(store, [story], FRIDAY, Settings())).gold


def evidence_of(gold):
    """Every evidence of the labels."""
    for key in ("points", "dates"):
        yield from (one for item in gold[key] for one in item["evidence"])
    yield from (one for item in gold["differences"] for value in item["values"] for one in value["evidence"])
    yield from (one for item in gold["quotes"] for one in item["variants"])
    yield from (*gold["single"], *gold["boilerplate"])


def test_only_corrected_stories_are_labelled_unasked(store, stream):
    assert find_corrected(store) == ()
    number = correct_story(store, "boilerplate", store.story_of(MILL.id), [place(MILL, "Three")], TUESDAY, "Ann")
    assert find_corrected(store) == (store.story_of(MILL.id),)
    undo(store, number, FRIDAY, "Ann")
    assert find_corrected(store) == ()


def test_what_a_reader_joined_is_a_point_that_the_reader_confirmed(store, stream):
    inquiry = place(GULL, "The Marlin was built in 1961."), place(TERN, "The captain of the Marlin was questioned")
    gold = labelled(store, "same_claim", *inquiry)
    (point,) = (one for one in gold["points"] if one["confirmed"])
    assert point["confirmed"] == ["Ann"]
    assert [one["article"] for one in point["evidence"]] == [GULL.id, TERN.id]
    assert any(not one["confirmed"] for one in gold["points"])


def test_what_a_reader_took_out_is_rejected(store, stream):
    gold = labelled(store, "other_claim", place(TERN, "14 people were hurt"), place(GULL, "Twelve people were hurt"))
    (rejected,) = gold["rejected"]
    assert (rejected["label"], rejected["by"]) == ("claim", "Ann")
    assert rejected["evidence"] == [{"article": TERN.id, "text": "14 people were hurt"}]
    assert rejected["of"] == [{"article": GULL.id, "text": "Twelve people were hurt"}]
    assert not any(
        {"Twelve", "14"} <= {word for one in point["evidence"] for word in one["text"].split()}
        for point in gold["points"]
    )


def test_boilerplate_says_who_marked_it(store, stream):
    gold = labelled(store, "boilerplate", place(GULL, "The Marlin was built in 1961."))
    assert [(one["text"], one["confirmed"]) for one in gold["boilerplate"]] == [
        ("The Marlin was built in 1961.", ["Ann"])
    ]


def test_the_corrections_are_written_as_they_were_decided(store, stream):
    story = store.story_of(GULL.id)
    number = correct_story(store, "boilerplate", story, [place(GULL, "in 1961")], TUESDAY, "Ann")
    undo(store, number, FRIDAY, "Ben")
    (record,) = correction_records(store)
    assert (record["number"], record["by"], record["undone"], record["undone_by"]) == (number, "Ann", FRIDAY, "Ben")
    assert record["places"][0]["exact"] == "in 1961"


@pytest.fixture(scope="module")
def demo():
    """The articles of the demonstration."""
    with demo_articles() as path:
        articles, _ = read_articles(path)
    return articles


def test_every_evidence_stands_once_in_its_article(demo):
    texts = {article.id: article.text for article in demo}
    gold = label(compare_articles(demo))
    assert gold["points"] and gold["differences"] and gold["quotes"] and gold["names"] and gold["copies"]
    for one in evidence_of(gold):
        assert texts[one["article"]].count(one["text"]) == 1
    assert all(0 < one["share"] <= 1 for one in gold["copies"])


def test_the_checker_of_labelled_stories_takes_them(demo, tmp_path):
    checker = shared_folder() / "stories" / "check.py"
    if not checker.is_file():
        pytest.skip(f"no {checker}")
    comparison = compare_articles(demo)
    lines = (json.dumps({"id": one.id, "text": one.text}) for one in comparison.articles)
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(label(comparison)), encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, checker, tmp_path], capture_output=True, text=True, timeout=60, check=False
    )
    assert checked.returncode == 0 and checked.stdout.strip().endswith("OK"), checked.stdout + checked.stderr
