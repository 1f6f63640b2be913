"""Articles placed one by one: where they go, what moves, what is remembered and what a reader decided."""

import random

from benchmarks.generate_stream import make_stream
from cluster.stock import BUDGET, FERRY, FERRY_COPY, FERRY_LATER, mixed, report
from rashomon.cluster.grouping import group_articles
from rashomon.cluster.index import StoryIndex
from rashomon.cluster.signature import read_signature
from rashomon.model.story import Correction
from rashomon.settings import GroupingSettings

SETTINGS = GroupingSettings()


def placed(index, *articles):
    return [index.place(read_signature(article, SETTINGS)) for article in articles]


def held(index, articles):
    found = {}
    for article in articles:
        found.setdefault(index.story_of(article.id), set()).add(article.id)
    return sorted(found.values(), key=min)


def test_the_first_opens_a_story_and_the_next_of_its_event_joins_it():
    first, other, later = placed(
        StoryIndex(SETTINGS), report("a", FERRY), report("b", BUDGET), report("c", FERRY_LATER)
    )
    assert first.changes[0].kind == "opened" and first.memberships[0].score == 1
    assert other.story != first.story
    assert later.story == first.story
    assert later.changes[0].kind == "grew"
    assert "with 1 article " in later.memberships[0].reason


def test_any_order_makes_the_stories_that_grouping_at_once_makes():
    articles = mixed()
    at_once = {one.article: one.story for one in group_articles(articles, SETTINGS)}
    wanted = sorted(({a for a in at_once if at_once[a] == s} for s in set(at_once.values())), key=min)
    for seed in range(5):
        shuffled = articles[:]
        random.Random(seed).shuffle(shuffled)
        index = StoryIndex(SETTINGS)
        placed(index, *shuffled)
        assert held(index, articles) == wanted


def test_the_same_articles_in_the_same_order_make_the_same_stories():
    one, other = StoryIndex(SETTINGS), StoryIndex(SETTINGS)
    assert placed(one, *mixed()) == placed(other, *mixed())


def test_an_article_placed_again_stays_where_it_is():
    index = StoryIndex(SETTINGS)
    first, again = placed(index, report("a", FERRY), report("a", BUDGET))
    assert again.story == first.story and again.changes == ()
    assert len(index) == 1


def test_an_article_without_words_opens_a_story_that_nothing_joins():
    index = StoryIndex(SETTINGS)
    one, other = placed(index, report("a", ""), report("b", " "))
    assert one.story != other.story
    assert one.memberships[0].reason == "no words to compare"


def test_a_loaded_window_goes_on_where_it_was():
    whole, part = StoryIndex(SETTINGS), StoryIndex(SETTINGS)
    placed(whole, *mixed())
    signatures = [read_signature(article, SETTINGS) for article in mixed()]
    part.load((one, whole.story_of(one.article)) for one in signatures[:-1])
    assert part.place(signatures[-1]).story == whole.story_of(signatures[-1].article)
    assert len(part) == len(whole)


def test_every_move_is_told_and_leaves_each_article_in_one_story():
    index = StoryIndex(SETTINGS)
    now = {}
    for placement in placed(index, *mixed()):
        now |= {one.article: one.story for one in placement.memberships}
        for change in placement.changes:
            assert change.by == "rashomon" and change.reason
    assert now == {article.id: index.story_of(article.id) for article in mixed()}


def test_a_readers_word_holds_for_articles_that_come_later():
    index = StoryIndex(SETTINGS)
    ferry, budget = (one.story for one in placed(index, report("a", FERRY), report("b", BUDGET)))
    when = "2031-03-05T10:00:00+00:00"
    decided = [
        Correction("split", ferry, None, ("c",), when, "reader"),
        Correction("pin", budget, None, ("d",), when, "reader"),
    ]
    index = StoryIndex(SETTINGS, decided)
    texts = {"a": FERRY, "b": BUDGET, "c": FERRY_LATER, "d": FERRY_COPY, "e": FERRY_LATER}
    placed(index, *(report(id, text) for id, text in texts.items()))
    assert index.story_of("c") not in (ferry, budget)
    assert index.story_of("d") == budget
    assert index.story_of("e") in (ferry, index.story_of("c"))


def test_stories_merged_by_a_reader_take_what_comes_for_either():
    index = StoryIndex(SETTINGS)
    ferry, budget = (one.story for one in placed(index, report("a", FERRY), report("b", BUDGET)))
    merged = StoryIndex(SETTINGS, [Correction("merge", ferry, budget, (), "2031-03-05T10:00:00+00:00", "reader")])
    signatures = [read_signature(report(id, text), SETTINGS) for id, text in (("a", FERRY), ("b", BUDGET))]
    merged.load(zip(signatures, (ferry, budget), strict=True))
    assert merged.story_of("b") == ferry
    assert placed(merged, report("c", FERRY_LATER))[0].story == ferry


def test_no_story_is_without_a_beginning_and_none_begins_twice():
    index = StoryIndex(SETTINGS)
    began, gone = [], []
    reports = [one.article for one in make_stream(150, seed=3, words=60)]
    for placement in placed(index, *reports):
        began += [change.story for change in placement.changes if change.kind in ("opened", "split")]
        gone += [change.story for change in placement.changes if change.kind == "merged"]
        assert not any(" 0 articles" in change.reason for change in placement.changes)
    now = {index.story_of(article.id) for article in reports}
    assert now == set(began) - set(gone)
    assert len(began) == len(set(began))
