"""Copies in a stream of articles."""

import pytest

from benchmarks.generate_copies import make_copies
from rashomon.model.article import Article
from rashomon.reuse.copies import CopyPair, find_copies
from rashomon.reuse.copy_index import CopyIndex
from rashomon.reuse.copy_sketch import CopySketch, take_sketch
from rashomon.reuse.sequences import read_sequences
from rashomon.settings import CopySettings

SETTINGS = CopySettings()
FIRST = " ".join(f"north{n}" for n in range(300))
SECOND = " ".join(f"south{n}" for n in range(300))


def sketch_of(text):
    return take_sketch(read_sequences(text), SETTINGS)


def test_a_copy_is_found_when_it_comes():
    index = CopyIndex(SETTINGS, {"a": FIRST, "b": SECOND}.get)
    assert index.add(Article("a", FIRST)) == ()
    assert index.add(Article("b", SECOND)) == ()
    (pair,) = index.add(Article("c", FIRST))
    assert (pair.a, pair.b, pair.containment) == ("a", "c", 1.0)
    assert len(index) == 3


def test_where_the_sample_cannot_tell_the_text_does():
    half = " ".join(FIRST.split()[:160]) + " " + " ".join(SECOND.split()[:140])
    less = " ".join(FIRST.split()[:130]) + " " + " ".join(SECOND.split()[100:270])
    index = CopyIndex(SETTINGS, {"a": FIRST}.get)
    index.add(Article("a", FIRST))
    assert index.add(Article("half", half)) == (CopyPair("a", "half", 156 / 296),)
    assert "a" not in {pair.a for pair in index.add(Article("less", less))}


def test_without_the_text_a_pair_is_told_from_the_sample():
    index = CopyIndex(SETTINGS)
    index.add(Article("a", FIRST))
    assert index.add(Article("b", FIRST)) == (CopyPair("a", "b", 1.0, exact=False),)


def test_another_version_is_no_copy():
    index = CopyIndex(SETTINGS)
    index.add(Article("a", FIRST))
    assert index.add(Article("a", FIRST + " and more")) == ()


def test_what_is_forgotten_is_not_found_and_the_rest_is():
    index = CopyIndex(SETTINGS)
    index.load((f"old{n}", sketch_of(f"{FIRST} {n}")) for n in range(3))
    index.load([("kept", sketch_of(SECOND)), ("late", sketch_of(FIRST))])
    index.forget([f"old{n}" for n in range(3)])
    assert len(index) == 2
    assert [pair.a for pair in index.add(Article("b", SECOND))] == ["kept"]
    assert [pair.a for pair in index.add(Article("c", FIRST))] == ["late"]
    index.forget(["not", "there"])
    assert len(index) == 4


def test_of_very_many_carriers_the_newest_are_found():
    index = CopyIndex(SETTINGS)
    for n in range(100):
        newest = index.add(Article(f"a{n}", FIRST))
    assert [pair.a for pair in newest][-10:] == [f"a{n}" for n in range(89, 99)]


def test_loading_finds_what_adding_does():
    articles = make_copies(600, seed=2)
    texts = {article.id: article.text for article in articles}
    one_by_one, loaded = CopyIndex(SETTINGS, texts.get), CopyIndex(SETTINGS, texts.get)
    for article in articles[:500]:
        one_by_one.add(article)
    loaded.load((article.id, sketch_of(article.text)) for article in articles[:500])
    assert [one_by_one.add(a) for a in articles[500:]] == [loaded.add(a) for a in articles[500:]]


def test_a_stream_finds_a_copy_for_nearly_all_that_have_one_and_nothing_else():
    articles = make_copies(600, seed=5)
    texts = {article.id: article.text for article in articles}
    index = CopyIndex(SETTINGS, texts.get)
    found = {(pair.a, pair.b) for article in articles for pair in index.add(article)}
    truth = {(pair.a, pair.b) for pair in find_copies(articles, SETTINGS)}
    copies = {b for _, b in truth}
    assert len(copies & {b for _, b in found}) >= 0.97 * len(copies)
    assert len(found & truth) >= 0.9 * len(truth)
    assert len(found & truth) >= 0.98 * len(found)


@pytest.mark.parametrize("text", ["", "too short", "one two three four five six", FIRST])
def test_a_sketch_comes_back_from_its_bytes(text):
    sketch = sketch_of(text)
    back = CopySketch.from_bytes(sketch.to_bytes())
    assert back.length == sketch.length
    assert back.keys.tolist() == sketch.keys.tolist() == sorted(set(sketch.keys.tolist()))
    with pytest.raises(ValueError):
        CopySketch.from_bytes(b"")


@pytest.mark.parametrize("text", ["", "\ud800", "\x00 " * 40, "no", "船" * 400])
def test_any_text_can_be_added(text):
    index = CopyIndex(SETTINGS)
    for n in range(3):
        index.add(Article(f"a{n}", text))
