"""Copies among many articles at once."""

import dataclasses

from benchmarks.copies import find_all, sequences_of
from benchmarks.generate_copies import make_copies
from rashomon.model.article import Article
from rashomon.reuse.copies import CopyPair, find_copies
from rashomon.settings import CopySettings

SETTINGS = CopySettings()
FIRST = " ".join(f"north{n}" for n in range(60))
SECOND = " ".join(f"south{n}" for n in range(60))
FOOTER = " ".join(f"footer{n}" for n in range(25))


def found(*texts, settings=SETTINGS):
    return find_copies([Article(f"a{n}", text) for n, text in enumerate(texts)], settings)


def test_a_whole_copy_is_contained_wholly():
    assert found(FIRST, SECOND, FIRST.title() + "!") == (CopyPair("a0", "a2", 1.0),)


def test_the_shorter_article_is_what_is_contained():
    (pair,) = found(f"{FIRST} {SECOND}", f"{FIRST} {FOOTER}")
    assert (pair.a, pair.b) == ("a0", "a1")
    assert pair.containment == 56 / 81


def test_a_text_of_two_halves_is_a_copy_of_both():
    assert {(pair.a, pair.b) for pair in found(FIRST, f"{FIRST} {SECOND}", SECOND)} == {("a0", "a1"), ("a1", "a2")}


def test_less_than_half_is_no_copy():
    assert found(f"{FIRST} {FOOTER}", f"{SECOND} {FOOTER}") == ()


def test_a_teaser_is_no_copy():
    assert found(FIRST, " ".join(FIRST.split()[:12])) == ()


def test_pairs_come_in_the_order_of_the_articles():
    pairs = [(pair.a, pair.b) for pair in found(*[f"{FIRST} {n}" for n in range(12)])]
    assert len(pairs) == 66
    assert pairs == sorted(pairs, key=lambda pair: tuple(int(name[1:]) for name in pair))


def test_nothing_is_found_where_there_is_nothing():
    assert found() == found("") == found(FIRST) == found("", "\ud800", " ") == ()


def test_what_is_found_is_what_counting_finds():
    articles = make_copies(250, seed=3)
    truth = find_all(articles, sequences_of(articles), SETTINGS)
    for commonest in (2, 5, 64):
        pairs = find_copies(articles, dataclasses.replace(SETTINGS, commonest=commonest))
        assert {(pair.a, pair.b) for pair in pairs} == truth
        assert all(SETTINGS.least_contained <= pair.containment <= 1 for pair in pairs)


def test_a_text_that_very_many_carry_is_paired_with_some_of_them():
    settings = dataclasses.replace(SETTINGS, commonest=5, most_carriers=10)
    pairs = found(*[f"{FIRST} {n}" for n in range(40)], settings=settings)
    assert 40 <= len(pairs) < 40 * 39 / 2
    assert {name for pair in pairs for name in (pair.a, pair.b)} == {f"a{n}" for n in range(40)}
